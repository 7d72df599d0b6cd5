import 'server-only';
import { type Sql, sql } from '../../db/sql';
import { SUMMARY_COLUMNS } from '../claims/claim-sql';
import { LINK_URL } from '../links/links-sql';

// A claim with all that a check looks at, as one row. Needs `c`, `i` and `g`, as the summary does.

/** Source `s` with how its link stands, `l`. */
const SOURCE_JSON: Sql = sql`json_build_object('id', 'S' || s.id, 'shortName', s.short_name, 'type', s.type,
  'hasAuthor', json_array_length(s.author::json) > 0, 'publisher', s.publisher, 'issued', s.issued, 'url', s.url, 'doi', s.doi,
  'standing', s.standing, 'link', l.state, 'archivedAt', l.archive_url,
  'verification', json_build_object('level', s.verification_level, 'confidence', s.verification_confidence,
    'how', s.verification_how))`;

const CITATIONS_JSON: Sql = sql`(select coalesce(json_agg(json_build_object('id', x.id, 'source', ${SOURCE_JSON},
    'locator', x.locator, 'figureAsPrinted', x.figure_as_printed, 'role', x.role, 'originState', x.origin_state,
    'distortions', (select coalesce(json_agg(json_build_object('kind', d.kind, 'note', d.note) order by d.kind), '[]')
      from distortions d where d.citation_id = x.id),
    'verification', json_build_object('level', x.verification_level, 'confidence', x.verification_confidence,
      'how', x.verification_how)) order by x.position), '[]')
  from citations x join sources s on s.id = x.source_id
  left join link_states l on l.source_number = s.id and l.url = ${LINK_URL}
  where x.claim_id = c.id)`;

/**
 * Where the citations of the claim lead: each is followed to what it drew on, through other claims too, until an
 * origin, an untraced end or a ring. The same answer as `independentSupport` gives for a lineage (domain/lineage).
 */
const SUPPORT_JSON: Sql = sql`(with recursive way (first, id, claim_id, drawn_from_id, origin_state, source_id) as (
    select x.id, x.id, x.claim_id, x.drawn_from_id, x.origin_state, x.source_id from citations x
      where x.claim_id = c.id and x.role not in ('disputes', 'corrects')
    union select w.first, p.id, p.claim_id, p.drawn_from_id, p.origin_state, p.source_id
      from way w join citations p on p.id = w.drawn_from_id)
  select json_build_object('citations', count(distinct first),
    'roots', count(distinct source_id) filter (where origin_state = 'origin'),
    'untraced', count(distinct first) filter (where origin_state = 'untraced'),
    'looped', count(distinct first) - count(distinct first) filter (where origin_state in ('origin', 'untraced')))
  from way)`;

const RELATIONS_JSON: Sql = sql`(select coalesce(json_agg(json_build_object('kind', r.kind, 'direction', r.direction,
    'claim', json_build_object('id', 'C' || o.id, 'statement', o.statement)) order by o.id, r.kind), '[]')
  from (select kind, to_id as other, 'outgoing' as direction from claim_relations where from_id = c.id
        union all select kind, from_id, 'incoming' from claim_relations where to_id = c.id) r
  join claims o on o.id = r.other)`;

export const CHECKED_COLUMNS: Sql = sql`${SUMMARY_COLUMNS}, c.definition, c.series, c.standing_reason,
  (select array_remove(geo.ancestors, geo.code) from geographies geo where geo.code = c.geography_code) as within,
  (select json_build_object('kind', m.kind, 'description', m.description, 'frame', m.frame, 'sample', m.sample,
    'limits', m.limits) from method_notes m where m.claim_id = c.id) as method_note,
  json_build_object('level', c.verification_level, 'confidence', c.verification_confidence, 'how', c.verification_how)
    as verification,
  ${CITATIONS_JSON} as citations, ${RELATIONS_JSON} as relations, ${SUPPORT_JSON} as support`;
