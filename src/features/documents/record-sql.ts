import { Sql, sql } from '../../db/sql';
import type { RecordKind } from '../../domain/record';

// A published record as the one document that is drafted, compared and restored: a ClaimRecord or a SourceRecord.
// Grades are no part of it: they are judged, and have a history of their own.

function verification(table: 's' | 'c' | 'x'): Sql {
  const column = (name: string) => `'${name}', ${table}.verification_${name}`;
  return new Sql([`json_build_object(${['level', 'confidence', 'how'].map(column).join(', ')})`], []);
}

const SOURCE = sql`json_build_object('id', 'S' || s.id, 'key', s.key, 'shortName', s.short_name,
  'organisation', s.organisation, 'type', s.type, 'title', s.title, 'author', s.author, 'issued', s.issued,
  'publisher', s.publisher, 'publisherPlace', s.publisher_place, 'containerTitle', s.container_title,
  'volume', s.volume, 'issue', s.issue, 'page', s.page, 'numberOfPages', s.number_of_pages, 'number', s.number,
  'doi', s.doi, 'isbn', s.isbn, 'url', s.url, 'citedAs', s.cited_as, 'says', s.says, 'note', s.note,
  'standing', s.standing, 'standingReason', s.standing_reason, 'appraisal', null, 'verification', ${verification('s')})`;

const CITATIONS = sql`(select coalesce(json_agg(json_build_object('key', x.key, 'source', xs.key, 'locator', x.locator,
    'figureAsPrinted', x.figure_as_printed, 'role', x.role, 'originState', x.origin_state, 'drawnFrom', d.key,
    'searchLog', x.search_log, 'note', x.note,
    'quote', case when x.quote_exact is not null then
      json_build_object('exact', x.quote_exact, 'prefix', x.quote_prefix, 'suffix', x.quote_suffix) end,
    'distortions', (select coalesce(json_agg(json_build_object('kind', dist.kind, 'note', dist.note) order by dist.kind), '[]')
      from distortions dist where dist.citation_id = x.id),
    'verification', ${verification('x')}) order by x.position, x.id), '[]')
  from citations x join sources xs on xs.id = x.source_id left join citations d on d.id = x.drawn_from_id
  where x.claim_id = c.id)`;

const CLAIM = sql`jsonb_build_object('id', 'C' || c.id, 'key', c.key, 'statement', c.statement,
  'figure', json_build_object('kind', c.figure_kind, 'value', c.figure_value, 'low', c.figure_low, 'high', c.figure_high,
    'interval', c.figure_interval, 'unit', c.figure_unit, 'bound', c.figure_bound, 'direction', c.figure_direction,
    'asPrinted', c.figure_as_printed, 'of', c.figure_of),
  'population', json_build_object('group', c.population_group, 'description', c.population_description,
    'ageMin', c.population_age_min, 'ageMax', c.population_age_max),
  'geography', c.geography_code, 'geographyNote', c.geography_note,
  'period', json_build_object('start', c.period_start, 'end', c.period_end, 'measure', c.period_measure, 'label', c.period_label),
  'topics', (select coalesce(json_agg(t.topic_code order by t.position), '[]') from claim_topics t where t.claim_id = c.id),
  'definition', c.definition, 'doesNotMeasure', c.does_not_measure, 'series', c.series,
  'standing', c.standing, 'standingReason', c.standing_reason,
  'methodNote', (select json_build_object('kind', m.kind, 'description', m.description, 'frame', m.frame, 'sample', m.sample,
    'limits', m.limits) from method_notes m where m.claim_id = c.id),
  'citations', ${CITATIONS},
  'relations', (select coalesce(json_agg(json_build_object('kind', r.kind, 'to', o.key, 'note', r.note,
      'seriesBreak', r.series_break) order by r.kind, o.id), '[]')
    from claim_relations r join claims o on o.id = r.to_id where r.from_id = c.id),
  'appraisal', null, 'verification', ${verification('c')})`;

/** One published record with its version; no row when there is none of that number. */
export function recordStatement(kind: RecordKind, number: number | Sql): Sql {
  return kind === 'source'
    ? sql`select ${SOURCE} as record, s.version from sources s where s.id = ${number}`
    : sql`select ${CLAIM} as record, c.version from claims c where c.id = ${number}`;
}
