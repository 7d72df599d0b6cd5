import { type Sql, sql } from '../../db/sql';
import { recordStatement } from '../documents/record-sql';

// A claim as it stood when a day ended, read from the append-only history. What is true at a moment follows from the
// places of the events: the last one of the day is where that moment lies, and everything is asked before or after it.

/**
 * Place of the last event of the day. Places have no gap and go up with time, so that halving finds it among a million
 * events in twenty steps, and there need be no index of times.
 */
const MOMENT = (until: Date): Sql => sql`select 0 as low, coalesce(max(e.position), 0) as high from events e
  union all select case when e.at < ${until} then e.position else h.low end, case when e.at < ${until} then h.high else e.position - 1 end
    from halves h join events e on e.position = (h.low + h.high + 1) / 2 where h.low < h.high`;

/**
 * The record of this subject as it was at moment `d`, by whatever name the statement around gives it but one of its own (`who`): what the last event before kept; or else what the next one found,
 * or what stands now, of records older than the keeping of documents.
 */
function versionOf(kind: 'claim' | 'source', subject: Sql): Sql {
  const current = recordStatement(kind, sql`substr(${subject}, 2)::int`);
  return sql`coalesce(
    (select e.after from events e where e.subject = ${subject} and e.position <= d.position and e.after->>'id' = ${subject}
      order by e.position desc limit 1),
    (select e.before from events e where e.subject = ${subject} and e.position > d.position and e.before->>'id' = ${subject}
      order by e.position limit 1),
    (select r.record::jsonb from (${current}) r))`;
}

const GRADED: Sql = sql`e.action in ('graded', 'regraded')`;

/** A public id of its kind went into another with this event: it is the last that its record has. */
const WENT: Sql = sql`e.action = 'merged' and e.after is null and e.before is not null`;

/** Everybody whose record became part of this claim up to `d`, itself included: their names in relations are its own. */
const MEMBERS = (subject: string): Sql => sql`select ${subject}::text as subject
  union select e.subject from members m join events i on i.subject = m.subject and i.action = 'merged'
      and i.before is not null and i.after is not null
    join day d on i.position <= d.position
    join events e on e.position = i.position - 1 and ${WENT}`;

const KEYS: Sql = sql`select o.document->>'key' as key from own o
  union select e.before->>'key' from members m join events e on e.subject = m.subject and ${WENT} join day d on e.position <= d.position`;

/**
 * Of each claim that was changed after the moment, the first change: it found the claim as it was then. Documents are
 * large, and those of later changes need not be read.
 */
const FIRST_CHANGES: Sql = sql`select min(e.position) as position from events e, day d
  where e.position > d.position and e.subject ~ '^[CS][1-9][0-9]{0,8}$' and e.action <> 'added' and e.subject like 'C%'
    and e.before is not null and not (${GRADED}) group by e.subject`;

/** Claims that superseded it then: of those that do now, and of those that have ceased to since. */
const SUPERSEDED_BY = (
  number: number,
): Sql => sql`(select coalesce(json_agg(json_build_object('id', v.subject, 'record', v.record)), '[]')
  from day d cross join lateral (select who.subject, ${versionOf('claim', sql`who.subject`)} as record from (
      select 'C' || r.from_id as subject from claim_relations r where r.to_id = ${number} and r.kind = 'supersedes'
      union select e.subject from (${FIRST_CHANGES}) f join events e on e.position = f.position join keys k
        on e.before @> jsonb_build_object('relations', jsonb_build_array(jsonb_build_object('kind', 'supersedes', 'to', k.key)))) who) v
  where exists (select from events e where e.subject = v.subject and e.position <= d.position)
    and exists (select from keys k where v.record @> jsonb_build_object('relations',
      jsonb_build_array(jsonb_build_object('kind', 'supersedes', 'to', k.key))))
    and not exists (select from events e where e.subject = v.subject and e.position <= d.position and ${WENT}))`;

/** The subject of a key, whether its record is still there or has gone into another. */
function subjectOf(kind: 'claim' | 'source', key: Sql): Sql {
  const [table, letter] = kind === 'claim' ? [sql`claims`, sql`'C'`] : [sql`sources`, sql`'S'`];
  return sql`(select ${letter} || t.id as subject from ${table} t where t.key = ${key}
    union all select e.subject from merged_records m join events e on e.subject = ${letter} || m.number and ${WENT}
      where m.kind::text = ${kind} and e.before->>'key' = ${key} limit 1)`;
}

const MISQUOTES: Sql = sql`(select coalesce(json_agg(json_build_object('id', who.subject, 'record', ${versionOf('claim', sql`who.subject`)})), '[]')
  from day d, own o cross join lateral jsonb_array_elements(o.document->'relations') r
    cross join lateral ${subjectOf('claim', sql`r->>'to'`)} who
  where r->>'kind' = 'misquotation-of')`;

const SOURCES: Sql = sql`(select coalesce(json_agg(json_build_object('key', c.key, 'id', who.subject, 'record', ${versionOf('source', sql`who.subject`)})), '[]')
  from day d, (select distinct x->>'source' as key from own o cross join lateral jsonb_array_elements(o.document->'citations') x) c
    cross join lateral ${subjectOf('source', sql`c.key`)} who)`;

/** The grade: what it last became before the moment; or what it was before it first changed; or what it is, unchanged. */
const GRADE = (subject: string, number: number): Sql => sql`(select case
    when exists (select from events e where e.subject = ${subject} and e.position <= d.position and ${GRADED}) then
      (select json_build_object('grade', e.after) from events e
        where e.subject = ${subject} and e.position <= d.position and ${GRADED} order by e.position desc limit 1)
    when exists (select from events e where e.subject = ${subject} and ${GRADED}) then
      (select json_build_object('grade', e.before) from events e
        where e.subject = ${subject} and ${GRADED} order by e.position limit 1)
    when exists (select from claims c where c.id = ${number}) then
      json_build_object('grade', (select json_build_object('reliability', g.reliability, 'provisional', g.provisional)
        from claim_grades g where g.claim_id = ${number}))
    end from day d)`;

/** Whether the grade was being looked at again: something had changed, or it was due by its age. */
const UNDER_REVIEW = (subject: string, until: Date): Sql => sql`(select
    coalesce((select e.action = 'under-review' from events e where e.subject = ${subject} and e.position <= d.position
      and (${GRADED} or e.action = 'under-review') order by e.position desc limit 1), false)
    or coalesce((select r.due_at < ${until} from appraisal_rounds r where r.subject = ${subject}
      and r.state in ('agreed', 'settled') and r.settled_at < ${until} order by r.id desc limit 1), false)
  from day d)`;

/** One row. @param number of the claim; @param until the moment at which the day is over */
export function frozenStatement(number: number, until: Date): Sql {
  const subject = `C${number}`;
  return sql`with recursive halves as (${MOMENT(until)}),
      day as materialized (select low as position from halves where low = high),
      own as materialized (select ${versionOf('claim', sql`who.subject`)} as document from day d, (select ${subject}::text as subject) who),
      members as (${MEMBERS(subject)}),
      keys as (${KEYS})
    select (select min(e.position) <= (select position from day) from events e where e.subject = ${subject}) as "wasThere",
      (select to_json(e.at)#>>'{}' from events e where e.subject = ${subject} order by e.position limit 1) as since,
      exists (select from events e, day d where e.subject = ${subject} and e.position <= d.position and ${WENT}) as went,
      exists (select from events e, day d where e.subject = ${subject} and e.position > d.position
        and ${subject} in (e.before->>'id', e.after->>'id')) as changed,
      o.document,
      (select json_build_object('name', geo.name, 'note', o.document->>'geographyNote') from geographies geo
        where geo.code = o.document->>'geography') as place,
      ${GRADE(subject, number)} as grade, ${UNDER_REVIEW(subject, until)} as "underReview",
      ${SOURCES} as sources, ${MISQUOTES} as misquotes, ${SUPERSEDED_BY(number)} as "supersededBy"
    from own o`;
}
