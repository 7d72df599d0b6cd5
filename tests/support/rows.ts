import type pg from 'pg';

// Rows that satisfy every rule of the database, for tests that then break one.

const VERIFICATION = {
  verification_level: 'copy',
  verification_confidence: 'high',
  verification_how: 'Read in a test.',
};

let last = 0;
/** A key that no other row of this run has. */
export function newKey(word: string): string {
  last += 1;
  return `${word}-${process.pid}-${last}`;
}

type Columns = Record<string, unknown>;

/** Inserts one row and gives its number. */
export async function insert(client: pg.Client, table: string, row: Columns): Promise<number> {
  const names = Object.keys(row).map((name) => client.escapeIdentifier(name));
  const places = names.map((_, index) => `$${index + 1}`);
  const statement = `insert into ${client.escapeIdentifier(table)} (${names}) values (${places}) returning *`;
  return (await client.query(statement, Object.values(row))).rows[0].id;
}

/** The world, which every claim of these tests is about. */
export async function ensureWorld(client: pg.Client): Promise<void> {
  await client.query(
    `insert into geographies (code, name, kind, ancestors) values ('001', 'World', 'world', '{001}') on conflict do nothing`,
  );
}

export function claimRow(changes: Columns = {}): Columns {
  return {
    key: newKey('claim'),
    statement: 'A test claims that ten children were counted.',
    figure_kind: 'count',
    figure_value: 10,
    figure_unit: 'children',
    figure_bound: 'exact',
    population_group: 'children',
    population_description: 'children in a test',
    geography_code: '001',
    does_not_measure: ['Anything outside this test.'],
    ...VERIFICATION,
    ...changes,
  };
}

export function sourceRow(changes: Columns = {}): Columns {
  return {
    key: newKey('source'),
    short_name: 'Test 2026',
    type: 'report',
    title: 'A report that a test made up',
    author: '[]',
    ...VERIFICATION,
    ...changes,
  };
}

export function citationRow(claim: number, source: number, changes: Columns = {}): Columns {
  return {
    key: newKey('citation'),
    claim_id: claim,
    source_id: source,
    position: 0,
    role: 'states',
    origin_state: 'origin',
    ...VERIFICATION,
    ...changes,
  };
}
