import 'server-only';
import { CITATION_SECTIONS, RELATION_SECTIONS } from '../../domain/fields/citation-fields';
import { recordFields } from '../../domain/fields/changes';
import { contents, filled } from '../../domain/fields/completeness';
import { fieldsOf } from '../../domain/fields/field';
import { freeKey } from '../../domain/fields/form-parts';
import type { Content } from '../../domain/fields/paths';
import { readSentRecord, type SentParts } from '../../domain/fields/sent-record';
import { type Actor, permit } from '../../domain/permission';
import type { Fault, RecordKind } from '../../domain/record';
import { getDraft } from './data';
import { settleReferences, withoutEmptyQuote } from './form-writer';
import { beginDraft, type Outcome, saveDraft } from './mutations';

// From a record that a script sends to a saved draft: read like a form, and written by the same two steps.

export type SentOutcome<Result> = Outcome<Result> | { ok: false; problem: 'unreadable'; faults: Fault[] };

/** Begins a draft of a new record with what was sent of it. */
export async function beginSentDraft(
  actor: Actor | null,
  kind: RecordKind,
  record: unknown,
): Promise<SentOutcome<{ id: string }>> {
  permit(actor, 'draft.write');
  // Read before anything is written: a record that cannot be taken draws no number.
  const read = readSentRecord(kind, record, {});
  if (!read.ok) return { ok: false, problem: 'unreadable', faults: read.faults };
  const content = await settled(actor, kind, read.parts, {});
  return beginDraft(actor, { kind, recordId: null, content });
}

/** Saves a draft with the whole record that was sent: what is not in it is empty from now on. */
export async function saveSentRecord(
  actor: Actor | null,
  id: string,
  version: number,
  record: unknown,
): Promise<SentOutcome<{ version: number }>> {
  permit(actor, 'draft.write');
  const draft = await getDraft(actor, id);
  if (draft === null) return { ok: false, problem: 'gone', message: `There is no draft ${id}.` };
  const read = readSentRecord(draft.kind, record, draft.content);
  if (!read.ok) return { ok: false, problem: 'unreadable', faults: read.faults };
  return saveDraft(actor, id, version, (await settled(actor, draft.kind, read.parts, draft.content))(draft.key));
}

/** The content with its references settled; it still needs the key of the record, of which those of citations are made. */
async function settled(
  actor: Actor | null,
  kind: RecordKind,
  parts: SentParts,
  before: Content,
): Promise<(key: string) => Content> {
  const own = await settleReferences(actor, recordFields(kind), parts.own);
  if (kind === 'source') return () => own;
  const citations: KeyedPart[] = [];
  for (const { key, part } of parts.citations) {
    citations.push({ key, part: withoutEmptyQuote(await settleReferences(actor, CITATION, part)) });
  }
  const relations: Content[] = [];
  for (const part of parts.relations) relations.push(await settleReferences(actor, RELATION, part));
  const known = new Set(contents(filled(kind, before).citations).map((one) => String(one.key)));
  return (key) => ({ ...own, citations: keyed(citations, known, key), relations });
}

type KeyedPart = SentParts['citations'][number];
const CITATION = fieldsOf(CITATION_SECTIONS);
const RELATION = fieldsOf(RELATION_SECTIONS);

/**
 * Gives every citation its key: the one it has in the draft already, or a new one. A name that a script made up for a
 * citation serves to draw others from it, and is replaced everywhere.
 */
function keyed(citations: readonly KeyedPart[], known: ReadonlySet<string>, claimKey: string): Content[] {
  const taken = citations.flatMap(({ key }) => (key !== null && known.has(key) ? [{ key }] : []));
  const names = new Map<string, string>();
  const withKeys = citations.map(({ key, part }) => {
    if (key !== null && known.has(key)) return { ...part, key };
    const given = freeKey(taken, claimKey, part.source);
    taken.push({ key: given });
    if (key !== null) names.set(key, given);
    return { ...part, key: given };
  });
  return withKeys.map((citation: Content) => {
    const { drawnFrom } = citation;
    const given = typeof drawnFrom === 'string' ? names.get(drawnFrom) : undefined;
    return given === undefined ? citation : { ...citation, drawnFrom: given };
  });
}
