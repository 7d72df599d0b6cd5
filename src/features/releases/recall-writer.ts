import 'server-only';
import { z } from 'zod';
import { ReleaseId } from '../../domain/fact-sheet/release';
import { ClaimChange } from '../../domain/fact-sheet/changes-since';
import { prisma } from '../../db/prisma';
import { query, sql } from '../../db/sql';
import type { Mail } from '../../lib/mail';
import { SheetId } from '../fact-sheets/schema';
import { askStaleReleases, stateOfReleases } from './recall-data';
import type { RecallNews } from './schema';

// Recalls: releases that a change has overtaken are written down, and their owners told. Many servers may do it at once,
// as often as they like.

export type Telling = {
  mailOf: (news: RecallNews) => Pick<Mail, 'subject' | 'text'>;
  send: (mail: Mail) => Promise<void>;
};

/** What the releases were last held against, by this process. */
let lastState: string | null = null;

/** Writes down what has become stale or stands again since the last time, and tells whoever has not been told. */
export async function recallReleases(telling: Telling): Promise<{ told: number }> {
  const state = await stateOfReleases();
  if (state !== lastState) {
    await writeRecalls();
    lastState = state;
  }
  return { told: await tellOwners(telling) };
}

/**
 * One process at a time, and each compares within its turn: what an older comparison found never undoes a newer one. A
 * recall that holds no longer is over; where the same change comes again after that, its owner is told again.
 */
async function writeRecalls(): Promise<void> {
  // Beforehand, so that the transaction need not last as long as the comparison.
  await askStaleReleases(null);
  await prisma().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('fact-sheet recalls'))`;
    const { answer } = await askStaleReleases(null);
    const live = JSON.stringify(
      (answer ?? []).flatMap(({ releaseId, claims }) =>
        claims.map(({ claim, state, changes }) => ({
          release_id: releaseId,
          claim_number: Number(claim.slice(1)),
          state,
          changes,
        })),
      ),
    );
    // Where less has changed than before, the owner knows of it already.
    await tx.$executeRaw`insert into fact_sheet_recalls as r (release_id, claim_number, state, changes)
      select release_id, claim_number, state, changes from jsonb_to_recordset(${live}::jsonb)
        as live (release_id text, claim_number int, state text, changes jsonb)
      on conflict (release_id, claim_number, state) do update set over_at = null, changes = excluded.changes,
        at = now(), tell_from = now(), told_at = case when exists (select from fact_sheet_recalls o
          where o.release_id = r.release_id and o.claim_number = r.claim_number and o.over_at is null)
          then r.told_at end
      where r.over_at is not null`;
    await tx.$executeRaw`update fact_sheet_recalls r set over_at = now() where over_at is null and not exists (
      select from jsonb_to_recordset(${live}::jsonb) as live (release_id text, claim_number int, state text)
      where live.release_id = r.release_id and live.claim_number = r.claim_number and live.state = r.state)`;
  });
}

const DueRow = z.object({
  releaseId: ReleaseId,
  claim: z.string(),
  statement: z.string(),
  state: z.string(),
  changes: z.array(ClaimChange),
  sheetId: SheetId,
  number: z.number().int(),
  title: z.string(),
  name: z.string(),
  email: z.string(),
});
type Due = z.infer<typeof DueRow>;

/** One mail for each release, with all that is new about it. @returns how many were sent */
async function tellOwners({ mailOf, send }: Telling): Promise<number> {
  const due = new Map<string, Due[]>();
  for (const row of await takeDue()) due.set(row.releaseId, [...(due.get(row.releaseId) ?? []), row]);
  let told = 0;
  for (const rows of due.values()) {
    const [first] = rows;
    if (first === undefined) continue;
    const { sheetId, releaseId, number, title, name, email } = first;
    const claims = rows.map(({ claim, statement, changes }) => ({ claim, statement, changes }));
    try {
      await send({ to: email, ...mailOf({ sheetId, releaseId, number, title, name, claims }) });
    } catch (error) {
      // Those rows come up again after a while; the others need not wait for them.
      console.error(`A recall of ${releaseId} could not be mailed: ${error instanceof Error ? error.message : ''}`);
      continue;
    }
    await markTold(rows);
    told += 1;
  }
  return told;
}

/**
 * Takes what nobody has been told of, for a quarter of an hour: meanwhile no other process takes it, and after that it
 * comes up again unless the mail was sent. Owners without an open account are told when they have one.
 */
function takeDue(): Promise<Due[]> {
  return query(
    DueRow,
    sql`with taken as (
        update fact_sheet_recalls r set tell_from = now() + interval '15 minutes'
        where (r.release_id, r.claim_number, r.state) in (
          select d.release_id, d.claim_number, d.state from fact_sheet_recalls d
            join fact_sheet_releases x on x.id = d.release_id join fact_sheets f on f.id = x.sheet_id
            join people p on p.id = f.owner_id and p.closed_at is null
          where d.told_at is null and d.over_at is null and d.tell_from <= now()
          for update of d skip locked)
        returning r.*)
      select t.release_id as "releaseId", 'C' || t.claim_number as claim, t.state, t.changes, 'F' || f.id as "sheetId",
        x.number, x.document::jsonb->'sheet'->>'title' as title, p.name, p.email,
        (select c->>'statement' from jsonb_array_elements(x.document::jsonb->'claims') c
          where c->>'id' = 'C' || t.claim_number) as statement
      from taken t join fact_sheet_releases x on x.id = t.release_id join fact_sheets f on f.id = x.sheet_id
        join people p on p.id = f.owner_id
      order by t.release_id, t.claim_number`,
  );
}

async function markTold(rows: readonly Due[]): Promise<void> {
  const told = JSON.stringify(rows.map(({ releaseId, claim, state }) => ({ releaseId, claim, state })));
  await prisma().$executeRaw`update fact_sheet_recalls r set told_at = now()
    from jsonb_to_recordset(${told}::jsonb) as told ("releaseId" text, claim text, state text)
    where r.release_id = told."releaseId" and 'C' || r.claim_number = told.claim and r.state = told.state`;
}
