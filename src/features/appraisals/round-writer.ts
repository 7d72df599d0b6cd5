import 'server-only';
import type { Judgement } from '../../domain/appraisal/appraisal';
import { dueAfter } from '../../domain/appraisal/reappraisal';
import { Prisma, type Transaction } from '../../db/prisma';
import type { NewEvent } from '../history/event-writer';
import { applySettledGrade } from './grade-writer';
import type { RoundView } from './schema';

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

const SAID: Readonly<Record<Closing['how'], string>> = {
  agreement: 'Settled: both judged alike.',
  consensus: 'Settled by consensus of the two appraisers.',
  decision: 'Settled by a senior editor who was neither of the two.',
};
