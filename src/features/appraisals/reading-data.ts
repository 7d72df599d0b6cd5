import 'server-only';
import { z } from 'zod';
import { type Actor, permit } from '../../domain/permission';
import { parsePublicId } from '../../domain/record';
import { query, type Sql, sql } from '../../db/sql';

const CitedWork = z.object({
  id: z.string(),
  name: z.string(),
  /** Id of its draft, where it is not published. */
  draft: z.string().nullable(),
  url: z.string().nullable(),
  doi: z.string().nullable(),
  /** Whether it first states the claim. */
  isOrigin: z.boolean(),
});
export type CitedWork = z.infer<typeof CitedWork>;

const OPEN: Sql = sql`d.state in ('draft', 'in-review')`;

/** The citations of a claim, published or an open draft: which source, at which place. */
const citedBy = (claim: number): Sql => sql`
    select s.key, x.position as place, x.origin_state = 'origin' as origin
      from citations x join sources s on s.id = x.source_id where x.claim_id = ${claim}
    union all
    select entry ->> 'source', place, coalesce(entry ->> 'originState', '') = 'origin'
      from drafts d cross join lateral jsonb_array_elements(
        case when jsonb_typeof(d.content -> 'citations') = 'array' then d.content -> 'citations' else '[]' end
      ) with ordinality c (entry, place)
      where d.kind = 'claim' and d.record_number = ${claim} and ${OPEN} and not exists (select from claims where id = ${claim})`;

const itself = (source: number): Sql => sql`
    select key, 1 as place, false as origin from sources where id = ${source}
    union all select 's' || ${source}::int, 1, false where not exists (select from sources where id = ${source})`;

/**
 * The works that an appraiser of this reads: the source itself, or those that the claim cites, the origins first.
 * Of a draft as far as it is filled in. @throws {Denied}
 */
export async function listWorks(actor: Actor | null, subject: string): Promise<CitedWork[]> {
  permit(actor, 'draft.read');
  const wanted = parsePublicId(subject);
  if (wanted === null) return [];
  const cited = wanted.kind === 'claim' ? citedBy(wanted.number) : itself(wanted.number);
  return query(
    CitedWork,
    sql`with work as (select key, min(place) as place, bool_or(origin) as origin from (${cited}) cited group by key)
      select 'S' || s.id as id, s.short_name || ': ' || s.title as name, null as draft, s.url, s.doi, w.origin as "isOrigin",
        w.place from work w join sources s on s.key = w.key
      union all
      select 'S' || d.record_number, coalesce(nullif(concat_ws(': ', nullif(d.content ->> 'shortName', ''),
          nullif(d.content ->> 'title', '')), ''), 'Untitled'), 'D' || d.id, d.content ->> 'url', d.content ->> 'doi', w.origin, w.place
        from work w join drafts d on d.kind = 'source' and 's' || d.record_number = w.key and ${OPEN}
        where not exists (select from sources where id = d.record_number)
      order by "isOrigin" desc, place`,
  );
}
