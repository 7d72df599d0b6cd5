'use server';

import { redirect } from 'next/navigation';
import { requireOwnOrigin } from '../../auth/origin';
import { sectionsOf } from '../../domain/fields/form-parts';
import { fieldsOf } from '../../domain/fields/field';
import { readForm } from '../../domain/fields/form-values';
import { Denied } from '../../domain/permission';
import { type FormState, formTexts, type Kept, refusedForm } from '../../lib/form-state';
import { requireActor, leadToDenied } from '../desk/loaders';
import type { DuplicateHit } from '../duplicates/schema';
import { adoptPublished, changeMember, type Clash, saveForm } from './form-writer';
import { findDuplicates, getDraft } from './loaders';
import { beginDraft, discardDraft, type Outcome, publishDraft, returnDraft, submitDraft } from './mutations';
import { AdoptForm, BeginForm, DraftStep, DropForm, MemberStep, partHref, SentForm } from './schema';
import { dropTyped, keepTyped } from './typing-writer';

/** What a form of a draft says when it could not do what it was asked. */
type SaveAnswer = FormState | { clash: Clash } | null;

/** Leads whoever may not do this to what would be needed. */
async function permitted<Result>(work: () => Promise<Result>): Promise<Result> {
  await requireOwnOrigin();
  try {
    return await work();
  } catch (error) {
    if (error instanceof Denied) leadToDenied(error);
    throw error;
  }
}

const UNREADABLE = refusedForm('This form was not sent whole. Open it again.');

/** Begins a draft with what was typed to find duplicates, and leads to its form. */
export async function begin(_before: FormState | null, form: FormData): Promise<FormState> {
  const asked = BeginForm.safeParse(formTexts(form));
  if (!asked.success) return UNREADABLE;
  const { kind, record } = asked.data;
  const begun = await permitted(async () => {
    const actor = await requireActor('draft.write');
    const { content } = readForm(fieldsOf(sectionsOf(kind, 'edit') ?? []), form, {});
    return beginDraft(actor, record === '' ? { kind, recordId: null, content } : { kind, recordId: record });
  });
  if (!begun.ok) return refusedForm(begun.problem === 'gone' ? begun.message : 'The draft could not be begun.');
  redirect(`/desk/drafts/${begun.id}/edit`);
}

/** Saves one form of a draft, unfinished or not, and leads on. */
export async function save(_before: SaveAnswer, form: FormData): Promise<SaveAnswer> {
  const sent = SentForm.safeParse(formTexts(form));
  if (!sent.success) return UNREADABLE;
  if (form.get('whole') === 'theirs') {
    await permitted(async () => dropTyped(await requireActor('draft.write'), sent.data));
    redirect(partHref(sent.data.draft, sent.data.form, sent.data.member));
  }
  const saved = await permitted(async () => saveForm(await requireActor('draft.write'), sent.data, form));
  if (!saved.ok) return saved.problem === 'conflict' ? { clash: saved.clash } : refusedForm(saved.message);
  const { draft, form: name, next } = sent.data;
  if (next === 'overview') redirect(`/desk/drafts/${draft}`);
  if (next === 'method') redirect(partHref(draft, 'method', ''));
  const search = new URLSearchParams({ saved: 'yes' });
  if (saved.tooLong.length > 0) search.set('long', saved.tooLong.map(({ path }) => path).join(','));
  const from = form.get('from');
  if (typeof from === 'string' && /^\s*c\d{1,9}\s*$/i.test(from)) search.set('from', from.trim().toUpperCase());
  redirect(`${partHref(draft, name, saved.member)}?${search}`);
}

/** Keeps what is being typed. Called by a script every few seconds after a change. */
export async function autosave(form: FormData): Promise<Kept> {
  const sent = SentForm.safeParse(formTexts(form));
  if (!sent.success) return { problem: 'Not kept: open the form again.' };
  const kept = await permitted(async () => keepTyped(await requireActor('draft.write'), sent.data, form));
  return AUTOSAVE_SAYS[kept];
}

const AUTOSAVE_SAYS = {
  kept: { problem: null },
  behind: {
    problem: null,
    said: 'Kept. Somebody else has saved this draft meanwhile: save, and you will see both versions where they differ.',
  },
  gone: { problem: 'This draft cannot be changed any more.' },
} as const satisfies Record<string, Kept>;

/** What may be the same as what is being typed. */
export async function lookForDuplicates(form: FormData): Promise<DuplicateHit[]> {
  const sent = SentForm.safeParse(formTexts(form));
  if (!sent.success || sent.data.form !== 'edit') return [];
  return permitted(async () => {
    const actor = await requireActor('draft.read');
    const draft = await getDraft(actor, sent.data.draft);
    if (draft === null) return [];
    const { content } = readForm(fieldsOf(sectionsOf(draft.kind, 'edit') ?? []), form, draft.content);
    return findDuplicates(actor, draft.kind, content, draft.recordId);
  });
}

/** Gives up what was typed and not saved. */
export async function dropUnsaved(form: FormData): Promise<void> {
  const asked = DropForm.parse(formTexts(form));
  await permitted(async () => dropTyped(await requireActor('draft.write'), asked));
  redirect(`/desk/drafts/${asked.draft}?done=dropped`);
}

/** Moves a citation up, or takes a citation or relation out. */
export async function moveMember(form: FormData): Promise<void> {
  const step = MemberStep.parse(formTexts(form));
  const { ok } = await permitted(async () => changeMember(await requireActor('draft.write'), step));
  redirect(`/desk/drafts/${step.draft}?${ok ? 'done=list' : 'refused=yes'}#draft-${step.form}s`);
}

/** Takes over what was chosen of a published record that has moved on. */
export async function adopt(form: FormData): Promise<void> {
  const asked = AdoptForm.parse(formTexts(form));
  const { ok } = await permitted(async () => adoptPublished(await requireActor('draft.write'), asked, form));
  redirect(`/desk/drafts/${asked.draft}?${ok ? 'done=adopted' : 'refused=yes'}`);
}

const STEPS = {
  submit: ['draft.submit', (actor, { draft, version }) => submitDraft(actor, draft, version)],
  return: ['draft.return', (actor, { draft, version, reason }) => returnDraft(actor, draft, version, reason)],
  publish: [
    'record.publish',
    (actor, { draft, version, reason }) => publishDraft(actor, draft, version, reason || null),
  ],
  discard: [
    'draft.discard',
    (actor, { draft, version, reason }) => discardDraft(actor, draft, version, reason || null),
  ],
} as const satisfies Record<string, readonly [Parameters<typeof requireActor>[0], Step]>;

type Step = (actor: Awaited<ReturnType<typeof requireActor>>, step: DraftStep) => Promise<Outcome<object>>;

/** Hands in, sends back, publishes or discards a draft. */
export async function takeStep(_before: FormState | null, form: FormData): Promise<FormState> {
  const read = DraftStep.safeParse(formTexts(form));
  if (!read.success || read.data.step === undefined) return UNREADABLE;
  const { draft, step, reason } = read.data;
  if (step === 'return' && reason === '') return { problem: null, errors: { reason: 'is needed' }, values: {} };
  const [permission, take] = STEPS[step];
  const done: Outcome<object> = await permitted(async () => take(await requireActor(permission), read.data));
  if (!done.ok) return { ...answerOf(done), values: { reason } };
  const published = 'recordId' in done && typeof done.recordId === 'string' ? done.recordId : null;
  redirect(published === null ? `/desk/drafts/${draft}?done=${step}` : `/desk/records/${published}?done=published`);
}

function answerOf(problem: Exclude<Outcome<object>, { ok: true }>): FormState {
  switch (problem.problem) {
    case 'gone':
      return refusedForm(problem.message);
    case 'conflict':
      return refusedForm(
        'Somebody has saved this draft since you opened this page. Open it again and look at what changed.',
      );
    case 'moved-on':
      return refusedForm(
        'The published record has changed since the draft began. Open this page again: it shows both.',
      );
    case 'incomplete':
      return {
        ...refusedForm('It cannot be done yet:'),
        faults: problem.faults.map(({ path, message }) =>
          path === '' || path === 'reason' ? message : `${path}: ${message}`,
        ),
      };
  }
}
