import 'server-only';
import { type Actor, may, permit } from '../../domain/permission';
import { type Fault, parsePublicId, publicId, readRecord, type RecordKind, type RecordOf } from '../../domain/record';
import { prisma, type Transaction } from '../../db/prisma';
import { applySettledGrade, reviewAfter } from '../appraisals/grade-writer';
import { voidRounds } from '../appraisals/round-writer';
import { type NewEvent, recordEvents } from '../history/event-writer';
import { lockRecord } from '../documents/data';
import { writeRecord } from '../documents/record-writer';
import { lockDraft } from './data';
import { isNeverLinked, NEVER_LINKED } from '../../lib/denied-links';
import type { DraftContent, DraftDto, DraftState } from './schema';

// From a first draft to a published record. Each step is one transaction with its event, and none overwrites what
// somebody else has saved since the version that the caller has seen.

export type DraftProblem =
  | { problem: 'gone'; message: string }
  /** Somebody has saved it meanwhile: `current` is what they saved. */
  | { problem: 'conflict'; current: DraftDto }
  /** The published record has changed since the draft began. */
  | { problem: 'moved-on'; published: RecordOf[RecordKind] | null; publishedVersion: number | null }
  | { problem: 'incomplete'; faults: Fault[] };

export type Outcome<Result = object> = ({ ok: true } & Result) | ({ ok: false } & DraftProblem);

const GONE = { ok: false, problem: 'gone' } as const;

/** The content as the whole record it would become, with the id and key that the product gave it. */
export function recordOfDraft({ content, recordId, key }: Pick<DraftDto, 'content' | 'recordId' | 'key'>): unknown {
  return { ...content, id: recordId, key, appraisal: null };
}

/** `content`: of a record that is not there yet; from its key, where it needs one. */
type NewRecord = {
  kind: RecordKind;
  recordId: string | null;
  content?: DraftContent | ((key: string) => DraftContent);
};

/** Begins a draft of a new record, or of a published one; a record that is being worked on gives its open draft. */
export async function beginDraft(
  actor: Actor | null,
  { kind, recordId, content = {} }: NewRecord,
): Promise<Outcome<{ id: string; isNew: boolean }>> {
  permit(actor, 'draft.write');
  return prisma().$transaction(async (tx) => {
    if (recordId === null) {
      const [row] = await tx.$queryRawUnsafe<{ number: number }[]>(
        `select nextval('${kind === 'claim' ? 'claims' : 'sources'}_id_seq')::int as number`,
      );
      if (row === undefined) throw new Error('a sequence gave no number');
      const key = publicId(kind, row.number).toLowerCase();
      const own = typeof content === 'function' ? content(key) : content;
      const draft = { kind, number: row.number, content: own, baseVersion: null };
      return { ok: true, isNew: true, id: await insertDraft(tx, actor, draft) };
    }
    const wanted = parsePublicId(recordId);
    if (wanted === null || wanted.kind !== kind) return { ...GONE, message: `${recordId} is no ${kind}.` };
    // Two editors who begin at once: the second waits here, and then finds the draft of the first.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`draft of ${recordId}`}))`;
    const open = await tx.draft.findFirst({
      where: { kind, recordNumber: wanted.number, state: { in: ['draft', 'in_review'] } },
      select: { id: true },
    });
    if (open !== null) return { ok: true, isNew: false, id: `D${open.id}` };
    const published = await lockRecord(tx, kind, wanted.number);
    if (published === null) return { ...GONE, message: `There is no published record ${recordId}.` };
    const { id: _id, key: _key, appraisal: _appraisal, ...current } = published.record;
    const draft = { kind, number: wanted.number, content: current, baseVersion: published.version };
    return { ok: true, isNew: true, id: await insertDraft(tx, actor, draft) };
  });
}

async function insertDraft(
  tx: Transaction,
  actor: Actor,
  { kind, number, content, baseVersion }: NewDraft,
): Promise<string> {
  const { id } = await tx.draft.create({
    data: {
      kind,
      recordNumber: number,
      baseVersion,
      content: content as object,
      authorId: actor.id,
      authorName: actor.name,
    },
  });
  const summary = `Began a draft of ${publicId(kind, number)}.`;
  await recordEvents(tx, actor, [{ action: 'begun', subject: `D${id}`, summary, after: content }]);
  return `D${id}`;
}

type NewDraft = { kind: RecordKind; number: number; content: DraftContent; baseVersion: number | null };

/** Runs a change of an open draft that has the version the caller saw, locked against everybody else. */
async function changeDraft<Result extends object>(
  id: string,
  version: number,
  change: (tx: Transaction, draft: DraftDto) => Promise<Outcome<Result>>,
): Promise<Outcome<Result>> {
  return prisma().$transaction(async (tx) => {
    const draft = await lockDraft(tx, id);
    if (draft === null) return { ...GONE, message: `There is no draft ${id}.` };
    if (draft.state === 'published' || draft.state === 'discarded') {
      return { ...GONE, message: `This draft was ${draft.state} meanwhile.` };
    }
    if (draft.version !== version) return { ok: false, problem: 'conflict', current: draft };
    return change(tx, draft);
  });
}

/** What every change of a draft writes: a version more, and its event. */
async function writeDraft(
  tx: Transaction,
  actor: Actor,
  draft: DraftDto,
  { data, also = [], ...event }: DraftChange,
): Promise<number> {
  const { version } = await tx.draft.update({
    where: { id: Number(draft.id.slice(1)) },
    data: { ...data, version: { increment: 1 }, updatedAt: new Date() },
    select: { version: true },
  });
  const before = event.after === undefined ? undefined : draft.content;
  await recordEvents(tx, actor, [{ subject: draft.id, before, ...event }, ...also]);
  return version;
}

type DraftChange = {
  data: DraftData;
  action: string;
  summary: string;
  reason?: string | null;
  after?: unknown;
  /** What else is to be said in the history. */
  also?: readonly NewEvent[];
};

type DraftData = Parameters<Transaction['draft']['update']>[0]['data'];

/**
 * Saves what was typed. Who may not publish takes a draft that is in review back to drafting by changing it: nobody
 * publishes what they have not seen.
 *
 * @param adopt the version of the published record that this content has been held against, where it has moved on
 */
export async function saveDraft(
  actor: Actor | null,
  id: string,
  version: number,
  content: DraftContent,
  { adopt }: { adopt?: number } = {},
): Promise<Outcome<{ version: number }>> {
  permit(actor, 'draft.write');
  return changeDraft(id, version, async (tx, draft) => {
    const { id: _id, key: _key, appraisal: _appraisal, ...own } = content;
    const state = draft.state === 'in-review' && may(actor, 'record.publish') ? 'in_review' : 'draft';
    const baseVersion = adopt ?? draft.baseVersion;
    const data = { content: own as object, state, baseVersion } as const;
    const event = { action: 'saved', summary: `Saved the draft of ${draft.recordId}.`, after: own };
    return { ok: true, version: await writeDraft(tx, actor, draft, { data, ...event }) };
  });
}

/** Hands a draft in. It has to be whole. */
export async function submitDraft(
  actor: Actor | null,
  id: string,
  version: number,
): Promise<Outcome<{ version: number }>> {
  permit(actor, 'draft.submit');
  return changeDraft<{ version: number }>(id, version, async (tx, draft) => {
    const read = readRecord(draft.kind, recordOfDraft(draft));
    if (!read.ok) return { ok: false, problem: 'incomplete', faults: read.faults };
    if ('url' in read.record && isNeverLinked(read.record.url))
      return { ok: false, problem: 'incomplete', faults: [{ path: 'url', message: NEVER_LINKED }] };
    const data = { state: 'in_review', returnNote: null } as const;
    const event = { action: 'submitted', summary: `Handed the draft of ${draft.recordId} in for review.` };
    return { ok: true, version: await writeDraft(tx, actor, draft, { data, ...event }) };
  });
}

/** Sends a draft back to whoever made it, with what should change. */
export async function returnDraft(
  actor: Actor | null,
  id: string,
  version: number,
  note: string,
): Promise<Outcome<{ version: number }>> {
  permit(actor, 'draft.return');
  return changeDraft(id, version, async (tx, draft) => {
    const data = { state: 'draft', returnNote: note } as const;
    const event = { action: 'returned', summary: `Sent the draft of ${draft.recordId} back.`, reason: note };
    return { ok: true, version: await writeDraft(tx, actor, draft, { data, ...event }) };
  });
}

/** Gives a draft up. It stays in the history; the number of a record that never was is not used again. */
export async function discardDraft(
  actor: Actor | null,
  id: string,
  version: number,
  reason: string | null,
): Promise<Outcome<{ version: number }>> {
  permit(actor, 'draft.discard');
  return changeDraft(id, version, async (tx, draft) => {
    // A change of a published record leaves what was appraised as it is.
    const gone = `The draft of ${draft.recordId} was discarded.`;
    const also = draft.isRevision ? [] : await voidRounds(tx, [draft.recordId], gone);
    const event = { action: 'discarded', summary: `Discarded the draft of ${draft.recordId}.`, reason, also };
    return { ok: true, version: await writeDraft(tx, actor, draft, { data: { state: 'discarded' }, ...event }) };
  });
}

/** Makes a draft in review the published record, whole or not at all. A change of a published record has a reason. */
export async function publishDraft(
  actor: Actor | null,
  id: string,
  version: number,
  reason: string | null,
): Promise<Outcome<{ recordId: string }>> {
  permit(actor, 'record.publish');
  return changeDraft<{ recordId: string }>(id, version, async (tx, draft) => {
    if (draft.state !== 'in-review') {
      return {
        ok: false,
        problem: 'incomplete',
        faults: [{ path: '', message: 'It has to be handed in for review first.' }],
      };
    }
    if (draft.isRevision && (reason ?? '').trim() === '') {
      return { ok: false, problem: 'incomplete', faults: [{ path: 'reason', message: 'Say why the record changes.' }] };
    }
    return publishLocked(tx, actor, draft, reason);
  });
}

async function publishLocked(
  tx: Transaction,
  actor: Actor,
  draft: DraftDto,
  reason: string | null,
): Promise<Outcome<{ recordId: string }>> {
  const number = Number(draft.recordId.slice(1));
  const before = await lockRecord(tx, draft.kind, number);
  if (draft.baseVersion !== (before?.version ?? null)) {
    return {
      ok: false,
      problem: 'moved-on',
      published: before?.record ?? null,
      publishedVersion: before?.version ?? null,
    };
  }
  const read = readRecord(draft.kind, recordOfDraft(draft));
  if (!read.ok) return { ok: false, problem: 'incomplete', faults: read.faults };
  const written = await writeRecord(tx, draft.kind, read.record);
  if (!written.ok) return { ok: false, problem: 'incomplete', faults: written.faults };
  // What two editors settled of it while it was a draft.
  const graded = await applySettledGrade(tx, draft.recordId);
  const after = (await lockRecord(tx, draft.kind, number))?.record;
  const [action, summary] = before === null ? ['published', 'Published.'] : ['changed', 'Changed.'];
  const reviews = before && after ? await reviewAfter(tx, draft.kind, before.record, after) : [];
  const event = { action, subject: draft.recordId, summary, reason, before: before?.record, after };
  // Events come last: from the first one on, nobody else can write history until this transaction ends.
  await recordEvents(tx, actor, [...graded, event, ...reviews]);
  await writeDraft(tx, actor, draft, {
    data: { state: 'published' satisfies DraftState },
    action: 'published',
    summary: `Published the draft of ${draft.recordId}.`,
    reason,
  });
  return { ok: true, recordId: draft.recordId };
}
