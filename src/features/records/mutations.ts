import 'server-only';
import { type Actor, type Permission, permit } from '../../domain/permission';
import { parsePublicId, publicId, type RecordKind, type RecordOf } from '../../domain/record';
import type { Standing } from '../../domain/standing';
import { prisma, type Transaction } from '../../db/prisma';
import { reviewAfter } from '../appraisals/grade-writer';
import { refreshClaimIndex } from '../claims/index-writer';
import { recordEvents } from '../history/event-writer';
import { lockRecord } from '../documents/data';
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
  return prisma().$transaction((tx) =>
    mergeIn(tx, actor, { kind: from.kind, from: from.number, into: into.number, reason }),
  );
}

type Merge = { kind: RecordKind; from: number; into: number; reason: string };

async function mergeIn(tx: Transaction, actor: Actor, { kind, from, into, reason }: Merge): Promise<RecordOutcome> {
  // Always in the order of their numbers: two merges at once cannot wait for each other.
  const locked = new Map<number, Awaited<ReturnType<typeof lockRecord>>>();
  for (const number of [from, into].sort((a, b) => a - b)) locked.set(number, await lockRecord(tx, kind, number));
  const [gives, takes] = [locked.get(from), locked.get(into)];
  if (!gives) return gone(publicId(kind, from));
  if (!takes) return gone(publicId(kind, into));
  const touched = kind === 'claim' ? await moveClaim(tx, from, into) : await moveSource(tx, from, into);
  await tx.mergedRecord.updateMany({ where: { kind, intoNumber: from }, data: { intoNumber: into } });
  await tx.mergedRecord.create({ data: { kind, number: from, intoNumber: into } });
  await refreshClaimIndex(tx, touched);
  const after = (await lockRecord(tx, kind, into))?.record;
  const reviews = after === undefined ? [] : await reviewAfter(tx, kind, takes.record, after);
  // Events come last: from the first one on, nobody else can write history until this transaction ends.
  await dropDrafts(tx, actor, kind, from);
  const [fromId, intoId] = [publicId(kind, from), publicId(kind, into)];
  await recordEvents(tx, actor, [
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
  ]);
  return { ok: true };
}

async function dropDrafts(tx: Transaction, actor: Actor, kind: RecordKind, number: number): Promise<void> {
  const drafts = await tx.draft.findMany({
    where: { kind, recordNumber: number, state: { in: ['draft', 'in_review'] } },
  });
  await tx.draft.updateMany({
    where: { id: { in: drafts.map(({ id }) => id) } },
    data: { state: 'discarded', version: { increment: 1 } },
  });
  const summary = 'Discarded, because its record was merged into another.';
  await recordEvents(
    tx,
    actor,
    drafts.map(({ id, content }) => ({ action: 'discarded', subject: `D${id}`, summary, before: content })),
  );
}

function gone(recordId: string) {
  return { ok: false, problem: 'gone', message: `There is no published record ${recordId}.` } as const;
}
