import { DUE_REASON } from '../../domain/appraisal/reappraisal';
import { type Sql, sql } from '../../db/sql';

// Whether a settled grade `g`, of a claim or a source, is under review: by a change or by its age. Pages, lists, queues
// and the API all ask here, so that none gives another reason than the others.

export const IS_UNDER_REVIEW: Sql = sql`(g.review_since is not null or g.due_at <= now())`;

/** The earlier of the two. */
export const UNDER_REVIEW_SINCE: Sql = sql`least(g.review_since, case when g.due_at <= now() then g.due_at end)`;

/** A sentence each. */
export const UNDER_REVIEW_REASONS: Sql = sql`(g.review_reasons || case when g.due_at <= now() then array[${DUE_REASON}] else '{}' end)`;

/** As a reader is told it; null where it is not under review. */
export const UNDER_REVIEW_JSON: Sql = sql`case when ${IS_UNDER_REVIEW} then json_build_object(
  'since', ${UNDER_REVIEW_SINCE}, 'reasons', ${UNDER_REVIEW_REASONS}) end`;
