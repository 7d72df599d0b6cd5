import 'server-only';
import { type Actor, permit } from '../../domain/permission';
import { prisma, type Transaction } from '../../db/prisma';
import { recordEvents } from '../history/event-writer';
import { findClaimNumber } from './report-data';
import type { NewMatchReport, TextVerdict } from './schema';

/** How the history names somebody without an account. */
const STRANGER = { id: null, name: 'a reader without an account' } as const;

export type ReportOutcome =
  /** `isNew`: false where the same report waits already, as when somebody sends a form twice. */
  { ok: true; id: number; isNew: boolean } | { ok: false; problem: 'no-such-claim'; field: 'matched' | 'expected' };

/**
 * Keeps what somebody says of a wrong match. Anybody may: the table of permissions names what needs an account, and this
 * needs none. Whoever calls it has counted it before (auth/text-limits.ts). The history says that it was sent and of which
 * claims, without a word of the sender's: what is in the history can never be forgotten.
 *
 * @param actor who is signed in; null for a stranger
 */
export async function addMatchReport(actor: Actor | null, report: NewMatchReport): Promise<ReportOutcome> {
  const { sentence, figure, reason } = report;
  const matchedClaim = await numberOf(report.matched);
  if (matchedClaim === undefined) return { ok: false, problem: 'no-such-claim', field: 'matched' };
  const expectedClaim = await numberOf(report.expected);
  if (expectedClaim === undefined) return { ok: false, problem: 'no-such-claim', field: 'expected' };
  const said = { sentence, figure, verdict: STORED[report.verdict], matchedClaim, expectedClaim, reason };
  return prisma().$transaction(async (tx) => {
    const same = await findSame(tx, { ...said, senderId: actor?.id ?? null });
    if (same !== null) return { ok: true, id: same, isNew: false };
    const sender = { senderId: actor?.id ?? null, senderName: actor?.name ?? null };
    const { id } = await tx.matchReport.create({ data: { ...said, ...sender }, select: { id: true } });
    const after = { verdict: report.verdict, matched: idOf(matchedClaim), expected: idOf(expectedClaim) };
    const summary = `Reported a wrong match: ${after.matched === null ? 'no claim was found' : `taken for ${after.matched}`}${
      after.expected === null ? '' : `, and ${after.expected} is meant`
    }.`;
    await recordEvents(tx, actor ?? STRANGER, [{ action: 'match reported', subject: `match:${id}`, summary, after }]);
    return { ok: true, id, isNew: true };
  });
}

export type SettleOutcome =
  | { ok: true }
  | { ok: false; problem: 'gone' }
  | { ok: false; problem: 'settled'; by: string };

/** Ends a report with what an editor found. Nothing else changes by it. @param note what was found, and done */
export async function settleMatchReport(actor: Actor | null, id: number, note: string): Promise<SettleOutcome> {
  permit(actor, 'match.settle');
  return prisma().$transaction(async (tx): Promise<SettleOutcome> => {
    const settled = { settledAt: new Date(), settledById: actor.id, settledByName: actor.name, note };
    const { count } = await tx.matchReport.updateMany({ where: { id, settledAt: null }, data: settled });
    if (count === 0) {
      const now = await tx.matchReport.findUnique({ where: { id }, select: { settledByName: true } });
      return now === null
        ? { ok: false, problem: 'gone' }
        : { ok: false, problem: 'settled', by: now.settledByName ?? '' };
    }
    await recordEvents(tx, actor, [
      { action: 'match settled', subject: `match:${id}`, summary: 'Settled a report of a wrong match.', reason: note },
    ]);
    return { ok: true };
  });
}

const STORED = {
  faithful: 'faithful',
  distorted: 'distorted',
  possibly: 'possibly',
  unlisted: 'unlisted',
  'not-a-figure': 'not_a_figure',
} as const satisfies Record<TextVerdict, string>;

type Said = NonNullable<Parameters<Transaction['matchReport']['findFirst']>[0]>['where'];

/** An open report that says the very same, by the same person or by strangers. */
async function findSame(tx: Transaction, said: Said): Promise<number | null> {
  const found = await tx.matchReport.findFirst({ where: { ...said, settledAt: null }, select: { id: true } });
  return found?.id ?? null;
}

const idOf = (number: number | null) => (number === null ? null : `C${number}`);

/** Undefined for an id that no claim has. */
async function numberOf(id: string | null): Promise<number | null | undefined> {
  return id === null ? null : ((await findClaimNumber(id)) ?? undefined);
}
