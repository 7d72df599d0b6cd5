import 'server-only';
import { z } from 'zod';
import { queryIn, type Transaction } from '../../db/prisma';
import { sql } from '../../db/sql';

// What hangs on a record moves to another, and the record goes. Nothing that was cited is lost; what both have is kept once.

const Numbers = z.object({ id: z.number().int() });

/** Claims whose index has to be brought up to date; and those that are first stated in what is gone, of a source. */
export type Moved = { touched: number[]; origins: number[] };

export async function moveSource(tx: Transaction, from: number, into: number): Promise<Moved> {
  const citing = await queryIn(
    tx,
    Numbers.extend({ origin: z.boolean() }),
    sql`update citations set source_id = ${into} where source_id = ${from}
      returning claim_id as id, origin_state = 'origin' as origin`,
  );
  const { doi } = await tx.source.delete({ where: { id: from } });
  // The survivor takes the DOI if it has none: it is the same work.
  if (doi !== null) await tx.source.updateMany({ where: { id: into, doi: null }, data: { doi } });
  await tx.source.update({ where: { id: into }, data: { version: { increment: 1 }, updatedAt: new Date() } });
  const idsOf = (rows: readonly { id: number }[]) => [...new Set(rows.map(({ id }) => id))];
  return { touched: idsOf(citing), origins: idsOf(citing.filter(({ origin }) => origin)) };
}

export async function moveClaim(tx: Transaction, from: number, into: number): Promise<Moved> {
  await moveCitations(tx, from, into);
  await queryIn(
    tx,
    z.object({}),
    sql`insert into claim_topics (claim_id, topic_code, position)
      select ${into}, topic_code, position + 100 from claim_topics where claim_id = ${from} on conflict do nothing`,
  );
  const related = await moveRelations(tx, from, into);
  await tx.claim.delete({ where: { id: from } });
  await tx.claim.update({ where: { id: into }, data: { version: { increment: 1 }, updatedAt: new Date() } });
  return { touched: [into, ...related.filter((id) => id !== from)], origins: [] };
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
