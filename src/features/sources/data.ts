import 'server-only';
import { z } from 'zod';
import { fidelityOf } from '../../domain/lineage/fidelity';
import { slugOf } from '../../domain/text/slug';
import { parseSearchQuery } from '../../domain/text/search-query';
import { SOURCE_RELIABILITY, SOURCE_TYPE } from '../../domain/words';
import { join, query, queryOne, type Sql, sql } from '../../db/sql';
import { BadCursor, decodeCursor, encodeCursor } from '../../lib/cursor';
import { publicUrl } from '../../lib/env';
import { FIGURE_JSON, GRADING_JSON } from '../claims/claim-sql';
import { UNDER_REVIEW_JSON } from '../claims/review-sql';
import type { FacetCount } from '../claims/schema';
import { BIBLIOGRAPHY_COLUMNS } from './bibliography-data';
import { CountsRow, SOURCE_COUNTS } from './fidelity-sql';
import { type SourceDto, type SourceFilters, SourceId, SourceDto as SourceSchema, SourceSummary } from './schema';

const SUMMARY: Sql = sql`${BIBLIOGRAPHY_COLUMNS}, s.standing, sg.reliability, coalesce(sg.provisional, true) as provisional,
  json_build_object('level', s.verification_level, 'confidence', s.verification_confidence, 'how', s.verification_how)
    as verification,
  (select count(distinct x.claim_id)::int from citations x where x.source_id = s.id and x.origin_state = 'origin')
    as "claimCount",
  (select count(*)::int from citations x where x.source_id = s.id) as "citationCount",
  to_json(s.updated_at) as "updatedAt"`;

const TABLES: Sql = sql`sources s left join source_grades sg on sg.source_id = s.id`;

const OTHER = (alias: 'p' | 'd'): Sql => {
  const [citation, source] = alias === 'p' ? [sql`p`, sql`ps`] : [sql`d`, sql`ds`];
  return sql`json_build_object('id', ${citation}.id, 'claimId', 'C' || ${citation}.claim_id,
    'source', json_build_object('id', 'S' || ${source}.id, 'shortName', ${source}.short_name))`;
};

const CITATIONS: Sql = sql`(select coalesce(json_agg(json_build_object('id', x.id,
    'claim', json_build_object('id', 'C' || c.id, 'statement', c.statement, 'figure', ${FIGURE_JSON},
      'reliability', i.reliability, 'status', i.status, 'doesNotMeasure', c.does_not_measure),
    'locator', x.locator, 'figureAsPrinted', x.figure_as_printed, 'role', x.role, 'originState', x.origin_state,
    'drawnFrom', (select ${OTHER('p')} from citations p join sources ps on ps.id = p.source_id where p.id = x.drawn_from_id),
    'drawnBy', (select coalesce(json_agg(${OTHER('d')} order by d.id), '[]')
      from citations d join sources ds on ds.id = d.source_id where d.drawn_from_id = x.id),
    'distortions', (select coalesce(json_agg(json_build_object('kind', t.kind, 'note', t.note)), '[]')
      from distortions t where t.citation_id = x.id),
    'verification', json_build_object('level', x.verification_level, 'confidence', x.verification_confidence,
      'how', x.verification_how)) order by x.origin_state <> 'origin', c.id, x.position), '[]')
  from citations x join claims c on c.id = x.claim_id join claim_index i on i.claim_id = c.id
  where x.source_id = s.id)`;

/** The same pieces as for claims, over the grade under the name that they know. */
const REVIEW: Sql = sql`(select ${UNDER_REVIEW_JSON} from source_grades g where g.source_id = s.id) as "underReview",
  (select ${GRADING_JSON} from source_grades g where g.source_id = s.id) as grading`;

const DERIVED = { slug: true, pageUrl: true } as const;
const SummaryRow = SourceSummary.omit(DERIVED);
const CitationRow = SourceSchema.shape.citations.element.extend({
  claim: SourceSchema.shape.citations.element.shape.claim.omit({ slug: true }),
});
const DetailRow = SourceSchema.omit(DERIVED).extend({ fidelity: CountsRow, citations: z.array(CitationRow) });

/** Whether there is a source of this id. */
export async function sourceExists(id: string): Promise<boolean> {
  if (!SourceId.safeParse(id).success) return false;
  return (await queryOne(z.object({}), sql`select from sources where id = ${Number(id.slice(1))}`)) !== null;
}

/** One source with everything it states and passes on, in one statement; null when no source has this id. */
export async function getSource(id: string): Promise<SourceDto | null> {
  if (!SourceId.safeParse(id).success) return null;
  const row = await queryOne(
    DetailRow,
    sql`select ${SUMMARY}, s.cited_as as "citedAs", s.says, s.note, s.standing_reason as "standingReason", coalesce(sg.reasons, '{}') as reasons,
      ${REVIEW},
      ${SOURCE_COUNTS} as fidelity, ${CITATIONS} as citations from ${TABLES} where s.id = ${Number(id.slice(1))}`,
  );
  if (row === null) return null;
  const citations = row.citations.map((citation) => ({
    ...citation,
    claim: { ...citation.claim, slug: slugOf(citation.claim.statement) },
  }));
  return { ...row, ...addressOf(row), fidelity: fidelityOf(row.fidelity), citations };
}

function addressOf(row: { id: string; title: string }): { slug: string; pageUrl: string } {
  const slug = slugOf(row.title);
  return { slug, pageUrl: `${publicUrl()}/sources/${row.id}/${slug}` };
}

export type SourceList = {
  sources: SourceSummary[];
  next: string | null;
  total: number;
  byType: FacetCount[];
  byReliability: FacetCount[];
};

const Place = z.tuple([z.literal('sources'), z.string(), z.number().int()]);

/**
 * One page of the bibliography, in alphabetical order of the short names.
 *
 * @param options.limit 1–100 sources a page
 * @throws {BadCursor} when the cursor is not one of this list
 */
export async function listSources(
  filters: SourceFilters,
  options: { limit: number; cursor?: string | undefined },
): Promise<SourceList> {
  const where = conditions(filters);
  const page = [...where];
  if (options.cursor !== undefined) {
    const place = decodeCursor(Place, options.cursor);
    if (place === null) throw new BadCursor('is not a cursor of this list');
    page.push(sql`(lower(s.short_name), s.id) > (${place[1]}, ${place[2]})`);
  }
  const [rows, counts] = await Promise.all([
    query(
      SummaryRow,
      sql`select ${SUMMARY} from ${TABLES} where ${join(page, ' and ', 'true')}
        order by lower(s.short_name), s.id limit ${options.limit + 1}`,
    ),
    countSources(filters),
  ]);
  const sources = rows.slice(0, options.limit).map((row) => ({ ...row, ...addressOf(row) }));
  const last = sources.at(-1);
  const more = rows.length > options.limit && last !== undefined;
  return {
    sources,
    next: more ? encodeCursor(['sources', last.shortName.toLowerCase(), Number(last.id.slice(1))]) : null,
    ...counts,
  };
}

function conditions(filters: SourceFilters, without?: 'type' | 'reliability'): Sql[] {
  const list: Sql[] = [];
  const { words, numbers } = parseSearchQuery(filters.q ?? '');
  const terms = [...words, ...numbers.map((number) => String(number.value))];
  if (terms.length > 0) {
    list.push(sql`(source_document(s.short_name, s.title, s.organisation, s.author, s.publisher, s.container_title)
      @@ (${join(
        terms.map((term) => sql`plainto_tsquery('public.plumbline', ${term})`),
        ' && ',
      )})
      or s.doi = ${(filters.q ?? '').trim().toLowerCase()})`);
  }
  if (filters.type.length > 0 && without !== 'type') list.push(sql`s.type = any(${filters.type}::text[])`);
  if (filters.reliability.length > 0 && without !== 'reliability') {
    list.push(sql`sg.reliability::text = any(${filters.reliability}::text[])`);
  }
  return list;
}

const CountRow = z.object({
  total: z.number().int(),
  types: z.array(z.object({ value: z.string(), count: z.number().int() })),
  grades: z.array(z.object({ value: z.string(), count: z.number().int() })),
});

async function countSources(filters: SourceFilters) {
  const where = (without?: 'type' | 'reliability') => join(conditions(filters, without), ' and ', 'true');
  const row = await queryOne(
    CountRow,
    sql`select (select count(*)::int from ${TABLES} where ${where()}) as total,
      (select coalesce(json_agg(x), '[]') from (select s.type as value, count(*)::int as count from ${TABLES}
        where ${where('type')} group by 1 order by 2 desc, 1) x) as types,
      (select coalesce(json_agg(x), '[]') from (select sg.reliability as value, count(*)::int as count from ${TABLES}
        where sg.reliability is not null and ${where('reliability')} group by 1 order by 1) x) as grades`,
  );
  if (row === null) throw new Error('a statement of scalars gives one row');
  const grade = (value: string) => SOURCE_RELIABILITY[value as keyof typeof SOURCE_RELIABILITY].label;
  return {
    total: row.total,
    byType: row.types.map((entry) => ({ ...entry, label: SOURCE_TYPE[entry.value as keyof typeof SOURCE_TYPE] })),
    byReliability: row.grades.map((entry) => ({ ...entry, label: grade(entry.value) })),
  };
}
