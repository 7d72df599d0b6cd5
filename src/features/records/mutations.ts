import 'server-only';
import { type Actor, type Permission, permit } from '../../domain/permission';
import { parsePublicId, publicId, type RecordKind, type RecordOf } from '../../domain/record';
import type { Standing } from '../../domain/standing';
import { prisma, type Transaction } from '../../db/prisma';
import { reviewAfter, reviewAfterMerge } from '../appraisals/grade-writer';
import { voidRounds } from '../appraisals/round-writer';
import { refreshClaimIndex } from '../claims/index-writer';
import { recordEvents } from '../history/event-writer';
import { lockRecord } from '../documents/data';
import { changeDrafts, lockMerge, MoreNowConcerned } from './merge-lock-writer';
import { moveClaim, moveSource } from './merge-writer';

// What happens to records once they are published. None is ever deleted; two that are one become one.

export type RecordProblem =
  | { problem: 'gone'; message: string }
  | { problem: 'refused'; message: string }
  | { problem: 'conflict'; current: RecordOf[RecordKind]; currentVersion: number };

export type RecordOutcome = { ok: true } | ({ ok: false } & RecordProblem);

const NEEDED: Readonly<Record<Standing, Permission>> = {
  disputed: 'record.dispute',
  retracted: 'record.retract',
  stands: 'record.retract',
};

const DONE: Readonly<Record<Standing, [action: string, summary: string]>> = {
  disputed: ['disputed', 'Marked as disputed.'],
  retracted: ['retracted', 'Retracted.'],
  stands: ['reinstated', 'Stands again.'],
};

/** Says of a published record that it is disputed, retracted, or stands. The reason is shown with it. */
export async function changeStanding(
  actor: Actor | null,
  recordId: string,
  version: number,
  standing: Standing,
  reason: string,
): Promise<RecordOutcome> {
  permit(actor, NEEDED[standing]);
  if (reason.trim() === '') return { ok: false, problem: 'refused', message: 'Say why: the reason is shown with it.' };
  return prisma().$transaction(async (tx) => {
    const id = parsePublicId(recordId);
    const before = id === null ? null : await lockRecord(tx, id.kind, id.number);
    if (id === null || before === null) return gone(recordId);
    if (before.version !== version) {
      return { ok: false, problem: 'conflict', current: before.record, currentVersion: before.version };
    }
    if (before.record.standing === 'retracted' && standing === 'disputed') permit(actor, 'record.retract');
    const data = {
      standing,
      standingReason: standing === 'stands' ? null : reason,
      version: { increment: 1 },
      updatedAt: new Date(),
    };
    if (id.kind === 'claim') await tx.claim.update({ where: { id: id.number }, data });
    else await tx.source.update({ where: { id: id.number }, data });
    if (id.kind === 'claim') await refreshClaimIndex(tx, [id.number]);
    const [action, summary] = DONE[standing];
    const after = (await lockRecord(tx, id.kind, id.number))?.record;
    const reviews = after === undefined ? [] : await reviewAfter(tx, id.kind, before.record, after);
    const event = { action, subject: recordId, summary, reason, before: before.record, after };
    await recordEvents(tx, actor, [event, ...reviews]);
    return { ok: true };
  });
}

/**
 * Makes two records of one thing one: citations and relations move to the survivor, and the other's id leads there for
 * ever. What the other said stays in the history.
 */
export async function mergeRecords(
  actor: Actor | null,
  fromId: string,
  intoId: string,
  reason: string,
): Promise<RecordOutcome> {
  permit(actor, 'record.merge');
  if (reason.trim() === '') return { ok: false, problem: 'refused', message: 'Say why the two are one.' };
  const [from, into] = [parsePublicId(fromId), parsePublicId(intoId)];
  if (from === null) return gone(fromId);
  if (into === null) return gone(intoId);
  if (from.kind !== into.kind || from.number === into.number) {
    return { ok: false, problem: 'refused', message: 'Two different records of one kind can be merged.' };
  }
  const merge = { kind: from.kind, from: from.number, into: into.number, reason };
  for (let tries = 1; ; tries += 1) {
    try {
      return await prisma().$transaction((tx) => mergeIn(tx, actor, merge));
    } catch (error) {
      if (!(error instanceof MoreNowConcerned) || tries === MERGE_TRIES) throw error;
    }
  }
}

/** Each try fails only when somebody has just begun to cite what is merged. */
const MERGE_TRIES = 10;

type Merge = { kind: RecordKind; from: number; into: number; reason: string };

async function mergeIn(tx: Transaction, actor: Actor, { kind, from, into, reason }: Merge): Promise<RecordOutcome> {
  const { gives, takes, drafts } = await lockMerge(tx, kind, from, into);
  if (!gives) return gone(publicId(kind, from));
  if (!takes) return gone(publicId(kind, into));
  const [fromId, intoId] = [publicId(kind, from), publicId(kind, into)];
  const moved = kind === 'claim' ? await moveClaim(tx, from, into) : await moveSource(tx, from, into);
  await tx.mergedRecord.updateMany({ where: { kind, intoNumber: from }, data: { intoNumber: into } });
  await tx.mergedRecord.create({ data: { kind, number: from, intoNumber: into } });
  const keys = [gives.record.key, takes.record.key] as const;
  const edited = await changeDrafts(tx, { kind, from, into, keys, locked: drafts });
  const voided = await voidRounds(tx, [fromId], `${fromId} was merged into ${intoId}.`);
  await refreshClaimIndex(tx, moved.touched);
  const after = (await lockRecord(tx, kind, into))?.record;
  const reviews = after === undefined ? [] : await reviewAfter(tx, kind, takes.record, after);
  const origins = kind === 'source' ? await reviewAfterMerge(tx, moved.origins, [from, into]) : [];
  // Events come last: from the first one on, nobody else can write history until this transaction ends.
  await recordEvents(tx, actor, [
    ...edited,
    { action: 'merged', subject: fromId, summary: `Merged into ${intoId}.`, reason, before: gives.record },
    {
      action: 'merged',
      subject: intoId,
      summary: `${fromId} was merged into it.`,
      reason,
      before: takes.record,
      after,
    },
    ...reviews,
    ...origins,
    ...voided,
  ]);
  return { ok: true };
}

function gone(recordId: string) {
  return { ok: false, problem: 'gone', message: `There is no published record ${recordId}.` } as const;
}
