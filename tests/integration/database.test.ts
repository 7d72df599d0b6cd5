import { beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../support/database';
import { citationRow, claimRow, ensureWorld, insert, newKey, sourceRow } from '../support/rows';

// Each rule of the domain stands in the database once more, so that no road leads round it.

const client = await connect();
const owner = await connect('owner');

beforeAll(() => ensureWorld(client));

describe('a claim is refused', () => {
  const percentage = { figure_kind: 'percentage', figure_unit: 'per cent' };
  const direction = { figure_kind: 'direction', figure_value: null, figure_direction: 'increases' };
  const refused: [why: string, changes: Record<string, unknown>, rule: string][] = [
    ['whose low is above its high', { figure_value: null, figure_low: 3, figure_high: 2 }, 'claims_low_point_high'],
    ['whose point is below its low', { figure_value: 1, figure_low: 2, figure_high: 3 }, 'claims_low_point_high'],
    ['whose point is above its high', { figure_value: 4, figure_low: 2, figure_high: 3 }, 'claims_low_point_high'],
    ['of more than a hundred per cent', { ...percentage, figure_value: 100.5 }, 'claims_percentage_range'],
    ['of less than nothing per cent', { ...percentage, figure_value: -1 }, 'claims_percentage_range'],
    [
      'whose percentage could be over a hundred',
      { ...percentage, figure_value: 90, figure_high: 101 },
      'claims_percentage_range',
    ],
    ['that counts fewer than none', { figure_value: -1 }, 'claims_never_negative'],
    ['without number and without direction', { figure_value: null }, 'claims_number_or_direction'],
    ['with a direction beside its number', { figure_direction: 'increases' }, 'claims_number_or_direction'],
    ['of a direction with a number', { ...direction, figure_value: 7 }, 'claims_number_or_direction'],
    ['of a direction that names none', { ...direction, figure_direction: null }, 'claims_number_or_direction'],
    ['that says nothing', { statement: '  ' }, 'claims_statement_said'],
    ['of people older than people get', { population_age_min: 130 }, 'claims_ages'],
    ['whose youngest are older than its oldest', { population_age_min: 18, population_age_max: 5 }, 'claims_ages'],
    ['with a date that is none', { period_start: '1999-1' }, 'claims_period_dates'],
    ['whose period ends before it begins', { period_start: '2025', period_end: '2024-12' }, 'claims_period_order'],
    ['of an exact count of half a child', { figure_bound: 'exact', figure_value: 12.5 }, 'claims_whole_counts'],
    ['of more than is printed exactly', { figure_value: 1e29 }, 'claims_printable_numbers'],
    ['of an interval between nothing', { figure_interval: 'range' }, 'claims_interval_of_ends'],
    ['that is disputed without a reason', { standing: 'disputed' }, 'claims_doubt_has_reason'],
    ['that does not say what it does not measure', { does_not_measure: [] }, 'claims_does_not_measure'],
    ['that leaves it out', { does_not_measure: null }, 'claims_does_not_measure'],
    ['about a place that is not known', { geography_code: 'ZZ' }, 'claims_geography_code_fkey'],
  ];
  test.each(refused)('%s', async (_why, changes, constraint) => {
    await expect(insert(client, 'claims', claimRow(changes))).rejects.toMatchObject({ constraint });
  });

  const accepted: [what: string, changes: Record<string, unknown>][] = [
    ['with low, point and high in order', { figure_low: 9, figure_value: 10, figure_high: 11 }],
    ['with a range alone', { figure_value: null, figure_low: 2, figure_high: 2 }],
    ['of exactly a hundred per cent', { ...percentage, figure_value: 100 }],
    ['of a fall in per cent', { figure_kind: 'percent-change', figure_value: -40 }],
    ['of a direction without a number', direction],
    ['of about half a child', { figure_bound: 'approximately', figure_value: 12.5 }],
    ['of the largest number that is printed exactly', { figure_value: Number.MAX_SAFE_INTEGER }],
    ['of a year and a month in it', { period_start: '2025-03', period_end: '2025' }],
  ];
  test.each(accepted)('and one %s is not', async (_what, changes) => {
    await expect(insert(client, 'claims', claimRow(changes))).resolves.toBeGreaterThan(0);
  });

  test('also when a correct one is changed into it', async () => {
    const id = await insert(client, 'claims', claimRow());
    const change = client.query('update claims set figure_low = 11 where id = $1', [id]);
    await expect(change).rejects.toMatchObject({ constraint: 'claims_low_point_high' });
  });
});

describe('a source is refused', () => {
  const doi = `10.1000/${newKey('doi')}`;
  const refused: [why: string, changes: Record<string, unknown>, rule: string][] = [
    ['whose DOI another source has', { doi }, 'sources_doi_key'],
    ['whose DOI is an address', { doi: 'https://doi.org/10.1000/a' }, 'sources_doi_bare'],
    [
      'whose DOI is in capitals, and so would not be found to be the same',
      { doi: doi.toUpperCase() },
      'sources_doi_bare',
    ],
    ['with a date that is none', { issued: '2002-4' }, 'sources_issued_date'],
    ['whose address is a script', { url: 'javascript:alert(1)' }, 'sources_url_http'],
  ];
  beforeAll(() => insert(client, 'sources', sourceRow({ doi })));
  test.each(refused)('%s', async (_why, changes, constraint) => {
    await expect(insert(client, 'sources', sourceRow(changes))).rejects.toMatchObject({ constraint });
  });
});

describe('a citation', () => {
  const cite = async (changes: Record<string, unknown> = {}) => {
    const claim = await insert(client, 'claims', claimRow());
    const source = await insert(client, 'sources', sourceRow());
    return insert(client, 'citations', citationRow(claim, source, changes));
  };

  test('never draws on itself', async () => {
    const other = await cite();
    const id = await cite({ origin_state: 'drawn', drawn_from_id: other });
    const change = client.query('update citations set drawn_from_id = id where id = $1', [id]);
    await expect(change).rejects.toMatchObject({ constraint: 'citations_never_itself' });
  });

  test('that is drawn says from where, and one that is an origin does not', async () => {
    const constraint = 'citations_one_origin_state';
    await expect(cite({ origin_state: 'drawn' })).rejects.toMatchObject({ constraint });
    const other = await cite();
    await expect(cite({ origin_state: 'origin', drawn_from_id: other })).rejects.toMatchObject({ constraint });
    await expect(cite({ origin_state: 'untraced', search_log: 'Looked.', drawn_from_id: other })).rejects.toMatchObject(
      { constraint },
    );
  });

  test('without a known origin says where one was looked for', async () => {
    await expect(cite({ origin_state: 'untraced' })).rejects.toMatchObject({
      constraint: 'citations_untraced_searched',
    });
  });

  test('that another one draws on cannot be deleted', async () => {
    const origin = await cite();
    await cite({ origin_state: 'drawn', drawn_from_id: origin });
    const deletion = client.query('delete from citations where id = $1', [origin]);
    await expect(deletion).rejects.toMatchObject({ constraint: 'citations_drawn_from_id_fkey' });
  });
});

test('a claim has no relation to itself', async () => {
  const id = await insert(client, 'claims', claimRow());
  const relation = insert(client, 'claim_relations', { from_id: id, to_id: id, kind: 'supersedes' });
  await expect(relation).rejects.toMatchObject({ constraint: 'claim_relations_never_itself' });
});

test('a break lies only between claims that follow each other, and a claim is of a series that is there', async () => {
  const [from, to] = [await insert(client, 'claims', claimRow()), await insert(client, 'claims', claimRow())];
  const relation = { from_id: from, to_id: to, kind: 'contradicts', series_break: true };
  await expect(insert(client, 'claim_relations', relation)).rejects.toMatchObject({
    constraint: 'claim_relations_break_in_series',
  });
  await expect(insert(client, 'claims', claimRow({ series: 'nowhere' }))).rejects.toMatchObject({
    constraint: 'claims_series_fkey',
  });
});

test('a provisional reading is of a source or of a claim, never of both or neither', async () => {
  const claim = await insert(client, 'claims', claimRow());
  const source = await insert(client, 'sources', sourceRow());
  const reading = { after: 'AACODS', reader: 'a test', judgement: '{}' };
  const constraint = 'provisional_readings_of_one_thing';
  await expect(insert(client, 'provisional_readings', reading)).rejects.toMatchObject({ constraint });
  await expect(
    insert(client, 'provisional_readings', { ...reading, claim_id: claim, source_id: source }),
  ).rejects.toMatchObject({ constraint });
});

describe('public numbers', () => {
  const tables: [table: string, row: (changes?: Record<string, unknown>) => Record<string, unknown>][] = [
    ['claims', claimRow],
    ['sources', sourceRow],
  ];

  test.each(tables)(
    'of %s written here start at 10,001, above those of the bundled evidence base',
    async (table, row) => {
      const { rows } = await owner.query('select start_value, min_value from pg_sequences where sequencename = $1', [
        `${table}_id_seq`,
      ]);
      expect(rows).toEqual([{ start_value: '10001', min_value: '10001' }]);
      expect(await insert(client, table, row())).toBeGreaterThanOrEqual(10_001);
    },
  );

  test.each(tables)('of %s are never used again, not even by the owner of the tables', async (table, row) => {
    const id = await insert(client, table, row());
    await client.query(`delete from ${table} where id = $1`, [id]);
    for (const writer of [client, owner]) {
      await expect(insert(writer, table, row({ id }))).rejects.toThrow(`number ${id} of ${table} was used before`);
    }
    expect(await insert(client, table, row())).toBeGreaterThan(id);
  });
});

describe('the history', () => {
  test.each(['update events set summary = $1 where id = $2', 'delete from events where summary <> $1 and id = $2'])(
    'is append-only: %s',
    async (statement) => {
      const id = await insert(client, 'events', {
        actor: 'a test',
        action: 'added',
        subject: 'C1',
        summary: 'A line.',
      });
      await expect(client.query(statement, ['Another line.', id])).rejects.toThrow(/permission denied/);
      await expect(owner.query(statement, ['Another line.', id])).rejects.toThrow('the history is append-only');
    },
  );

  test('cannot be emptied', async () => {
    await expect(owner.query('truncate events')).rejects.toThrow('the history is append-only');
  });
});

describe('the role of the web server', () => {
  test.each([
    'drop table claims',
    'create table mine (a int)',
    'alter table events disable trigger all',
    'truncate claims cascade',
    'delete from retired_numbers',
    "select setval('claims_id_seq', 10001)",
    'delete from _prisma_migrations',
    "copy claims to program 'true'",
    'select draft from appraisals',
  ])('may not: %s', async (statement) => {
    await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('may see which migrations were applied', async () => {
    const { rows } = await client.query('select migration_name from _prisma_migrations where finished_at is not null');
    expect(rows.length).toBeGreaterThan(0);
  });
});
