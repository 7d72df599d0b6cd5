import 'server-only';
import { cache } from 'react';
import { recordChanges, recordFields } from '../../domain/fields/changes';
import { contents } from '../../domain/fields/completeness';
import { type Field, fieldsOf, type Section } from '../../domain/fields/field';
import { type PlacedFault, placeFaults } from '../../domain/fields/fault-places';
import { type FormPart, partOf, sectionsOf } from '../../domain/fields/form-parts';
import { type FormValues, formValues, readForm } from '../../domain/fields/form-values';
import { type Content, getAt } from '../../domain/fields/paths';
import { type Actor, may, type Permission } from '../../domain/permission';
import { parsePublicId } from '../../domain/record';
import type { RawParameters } from '../../lib/parameters';
import { requireActor } from '../desk/loaders';
import { findDuplicates } from '../duplicates/data';
import type { DuplicateHit } from '../duplicates/schema';
import { getRecord } from '../documents/data';
import { type DraftFilters, type DraftList, getDraft, listDrafts, listTyped } from './data';
import { findFaults } from './fault-data';
import { type Preview, previewOf } from './preview-data';
import { type Candidate, findCandidates, listChoices, listCitationsOf, type NamedKind } from './reference-data';
import type { DraftDto, Reference, Typed } from './schema';

export { findDuplicates, getDraft };

export type DraftView = {
  actor: Actor;
  draft: DraftDto;
  /** With everything that such a record has, as far as it has been filled in. */
  content: Content;
  faults: PlacedFault[];
  references: Reference[];
  isOpen: boolean;
  may: Readonly<Record<'write' | 'submit' | 'return' | 'publish' | 'discard' | 'merge', boolean>>;
  /** What this person typed and did not save, by form. */
  typed: Typed[];
};

const PERMISSION = {
  write: 'draft.write',
  submit: 'draft.submit',
  return: 'draft.return',
  publish: 'record.publish',
  discard: 'draft.discard',
  merge: 'record.merge',
} as const satisfies Record<string, Permission>;

/** One draft with what is still wrong with it, and what this person may do; null when there is none of this id. */
export const loadDraft = cache(async (id: string): Promise<DraftView | null> => {
  const actor = await requireActor('draft.read');
  const draft = await getDraft(actor, id);
  if (draft === null) return null;
  const [{ content, references, faults }, typed] = await Promise.all([findFaults(actor, draft), listTyped(actor, id)]);
  const isOpen = draft.state === 'draft' || draft.state === 'in-review';
  const allowed = Object.entries(PERMISSION).map(([what, permission]) => [what, isOpen && may(actor, permission)]);
  return {
    actor,
    draft,
    content,
    references,
    isOpen,
    may: Object.fromEntries(allowed) as DraftView['may'],
    faults: placeFaults(draft.kind, content, faults),
    typed,
  };
});

export type DraftOverview = DraftView & {
  changes: ReturnType<typeof recordChanges>;
  /** How the published record has moved on since the draft began; null when it has not. */
  movedOn: ReturnType<typeof recordChanges> | null;
  preview: Preview | null;
  duplicates: DuplicateHit[];
};

/** The draft with what it would change, and what may be the same thing. */
export async function loadDraftOverview(id: string): Promise<DraftOverview | null> {
  const view = await loadDraft(id);
  if (view === null) return null;
  const { actor, draft, content } = view;
  const record = parsePublicId(draft.recordId);
  const published =
    record === null || draft.publishedVersion === null ? null : await getRecord(record.kind, record.number);
  const [preview, duplicates] = await Promise.all([
    previewOf(actor, draft),
    view.isOpen ? findDuplicates(actor, draft.kind, content, draft.recordId) : [],
  ]);
  const changes = published === null ? [] : recordChanges(draft.kind, published.record, content);
  const hasMoved = view.isOpen && draft.publishedVersion !== draft.baseVersion;
  return { ...view, preview, duplicates, changes, movedOn: hasMoved ? changes : null };
}

export type FormView = DraftView & {
  form: FormPart;
  member: string;
  sections: readonly Section[];
  part: Content;
  values: FormValues;
  /** What the hidden inputs say of the version that the values were typed on. */
  opened: { version: string; base: string };
  /** What this person typed here and did not save: it stands in the values. */
  unsaved: Typed | null;
  /** Of this form's fields only. */
  errors: Readonly<Record<string, string>>;
  /** For references that are not settled: what may be meant. */
  candidates: Readonly<Record<string, Candidate[]>>;
  /** What is offered while typing, by kind. */
  offered: Readonly<Partial<Record<NamedKind, string[]>>>;
  /** What a citation can be drawn from. */
  citations: { value: string; text: string }[];
  duplicates: DuplicateHit[];
};

const OFFERED_MAX = 300;

/** One form of a draft; null when the draft has no such part. */
export async function loadDraftForm(
  id: string,
  form: FormPart,
  member: string,
  search: RawParameters,
): Promise<FormView | null> {
  const view = await loadDraft(id);
  const sections = view === null ? null : sectionsOf(view.draft.kind, form);
  const unsaved = view?.typed.find((typed) => typed.form === form && typed.member === member) ?? null;
  // A citation that somebody took out meanwhile comes back with what was typed in it.
  const isLost = form === 'citation' && unsaved !== null;
  const part = view === null ? null : (partOf(view.content, form, member) ?? (isLost ? {} : null));
  if (view === null || sections === null || part === null) return null;
  const fields = fieldsOf(sections);
  const named = fields.flatMap(({ reference }) =>
    reference === undefined || reference === 'citation' ? [] : [reference],
  );
  const [offered, candidates, citations, duplicates] = await Promise.all([
    Promise.all(named.map(async (kind) => [kind, await listChoices(view.actor, kind, OFFERED_MAX)] as const)),
    loadCandidates(view, fields, part),
    form === 'citation' ? citationChoices(view, member, part, search.from) : [],
    form === 'edit' ? findDuplicates(view.actor, view.draft.kind, view.content, view.draft.recordId) : [],
  ]);
  const isAsked = search.saved !== undefined || search.check !== undefined;
  return {
    ...view,
    form,
    member,
    sections,
    part,
    values: unsaved?.inputs ?? shownValues(fields, part, view.references),
    unsaved,
    opened: {
      version: unsaved?.inputs.version?.[0] ?? String(view.draft.version),
      base: unsaved?.inputs.base?.[0] ?? JSON.stringify(formValues(fields, part)),
    },
    errors: { ...(isAsked ? errorsOf(view.faults, form, member) : {}), ...tooLong(search.long) },
    candidates: Object.fromEntries(candidates),
    offered: Object.fromEntries(offered),
    citations,
    duplicates,
  };
}

function tooLong(long: RawParameters[string]): Record<string, string> {
  const paths = typeof long === 'string' ? long.split(',').filter((path) => /^[a-zA-Z.]{1,60}$/.test(path)) : [];
  return Object.fromEntries(paths.map((path) => [path, 'was too long, so it was left as it was']));
}

function errorsOf(faults: readonly PlacedFault[], form: FormPart, member: string): Record<string, string> {
  const own = faults.filter((fault) => fault.form === form && fault.member === member);
  return Object.fromEntries(own.map(({ field, message }) => [field, message]));
}

/** The inputs of a form, references by the texts that people know them by. */
function shownValues(fields: readonly Field[], part: Content, references: readonly Reference[]): FormValues {
  const values = { ...formValues(fields, part) };
  for (const { reference, path } of fields) {
    if (reference === undefined || reference === 'citation') continue;
    const known = references.find(({ kind, value }) => kind === reference && value === values[path]?.[0]);
    if (known !== undefined) values[path] = [known.text];
  }
  return values;
}

async function loadCandidates({ actor, references }: DraftView, fields: readonly Field[], part: Content) {
  const unsettled = fields.flatMap(({ reference, path }) => {
    const value = getAt(part, path);
    if (reference === undefined || reference === 'citation' || typeof value !== 'string') return [];
    return references.some((known) => known.kind === reference && known.value === value)
      ? []
      : [{ reference, path, value }];
  });
  return Promise.all(
    unsettled.map(async ({ reference, path, value }) => [path, await findCandidates(actor, reference, value)] as const),
  );
}

/** Of this claim all other citations; of another claim, when it is asked for, all; and the one that is chosen already. */
async function citationChoices(view: DraftView, member: string, part: Content, from: RawParameters[string]) {
  const name = (key: unknown) => view.references.find(({ kind, value }) => kind === 'source' && value === key)?.text;
  const own = contents(view.content.citations)
    .filter(({ key }) => key !== member)
    .map(({ key, source, locator }) => ({
      value: String(key),
      text: ['This claim', name(source) ?? 'source not settled', locator].filter(Boolean).join(' · '),
    }));
  const others = typeof from === 'string' ? await listCitationsOf(view.actor, from) : [];
  const chosen = view.references.filter(({ kind, value }) => kind === 'citation' && value === part.drawnFrom);
  const seen = new Set<string>();
  return [...own, ...others, ...chosen].filter(({ value }) => value !== member && !seen.has(value) && seen.add(value));
}

export type DraftListView = DraftList & { canWrite: boolean; shown: DraftShown };
export type DraftShown = 'mine' | 'all' | 'review' | 'closed';

/** The drafts, as the list shows them. */
export async function loadDrafts(search: RawParameters): Promise<DraftListView> {
  const actor = await requireActor('draft.read');
  const shown = (['all', 'review', 'closed'] as const).find((name) => name === search.show) ?? 'mine';
  const before =
    typeof search.before === 'string' && /^\d{1,9}$/.test(search.before) ? Number(search.before) : undefined;
  const filters: Record<DraftShown, DraftFilters> = {
    mine: { states: ['draft', 'in-review'], authorId: actor.id },
    all: { states: ['draft', 'in-review'] },
    review: { states: ['in-review'] },
    closed: { states: ['published', 'discarded'] },
  };
  return { ...(await listDrafts(actor, { ...filters[shown], before })), canWrite: may(actor, 'draft.write'), shown };
}

export type Beginning = {
  kind: 'source' | 'claim';
  typed: Record<string, string>;
  hits: DuplicateHit[];
  isLooked: boolean;
};

const MARKS = { source: ['title', 'doi'], claim: ['figure.value', 'figure.kind', 'population.group'] } as const;

/** Before a record is begun: what was typed of it, and what may be the same. */
export async function loadBeginning(search: RawParameters): Promise<Beginning> {
  const actor = await requireActor('draft.write');
  const kind = search.kind === 'claim' ? 'claim' : 'source';
  const typed = Object.fromEntries(
    MARKS[kind].flatMap((name): [string, string][] => {
      const text = search[name];
      return typeof text === 'string' && text.trim() !== '' ? [[name, text.slice(0, 1000)]] : [];
    }),
  );
  const isLooked = Object.keys(typed).length > 0;
  const form = new FormData();
  for (const [name, text] of Object.entries(typed)) form.set(name, text);
  const { content } = readForm(recordFields(kind), form, {});
  return { kind, typed, isLooked, hits: isLooked ? await findDuplicates(actor, kind, content, null) : [] };
}
