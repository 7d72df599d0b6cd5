import type { ImportKind } from '@/domain/imports/row';
import { templateColumns } from '@/formats/import/csv';
import { csvOf } from '@/formats/csv';

// Files for tests of imports.

type Cells = Record<string, string>;

/** A row of claims that has no fault. */
export const CLAIM: Cells = {
  statement: 'A test counted 123,457 children in 2011.',
  kind: 'count',
  value: '123457',
  unit: 'children',
  bound: 'exact',
  population_group: 'children',
  population: 'Children in a test',
  age_max: '17',
  geography: '001',
  period_start: '2011',
  period_end: '2011',
  measure: 'flow',
  topics: 'online|trafficking',
  does_not_measure: 'Anything outside this test.|Children nobody counted.',
  method_kind: 'administrative-records',
  source: 'S1',
  locator: 'p. 4',
  role: 'states',
  origin: 'origin',
};

/** A row of sources that has no fault. */
export const SOURCE: Cells = {
  key: 'test-report',
  title: 'A report that only this test knows of',
  type: 'report',
  author: 'Doe, Jane|{Institute of Tests}',
  issued: '2019-05',
  publisher: 'Institute of Tests',
  doi: '10.5555/only-in-a-test',
};

/** A CSV of these rows, as our own writer makes it. */
export function csvFile(kind: ImportKind, rows: readonly Cells[]): Uint8Array {
  const heads = templateColumns(kind);
  return Buffer.from(
    csvOf(
      heads,
      rows.map((row) => heads.map((head) => row[head] ?? null)),
    ),
  );
}
