import 'server-only';
import { z } from 'zod';
import { RelationKind } from '../../domain/claim';
import { seriesBreaks } from '../../domain/comparison/breaks';
import { compareClaims } from '../../domain/comparison/compare';
import type { ComparedClaim } from '../../domain/comparison/compared-claim';
import { ASPECT } from '../../domain/comparison/verdict';
import { MethodKind } from '../../domain/method';
import { queryOne, type Sql, sql } from '../../db/sql';
import { SUMMARY_COLUMNS, SUMMARY_TABLES, SummaryRow, toSummary } from '../claims/claim-sql';
import { survivorsOf } from '../documents/merged-data';
import { COMPARED_MIN, type ComparedClaimDto, type ComparisonDto } from './schema';

const ComparedRow = SummaryRow.extend({
  definition: z.string().nullable(),
  series: z.string().nullable(),
  within: z.array(z.string()),
});

const Rows = z.object({
  claims: z.array(ComparedRow),
  relations: z.array(z.object({ from: z.string(), to: z.string(), kind: RelationKind })),
  steps: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      kind: z.enum(['supersedes', 'continues']),
      fromMethod: MethodKind,
      toMethod: MethodKind,
      recorded: z.boolean(),
      note: z.string().nullable(),
    }),
  ),
});

/** What is found of the claims asked for: all known ones side by side, and the ids that no claim has. */
export type FoundComparison = {
  /** Null where fewer than two are known. */
  comparison: ComparisonDto | null;
  /** The known ids, in the order asked for. */
  known: string[];
  unknown: string[];
  /** Ids of claims that were merged into another, which is compared in their place. */
  moved: { from: string; into: string }[];
};

/**
 * Compares claims, in one statement whatever their number; where an id is not found, another says what it was merged into.
 *
 * @param ids well-formed ids of claims, each once, at most six
 */
export async function getComparison(ids: readonly string[]): Promise<FoundComparison> {
  const found = await compareIds(ids);
  const survivors = found.unknown.length === 0 ? new Map<string, string>() : await survivorsOf(found.unknown);
  if (survivors.size === 0) return { ...found, moved: [] };
  const moved = [...survivors].map(([from, into]) => ({ from, into }));
  return { ...(await compareIds([...new Set(ids.map((id) => survivors.get(id) ?? id))])), moved };
}

async function compareIds(ids: readonly string[]): Promise<Omit<FoundComparison, 'moved'>> {
  if (ids.length === 0) return { comparison: null, known: [], unknown: [] };
  const rows = await queryOne(Rows, statement(ids.map((id) => Number(id.slice(1)))));
  if (rows === null) throw new Error('a statement without a FROM gives one row');
  const found = new Map(rows.claims.map((row) => [`C${row.number}`, row]));
  const known = ids.filter((id) => found.has(id));
  const unknown = ids.filter((id) => !found.has(id));
  if (known.length < COMPARED_MIN) return { comparison: null, known, unknown };
  const claims = known.flatMap((id) => {
    const row = found.get(id);
    return row === undefined ? [] : [toCompared(row)];
  });
  const { relations, steps } = rows;
  const breaks = seriesBreaks(
    claims.map(({ compared }) => compared),
    steps,
  );
  const { aspects, chart, mustAcknowledge } = compareClaims(
    claims.map(({ compared }) => compared),
    { relations, breaks },
  );
  const comparison: ComparisonDto = {
    claims: claims.map(({ dto }) => dto),
    aspects: aspects.map((entry) => ({
      aspect: entry.aspect,
      label: ASPECT[entry.aspect],
      verdict: entry.verdict,
      sentence: entry.sentence,
      values: entry.values,
    })),
    breaks,
    mustAcknowledge,
    chart: chart.drawable
      ? { drawable: true, scale: chart.scale, reason: null }
      : { drawable: false, scale: null, reason: chart.reason },
  };
  return { comparison, known, unknown };
}

function toCompared(row: z.infer<typeof ComparedRow>): { dto: ComparedClaimDto; compared: ComparedClaim } {
  const { definition, series, within } = row;
  const dto = { ...toSummary(row), definition, series };
  return { dto, compared: { ...dto, place: { ...dto.geography, within } } };
}

/** The claims; what relates them to each other, however many wholes lie between; and the steps of their series. */
function statement(numbers: readonly number[]): Sql {
  const claims = sql`select ${SUMMARY_COLUMNS}, c.definition, c.series, (
      with recursive area (code, parent) as (
        select code, parent_id from geographies where code = c.geography_code
        union select p.code, p.parent_id from geographies p join area on p.code = area.parent)
      select coalesce(json_agg(area.code), '[]') from area where area.code <> c.geography_code) as within
    from ${SUMMARY_TABLES} where c.id = any(${numbers}::int[])`;
  const relations = sql`with recursive whole (part, whole) as (
      select from_id, to_id from claim_relations where kind = 'part-of' and from_id = any(${numbers}::int[])
      union select w.part, r.to_id from whole w join claim_relations r on r.from_id = w.whole and r.kind = 'part-of')
    select 'C' || part as "from", 'C' || whole as "to", 'part-of' as kind from whole
      where whole = any(${numbers}::int[]) and part <> whole
    union select 'C' || from_id, 'C' || to_id, kind::text from claim_relations
      where from_id = any(${numbers}::int[]) and to_id = any(${numbers}::int[])`;
  const steps = sql`select 'C' || r.from_id as "from", 'C' || r.to_id as "to", r.kind,
      fi.method_kind as "fromMethod", ti.method_kind as "toMethod", r.note, r.series_break as recorded
    from claim_relations r
    join claims f on f.id = r.from_id join claim_index fi on fi.claim_id = f.id
    join claims t on t.id = r.to_id join claim_index ti on ti.claim_id = t.id
    where r.kind in ('supersedes', 'continues') and (
      r.from_id = any(${numbers}::int[]) or r.to_id = any(${numbers}::int[])
      or f.series in (select series from claims where id = any(${numbers}::int[])))`;
  return sql`select (select coalesce(json_agg(x), '[]') from (${claims}) x) as claims,
    (select coalesce(json_agg(x), '[]') from (${relations}) x) as relations,
    (select coalesce(json_agg(x), '[]') from (${steps}) x) as steps`;
}
