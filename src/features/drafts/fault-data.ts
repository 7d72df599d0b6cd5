import 'server-only';
import { contents, draftFaults, filled } from '../../domain/fields/completeness';
import { type Field, fieldsOf } from '../../domain/fields/field';
import { unsettledFaults } from '../../domain/fields/fault-places';
import { sectionsOf } from '../../domain/fields/form-parts';
import { type Content, getAt } from '../../domain/fields/paths';
import { sendableRecord } from '../../domain/fields/sent-record';
import { type Actor, permit } from '../../domain/permission';
import type { Fault } from '../../domain/record';
import { isNeverLinked, NEVER_LINKED } from '../../lib/denied-links';
import { describeReferences } from './reference-data';
import { getDraft } from './data';
import type { DraftAnswer, DraftDto, Reference, ReferenceKind } from './schema';

export type Findings = {
  /** With everything that such a record has, as far as it has been filled in. */
  content: Content;
  references: Reference[];
  /** What keeps it from being handed in. */
  faults: Fault[];
};

/** What a draft holds, what its references stand for, and what is still wrong with it. @throws {Denied} */
export async function findFaults(
  actor: Actor | null,
  draft: Pick<DraftDto, 'kind' | 'content' | 'recordId' | 'key'>,
): Promise<Findings> {
  permit(actor, 'draft.read');
  const content = filled(draft.kind, draft.content);
  const references = await describeReferences(actor, referencesIn(content));
  const identity = { id: draft.recordId, key: draft.key, appraisal: null };
  const faults = [
    ...draftFaults(draft.kind, { ...content, ...identity }),
    ...unsettledFaults(content, isAmong(references)),
    ...(draft.kind === 'source' && isNeverLinked(content.url) ? [{ path: 'url', message: NEVER_LINKED }] : []),
  ];
  return { content, references, faults };
}

/** A draft as a script gets it; null when there is none of this id. @throws {Denied} */
export async function getDraftAnswer(actor: Actor | null, id: string): Promise<DraftAnswer | null> {
  permit(actor, 'draft.read');
  const draft = await getDraft(actor, id);
  if (draft === null) return null;
  const { content, faults } = await findFaults(actor, draft);
  const { kind, recordId, isRevision, state, version, returnNote, updatedAt, baseVersion, publishedVersion } = draft;
  return {
    id,
    kind,
    recordId,
    isRevision,
    state,
    version,
    returnNote,
    updatedAt,
    author: { name: draft.author.name },
    record: sendableRecord(kind, content),
    faults: faults.map(({ path, message }) => ({ field: path, message })),
    baseVersion,
    publishedVersion,
  };
}

/** Every reference that a record makes, by the field's kind of reference. */
function referencesIn(content: Content): { kind: ReferenceKind; value: string }[] {
  const own = (['edit', 'method'] as const).flatMap((form) =>
    ofFields(fieldsOf(sectionsOf('claim', form) ?? []), content),
  );
  const ofMembers = (form: 'citation' | 'relation', name: string) =>
    contents(content[name]).flatMap((member) => ofFields(fieldsOf(sectionsOf('claim', form) ?? []), member));
  return [...own, ...ofMembers('citation', 'citations'), ...ofMembers('relation', 'relations')];
}

function ofFields(fields: readonly Field[], part: Content): { kind: ReferenceKind; value: string }[] {
  return fields.flatMap(({ reference, path }) => {
    const value = getAt(part, path);
    return reference !== undefined && typeof value === 'string' ? [{ kind: reference, value }] : [];
  });
}

function isAmong(references: readonly Reference[]) {
  return (wanted: string, wantedValue: string) =>
    references.some(({ kind, value }) => kind === wanted && value === wantedValue);
}
