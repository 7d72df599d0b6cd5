import 'server-only';
import { z } from 'zod';
import { findNumbers, numberToken } from '../../domain/text/numbers';
import { parseSearchQuery, type SearchQuery } from '../../domain/text/search-query';
import { join, query, type Sql, sql } from '../../db/sql';
import { BadCursor, decodeCursor, encodeCursor } from '../../lib/cursor';
import { SUMMARY_COLUMNS, SUMMARY_TABLES, SummaryRow, toSummary } from './claim-sql';
import { effectiveSort } from './filters';
import { getClaimFacets } from './facet-data';
import type { ClaimFacets, ClaimFilters, ClaimSort, ClaimSummary } from './schema';
import { conditions, type CorrectedWord, correctWords, tsQuery } from './search-sql';

/** A claim in a list, with the ranges of its statement (UTF-16 offsets) that the search matched. */
export type FoundClaim = ClaimSummary & { highlights: [number, number][] };

export type ClaimList = {
  claims: FoundClaim[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
  facets: ClaimFacets | null;
  correctedWords: CorrectedWord[];
};

/** Where a page ended: the sort it belongs to, the value sorted by, and the claim's number to settle ties. */
const Place = z.tuple([z.enum(['relevance', 'citations', 'newest', 'largest', 'id']), z.number(), z.number().int()]);

/** More than anybody pages through: 100 pages. */
const RANKED_MAX = 2000;

const START = '\u0002';
const STOP = '\u0003';
const ListRow = SummaryRow.extend({ sort_value: z.number(), marked: z.string() });

/** The claims of these public ids, by number; an id that no claim has is left out. */
export async function listClaimsById(ids: readonly string[]): Promise<ClaimSummary[]> {
  if (ids.length === 0) return [];
  const numbers = ids.map((id) => Number(id.slice(1)));
  const rows = await query(
    SummaryRow,
    sql`select ${SUMMARY_COLUMNS} from ${SUMMARY_TABLES} where c.id = any(${numbers}::int[]) order by c.id`,
  );
  return rows.map(toSummary);
}

/**
 * One page of the claim list.
 *
 * @param options.limit 1–100 claims a page
 * @throws {BadCursor} when the cursor is not one of this list in this order
 */
export async function listClaims(
  filters: ClaimFilters,
  options: { limit: number; cursor?: string | undefined; facets?: boolean | undefined },
): Promise<ClaimList> {
  const search = parseSearchQuery(filters.q ?? '');
  const searched = search.words.length + search.numbers.length > 0;
  const sort = searched
    ? effectiveSort(filters)
    : filters.sort === 'relevance'
      ? 'citations'
      : (filters.sort ?? 'citations');
  const after = options.cursor === undefined ? null : placeOf(options.cursor, sort);
  const correctedWords = await correctWords(search.words);
  const text = searched ? tsQuery(search, correctedWords) : null;
  const numbers = search.numbers.map((number) => number.value);
  const order = { sort, value: sortExpression(sort, text, numbers) };
  const [rows, facets] = await Promise.all([
    query(ListRow, listStatement(filters, text, order, after, options.limit)),
    options.facets ? getClaimFacets(filters, text) : null,
  ]);
  const page = rows.slice(0, options.limit);
  const last = page.at(-1);
  return {
    claims: page.map((row) => ({ ...toSummary(row), highlights: highlightsOf(row, search) })),
    next: rows.length > options.limit && last ? encodeCursor([sort, last.sort_value, last.number]) : null,
    facets,
    correctedWords,
  };
}

function placeOf(cursor: string, sort: ClaimSort): z.infer<typeof Place> {
  const place = decodeCursor(Place, cursor);
  if (place === null || place[0] !== sort) throw new BadCursor('is not a cursor of this list in this order');
  return place;
}

/** What each order sorts by, largest first; `id` counts up, so its value is the number negated. */
function sortExpression(sort: ClaimSort, text: Sql | null, numbers: readonly number[]): Sql {
  if (sort === 'relevance' && text !== null) {
    const rank = sql`ts_rank_cd(i.document, ${text}, 1)::float8`;
    // Who searches for a number wants the claim of that number before those that only mention it.
    return numbers.length === 0
      ? rank
      : sql`(${rank} + (coalesce(abs(i.value_min) = any(${[...numbers]}::float8[]), false)
          or coalesce(abs(i.value_max) = any(${[...numbers]}::float8[]), false))::int)`;
  }
  if (sort === 'newest') return sql`coalesce(i.year_end, 0)`;
  if (sort === 'largest') return sql`coalesce(i.value_max, -1e308)`;
  return sort === 'id' ? sql`-i.claim_id` : sql`i.citations`;
}

function listStatement(
  filters: ClaimFilters,
  text: Sql | null,
  { sort, value }: { sort: ClaimSort; value: Sql },
  after: z.infer<typeof Place> | null,
  limit: number,
): Sql {
  const wanted = join(conditions(filters, text), ' and ', 'true');
  const place =
    after === null ? sql`true` : sql`(${value} < ${after[1]} or (${value} = ${after[1]} and i.claim_id > ${after[2]}))`;
  // Ranking reads the whole text of every claim that is ranked. Of very many, the most cited are.
  const ranked = sql`(select * from claim_index i where ${wanted} order by i.citations desc, i.claim_id limit ${RANKED_MAX})`;
  const from = sort === 'relevance' ? sql`${ranked} i where ${place}` : sql`claim_index i where ${wanted} and ${place}`;
  const marked =
    text === null
      ? sql`''`
      : sql`ts_headline('public.plumbline', c.statement, ${text},
    ${`StartSel=${START}, StopSel=${STOP}, HighlightAll=true`})`;
  // The page is cut first and dressed afterwards: nested JSON is built for its rows alone.
  return sql`with page as (
      select i.claim_id, ${value} as sort_value from ${from} order by ${value} desc, i.claim_id limit ${limit + 1}
    )
    select ${SUMMARY_COLUMNS}, page.sort_value, ${marked} as marked
    from page join (${SUMMARY_TABLES}) on c.id = page.claim_id
    order by page.sort_value desc, page.claim_id`;
}

function highlightsOf(row: z.infer<typeof ListRow>, search: SearchQuery): [number, number][] {
  const ranges: [number, number][] = [];
  let offset = 0;
  for (const piece of row.marked.split(START).slice(1)) offset = addRange(ranges, row.marked, piece, offset);
  if (search.numbers.length === 0) return merged(ranges);
  const wanted = new Set(search.numbers.map((number) => number.token));
  for (const found of findNumbers(row.statement)) {
    if (wanted.has(numberToken(found.value, false)) || (found.percent && wanted.has(numberToken(found.value, true)))) {
      ranges.push([found.start, found.end]);
    }
  }
  return merged(ranges);
}

/** Adds the range of one marked piece. @returns where to look for the next, in the marked text. */
function addRange(ranges: [number, number][], marked: string, piece: string, from: number): number {
  const at = marked.indexOf(START, from);
  const before = marked.slice(0, at).replaceAll(START, '').replaceAll(STOP, '').length;
  ranges.push([before, before + piece.indexOf(STOP)]);
  return at + 1;
}

function merged(ranges: [number, number][]): [number, number][] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
