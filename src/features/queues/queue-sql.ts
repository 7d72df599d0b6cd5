import 'server-only';
import { join, type Sql, sql } from '../../db/sql';
import { DUE_GRADES, TO_APPRAISE } from '../appraisals/task-sql';
import { LINK_URL } from '../links/links-sql';
import type { QueueName } from './schema';

// What stands in each queue. This file is the only one that knows: counts, lists and assignments are made from it.

/** A queue as a statement: its rows, and the columns of an item over them. `owner` has it as long as nobody took it. */
type Queue = {
  from: Sql;
  subject: Sql;
  record: Sql;
  title: Sql;
  note: Sql;
  weight: Sql;
  since: Sql;
  citationId?: Sql;
  ownerId?: Sql;
  ownerName?: Sql;
};

const DRAWN_BY: Sql = sql`(select drawn_from_id, count(*)::int as n from citations where drawn_from_id is not null group by 1)`;

const CITATION: Omit<Queue, 'from' | 'note'> = {
  subject: sql`'citation:' || x.key`,
  record: sql`'C' || x.claim_id`,
  title: sql`s.short_name || ' on ' || c.statement`,
  weight: sql`coalesce(n.n, 0)`,
  since: sql`c.created_at`,
  citationId: sql`x.id`,
};

const citations = (
  where: Sql,
): Sql => sql`citations x join claims c on c.id = x.claim_id join sources s on s.id = x.source_id
  left join ${DRAWN_BY} n on n.drawn_from_id = x.id where ${where}`;

const draft = (where: Sql): Queue => ({
  from: sql`drafts d where ${where}`,
  subject: sql`'D' || d.id`,
  record: sql`case d.kind when 'claim' then 'C' else 'S' end || d.record_number`,
  title: sql`coalesce(nullif(d.content->>'statement', ''), nullif(d.content->>'title', ''), 'Untitled')`,
  note: sql`d.return_note`,
  weight: sql`0`,
  since: sql`d.updated_at`,
  ownerId: sql`d.author_id`,
  ownerName: sql`d.author_name`,
});

const IN_REVIEW = draft(sql`d.state = 'in-review'`);

/** Records without a settled grade. */
const UNGRADED: Queue = {
  from: sql`${TO_APPRAISE} u`,
  subject: sql`u.subject`,
  record: sql`u.subject`,
  title: sql`u.title`,
  note: sql`case when u.ungraded then 'not graded' else 'provisional' end`,
  weight: sql`coalesce(u.weight, 0)`,
  since: sql`u.since`,
};

/** A record by its public id, whichever kind it is. */
const TITLE_OF = (subject: Sql): Sql => sql`coalesce((select c.statement from claims c where 'C' || c.id = ${subject}),
  (select s.short_name || ': ' || s.title from sources s where 'S' || s.id = ${subject}), ${subject})`;

const DIFFERING: Queue = {
  from: sql`appraisal_rounds r where r.state = 'differing'`,
  subject: sql`'round:' || r.id`,
  record: sql`r.subject`,
  title: TITLE_OF(sql`r.subject`),
  note: sql`case when r.offered_by_name is null then null else r.offered_by_name || ' offers a consensus' end`,
  weight: sql`0`,
  since: sql`(select max(a.submitted_at) from appraisals a where a.round_id = r.id)`,
};

/** Settled grades under review. */
const DUE: Queue = {
  from: sql`${DUE_GRADES} g`,
  subject: sql`g.subject`,
  record: sql`g.subject`,
  title: sql`g.title`,
  note: sql`array_to_string(g.reasons, ' ')`,
  weight: sql`0`,
  since: sql`g.since`,
};

const BROKEN_LINKS: Queue = {
  from: sql`link_states l join sources s on s.id = l.source_number and ${LINK_URL} = l.url where l.state = 'broken'`,
  subject: sql`'S' || s.id`,
  record: sql`'S' || s.id`,
  title: sql`s.short_name || ': ' || s.title`,
  note: sql`l.error`,
  // Few are broken: theirs are counted one by one.
  weight: sql`(select count(*)::int from citations x where x.source_id = s.id)`,
  since: sql`l.broken_since`,
};

/** What the link checker last found of the words that a citation quotes; null where they stand, or were never looked for. */
const LOST_WORDS: Sql = sql`(select case q.outcome
    when 'gone' then 'quoted words: gone from the page of S' || x.source_id
    else 'quoted words: the page of S' || x.source_id || ' has them several times' end
  from quote_checks q where q.citation_key = x.key and q.exact = x.quote_exact and q.outcome <> 'found')`;

/** @param differing citations over which rule and record differ; it takes the lineage rules to find them */
function queueOf(queue: QueueName, differing: readonly number[]): Queue {
  const all: Record<QueueName, () => Queue> = {
    'to-appraise': () => UNGRADED,
    differing: () => DIFFERING,
    due: () => DUE,
    'broken-links': () => BROKEN_LINKS,
    untraced: () => ({
      ...CITATION,
      from: citations(sql`x.origin_state = 'untraced'`),
      note: sql`'Searched: ' || x.search_log`,
    }),
    'checks-failing': () => ({
      ...CITATION,
      from: citations(sql`(x.id = any(${[...differing]}::int[]) or ${LOST_WORDS} is not null)`),
      note: LOST_WORDS,
    }),
    drafts: () => draft(sql`d.state = 'draft' and d.return_note is null`),
    returned: () => draft(sql`d.state = 'draft' and d.return_note is not null`),
    // Whoever wrote it has handed it on.
    'in-review': () => ({ ...IN_REVIEW, ownerId: sql`null::text`, ownerName: sql`null::text` }),
  };
  return all[queue]();
}

const NOBODY: Sql = sql`null::text`;

/** Items with who has them, as `i`; the task of the item as `t`. */
export function queueItems(queue: QueueName, differing: readonly number[]): Sql {
  const { from, subject, record, title, note, weight, since, citationId, ownerId, ownerName } = queueOf(
    queue,
    differing,
  );
  return sql`(select ${subject} as subject, ${record} as record, ${citationId ?? sql`null::int`} as "citationId",
      ${title} as title, ${note} as note, ${weight} as weight, ${since} as since,
      ${ownerId ?? NOBODY} as owner_id, ${ownerName ?? NOBODY} as owner_name from ${from}) i
    left join tasks t on t.queue = ${queue} and t.subject = i.subject`;
}

/** One row an item of these queues: its queue, its subject, and whose it is. */
export function queueSubjects(queues: readonly QueueName[], differing: readonly number[]): Sql {
  const parts = queues.map((queue) => {
    const { from, subject, ownerId } = queueOf(queue, differing);
    return sql`select ${queue}::text as queue, ${subject} as subject, ${ownerId ?? NOBODY} as owner_id from ${from}`;
  });
  return sql`(${join(parts, ' union all ')})`;
}

export const HOLDER: Sql = sql`coalesce(t.assignee_id, i.owner_id)`;
