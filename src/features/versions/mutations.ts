import 'server-only';
import { difference } from '../../domain/history/difference';
import { restorable } from '../../domain/history/restorable';
import { type Actor, permit } from '../../domain/permission';
import { type Fault, parsePublicId, type RecordKind } from '../../domain/record';
import { prisma, type Transaction } from '../../db/prisma';
import { reviewAfter } from '../appraisals/grade-writer';
import { getVersion, type Version } from '../history/data';
import { recordEvents } from '../history/event-writer';
import { lockRecord, type Published } from '../documents/data';
import { writeRecord } from '../documents/record-writer';

export type RestoreOutcome =
  | { ok: true; recordId: string }
  | { ok: false; problem: 'gone' | 'no-reason' | 'same' | 'conflict'; message: string }
  /** The version breaks a rule, or names what is no longer there. Nothing was written. */
  | { ok: false; problem: 'invalid'; message: string; faults: Fault[] };

/**
 * Brings a record back to what it was after an event, as a new event: nothing of what came between is lost. Its standing
 * stays as it is, so that no retraction is taken back by the way.
 *
 * @param position the event's place in the history
 * @param version of the record that was shown when this was decided
 */
export async function restoreVersion(
  actor: Actor | null,
  position: number,
  version: number,
  reason: string,
): Promise<RestoreOutcome> {
  permit(actor, 'record.restore');
  if (reason.trim() === '') return refused('no-reason', 'Say why: the reason stands in the history.');
  const kept = await getVersion(position);
  const id = kept === null ? null : parsePublicId(kept.event.subject);
  if (kept === null || id === null) return refused('gone', 'Nobody kept a version of a record at this event.');
  return prisma().$transaction(async (tx) => {
    const before = await lockRecord(tx, id.kind, id.number);
    if (before === null) {
      return refused('gone', `${kept.event.subject} is no longer there: it was merged into another record.`);
    }
    if (before.version !== version) {
      return refused('conflict', 'Somebody has changed the record meanwhile: look again at what would change.');
    }
    return restoreLocked(tx, actor, { ...id, kept, before, reason: reason.trim() });
  });
}

type Restoring<Kind extends RecordKind> = {
  kind: Kind;
  number: number;
  kept: Version;
  before: Published<Kind>;
  reason: string;
};

async function restoreLocked<Kind extends RecordKind>(
  tx: Transaction,
  actor: Actor,
  { kind, number, kept, before, reason }: Restoring<Kind>,
): Promise<RestoreOutcome> {
  const read = restorable(kind, kept.document, before.record);
  if (!read.ok) return invalid(read.faults);
  if (difference(before.record, read.record).length === 0) {
    return refused('same', 'The record is like that already, but for its standing.');
  }
  const written = await writeRecord(tx, kind, read.record);
  if (!written.ok) return invalid(written.faults);
  const after = (await lockRecord(tx, kind, number))?.record;
  const { position, subject, at } = kept.event;
  const summary = `Restored as it was after no. ${position}, of ${at.slice(0, 10)}.`;
  const reviews = after === undefined ? [] : await reviewAfter(tx, kind, before.record, after);
  const event = { action: 'restored', subject, summary, reason, before: before.record, after };
  await recordEvents(tx, actor, [event, ...reviews]);
  return { ok: true, recordId: subject };
}

function refused(problem: 'gone' | 'no-reason' | 'same' | 'conflict', message: string) {
  return { ok: false, problem, message } as const;
}

function invalid(faults: Fault[]) {
  const message = 'This version cannot be restored: it breaks a rule, or names what is no longer there.';
  return { ok: false, problem: 'invalid', message, faults } as const;
}
