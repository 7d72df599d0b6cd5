import { CITATION_SECTIONS, RELATION_SECTIONS } from './citation-fields';
import { CLAIM_SECTIONS, METHOD_SECTIONS } from './claim-fields';
import type { RecordKind } from '../record';
import { contents, filled } from './completeness';
import { type Field, fieldsOf } from './field';
import { valueText } from './form-values';
import { type Content, getAt, withAt } from './paths';
import { SOURCE_SECTIONS } from './source-fields';

/** One field in which two versions of a record differ; null where one has nothing. Of a citation, `path` is the whole of it. */
export type FieldChange = { path: string; label: string; before: string | null; after: string | null };

/** The fields that a record has itself, without those of its citations and relations. */
export function recordFields(kind: RecordKind): Field[] {
  return kind === 'source' ? fieldsOf(SOURCE_SECTIONS) : [...fieldsOf(CLAIM_SECTIONS), ...fieldsOf(METHOD_SECTIONS)];
}

/** Fields in which two contents differ. */
export function fieldChanges(fields: readonly Field[], before: Content, after: Content): FieldChange[] {
  return fields.flatMap((field) => {
    const [one, other] = [valueText(field, before), valueText(field, after)];
    return one === other ? [] : [{ path: field.path, label: field.label, before: one, after: other }];
  });
}

/**
 * Everything in which two versions of a record differ, field by field. A citation is the same one by its key, a relation
 * by its kind and the other claim.
 */
export function recordChanges(kind: RecordKind, before: Content, after: Content): FieldChange[] {
  const [one, other] = [filled(kind, before), filled(kind, after)];
  const own = fieldChanges(recordFields(kind), one, other);
  if (kind === 'source') return own;
  return [
    ...own,
    ...listChanges('citations', 'Citation', fieldsOf(CITATION_SECTIONS), one, other, citationKey),
    ...listChanges('relations', 'Relation', fieldsOf(RELATION_SECTIONS), one, other, relationKey),
  ];
}

function listChanges(
  name: 'citations' | 'relations',
  label: string,
  fields: readonly Field[],
  before: Content,
  after: Content,
  keyOf: (member: Content) => string,
): FieldChange[] {
  const byKey = (content: Content) => new Map(contents(content[name]).map((member) => [keyOf(member), member]));
  const [one, other] = [byKey(before), byKey(after)];
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  const members = keys.flatMap((key): FieldChange[] => {
    const [was, is] = [one.get(key), other.get(key)];
    const path = `${name}.${key}`;
    if (was === undefined) return [{ path, label: `${label} ${key}`, before: null, after: summary(fields, is) }];
    if (is === undefined) return [{ path, label: `${label} ${key}`, before: summary(fields, was), after: null }];
    return fieldChanges(fields, was, is).map((change) => ({
      ...change,
      path,
      label: `${label} ${key}: ${change.label.toLowerCase()}`,
    }));
  });
  const order = (map: ReadonlyMap<string, Content>, others: ReadonlyMap<string, Content>) =>
    [...map.keys()].filter((key) => others.has(key)).join(', ');
  const [first, second] = [order(one, other), order(other, one)];
  return first === second
    ? members
    : [...members, { path: name, label: `Order of ${name}`, before: first, after: second }];
}

function summary(fields: readonly Field[], member: Content | undefined): string {
  return fields
    .flatMap((field) => {
      const text = member === undefined ? null : valueText(field, member);
      return text === null || text === 'No' ? [] : [`${field.label}: ${text}`];
    })
    .join('\n');
}

/**
 * The draft with what was chosen of the published record: whole fields, and whole citations and relations. Its standing is
 * no draft's to change, and is always the published one.
 */
export function takingChanges(
  kind: RecordKind,
  draft: Content,
  published: Content,
  isTaken: (path: string) => boolean,
): Content {
  const own = recordFields(kind)
    .filter(({ path }) => isTaken(path))
    .reduce((content, { path }) => withAt(content, path, getAt(published, path)), {
      ...draft,
      standing: published.standing,
      standingReason: published.standingReason,
    } as Content);
  if (kind === 'source') return own;
  return {
    ...own,
    citations: takingMembers(draft.citations, published.citations, (path) => isTaken(`citations.${path}`), citationKey),
    relations: takingMembers(draft.relations, published.relations, (path) => isTaken(`relations.${path}`), relationKey),
  };
}

function citationKey({ key }: Content): string {
  return String(key);
}

function relationKey({ kind, to }: Content): string {
  return `${kind} ${to}`;
}

/** Members of which anything is taken are taken whole: those that are gone in the published record go. */
function takingMembers(
  draft: unknown,
  published: unknown,
  isTaken: (path: string) => boolean,
  keyOf: (member: Content) => string,
): Content[] {
  const theirs = new Map(contents(published).map((member) => [keyOf(member), member]));
  const own = contents(draft).flatMap((member) => {
    const key = keyOf(member);
    if (!isTaken(key)) return [member];
    const other = theirs.get(key);
    return other === undefined ? [] : [other];
  });
  const present = new Set(contents(draft).map(keyOf));
  return [...own, ...[...theirs].flatMap(([key, member]) => (!present.has(key) && isTaken(key) ? [member] : []))];
}
