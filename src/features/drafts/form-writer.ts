import 'server-only';
import { takingChanges } from '../../domain/fields/changes';
import { filled } from '../../domain/fields/completeness';
import { type Field, fieldsOf } from '../../domain/fields/field';
import { partOf, sectionsOf, withMemberUp, withoutMember, withPart } from '../../domain/fields/form-parts';
import { type FormValues, formValues, readForm } from '../../domain/fields/form-values';
import { type Content, getAt, withAt } from '../../domain/fields/paths';
import { choosing, clashes, type FieldClash } from '../../domain/fields/versions';
import { type Actor, permit } from '../../domain/permission';
import { type Fault, parsePublicId } from '../../domain/record';
import { getRecord } from '../documents/data';
import { getDraft } from './data';
import { saveDraft } from './mutations';
import { dropTyped, keepTyped } from './typing-writer';
import { findCandidates, type NamedKind } from './reference-data';
import type { DraftDto, MemberStep, SentForm } from './schema';

// From what a form sent to a saved draft: the same way for a browser with scripts and one without, for tests and for
// autosaving.

/** Two people saved one form. */
export type Clash = {
  /** Of the version that theirs is. */
  version: number;
  fields: FieldClash[];
  /** Mine, as the inputs of the form. */
  values: FormValues;
};

export type FormResult =
  | { ok: true; member: string; tooLong: Fault[] }
  | { ok: false; problem: 'gone'; message: string }
  | { ok: false; problem: 'conflict'; clash: Clash };

type Read = { content: Content; part: Content; member: string; tooLong: Fault[]; fields: Field[] };

/**
 * Saves one form of a draft. What it does not have is left alone; words in place of an id are looked up. When somebody has
 * saved meanwhile, nothing is written where they changed what this form says otherwise; else it is saved on top of theirs.
 */
export async function saveForm(actor: Actor | null, sent: SentForm, form: FormData): Promise<FormResult> {
  permit(actor, 'draft.write');
  const draft = await getDraft(actor, sent.draft);
  if (draft === null) return gone(`There is no draft ${sent.draft}.`);
  const read = await readPart(actor, draft, sent, form);
  if (read === null) return gone('This part of the draft is not there any more.');
  if (draft.version !== sent.version) {
    const clash = clashOf(draft, read, sent, form);
    if (clash.fields.length > 0) {
      // Whoever leaves before they have chosen finds what they typed again.
      await keepTyped(actor, sent, form);
      return { ok: false, problem: 'conflict', clash };
    }
  }
  const saved = await saveDraft(actor, sent.draft, draft.version, read.content);
  if (saved.ok) {
    await dropTyped(actor, sent);
    return { ok: true, member: read.member, tooLong: read.tooLong };
  }
  if (saved.problem === 'conflict') return saveForm(actor, { ...sent, version: draft.version }, form);
  return gone(saved.problem === 'gone' ? saved.message : 'The draft cannot be saved just now.');
}

function gone(message: string) {
  return { ok: false, problem: 'gone', message } as const;
}

/** The whole content of the draft as it would be with this form in it; null when the draft has no such part. */
async function readPart(actor: Actor, draft: DraftDto, sent: SentForm, form: FormData): Promise<Read | null> {
  const sections = sectionsOf(draft.kind, sent.form);
  if (sections === null) return null;
  const fields = fieldsOf(sections);
  const content = filled(draft.kind, draft.content);
  const before = partOf(content, sent.form, sent.member);
  // A relation has no name but its number: one that is gone cannot be told from the next.
  if (before === null && sent.form === 'relation') return null;
  const typed = readForm(fields, form, before ?? {});
  const settled = await settleReferences(actor, fields, typed.content, (path) => form.get(`pick:${path}`));
  const mine = sent.form === 'citation' ? withoutEmptyQuote(settled) : settled;
  const part = choosing(fields, mine, before ?? {}, takenFromThem(fields, form));
  // Somebody took the citation out: saving puts it back, under a key that the product gives.
  const whole = withPart(content, sent.form, before === null ? '' : sent.member, part, draft.key);
  return { content: filled(draft.kind, whole.content), part, member: whole.member, tooLong: typed.problems, fields };
}

/** The fields of which the other version was chosen, where two had clashed. */
function takenFromThem(fields: readonly Field[], form: FormData): Set<string> {
  if (form.get('whole') === 'mine') return new Set();
  return new Set(fields.map(({ path }) => path).filter((path) => form.get(`choice:${path}`) === 'theirs'));
}

/**
 * Puts keys and codes in the place of what people type: `S7`, `Thailand`, words of a title. What is not sure stays words.
 *
 * @param pick what was chosen where words meant several
 */
export async function settleReferences(
  actor: Actor | null,
  fields: readonly Field[],
  part: Content,
  pick: (path: string) => unknown = () => null,
): Promise<Content> {
  permit(actor, 'draft.read');
  let settled = part;
  for (const { path, reference } of fields) {
    if (reference === undefined || reference === 'citation') continue;
    const picked = pick(path);
    const typed = typeof picked === 'string' && picked !== '' ? picked : getAt(part, path);
    if (typeof typed !== 'string' || typed === '') continue;
    settled = withAt(settled, path, await settle(actor, reference, typed));
  }
  return settled;
}

async function settle(actor: Actor, kind: NamedKind, typed: string): Promise<string> {
  const found = await findCandidates(actor, kind, typed);
  const exact = found.filter((candidate) => candidate.exact);
  const [only] = exact.length === 1 ? exact : found.length === 1 ? found : [];
  return only?.value ?? typed;
}

/** An anchor without words is none. */
export function withoutEmptyQuote(part: Content): Content {
  const words = ['exact', 'prefix', 'suffix'].map((name) => getAt(part, `quote.${name}`));
  return words.some((text) => typeof text === 'string') ? part : { ...part, quote: null };
}

function clashOf(draft: DraftDto, { part, fields }: Read, sent: SentForm, form: FormData): Clash {
  const theirs = partOf(filled(draft.kind, draft.content), sent.form, sent.member) ?? {};
  return {
    version: draft.version,
    fields: clashes(fields, part, theirs, baseOf(form)),
    values: formValues(fields, part),
  };
}

/** What the inputs held when the form was opened, as the form says itself: it decides what is proposed, and nothing else. */
function baseOf(form: FormData): FormValues | null {
  const base = form.get('base');
  if (typeof base !== 'string') return null;
  try {
    const values: unknown = JSON.parse(base);
    return typeof values === 'object' && values !== null ? (values as FormValues) : null;
  } catch {
    return null;
  }
}

/** Moves a citation up, or takes a citation or relation out. The draft's history has what it was. */
export async function changeMember(actor: Actor | null, step: MemberStep): Promise<{ ok: boolean }> {
  permit(actor, 'draft.write');
  const draft = await getDraft(actor, step.draft);
  if (draft === null) return { ok: false };
  const content = filled(draft.kind, draft.content);
  const changed =
    step.step === 'up' ? withMemberUp(content, step.member) : withoutMember(content, step.form, step.member);
  return saveDraft(actor, step.draft, step.version, changed);
}

/**
 * Holds a draft against the published record that has moved on: fields of which `theirs` was chosen are taken from it,
 * and the draft starts from its version from now on.
 */
export async function adoptPublished(
  actor: Actor | null,
  { draft: id, version, published: seen }: { draft: string; version: number; published: number },
  form: FormData,
): Promise<{ ok: boolean }> {
  permit(actor, 'draft.write');
  const draft = await getDraft(actor, id);
  const record = draft === null ? null : parsePublicId(draft.recordId);
  const published = record === null ? null : await getRecord(record.kind, record.number);
  // What was published after the page was made has to be looked at first.
  if (draft === null || published?.version !== seen) return { ok: false };
  const taken = (path: string) => form.get(`choice:${path}`) === 'theirs';
  const content = takingChanges(draft.kind, filled(draft.kind, draft.content), published.record, taken);
  return saveDraft(actor, id, version, content, { adopt: seen });
}
