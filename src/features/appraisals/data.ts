import 'server-only';
import { z } from 'zod';
import { DUE_REASON } from '../../domain/appraisal/reappraisal';
import { type Actor, permit } from '../../domain/permission';
import { query, queryOne, type Sql, sql } from '../../db/sql';
import { DueGrade, QUEUE_MAX, QueuedRound, type RoundView, type Subject } from './schema';
import { RoundRow, roundStatement } from './round-sql';
import { getSubject } from './subject-data';

/** What can be appraised under this public id; null when there is nothing. @throws {Denied} */
export async function getAppraisalSubject(actor: Actor | null, id: string): Promise<Subject | null> {
  permit(actor, 'appraisal.write');
  return getSubject(id);
}

/**
 * One round as this person may see it: the own appraisal, and both once both were handed in. Null when there is none of
 * this number. @throws {Denied}
 */
export async function getRound(actor: Actor | null, id: number): Promise<RoundView | null> {
  permit(actor, 'appraisal.write');
  return queryOne(RoundRow, roundStatement(actor.id, id));
}

const TITLE: Sql = sql`coalesce(
    (select statement from claims where r.subject = 'C' || id),
    (select short_name || ': ' || title from sources where r.subject = 'S' || id),
    (select coalesce(d.content ->> 'statement', d.content ->> 'title') from drafts d
      where r.subject = case d.kind when 'claim' then 'C' else 'S' end || d.record_number order by d.id desc limit 1))`;

/**
 * The rounds that wait for somebody, each in the queue it belongs to for this person, oldest first; and the last that
 * were closed. @throws {Denied}
 */
export async function listQueues(actor: Actor | null): Promise<QueuedRound[]> {
  permit(actor, 'appraisal.write');
  return query(
    QueuedRound,
    sql`with placed as (
        select r.id, r.subject, r.instrument, to_json(r.opened_at) as "openedAt", count(a.submitted_at)::int as submitted,
          case when r.state = 'differing' then 'differing' when r.state <> 'open' then 'closed'
            when bool_or(a.appraiser_id = ${actor.id} and a.submitted_at is not null) then 'waiting'
            when bool_or(a.appraiser_id = ${actor.id}) then 'begun'
            when count(a.id) < 2 then 'to-appraise' else 'waiting' end as queue
        from appraisal_rounds r left join appraisals a on a.round_id = r.id
        group by r.id
      ), numbered as (
        select *, row_number() over (partition by queue order by case queue when 'closed' then -id else id end) as place
        from placed
      )
      select r.id, r.subject, ${TITLE} as title, r.instrument, r.queue, r."openedAt", r.submitted
      from numbered r where r.place <= ${QUEUE_MAX} order by r.place`,
  );
}

/** The condition under which grade `g` is under review, by change or by age. */
const DUE: Sql = sql`(g.review_since is not null or g.due_at <= now())`;

const REVIEW: Sql = sql`to_json(least(g.review_since, case when g.due_at <= now() then g.due_at end)) as since,
  g.review_reasons || case when g.due_at <= now() then array[${DUE_REASON}] else '{}' end as reasons`;

/** Grades under review without a round that is under way, the longest waiting first. @throws {Denied} */
export async function listDue(actor: Actor | null): Promise<DueGrade[]> {
  permit(actor, 'appraisal.write');
  return query(
    DueGrade,
    sql`select * from (
        select 'C' || c.id as subject, c.statement as title, ${REVIEW} from claim_grades g join claims c on c.id = g.claim_id
        where ${DUE}
        union all
        select 'S' || s.id, s.short_name || ': ' || s.title, ${REVIEW} from source_grades g join sources s on s.id = g.source_id
        where ${DUE}
      ) due
      where not exists (select from appraisal_rounds r where r.subject = due.subject and r.state in ('open', 'differing'))
      order by since::text, subject limit ${QUEUE_MAX}`,
  );
}

/** The last closed round and the one under way of a record, for whoever looks at it on the desk. @throws {Denied} */
export async function findOpenRound(actor: Actor | null, subject: string): Promise<number | null> {
  permit(actor, 'appraisal.write');
  const row = await queryOne(
    z.object({ id: z.number().int() }),
    sql`select id from appraisal_rounds where subject = ${subject} and state in ('open', 'differing')`,
  );
  return row?.id ?? null;
}
