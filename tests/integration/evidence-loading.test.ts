import { afterEach, describe, expect, test } from 'vitest';
import { prisma } from '@/db/prisma';
import { transmissionOf } from '@/domain/lineage/transmission';
import { readBundledEvidence } from '@/features/evidence-base/bundle';
import { loadBundledEvidence, loadEvidence } from '@/features/evidence-base/mutations';
import { getClaim } from '@/features/claims/data';
import { isNeverLinked } from '@/lib/denied-links';
import { connect } from '../support/database';

const owner = await connect('owner');
const bundle = await readBundledEvidence();
if (!bundle.ok) throw new Error(bundle.faults.join('\n'));
const { base } = bundle;

afterEach(() => prisma().$disconnect());

/** Everything in the database that loading could touch, as one text. */
async function contents(): Promise<string> {
  const tables = [
    'sources',
    'claims',
    'citations',
    'distortions',
    'claim_relations',
    'method_notes',
    'claim_grades',
    'source_grades',
    'provisional_readings',
    'events',
    'claim_index',
    'facet_bitmaps',
    'search_words',
    'geographies',
    'topics',
    'series',
    'terms',
  ];
  const sums = await Promise.all(
    tables.map(
      async (table) =>
        (await owner.query(`select count(*), md5(string_agg(t::text, '|' order by t::text)) from ${table} t`)).rows[0],
    ),
  );
  return JSON.stringify(sums);
}

describe('the bundled evidence base', () => {
  test('loaded a second time changes nothing', async () => {
    const before = await contents();
    expect(await loadBundledEvidence()).toEqual({ loaded: false, claims: 0, sources: 0 });
    expect(await contents()).toBe(before);
  });

  test('comes out of the database as it stands in its files', async () => {
    const sources = new Map(base.sources.map((source) => [source.key, source.id]));
    for (const record of base.claims) {
      const claim = await getClaim(record.id);
      expect(claim).toMatchObject({
        statement: record.statement,
        figure: record.figure,
        population: record.population,
        period: record.period,
        definition: record.definition,
        doesNotMeasure: record.doesNotMeasure,
        standing: record.standing,
        standingReason: record.standingReason,
        methodNote: record.methodNote,
        verification: record.verification,
        reliability: record.appraisal?.reliability.level ?? 'not-graded',
      });
      expect(claim?.topics.map((topic) => topic.code)).toEqual(record.topics);
      expect(claim?.grades.transmission).toBe(transmissionOf(record.citations).fidelity);
      const printed = (of: { locator: string | null; figureAsPrinted: string | null; role: string }) => [
        of.locator,
        of.figureAsPrinted,
        of.role,
      ];
      const key = (citation: ReturnType<typeof printed>) => JSON.stringify(citation);
      expect(
        claim?.citations
          .map((citation) => [citation.source.id, ...printed(citation), citation.distortions.map((d) => d.kind).sort()])
          .sort((a, b) => key(a as never).localeCompare(key(b as never))),
      ).toEqual(
        record.citations
          .map((citation) => [
            sources.get(citation.source),
            ...printed(citation),
            citation.distortions.map((d) => d.kind).sort(),
          ])
          .sort((a, b) => key(a as never).localeCompare(key(b as never))),
      );
      expect(claim?.relations.filter((relation) => relation.direction === 'outgoing').length).toBe(
        record.relations.length,
      );
    }
  });

  test('shows every one of its appraisals as provisional', async () => {
    const { rows } = await owner.query(
      'select count(*)::int as n from (select provisional from claim_grades union all select provisional from source_grades) g where not provisional',
    );
    expect(rows[0].n).toBe(0);
  });

  test('never overwrites what somebody changed here', async () => {
    await owner.query("update claims set definition = 'An editor wrote this.' where id = 1");
    await loadBundledEvidence();
    expect((await getClaim('C1'))?.definition).toBe('An editor wrote this.');
  });

  test('brings its series breaks to a database that has their relations without them, and nothing else', async () => {
    const read = async () =>
      (await owner.query('select * from claim_relations order by from_id, to_id, kind')).rows as {
        from_id: number;
        to_id: number;
        kind: string;
        note: string | null;
        series_break: boolean;
      }[];
    const [broken] = (await read()).filter((relation) => relation.series_break);
    if (broken === undefined) throw new Error('the evidence base records breaks');
    const [first, second] = [base.claims[0], base.claims[1]].map((claim) => Number(claim?.id.slice(1)));
    await owner.query("insert into claim_relations values ($1, $2, 'continues', 'By an editor.')", [second, first]);
    const note = 'An editor wrote this note.';
    const place = [broken.from_id, broken.to_id, broken.kind];
    await owner.query('update claim_relations set note = $4 where from_id = $1 and to_id = $2 and kind = $3', [
      ...place,
      note,
    ]);
    const before = await read();
    await owner.query('update claim_relations set series_break = false');
    const events = async () => (await owner.query("select subject from events where action = 'changed'")).rows;
    expect(await events()).toEqual([]);

    expect(await loadBundledEvidence()).toEqual({ loaded: true, claims: 0, sources: 0 });
    expect(await read()).toEqual(before);
    expect(before).toContainEqual({ ...broken, note });
    expect(before).toContainEqual(expect.objectContaining({ from_id: second, to_id: first, series_break: false }));
    const claims = new Set(before.filter((relation) => relation.series_break).map(({ from_id }) => `C${from_id}`));
    expect((await events()).map(({ subject }) => subject).sort()).toEqual([...claims].sort());

    expect((await loadBundledEvidence()).loaded).toBe(false);

    // What an editor takes out at the desk stays out.
    await owner.query('update claims set version = 2 where id = $1', [broken.from_id]);
    await owner.query('update claim_relations set series_break = false where from_id = $1', [broken.from_id]);
    expect((await loadBundledEvidence()).loaded).toBe(false);
    await owner.query('update claims set version = 1 where id = $1', [broken.from_id]);
    await owner.query('delete from claim_relations where from_id = $1 and to_id = $2', [second, first]);
  });

  test('gives a number that was retired to nobody, and does not bring its claim back', async () => {
    const last = base.claims.at(-1);
    if (last === undefined) throw new Error('the evidence base has claims');
    const number = Number(last.id.slice(1));
    await owner.query('begin');
    await owner.query('delete from claim_index where claim_id = $1', [number]);
    for (const table of ['claim_topics', 'method_notes', 'claim_grades', 'provisional_readings']) {
      await owner.query(`delete from ${table} where claim_id = $1`, [number]);
    }
    await owner.query('delete from claim_relations where from_id = $1 or to_id = $1', [number]);
    await owner.query('delete from distortions where citation_id in (select id from citations where claim_id = $1)', [
      number,
    ]);
    await owner.query(
      "update citations set drawn_from_id = null, origin_state = 'untraced', search_log = 'Its origin was deleted in a test.' where drawn_from_id in (select id from citations where claim_id = $1)",
      [number],
    );
    await owner.query('delete from citations where claim_id = $1', [number]);
    await owner.query('delete from claims where id = $1', [number]);
    await owner.query('commit');
    expect((await loadBundledEvidence()).claims).toBe(0);
    expect(await getClaim(last.id)).toBeNull();
  });

  test('comes without an address of a host that the site denies, and names none of those that it always denies', async () => {
    expect(base.sources.filter(({ url }) => isNeverLinked(url))).toEqual([]);
    const [like] = base.sources;
    if (like === undefined) throw new Error('the evidence base has sources');
    const sources = ['https://denied.example/a', 'https://fine.example/b'].map((url, n) => ({
      ...like,
      ...{ id: `S${9100 + n}`, key: `linked-${n}`, doi: null, appraisal: null, url },
    }));
    process.env.LINK_DENY_HOSTS = 'denied.example *';
    try {
      expect(await loadEvidence({ ...base, sources, claims: [] })).toMatchObject({ sources: 2 });
    } finally {
      delete process.env.LINK_DENY_HOSTS;
    }
    const { rows } = await owner.query('select url from sources where id in (9100, 9101) order by id');
    expect(rows).toEqual([{ url: null }, { url: 'https://fine.example/b' }]);
    expect((await owner.query("select after ->> 'url' as url from events where subject = 'S9100'")).rows).toEqual([
      { url: null },
    ]);
  });

  test('is loaded whole or not at all', async () => {
    const before = await contents();
    const claim = base.claims[0];
    if (claim === undefined) throw new Error('the evidence base has claims');
    const broken = {
      ...claim,
      id: 'C9001',
      key: 'broken',
      citations: [],
      figure: { ...claim.figure, low: 5, high: 1 },
    };
    const fine = { ...claim, id: 'C9000', key: 'fine', citations: [], relations: [] };
    await expect(loadEvidence({ ...base, claims: [fine, broken] })).rejects.toThrow();
    expect(await contents()).toBe(before);
  });
});
