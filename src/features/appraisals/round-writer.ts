import 'server-only';
import { z } from 'zod';
import type { Judgement } from '../../domain/appraisal/appraisal';
import { conflictSentence } from '../../domain/appraisal/interests';
import { dueAfter } from '../../domain/appraisal/reappraisal';
import type { Actor } from '../../domain/permission';
import { Prisma, queryIn, type Transaction } from '../../db/prisma';
import { sql } from '../../db/sql';
import type { NewEvent } from '../history/event-writer';
import { holdSubject } from './content-data';
import { applySettledGrade } from './grade-writer';
import { RoundRow, roundStatement } from './round-sql';
import type { Refused, RoundView, Subject } from './schema';
import { getSubjectIn } from './subject-data';

export type LockedRound = { ok: true; round: RoundView; subject: Subject };

/**
 * Locks a round, and keeps what it is of as it is, until the transaction ends. Refused where there is none, where what it
 * was of is gone, and where the person works for those who made it.
 */
export async function lockRound(tx: Transaction, actor: Actor, roundId: number): Promise<LockedRound | Refused> {
  const [named] = await queryIn(
    tx,
    z.object({ subject: z.string() }),
    sql`select subject from appraisal_rounds where id = ${roundId}`,
  );
  if (named === undefined) return { ok: false, problem: 'There is no such round.' };
  await holdSubject(tx, named.subject);
  await queryIn(tx, z.object({}), sql`select from appraisal_rounds where id = ${roundId} for update`);
  const [round] = await queryIn(tx, RoundRow, roundStatement(actor.id, roundId));
  const subject = await getSubjectIn(tx, named.subject);
  if (round === undefined) throw new Error(`round ${roundId} was there, and is not`);
  if (round.state === 'void') {
    return { ok: false, problem: `This round was closed without an outcome. ${round.voidReason ?? ''}` };
  }
  if (subject === null) return { ok: false, problem: 'What was appraised is no longer there.' };
  const conflict = conflictSentence(actor, subject);
  return conflict === null ? { ok: true, round, subject } : { ok: false, problem: conflict };
}

export type Closing =
  | { how: 'agreement'; outcome: Judgement }
  | { how: 'consensus' | 'decision'; outcome: Judgement; note: string; by: string; interests?: string };

/**
 * Closes a round with its outcome, and writes the grade where the record is public.
 *
 * @returns the lines of the history that say so, for the caller to write last
 */
export async function closeRound(tx: Transaction, round: RoundView, closing: Closing): Promise<NewEvent[]> {
  const now = new Date();
  const agreed = closing.how === 'agreement';
  await tx.appraisalRound.update({
    where: { id: round.id },
    data: {
      state: agreed ? 'agreed' : 'settled',
      outcome: closing.outcome,
      settledHow: closing.how,
      settledByName: agreed ? null : closing.by,
      settledNote: agreed ? null : closing.note,
      settledAt: now,
      dueAt: dueAfter(now),
      ...NO_OFFER,
    },
  });
  return [
    {
      action: 'settled',
      subject: `appraisal:${round.id}`,
      summary: SAID[closing.how],
      reason: agreed ? null : closing.note,
      after: closing,
    },
    ...(await applySettledGrade(tx, round.subject)),
  ];
}

const NO_OFFER = { offer: Prisma.DbNull, offeredById: null, offeredByName: null, offeredAt: null };

/**
 * Closes the rounds that are under way for these, because they are no longer there: merged into another record, or
 * discarded while they were drafts. Both appraisals stay as they are; there is no outcome.
 *
 * @returns the lines of the history that say so, for the caller to write last
 */
export async function voidRounds(tx: Transaction, subjects: readonly string[], reason: string): Promise<NewEvent[]> {
  const closed = await queryIn(
    tx,
    z.object({ id: z.number().int() }),
    sql`with gone as (select id from appraisal_rounds where subject = any(${[...subjects]}::text[])
        and state in ('open', 'differing') order by id for update)
      update appraisal_rounds r set state = 'void', void_reason = ${reason}, voided_at = now(), offer = null,
        offered_by_id = null, offered_by_name = null, offered_at = null
      from gone where r.id = gone.id returning r.id`,
  );
  const summary = 'Closed without an outcome: what was appraised is no longer there.';
  return closed.map(({ id }) => ({ action: 'voided', subject: `appraisal:${id}`, summary, reason }));
}

const SAID: Readonly<Record<Closing['how'], string>> = {
  agreement: 'Settled: both judged alike.',
  consensus: 'Settled by consensus of the two appraisers.',
  decision: 'Settled by a senior editor who was neither of the two.',
};
