import { randomUUID } from 'node:crypto';
import { zipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { prisma } from '@/db/prisma';
import type { Actor } from '@/domain/permission';
import { getRecord } from '@/features/documents/data';
import { getRedraft } from '@/features/fact-sheets/redraft-data';
import { getRelease } from '@/features/fact-sheets/release-data';
import { listInGallery, putSheetAway, saveSheet } from '@/features/fact-sheets/mutations';
import { changeStanding, mergeRecords } from '@/features/records/mutations';
import { isInGallery, listGallery } from '@/features/releases/gallery-data';
import { listRecalls } from '@/features/releases/recall-data';
import { recallReleases } from '@/features/releases/recall-writer';
import { verifyFile, verifyHash, verifyId } from '@/features/releases/verify-data';
import { filesOf } from '@/formats/fact-sheet/files';
import { readSentFile } from '@/formats/fact-sheet/sent-file';
import { recallMail } from '@/formats/mails';
import type { Mail } from '@/lib/mail';
import { ACTORS, actor, EDITOR, SENIOR } from '../support/actors';
import { handIn, roundFor } from '../support/appraising';
import { takeConsoleErrors } from '../support/console';
import { connect } from '../support/database';
import { makeSheet, releaseSheet, sheetOf } from '../support/fact-sheets';
import { newClaim, newSource, republish } from '../support/making-records';

const app = await connect();
afterAll(() => prisma().$disconnect());

/** Somebody with an account, who can be written to. */
async function owner(): Promise<Actor & { email: string }> {
  const id = randomUUID();
  const email = `${id}@example.org`;
  await app.query(
    "insert into people (id, name, email, email_verified, roles, updated_at) values ($1, 'Olga Owner', $2, true, '{advocate}', now())",
    [id, email],
  );
  return { id, name: 'Olga Owner', roles: ['advocate'], affiliations: [], email };
}

const sent: Mail[] = [];
const telling = {
  mailOf: (news: Parameters<typeof recallMail>[0]) => recallMail(news, 'https://plumbline.example'),
  send: async (mail: Mail) => {
    sent.push(mail);
  },
};
beforeEach(async () => {
  // What earlier tests left is told first, so that each sees its own.
  await recallReleases(telling);
  sent.length = 0;
});

const mailsTo = (person: { email: string }) => sent.filter(({ to }) => to === person.email);

/** A new claim, and a release of somebody's that uses it. */
async function released(person: Actor = ACTORS.advocate) {
  const source = await newSource();
  const claim = await newClaim(source);
  const sheet = await makeSheet(person, sheetOf([claim, 'C1']));
  return { source, claim, sheet, id: await releaseSheet(person, sheet) };
}

async function published(claim: string) {
  const found = await getRecord('claim', Number(claim.slice(1)));
  if (found === null) throw new Error(`there is no ${claim}`);
  return found;
}

async function dispute(claim: string, reason = 'The sample is contested.'): Promise<void> {
  const { version } = await published(claim);
  expect(await changeStanding(EDITOR, claim, version, 'disputed', reason)).toEqual({ ok: true });
}

async function reinstate(claim: string): Promise<void> {
  const { version } = await published(claim);
  expect(await changeStanding(SENIOR, claim, version, 'stands', 'It was looked at again.')).toEqual({ ok: true });
}

describe('verifying', () => {
  test('a release is genuine and still stands as long as nothing has changed', async () => {
    const { id, claim } = await released();
    expect(await verifyId(id)).toMatchObject({
      ...{ genuine: true, how: 'id', state: 'stands', changes: [], newer: null },
      release: { id, number: 1, title: 'Figures and their footing', releasedBy: 'Ada Advocate', claims: [claim, 'C1'] },
    });
  });

  test('an id that nothing has, and a hash of nothing, are nothing', async () => {
    expect(await verifyId('R00000000')).toBeNull();
    expect(await verifyId('nonsense')).toBeNull();
    expect(await verifyHash('0'.repeat(64))).toBeNull();
    expect(await verifyHash('nonsense')).toBeNull();
  });

  test('a file is known by its bytes, and a JSON that was laid out anew by what it says', async () => {
    const person = ACTORS.advocate;
    const pdf = Buffer.from(`%PDF-1.7 a made-up file ${randomUUID()}`);
    const id = await releaseSheet(person, await makeSheet(person, sheetOf(['C1'])), new Map([['pdf-a4', pdf]]));
    const canonical = (await getRelease(id))?.canonical ?? '';
    expect(await verifyFile(readSentFile(pdf))).toMatchObject({
      genuine: true,
      how: 'file',
      format: 'pdf-a4',
      release: { id },
    });
    const asJson = await verifyFile(readSentFile(Buffer.from(canonical)));
    expect(asJson).toMatchObject({ genuine: true, how: 'file', format: 'json', release: { id } });
    const pretty = Buffer.from(`\ufeff${JSON.stringify(JSON.parse(canonical), null, 2)}\n`);
    expect(await verifyFile(readSentFile(pretty))).toMatchObject({ genuine: true, how: 'content', release: { id } });
  });

  test('a changed file is not genuine, and the release that it names is found in it', async () => {
    const { id } = await released();
    const canonical = (await getRelease(id))?.canonical ?? '';
    const changed = canonical.replace('Figures and their footing', 'Figures and their standing');
    expect(changed).not.toBe(canonical);
    const inside = zipSync({ 'docProps/core.xml': Buffer.from(`<dc:identifier>${id}</dc:identifier>`) });
    for (const bytes of [Buffer.from(changed), inside, Buffer.from(`see ${id}.`)])
      expect(await verifyFile(readSentFile(bytes))).toMatchObject({ genuine: false, release: null, named: [id] });
  });

  test('the release is found in every file that our own programs make of it, once that is changed', async () => {
    const { id } = await released();
    const { document, canonical, sha256 } = (await getRelease(id)) ?? {};
    if (document === undefined || canonical === undefined || sha256 === undefined) throw new Error('it is not there');
    const files = await filesOf({ document, sha256, isPreview: false }, canonical);
    for (const format of ['pdf-a4', 'pdf-letter', 'docx-a4', 'docx-letter', 'html', 'md', 'json'] as const) {
      const changed = Buffer.concat([files.get(format) ?? Buffer.alloc(0), Buffer.from('\n\n ')]);
      const { genuine, named } = await verifyFile({ ...readSentFile(changed), contentSha256: null });
      expect([format, genuine, named]).toEqual([format, false, [id]]);
    }
  }, 60_000);

  test('a file that names nothing released here is nothing', async () => {
    for (const text of ['', 'a letter', 'R00000000', '{"format":', '{"id": "R00000000"}'])
      expect(await verifyFile(readSentFile(Buffer.from(text)))).toMatchObject({ genuine: false, named: [] });
  });

  test('names the newer release of the same sheet', async () => {
    const { id, sheet, claim } = await released();
    await saveSheet(ACTORS.advocate, { id: sheet, version: 1, content: sheetOf([claim]) });
    const newer = await releaseSheet(ACTORS.advocate, sheet);
    expect(await verifyId(id)).toMatchObject({ newer: { id: newer, number: 2 } });
    expect(await verifyId(newer)).toMatchObject({ newer: null });
  });
});

describe('what has changed since', () => {
  const changesOf = async (id: string, claim: string) => {
    const verdict = await verifyId(id);
    return [verdict?.state, verdict?.changes.find((one) => one.claim === claim)?.changes.map(({ kind }) => kind) ?? []];
  };

  test('a dispute makes a release stale, and a reinstatement lets it stand again', async () => {
    const { id, claim } = await released();
    await dispute(claim);
    expect(await changesOf(id, claim)).toEqual(['stale', ['status']]);
    expect((await verifyId(id))?.changes[0]?.changes[0]?.message).toBe(
      `${claim} is now disputed: The sample is contested.`,
    );
    await reinstate(claim);
    expect(await changesOf(id, claim)).toEqual(['stands', []]);
  });

  test('a claim that supersedes it does, without a change to its own record', async () => {
    const { id, claim, source } = await released();
    const successor = await newClaim(source);
    await republish(successor, (content) => ({
      ...content,
      relations: [{ kind: 'supersedes', to: claim.toLowerCase(), note: null }],
    }));
    expect(await changesOf(id, claim)).toEqual(['stale', ['status']]);
    expect((await verifyId(id))?.changes[0]?.changes[0]?.message).toBe(`${claim} is superseded by ${successor}.`);
  });

  test('a merge does', async () => {
    const { id, claim, source } = await released();
    const survivor = await newClaim(source);
    expect(await mergeRecords(SENIOR, claim, survivor, 'The same figure.')).toEqual({ ok: true });
    expect(await changesOf(id, claim)).toEqual(['stale', ['gone']]);
    expect((await verifyId(id))?.changes[0]?.changes[0]?.after).toBe(survivor);
  });

  test('a corrected figure does', async () => {
    const { id, claim } = await released();
    await republish(claim, (content) => ({ ...content, figure: { ...(content.figure as object), value: 13 } }));
    expect(await changesOf(id, claim)).toEqual(['stale', ['figure']]);
  });

  test('a new grade does', async () => {
    const { id, claim } = await released();
    const [one, two] = [actor('One', 'editor'), actor('Two', 'editor')];
    const round = await roundFor(claim, [one, two]);
    for (const person of [one, two]) expect(await handIn(person, round)).toMatchObject({ ok: true });
    const [, kinds] = await changesOf(id, claim);
    expect(kinds).toContain('reliability');
  });
});

describe('a recall', () => {
  test('tells the owner of the latest release once, and what changed', async () => {
    const person = await owner();
    const { id, claim, sheet } = await released(person);
    await recallReleases(telling);
    expect(mailsTo(person)).toEqual([]);
    await dispute(claim);
    await recallReleases(telling);
    await recallReleases(telling);
    const [mail, ...more] = mailsTo(person);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(`Changed since your fact sheet: ${claim}`);
    expect(mail?.text).toContain(`${claim} is now disputed: The sample is contested.`);
    expect(mail?.text).toContain(`https://plumbline.example/desk/fact-sheets/${sheet}`);
    expect(mail?.text).toContain(`https://plumbline.example/verify/${id}`);
  });

  test('is mailed once, however many servers look at the same time', async () => {
    const person = await owner();
    const { claim } = await released(person);
    await dispute(claim);
    await Promise.all(Array.from({ length: 5 }, () => recallReleases(telling)));
    expect(mailsTo(person)).toHaveLength(1);
  });

  test('whose mail failed is tried again later, and not at once', async () => {
    const person = await owner();
    const { claim } = await released(person);
    await dispute(claim);
    const fail = { ...telling, send: () => Promise.reject(new Error('the mail server does not answer')) };
    expect(await recallReleases(fail)).toEqual({ told: 0 });
    expect(takeConsoleErrors()).toEqual([
      expect.stringContaining('could not be mailed: the mail server does not answer'),
    ]);
    await recallReleases(telling);
    expect(mailsTo(person)).toEqual([]);
    await app.query("update fact_sheet_recalls set tell_from = now() - interval '1 minute' where told_at is null");
    await recallReleases(telling);
    expect(mailsTo(person)).toHaveLength(1);
  });

  test('that holds no longer is not mailed; the same change again is', async () => {
    const person = await owner();
    const { claim } = await released(person);
    await dispute(claim);
    await reinstate(claim);
    await recallReleases(telling);
    expect(mailsTo(person)).toEqual([]);
    for (const _ of [1, 2]) {
      await dispute(claim);
      await recallReleases(telling);
      await reinstate(claim);
      await recallReleases(telling);
    }
    expect(mailsTo(person)).toHaveLength(2);
  });

  test('says a further change of the same claim, and is silent when the owner has released anew', async () => {
    const person = await owner();
    const { claim, sheet } = await released(person);
    await dispute(claim);
    await recallReleases(telling);
    await republish(claim, (content) => ({ ...content, figure: { ...(content.figure as object), value: 14 } }));
    await recallReleases(telling);
    expect(mailsTo(person)).toHaveLength(2);
    await saveSheet(person, { id: sheet, version: 1, content: sheetOf(['C1']) });
    await releaseSheet(person, sheet);
    await dispute(claim, 'Another reason.');
    await recallReleases(telling);
    expect(mailsTo(person)).toHaveLength(2);
    expect(await listRecalls(person)).toEqual([]);
  });

  test('stands in the list of its owner at once, and in nobody else’s', async () => {
    const [person, other] = [await owner(), await owner()];
    const { id, claim, sheet } = await released(person);
    await dispute(claim);
    expect(await listRecalls(person)).toMatchObject([
      { sheetId: sheet, releaseId: id, number: 1, claims: [{ claim, since: null, changes: [{ kind: 'status' }] }] },
    ]);
    await recallReleases(telling);
    const [recall] = await listRecalls(person);
    expect(Date.now() - Date.parse(recall?.claims[0]?.since ?? '')).toBeLessThan(60_000);
    expect(await listRecalls(other)).toEqual([]);
  });
});

test('a redraft puts the last successor in the place of a superseded claim', async () => {
  const { sheet, claim, source } = await released();
  const [second, third] = [await newClaim(source), await newClaim(source)];
  for (const [from, to] of [
    [second, claim],
    [third, second],
  ] as const)
    await republish(from, (content) => ({
      ...content,
      relations: [{ kind: 'supersedes', to: to.toLowerCase(), note: null }],
    }));
  expect(await getRedraft(ACTORS.advocate, sheet)).toEqual({
    replacements: [{ from: claim, to: third, why: `${claim} is superseded by ${second}.` }],
    left: [],
  });
  expect(await getRedraft(SENIOR, sheet)).toBeNull();
});

test('the gallery shows the latest release of each sheet that its owner shows, page by page', async () => {
  const person = ACTORS.advocate;
  const all = [await released(), await released(), await released()];
  expect((await listGallery({ limit: 100 })).releases).toEqual([]);
  for (const { sheet } of all) await listInGallery(person, { id: sheet, isListed: true });
  const [first, second, third] = all;
  const newest = await releaseSheet(person, first?.sheet ?? '');
  const pages: string[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const { releases, next } = await listGallery({ limit: 2, cursor });
    pages.push(...releases.map(({ id }) => id));
    more = next !== null;
    cursor = next ?? undefined;
  }
  expect(pages).toEqual([newest, third?.id, second?.id]);
  await expect(listGallery({ limit: 2, cursor: 'nonsense' })).rejects.toThrow('is not a cursor');
  await dispute(third?.claim ?? '');
  await putSheetAway(person, { id: second?.sheet ?? '', away: true });
  expect((await listGallery({ limit: 100 })).releases.map(({ id, isStale }) => [id, isStale])).toEqual([
    [newest, false],
    [third?.id, true],
  ]);
  expect(await isInGallery(second?.id ?? '')).toBe(false);
});
