import 'server-only';
import { query, sql } from '../../db/sql';
import { TopicDto } from './schema';

/** All topics in their settled order, each with how many claims it has and how reliable they are. */
export function listTopics(): Promise<TopicDto[]> {
  return query(
    TopicDto,
    sql`select t.code, t.name, t.kind, t.description, coalesce(sum(n.count), 0)::int as "claimCount",
      coalesce(json_agg(json_build_object('reliability', n.reliability, 'count', n.count))
        filter (where n.reliability is not null), '[]') as "byReliability"
    from topics t
    left join (select ct.topic_code, i.reliability, count(*)::int as count
      from claim_topics ct join claim_index i on i.claim_id = ct.claim_id group by 1, 2) n on n.topic_code = t.code
    group by t.code order by t.position`,
  );
}
