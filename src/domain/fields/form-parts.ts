import type { RecordKind } from '../record';
import { CITATION_SECTIONS, RELATION_SECTIONS } from './citation-fields';
import { CLAIM_SECTIONS, METHOD_SECTIONS } from './claim-fields';
import { contents } from './completeness';
import type { Section } from './field';
import type { Content } from './paths';
import { SOURCE_SECTIONS } from './source-fields';

// A record is filled in on several pages: each is the form of one part of it.

/** `citation` and `relation` are of one member of a list; the others of the record itself. */
export type FormPart = 'edit' | 'method' | 'citation' | 'relation';

/** Null where a record of this kind has no such part. */
export function sectionsOf(kind: RecordKind, form: FormPart): readonly Section[] | null {
  if (kind === 'source') return form === 'edit' ? SOURCE_SECTIONS : null;
  return { edit: CLAIM_SECTIONS, method: METHOD_SECTIONS, citation: CITATION_SECTIONS, relation: RELATION_SECTIONS }[
    form
  ];
}

/**
 * What the form shows: the record, or the member. A citation is named by its key, a relation by its number from 1; an
 * empty name is of a new one. Null where there is none of that name.
 */
export function partOf(content: Content, form: FormPart, member: string): Content | null {
  if (form === 'edit' || form === 'method') return content;
  if (member === '') return {};
  if (form === 'citation') return contents(content.citations).find(({ key }) => key === member) ?? null;
  return contents(content.relations)[Number(member) - 1] ?? null;
}

/** The record with what the form made of its part. A new citation gets a key of its own, which is given back as `member`. */
export function withPart(
  content: Content,
  form: FormPart,
  member: string,
  part: Content,
  claimKey: string,
): { content: Content; member: string } {
  if (form === 'edit' || form === 'method') return { content: part, member };
  const name = form === 'citation' ? 'citations' : 'relations';
  const list = contents(content[name]);
  const index = form === 'citation' ? list.findIndex(({ key }) => key === member) : Number(member) - 1;
  if (index >= 0 && index < list.length) {
    return { content: { ...content, [name]: list.with(index, part) }, member };
  }
  if (form === 'relation')
    return { content: { ...content, relations: [...list, part] }, member: String(list.length + 1) };
  const key = member === '' ? freeKey(list, claimKey, part.source) : member;
  return { content: { ...content, citations: [...list, { ...part, key }] }, member: key };
}

/** A key that no other citation of the claim has: `c10001.ilo-2002`, `c10001.ilo-2002-2`. */
export function freeKey(citations: readonly { key?: unknown }[], claimKey: string, source: unknown): string {
  const named = typeof source === 'string' && /^[a-z0-9][a-z0-9.-]{0,80}$/.test(source) ? source : 'citation';
  const taken = new Set(citations.map(({ key }) => key));
  const base = `${claimKey}.${named}`;
  for (let n = 2; ; n += 1) {
    const key = n === 2 ? base : `${base}-${n - 1}`;
    if (!taken.has(key)) return key;
  }
}

/** The record without a member, or with it one place further up. */
export function withoutMember(content: Content, form: 'citation' | 'relation', member: string): Content {
  const gone = partOf(content, form, member);
  const name = form === 'citation' ? 'citations' : 'relations';
  return { ...content, [name]: contents(content[name]).filter((one) => one !== gone) };
}

export function withMemberUp(content: Content, member: string): Content {
  const list = contents(content.citations);
  const index = list.findIndex(({ key }) => key === member);
  const [before, moved] = [list[index - 1], list[index]];
  if (before === undefined || moved === undefined) return content;
  return { ...content, citations: list.with(index - 1, moved).with(index, before) };
}
