import { shortPeriodText } from '../domain/series-text';
import { CLAIM_STATUS, METHOD_KIND, RELIABILITY } from '../domain/words';
import type { SeriesDto, SeriesPoint } from '../features/series/schema';
import { csvOf } from './csv';

type Column = readonly [head: string, cell: (point: SeriesPoint) => string | number | null];

const COLUMNS: readonly Column[] = [
  ['claim', ({ claim }) => claim.id],
  ['statement', ({ claim }) => claim.statement],
  ['status', ({ claim }) => CLAIM_STATUS[claim.status].label],
  ['period', ({ claim }) => shortPeriodText(claim.period)],
  ['period_start', ({ claim }) => claim.period.start],
  ['period_end', ({ claim }) => claim.period.end],
  ['stock_or_flow', ({ claim }) => claim.period.measure],
  ['value', ({ claim }) => claim.figure.value],
  ['low', ({ claim }) => claim.figure.low],
  ['high', ({ claim }) => claim.figure.high],
  ['bound', ({ claim }) => claim.figure.bound],
  ['unit', ({ claim }) => claim.figure.unit],
  ['of', ({ claim }) => claim.figure.of],
  ['figure_kind', ({ claim }) => claim.figure.kind],
  ['direction', ({ claim }) => claim.figure.direction],
  ['population', ({ claim }) => claim.population.description],
  ['place', ({ claim }) => claim.geography.name],
  ['method', ({ claim }) => METHOD_KIND[claim.methodKind].label],
  ['reliability', ({ claim }) => RELIABILITY[claim.reliability].label],
  ['provisional', ({ claim }) => String(claim.grades.provisional)],
  ['origin', ({ claim }) => claim.origin?.source.title ?? null],
  ['compared_with', ({ comparison }) => comparison?.to ?? null],
  ['changes', ({ comparison }) => comparison?.changes.map(({ text }) => text).join('; ') ?? null],
  ['note', ({ comparison }) => comparison?.note ?? null],
  ['does_not_measure', ({ claim }) => claim.doesNotMeasure.join(' ')],
];

/** A series as a table, one row a claim, with all that a claim must never be without. */
export function seriesCsv(series: SeriesDto): string {
  return csvOf(
    COLUMNS.map(([head]) => head),
    series.points.map((point) => COLUMNS.map(([, cell]) => cell(point))),
  );
}
