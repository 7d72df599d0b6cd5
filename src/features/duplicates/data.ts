import 'server-only';
import { z } from 'zod';
import { BEGINNING_MIN, DUPLICATE_REASON, DuplicateReason } from '../../domain/duplicates/reason';
import type { Content } from '../../domain/fields/paths';
import { type Actor, permit } from '../../domain/permission';
import type { RecordKind } from '../../domain/record';
import { query, type Sql, sql } from '../../db/sql';
import { claimMarks, claimReason, HERE_CLAIMS, HERE_SOURCES, sourceReason, strengthOf } from './duplicate-sql';
import type { DuplicateHit } from './schema';

const HITS_MAX = 6;

/**
 * Published records and open drafts that may be of the same thing, the likeliest first.
 *
 * @param recordId public id of the record that is being made, which is no duplicate of itself
 * @throws {Denied}
 */
export async function findDuplicates(
  actor: Actor | null,
  kind: RecordKind,
  content: Content,
  recordId: string | null,
): Promise<DuplicateHit[]> {
  permit(actor, 'draft.read');
  const own = recordId === null ? 0 : Number(recordId.slice(1));
  const rows = await query(HitRow, kind === 'source' ? sourceHits(content, own) : claimHits(content, own));
  return rows.map(({ reason, ...hit }) => ({ ...hit, why: DUPLICATE_REASON[reason].text }));
}

const HitRow = z.object({ id: z.string(), draft: z.string().nullable(), name: z.string(), reason: DuplicateReason });

const [OWN, HERE] = [sql`own`, sql`here`];

function hits(own: Sql, here: Sql, reason: Sql, order: Sql): Sql {
  return sql`select id, draft, name, reason from (
      select here.*, ${reason} as reason, ${order} as nearness from ${own} own, ${here} here) found
    where reason is not null order by ${strengthOf(sql`reason`)}, nearness desc, number limit ${HITS_MAX}::int`;
}

/** By DOI, and by title. */
function sourceHits(content: Content, own: number): Sql {
  const typed = sql`(select nullif(left(btrim(c ->> 'doi'), 1000), '') as doi, plain_words(coalesce(c ->> 'title', '')) as title,
    substring(c ->> 'issued' from '^\\d{4}') as year from (select ${JSON.stringify(content)}::jsonb as c) t)`;
  // Only what the indexes over titles give can be alike; what begins the same is asked for in so many words.
  const here = sql`(select h.* from ${HERE_SOURCES} h, ${typed} t where h.number <> ${own}::int and (h.doi = t.doi
    or h.title % t.title or (length(t.title) >= ${BEGINNING_MIN}::int and starts_with(h.title, t.title))
    or (length(h.title) >= ${BEGINNING_MIN}::int and starts_with(t.title, h.title))))`;
  return hits(typed, here, sourceReason(OWN, HERE), sql`similarity(own.title, here.title)`);
}

/** By the figure, unless the two speak of other people, another place or another time. */
function claimHits(content: Content, own: number): Sql {
  const typed = sql`(select ${claimMarks(sql`c`)} from (select ${JSON.stringify(content)}::jsonb as c) t)`;
  const here = sql`(select * from ${HERE_CLAIMS} h where h.number <> ${own}::int)`;
  return hits(typed, here, claimReason(OWN, HERE), sql`0`);
}
