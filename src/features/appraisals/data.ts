import 'server-only';
import { z } from 'zod';
import { type Actor, permit } from '../../domain/permission';
import { query, queryOne, type Sql, sql } from '../../db/sql';
import { DueGrade, QUEUE_MAX, QueuedRound, type RoundView, type Subject } from './schema';
import { KeptContent, keptStatement, RoundRow, roundStatement } from './round-sql';
import { getSubject } from './subject-data';
import { DUE_GRADES, TO_APPRAISE } from './task-sql';

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
      where r.subject = case d.kind when 'claim' then 'C' else 'S' end || d.record_number order by d.id desc limit 1),
    (select coalesce(a.judged_content -> 'record' ->> 'statement', a.judged_content -> 'record' ->> 'title')
      from appraisals a where a.round_id = r.id and a.judged_content is not null order by a.place limit 1))`;

/**
 * The rounds that wait for somebody, each in the queue it belongs to for this person, oldest first; and the last that
 * were closed. @throws {Denied}
 */
export async function listQueues(actor: Actor | null): Promise<QueuedRound[]> {
  permit(actor, 'appraisal.write');
  return query(
    QueuedRound,
    sql`with placed as (
        select r.id, r.subject, r.instrument, to_json(r.opened_at) as "openedAt", r.void_reason as "voidReason", count(a.submitted_at)::int as submitted,
          case when r.state = 'differing' then 'differing' when r.state <> 'open' then 'closed'
            when bool_or(a.appraiser_id = ${actor.id} and a.submitted_at is not null) then 'waiting'
            when bool_or(a.appraiser_id = ${actor.id}) then 'begun'
            when count(a.id) < 2 then 'free' else 'waiting' end as queue
        from appraisal_rounds r left join appraisals a on a.round_id = r.id
        group by r.id
      ), numbered as (
        select *, row_number() over (partition by queue order by case queue when 'closed' then -id else id end) as place,
          count(*) over (partition by queue)::int as total
        from placed
      )
      select r.id, r.subject, ${TITLE} as title, r.instrument, r.queue, r."openedAt", r.submitted, r."voidReason", r.total
      from numbered r where r.place <= ${QUEUE_MAX} order by r.place`,
  );
}

/** Grades under review without a round that is under way, the longest waiting first. @throws {Denied} */
export async function listDue(actor: Actor | null): Promise<DueGrade[]> {
  permit(actor, 'appraisal.write');
  return query(
    DueGrade,
    sql`select d.subject, d.title, to_json(d.since) as since, d.reasons, count(*) over ()::int as total
      from ${DUE_GRADES} d order by d.since, d.subject limit ${QUEUE_MAX}`,
  );
}

/** How many records have no settled grade. @throws {Denied} */
export async function countToAppraise(actor: Actor | null): Promise<number> {
  permit(actor, 'appraisal.write');
  const row = await queryOne(
    z.object({ total: z.number().int() }),
    sql`select count(*)::int as total from ${TO_APPRAISE} u`,
  );
  return row?.total ?? 0;
}

/** What those who handed in had before them, each by the place in the round. @throws {Denied} */
export async function listKept(actor: Actor | null, round: number): Promise<KeptContent[]> {
  permit(actor, 'appraisal.write');
  return query(KeptContent, keptStatement(round));
}

/** What an id that nothing has any more was called, as far as a draft or the history knows. @throws {Denied} */
export async function findLostTitle(actor: Actor | null, subject: string): Promise<string | null> {
  permit(actor, 'appraisal.write');
  const row = await queryOne(
    z.object({ title: z.string().nullable() }),
    sql`select coalesce(
        (select coalesce(before ->> 'statement', before ->> 'title') from events
          where subject = ${subject} and action = 'merged' order by id desc limit 1),
        (select coalesce(d.content ->> 'statement', d.content ->> 'title') from drafts d
          where ${subject} = case d.kind when 'claim' then 'C' else 'S' end || d.record_number order by d.id desc limit 1)
      ) as title`,
  );
  return row?.title ?? null;
}

/** The round that is under way for this; null when none is. @throws {Denied} */
export async function findOpenRound(actor: Actor | null, subject: string): Promise<number | null> {
  permit(actor, 'appraisal.write');
  const row = await queryOne(
    z.object({ id: z.number().int() }),
    sql`select id from appraisal_rounds where subject = ${subject} and state in ('open', 'differing')`,
  );
  return row?.id ?? null;
}
