import 'server-only';
import { z } from 'zod';
import { ClaimStatus } from '../../domain/claim';
import { Reliability } from '../../domain/grade';
import { slugOf } from '../../domain/text/slug';
import { type Sql, sql } from '../../db/sql';
import { publicUrl } from '../../lib/env';
import { UNDER_REVIEW_JSON } from './review-sql';
import { CitationDto, ClaimSummary, FigureDto } from './schema';

// The pieces of SQL that turn rows into the JSON of the DTOs. Each hot read is one statement made of them: the
// database builds the nested shape, so that there is one round trip and nothing to assemble (docs/performance.md).

/** The figure of claim `c`. */
export const FIGURE_JSON: Sql = sql`json_build_object('kind', c.figure_kind, 'value', c.figure_value, 'low', c.figure_low,
  'high', c.figure_high, 'interval', c.figure_interval, 'unit', c.figure_unit, 'bound', c.figure_bound,
  'direction', c.figure_direction, 'asPrinted', c.figure_as_printed, 'of', c.figure_of)`;

/** A reference to source `s` with its grade `sg`. */
const SOURCE_JSON: Sql = sql`json_build_object('id', 'S' || s.id, 'title', s.title, 'shortName', s.short_name,
  'publisher', s.publisher, 'issued', s.issued, 'url', s.url, 'standing', s.standing, 'reliability', sg.reliability)`;

/** How record `c` was verified. */
const VERIFICATION_JSON: Sql = sql`json_build_object('level', c.verification_level,
  'confidence', c.verification_confidence, 'how', c.verification_how)`;

/** Where claim `c` was first stated: the earliest of its citations that are an origin. */
const ORIGIN_JSON: Sql = sql`(select json_build_object('citation', json_build_object('id', x.id, 'locator', x.locator),
    'source', ${SOURCE_JSON})
  from citations x join sources s on s.id = x.source_id left join source_grades sg on sg.source_id = s.id
  where x.claim_id = c.id and x.origin_state = 'origin' order by s.issued nulls last, x.position limit 1)`;

/** How grade `g` was settled; null while it is provisional. */
export const GRADING_JSON: Sql = sql`(select json_build_object('editors', 2, 'how', ar.settled_how, 'settledAt', g.settled_at,
    'instrument', json_build_object('id', ar.instrument, 'version', ar.instrument_version))
  from appraisal_rounds ar where ar.id = g.round_id)`;

/** Everything a claim must never be shown without. Needs `c` (claims), `i` (claim_index), `g` (claim_grades). */
export const SUMMARY_COLUMNS: Sql = sql`c.id as number, c.statement, ${FIGURE_JSON} as figure,
  json_build_object('group', c.population_group, 'description', c.population_description,
    'ageMin', c.population_age_min, 'ageMax', c.population_age_max) as population,
  (select json_build_object('code', geo.code, 'name', geo.name, 'note', c.geography_note)
   from geographies geo where geo.code = c.geography_code) as geography,
  json_build_object('start', c.period_start, 'end', c.period_end, 'measure', c.period_measure,
    'label', c.period_label) as period,
  (select coalesce(json_agg(json_build_object('code', t.code, 'name', t.name) order by ct.position), '[]')
   from claim_topics ct join topics t on t.code = ct.topic_code where ct.claim_id = c.id) as topics,
  c.does_not_measure, i.status, i.transmission, i.method_kind, i.citations as citation_count,
  g.method as method_grade, coalesce(g.reliability, 'not-graded') as reliability,
  coalesce(g.provisional, true) as provisional, ${UNDER_REVIEW_JSON} as under_review, ${ORIGIN_JSON} as origin,
  to_json(c.updated_at) as updated_at`;

export const SUMMARY_TABLES: Sql = sql`claims c join claim_index i on i.claim_id = c.id
  left join claim_grades g on g.claim_id = c.id`;

/** Drawn from: the citation, its claim and its source. Of citation `x`. */
const DRAWN_FROM_JSON: Sql = sql`(select json_build_object('id', p.id, 'claimId', 'C' || p.claim_id,
    'source', json_build_object('id', 'S' || ps.id, 'shortName', ps.short_name))
  from citations p join sources ps on ps.id = p.source_id where p.id = x.drawn_from_id)`;

const DISTORTIONS_JSON: Sql = sql`(select coalesce(json_agg(json_build_object('kind', d.kind, 'note', d.note) order by d.kind), '[]')
  from distortions d where d.citation_id = x.id)`;

/** The whole claim. */
export const DETAIL_COLUMNS: Sql = sql`${SUMMARY_COLUMNS}, c.definition, c.standing, c.standing_reason,
  ${VERIFICATION_JSON} as verification,
  (select json_build_object('key', se.key, 'name', se.name) from series se where se.key = c.series) as series,
  (select json_build_object('kind', m.kind, 'description', m.description, 'frame', m.frame, 'sample', m.sample,
    'limits', m.limits) from method_notes m where m.claim_id = c.id) as method_note,
  ${GRADING_JSON} as grading, coalesce(g.method_reasons, '{}') as method_reasons, coalesce(g.reliability_reasons, '{}') as reliability_reasons,
  (select coalesce(json_agg(json_build_object('id', x.id, 'source', ${SOURCE_JSON}, 'locator', x.locator,
      'figureAsPrinted', x.figure_as_printed, 'role', x.role, 'originState', x.origin_state,
      'drawnFrom', ${DRAWN_FROM_JSON}, 'searchLog', x.search_log, 'distortions', ${DISTORTIONS_JSON}, 'note', x.note,
      'quote', case when x.quote_exact is not null then
        json_build_object('exact', x.quote_exact, 'prefix', x.quote_prefix, 'suffix', x.quote_suffix) end,
      'verification', json_build_object('level', x.verification_level, 'confidence', x.verification_confidence,
        'how', x.verification_how), 'sourceReasons', case when x.origin_state = 'origin' then sg.reasons end)
      order by x.origin_state <> 'origin', s.issued nulls last, x.position), '[]')
    from citations x join sources s on s.id = x.source_id left join source_grades sg on sg.source_id = s.id
    where x.claim_id = c.id) as citations,
  (select coalesce(json_agg(json_build_object('kind', r.kind, 'note', r.note, 'seriesBreak', r.series_break,
      'direction', r.direction,
      'claim', json_build_object('number', o.id, 'statement', o.statement, 'figure', o.figure, 'reliability', o.reliability))
      order by r.direction desc, r.kind, o.id), '[]')
    from (select kind, note, series_break, to_id as other, 'outgoing' as direction from claim_relations where from_id = c.id
          union all
          select kind, note, series_break, from_id, 'incoming' from claim_relations where to_id = c.id) r
    join lateral (${sql`select c.id, c.statement, ${FIGURE_JSON} as figure, coalesce(g.reliability, 'not-graded') as reliability
          from claims c left join claim_grades g on g.claim_id = c.id where c.id = r.other`}) o on true) as relations`;

/** Checked as it comes from the database; the DTO is made of it without a second look. */
export const SummaryRow = z.object({
  number: z.number().int(),
  statement: z.string(),
  figure: FigureDto,
  population: ClaimSummary.shape.population,
  geography: ClaimSummary.shape.geography,
  period: ClaimSummary.shape.period,
  topics: ClaimSummary.shape.topics,
  does_not_measure: z.array(z.string()),
  status: ClaimStatus,
  transmission: z.enum(['accurate', 'minor-distortion', 'major-distortion', 'untraced', 'none']),
  method_kind: ClaimSummary.shape.methodKind,
  citation_count: z.number().int(),
  method_grade: ClaimSummary.shape.grades.shape.method,
  reliability: Reliability,
  provisional: z.boolean(),
  under_review: ClaimSummary.shape.grades.shape.underReview,
  origin: ClaimSummary.shape.origin,
  updated_at: z.string(),
});
export type SummaryRow = z.infer<typeof SummaryRow>;

export const CitationRow = CitationDto.extend({ sourceReasons: z.array(z.string()).nullable() });

export function claimUrl(id: string, slug: string): string {
  return `${publicUrl()}/claims/${id}/${slug}`;
}

export function toSummary(row: SummaryRow): ClaimSummary {
  const id = `C${row.number}`;
  const slug = slugOf(row.statement);
  return {
    id,
    slug,
    url: claimUrl(id, slug),
    statement: row.statement,
    figure: row.figure,
    population: row.population,
    geography: row.geography,
    period: row.period,
    topics: row.topics,
    doesNotMeasure: row.does_not_measure,
    status: row.status,
    reliability: row.reliability,
    grades: {
      source: row.origin?.source.reliability ?? null,
      method: row.method_grade,
      transmission: row.transmission === 'none' ? null : row.transmission,
      provisional: row.provisional,
      underReview: row.under_review,
    },
    methodKind: row.method_kind,
    origin: row.origin,
    citationCount: row.citation_count,
    updatedAt: row.updated_at,
  };
}
