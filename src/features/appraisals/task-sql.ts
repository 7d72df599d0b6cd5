import { type Sql, sql } from '../../db/sql';
import { IS_UNDER_REVIEW, UNDER_REVIEW_REASONS, UNDER_REVIEW_SINCE } from '../claims/review-sql';

// Which records wait for appraisers, and why. The desk's own page of appraisals and the queues both ask here.

/** A round that is under way for what `subject` names. */
const roundUnderWay = (subject: Sql): Sql =>
  sql`exists (select from appraisal_rounds r where r.subject = ${subject} and r.state in ('open', 'differing'))`;

const CITATIONS_OF_SOURCES: Sql = sql`(select source_id, count(*)::int as n from citations group by 1)`;

/**
 * To appraise: published records without a settled grade, whether or not a round is under way. Not those that a
 * publisher or we took back, and not those over which two differ: what is left to do there is to settle it.
 */
export const TO_APPRAISE: Sql = sql`(select * from (
    select 'C' || c.id as subject, c.statement as title, i.citations as weight, c.created_at as since, g.claim_id is null as ungraded
      from claims c left join claim_index i on i.claim_id = c.id left join claim_grades g on g.claim_id = c.id
      where c.standing <> 'retracted' and coalesce(g.provisional, true)
    union all
    select 'S' || s.id, s.short_name || ': ' || s.title, coalesce(n.n, 0), s.created_at, g.source_id is null
      from sources s left join ${CITATIONS_OF_SOURCES} n on n.source_id = s.id left join source_grades g on g.source_id = s.id
      where s.standing <> 'retracted' and coalesce(g.provisional, true)
  ) record where record.subject not in (select r.subject from appraisal_rounds r where r.state = 'differing'))`;

/** Due again: settled grades under review, without a round that is under way. */
export const DUE_GRADES: Sql = sql`(
    select 'C' || c.id as subject, c.statement as title, ${UNDER_REVIEW_SINCE} as since, ${UNDER_REVIEW_REASONS} as reasons
      from claim_grades g join claims c on c.id = g.claim_id where ${IS_UNDER_REVIEW} and not ${roundUnderWay(sql`'C' || c.id`)}
    union all
    select 'S' || s.id, s.short_name || ': ' || s.title, ${UNDER_REVIEW_SINCE}, ${UNDER_REVIEW_REASONS}
      from source_grades g join sources s on s.id = g.source_id where ${IS_UNDER_REVIEW} and not ${roundUnderWay(sql`'S' || s.id`)}
  )`;
