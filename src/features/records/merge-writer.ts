import 'server-only';
import { z } from 'zod';
import { queryIn, type Transaction } from '../../db/prisma';
import { sql } from '../../db/sql';

// What hangs on a record moves to another, and the record goes. Nothing that was cited is lost; what both have is kept once.

const Numbers = z.object({ id: z.number().int() });

/** @returns the claims whose index has to be brought up to date */
export async function moveSource(tx: Transaction, from: number, into: number): Promise<number[]> {
  const citing = await queryIn(
    tx,
    Numbers,
    sql`update citations set source_id = ${into} where source_id = ${from} returning claim_id as id`,
  );
  const keys = await tx.source.findMany({ where: { id: { in: [from, into] } }, select: { id: true, key: true } });
  const keyOf = (id: number) => keys.find((source) => source.id === id)?.key ?? '';
  await renameInDrafts(tx, 'source', keyOf(from), keyOf(into));
  const { doi } = await tx.source.delete({ where: { id: from } });
  // The survivor takes the DOI if it has none: it is the same work.
  if (doi !== null) await tx.source.updateMany({ where: { id: into, doi: null }, data: { doi } });
  await tx.source.update({ where: { id: into }, data: { version: { increment: 1 }, updatedAt: new Date() } });
  return [...new Set(citing.map(({ id }) => id))];
}

/** @returns the claims whose index has to be brought up to date */
export async function moveClaim(tx: Transaction, from: number, into: number): Promise<number[]> {
  await moveCitations(tx, from, into);
  await queryIn(
    tx,
    z.object({}),
    sql`insert into claim_topics (claim_id, topic_code, position)
      select ${into}, topic_code, position + 100 from claim_topics where claim_id = ${from} on conflict do nothing`,
  );
  const related = await moveRelations(tx, from, into);
  const keys = await tx.claim.findMany({ where: { id: { in: [from, into] } }, select: { id: true, key: true } });
  const keyOf = (id: number) => keys.find((claim) => claim.id === id)?.key ?? '';
  await renameInDrafts(tx, 'to', keyOf(from), keyOf(into));
  await tx.claim.delete({ where: { id: from } });
  await tx.claim.update({ where: { id: into }, data: { version: { increment: 1 }, updatedAt: new Date() } });
  return [into, ...related.filter((id) => id !== from)];
}

/** A citation of one source at one place, printed alike, is one citation: what drew on the other draws on the survivor's. */
async function moveCitations(tx: Transaction, from: number, into: number): Promise<void> {
  const same = await queryIn(
    tx,
    z.object({ gives: z.number().int(), takes: z.number().int() }),
    sql`select distinct on (g.id) g.id as gives, t.id as takes from citations g
      join citations t on t.claim_id = ${into} and t.source_id = g.source_id and t.role = g.role
        and t.locator is not distinct from g.locator and t.figure_as_printed is not distinct from g.figure_as_printed
      where g.claim_id = ${from} order by g.id, t.id`,
  );
  for (const { gives, takes } of same) {
    await tx.citation.updateMany({ where: { drawnFromId: gives, id: { not: takes } }, data: { drawnFromId: takes } });
    // A survivor's that drew on its own double has the figure from wherever that one had it.
    await queryIn(
      tx,
      z.object({}),
      sql`update citations t set origin_state = g.origin_state, drawn_from_id = g.drawn_from_id, search_log = g.search_log
        from citations g where t.id = ${takes} and g.id = ${gives} and t.drawn_from_id = g.id`,
    );
    await tx.citation.delete({ where: { id: gives } });
  }
  const [{ position = 0 } = {}] = await queryIn(
    tx,
    z.object({ position: z.number().int() }),
    sql`select coalesce(max(position) + 1, 0) as position from citations where claim_id = ${into}`,
  );
  await queryIn(
    tx,
    z.object({}),
    sql`update citations set claim_id = ${into}, position = position + ${position} where claim_id = ${from}`,
  );
}

/** Relations of the one become relations of the other, except those between the two. @returns the claims at their far ends */
async function moveRelations(tx: Transaction, from: number, into: number): Promise<number[]> {
  const ends = await queryIn(
    tx,
    Numbers,
    sql`with moved as (delete from claim_relations where ${from} in (from_id, to_id)
        returning from_id, to_id, kind, note, series_break),
      renamed as (select case from_id when ${from} then ${into} else from_id end as from_id,
          case to_id when ${from} then ${into} else to_id end as to_id, kind, note, series_break from moved),
      kept as (insert into claim_relations (from_id, to_id, kind, note, series_break)
        select * from renamed where from_id <> to_id on conflict do nothing)
      select distinct unnest(array[from_id, to_id]) as id from moved`,
  );
  return ends.map(({ id }) => id).filter((id) => id !== from && id !== into);
}

/** Open drafts name sources and claims by their keys. */
async function renameInDrafts(tx: Transaction, field: 'source' | 'to', before: string, after: string): Promise<void> {
  const list = field === 'source' ? sql`'citations'` : sql`'relations'`;
  const name = field === 'source' ? sql`'source'` : sql`'to'`;
  await queryIn(
    tx,
    z.object({}),
    sql`update drafts set version = version + 1, content = jsonb_set(content, array[${list}], (
        select jsonb_agg(case when entry ->> ${name} = ${before}::text then jsonb_set(entry, array[${name}], to_jsonb(${after}::text)) else entry end)
        from jsonb_array_elements(content -> ${list}) entry))
      where state in ('draft', 'in-review') and kind = 'claim' and jsonb_typeof(content -> ${list}) = 'array'
        and content @> jsonb_build_object(${list}, jsonb_build_array(jsonb_build_object(${name}, ${before}::text)))`,
  );
}
