import { describe, expect, test } from 'vitest';
import { prisma } from '@/db/prisma';
import { getClaim } from '@/features/claims/data';
import { getDraft } from '@/features/drafts/data';
import {
  beginDraft,
  discardDraft,
  publishDraft,
  returnDraft,
  saveDraft,
  submitDraft,
} from '@/features/drafts/mutations';
import { readBundledEvidence } from '@/features/evidence-base/bundle';
import { getRecord, getSurvivor } from '@/features/documents/data';
import { changeStanding, mergeRecords } from '@/features/records/mutations';
import { getSource } from '@/features/sources/data';
import { writeRecord } from '@/features/documents/record-writer';
import { actor, EDITOR, SENIOR } from '../support/actors';
import { connect } from '../support/database';
import { listDraftIds } from '@/features/versions/data';
import { claimContent, idOf, newClaim, newSource, SOURCE } from '../support/making-records';

const client = await connect();
const bundle = await readBundledEvidence();
if (!bundle.ok) throw new Error(bundle.faults.join('\n'));
const { base } = bundle;

describe('a record as a document', () => {
  test('comes out of the database as the bundle wrote it, and goes in again unchanged', {
    timeout: 60_000,
  }, async () => {
    const sorted = (record: object) =>
      JSON.parse(JSON.stringify(record), (key, value) =>
        (key === 'distortions' || key === 'relations') && Array.isArray(value)
          ? value.map((entry) => JSON.stringify(Object.entries(entry).sort())).sort()
          : value,
      );
    for (const claim of base.claims) {
      const before = await getRecord('claim', Number(claim.id.slice(1)));
      expect(sorted(before?.record ?? {}), claim.id).toEqual(sorted({ ...claim, appraisal: null }));
    }
    for (const source of base.sources) {
      expect((await getRecord('source', Number(source.id.slice(1))))?.record).toEqual({ ...source, appraisal: null });
    }
    const sample = base.claims.filter((_claim, n) => n % 10 === 0);
    const index = async () => (await client.query('select * from claim_index order by claim_id')).rows;
    const rows = await index();
    for (const { id } of sample) {
      const number = Number(id.slice(1));
      const before = await getRecord('claim', number);
      if (before === null) throw new Error(id);
      expect(await prisma().$transaction((tx) => writeRecord(tx, 'claim', before.record))).toEqual({ ok: true });
      expect(await getRecord('claim', number)).toEqual({ ...before, version: before.version + 1 });
    }
    expect(await index()).toEqual(rows);
  });
});

describe('a draft', () => {
  test('becomes a published record with its history', async () => {
    const source = await newSource();
    const claim = await newClaim(source);
    const dto = await getClaim(claim);
    expect(dto).toMatchObject({ statement: 'A test counts twelve children in a made-up place.', status: 'current' });
    expect(dto?.citations[0]?.source.id).toBe(source);
    const { rows } = await client.query(
      'select action, actor, actor_id, before, after from events where subject = $1',
      [claim],
    );
    expect(rows).toMatchObject([{ action: 'published', actor: SENIOR.name, actor_id: SENIOR.id, before: null }]);
    expect(rows[0]?.after).toMatchObject({ id: claim, statement: 'A test counts twelve children in a made-up place.' });
  });

  test('is nowhere among the claims before it is published', async () => {
    const id = idOf(await beginDraft(EDITOR, { kind: 'claim', recordId: null }));
    const recordId = (await getDraft(EDITOR, id))?.recordId ?? '';
    expect(await getClaim(recordId)).toBeNull();
    expect(await listDraftIds(EDITOR, recordId)).toEqual([id]);
    expect(await listDraftIds(EDITOR, id)).toEqual([]);
    await expect(getDraft(null, id)).rejects.toThrow('an account is needed');
    await expect(getDraft(actor('advocate', 'advocate'), id)).rejects.toThrow('editor or senior editor');
  });

  test('that is not whole cannot be handed in, and says what is missing where', async () => {
    const id = idOf(await beginDraft(EDITOR, { kind: 'source', recordId: null }));
    await saveDraft(EDITOR, id, 1, { ...SOURCE, title: '', doi: 'https://doi.org/10.1/X' });
    const outcome = await submitDraft(EDITOR, id, 2);
    expect(outcome).toMatchObject({ ok: false, problem: 'incomplete' });
    expect(!outcome.ok && outcome.problem === 'incomplete' && outcome.faults.map(({ path }) => path)).toEqual([
      'title',
      'doi',
    ]);
  });

  test('with an address that the site never links cannot be handed in, nor be published where the host was denied since', async () => {
    const id = idOf(await beginDraft(EDITOR, { kind: 'source', recordId: null }));
    const never = {
      ok: false,
      problem: 'incomplete',
      faults: [{ path: 'url', message: expect.stringMatching(/never links/) }],
    };
    await saveDraft(EDITOR, id, 1, { ...SOURCE, url: 'http://hidden.onion/report' });
    expect(await submitDraft(EDITOR, id, 2)).toEqual(never);
    await saveDraft(EDITOR, id, 2, { ...SOURCE, url: 'https://denied-later.example/report' });
    expect(await submitDraft(EDITOR, id, 3)).toMatchObject({ ok: true });
    process.env.LINK_DENY_HOSTS = 'denied-later.example';
    try {
      expect(await publishDraft(SENIOR, id, 4, null)).toEqual(never);
    } finally {
      delete process.env.LINK_DENY_HOSTS;
    }
    expect(await publishDraft(SENIOR, id, 4, null)).toMatchObject({ ok: true });
  });

  test('is not published before it was handed in, nor by an editor', async () => {
    const id = idOf(await beginDraft(EDITOR, { kind: 'source', recordId: null, content: { ...SOURCE } }));
    expect(await publishDraft(SENIOR, id, 1, null)).toMatchObject({ ok: false, problem: 'incomplete' });
    await submitDraft(EDITOR, id, 1);
    await expect(publishDraft(EDITOR, id, 2, null)).rejects.toThrow('senior editor');
    expect(await returnDraft(SENIOR, id, 2, 'Name the publisher.')).toEqual({ ok: true, version: 3 });
    expect(await getDraft(EDITOR, id)).toMatchObject({ state: 'draft', returnNote: 'Name the publisher.' });
  });

  test('never takes id, key or appraisal from what was typed', async () => {
    const id = idOf(await beginDraft(EDITOR, { kind: 'source', recordId: null }));
    const grab = { ...SOURCE, id: 'S1', key: 'stolen', appraisal: { reliability: 'A', reasons: ['Because.'] } };
    await saveDraft(EDITOR, id, 1, grab);
    expect(Object.keys((await getDraft(EDITOR, id))?.content ?? {})).not.toContain('id');
    await submitDraft(EDITOR, id, 2);
    const outcome = await publishDraft(SENIOR, id, 3, null);
    expect(outcome).toMatchObject({ ok: true });
    expect(outcome.ok && outcome.recordId).not.toBe('S1');
  });

  test('that two people save keeps the first, and shows it to the second', async () => {
    const id = idOf(await beginDraft(EDITOR, { kind: 'source', recordId: null, content: { ...SOURCE } }));
    const other = actor('another editor', 'editor');
    const both = await Promise.all([
      saveDraft(EDITOR, id, 1, { ...SOURCE, title: 'Mine' }),
      saveDraft(other, id, 1, { ...SOURCE, title: 'Theirs' }),
    ]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    const lost = both.find((outcome) => !outcome.ok);
    const kept = both[0]?.ok ? 'Mine' : 'Theirs';
    expect(lost).toMatchObject({ problem: 'conflict', current: { version: 2, content: { title: kept } } });
  });

  test('of a record that somebody works on already is that draft', async () => {
    const [one, two] = await Promise.all([
      beginDraft(EDITOR, { kind: 'claim', recordId: 'C1' }),
      beginDraft(SENIOR, { kind: 'claim', recordId: 'C1' }),
    ]);
    expect(idOf(one)).toBe(idOf(two));
    expect([one, two].filter((begun) => begun.ok && begun.isNew)).toHaveLength(1);
    await discardDraft(EDITOR, idOf(one), 1, null);
    expect(await beginDraft(EDITOR, { kind: 'claim', recordId: 'C1' })).not.toEqual(one);
  });
});

describe('a change of a published record', () => {
  test('needs a reason, and keeps before and after', async () => {
    const source = await newSource();
    const id = idOf(await beginDraft(EDITOR, { kind: 'source', recordId: source }));
    await saveDraft(EDITOR, id, 1, { ...SOURCE, title: 'A better title' });
    await submitDraft(EDITOR, id, 2);
    expect(await publishDraft(SENIOR, id, 3, ' ')).toMatchObject({
      problem: 'incomplete',
      faults: [{ path: 'reason' }],
    });
    expect(await publishDraft(SENIOR, id, 3, 'The title page says so.')).toMatchObject({ ok: true });
    const { rows } = await client.query(`select * from events where subject = $1 and action = 'changed'`, [source]);
    expect(rows).toMatchObject([
      { reason: 'The title page says so.', before: { title: SOURCE.title }, after: { title: 'A better title' } },
    ]);
  });

  test('does not overwrite what changed meanwhile', async () => {
    const source = await newSource();
    const id = idOf(await beginDraft(EDITOR, { kind: 'source', recordId: source }));
    await submitDraft(EDITOR, id, 1);
    await changeStanding(EDITOR, source, 1, 'disputed', 'A test disputes it.');
    const outcome = await publishDraft(SENIOR, id, 2, 'Because.');
    expect(outcome).toMatchObject({ problem: 'moved-on', publishedVersion: 2, published: { standing: 'disputed' } });
    const taken = { ...SOURCE, standing: 'disputed', standingReason: 'A test disputes it.' };
    expect(await saveDraft(SENIOR, id, 2, taken, { adopt: 2 })).toEqual({ ok: true, version: 3 });
    expect(await publishDraft(SENIOR, id, 3, 'Because.')).toMatchObject({ ok: true });
  });

  test('is refused whole when it names what is not there', async () => {
    const claim = await newClaim(await newSource());
    const id = idOf(await beginDraft(EDITOR, { kind: 'claim', recordId: claim }));
    const content = (await getDraft(EDITOR, id))?.content ?? {};
    const broken = {
      ...content,
      geography: 'XX',
      citations: [{ ...(content.citations as object[])[0], source: 's999999' }],
    };
    await saveDraft(EDITOR, id, 1, broken);
    await submitDraft(EDITOR, id, 2);
    const before = await getRecord('claim', Number(claim.slice(1)));
    const outcome = await publishDraft(SENIOR, id, 3, 'Because.');
    expect(!outcome.ok && outcome.problem === 'incomplete' && outcome.faults.map(({ path }) => path)).toEqual([
      'citations.0.source',
      'geography',
    ]);
    expect(await getRecord('claim', Number(claim.slice(1)))).toEqual(before);
  });

  test('cannot take out a citation that another claim draws on', async () => {
    const drawnOn = await client.query(
      'select d.key, d.claim_id from citations x join citations d on d.id = x.drawn_from_id where d.claim_id <> x.claim_id limit 1',
    );
    const { key, claim_id } = drawnOn.rows[0];
    const record = (await getRecord('claim', claim_id))?.record;
    if (record === undefined) throw new Error(`no claim ${claim_id}`);
    const without = { ...record, citations: record.citations.filter((citation) => citation.key !== key) };
    const written = await prisma().$transaction((tx) => writeRecord(tx, 'claim', without));
    expect(written).toMatchObject({ ok: false, faults: [{ path: 'citations' }] });
  });
});

describe('a published record', () => {
  test('that is retracted stays, and says so wherever it is cited', async () => {
    const source = await newSource();
    const claim = await newClaim(source);
    expect(await changeStanding(SENIOR, source, 1, 'retracted', 'Its publisher took it back.')).toEqual({ ok: true });
    const dto = await getClaim(claim);
    expect(dto?.origin?.source.standing).toBe('retracted');
    expect(dto?.citations).toMatchObject([
      { source: { standing: 'retracted' }, quote: { exact: 'twelve children', prefix: null, suffix: 'in all' } },
    ]);
    expect(await getSource(source)).toMatchObject({ standingReason: 'Its publisher took it back.' });
  });

  test('changes its standing with a reason, by whoever may, and from the version they saw', async () => {
    const claim = await newClaim(await newSource());
    await expect(changeStanding(EDITOR, claim, 1, 'retracted', 'No.')).rejects.toThrow('senior editor');
    expect(await changeStanding(EDITOR, claim, 1, 'disputed', ' ')).toMatchObject({ problem: 'refused' });
    expect(await changeStanding(EDITOR, claim, 1, 'disputed', 'Two counts differ.')).toEqual({ ok: true });
    expect((await getClaim(claim))?.status).toBe('disputed');
    expect(await changeStanding(SENIOR, claim, 1, 'stands', 'Settled.')).toMatchObject({
      problem: 'conflict',
      currentVersion: 2,
    });
    expect(await changeStanding(SENIOR, claim, 2, 'stands', 'Settled.')).toEqual({ ok: true });
    expect(await getClaim(claim)).toMatchObject({ status: 'current', standingReason: null });
  });
});

describe('two records of one thing', () => {
  test('become one: citations move, drafts follow, and the id leads on for ever', async () => {
    const [from, into] = [await newSource({ doi: '10.1234/test' }), await newSource()];
    const claim = await newClaim(from);
    const draft = idOf(
      await beginDraft(EDITOR, { kind: 'claim', recordId: null, content: claimContent(from.toLowerCase(), 'x.1') }),
    );
    expect(await mergeRecords(SENIOR, from, into, 'The same report.')).toEqual({ ok: true });
    expect((await getClaim(claim))?.citations[0]?.source.id).toBe(into);
    expect((await getDraft(EDITOR, draft))?.content).toMatchObject({ citations: [{ source: into.toLowerCase() }] });
    expect(await getRecord('source', Number(from.slice(1)))).toBeNull();
    expect((await getRecord('source', Number(into.slice(1))))?.record.doi).toBe('10.1234/test');
    const third = await newSource();
    await mergeRecords(SENIOR, into, third, 'And again.');
    expect(await getSurvivor('source', Number(from.slice(1)))).toBe(third);
    await expect(
      client.query(
        "insert into sources (id, key, short_name, type, title, author, verification_level, verification_confidence, verification_how) values ($1, 'again', 'x', 'report', 'x', '[]', 'copy', 'low', 'x')",
        [Number(from.slice(1))],
      ),
    ).rejects.toThrow('never used again');
  });

  test('claims keep each citation once, and relations find the survivor', async () => {
    const source = await newSource();
    const [from, into, other] = [await newClaim(source), await newClaim(source), await newClaim(source)];
    const id = idOf(await beginDraft(EDITOR, { kind: 'claim', recordId: other }));
    const content = (await getDraft(EDITOR, id))?.content ?? {};
    const relations = [{ kind: 'contradicts', to: from.toLowerCase(), note: null, seriesBreak: false }];
    await saveDraft(EDITOR, id, 1, { ...content, relations });
    await submitDraft(EDITOR, id, 2);
    expect(await publishDraft(SENIOR, id, 3, 'It does.')).toMatchObject({ ok: true });
    expect(await mergeRecords(SENIOR, from, into, 'Word for word the same.')).toEqual({ ok: true });
    expect((await getClaim(into))?.citations).toHaveLength(1);
    expect((await getClaim(other))?.relations[0]?.claim.id).toBe(into);
    const { rows } = await client.query('select status, citations from claim_index where claim_id = $1', [
      Number(into.slice(1)),
    ]);
    expect(rows).toEqual([{ status: 'current', citations: 1 }]);
  });

  test('are not merged by an editor, with themselves, or without a reason', async () => {
    const source = await newSource();
    await expect(mergeRecords(EDITOR, source, 'S1', 'No.')).rejects.toThrow('senior editor');
    expect(await mergeRecords(SENIOR, source, source, 'No.')).toMatchObject({ ok: false, problem: 'refused' });
    expect(await mergeRecords(SENIOR, source, 'C1', 'No.')).toMatchObject({ ok: false, problem: 'refused' });
    expect(await mergeRecords(SENIOR, source, 'S1', ' ')).toMatchObject({ ok: false, problem: 'refused' });
    expect(await mergeRecords(SENIOR, source, 'S999999', 'No.')).toMatchObject({ ok: false, problem: 'gone' });
  });
});
