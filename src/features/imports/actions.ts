'use server';

import { redirect } from 'next/navigation';
import { requireOwnOrigin } from '../../auth/origin';
import { currentActor } from '../../auth/session';
import { Denied } from '../../domain/permission';
import { type FormState, faultyForm, formTexts, refusedForm } from '../../lib/form-state';
import { leadToDenied } from '../desk/loaders';
import { chooseAllRows, chooseSomeRows, confirmImport, dropImport, importDoi, writeImport } from './mutations';
import { beginUndo, undoImport } from './undo-writer';
import { BulkChoice, ImportId, RowParameters, UndoForm } from './schema';

// Each of these is an address that anybody can post to: where it comes from, who asks and what was sent is read first.

const BAD = 'This form could not be read. Load the page again and try once more.';

/** Keeps which of the rows shown are ticked. */
export async function chooseRows(_before: FormState | null, form: FormData): Promise<FormState> {
  const { id, actor } = await asked(form);
  if (id === null) return refusedForm(BAD);
  const numbers = (name: string) =>
    form.getAll(name).flatMap((text) => (/^\d{1,6}$/.test(String(text)) ? [Number(text)] : []));
  const outcome = await denied(
    chooseSomeRows(actor, id, { shown: numbers('shown').slice(0, 100), taken: numbers('row').slice(0, 100) }),
  );
  if (!outcome.ok) return refusedForm(outcome.problem);
  return redirect(rowsPath(id, form, form.get('then') === 'next'));
}

/** Takes all rows of a sort. */
export async function chooseAll(_before: FormState | null, form: FormData): Promise<FormState> {
  const { id, actor } = await asked(form);
  const choice = BulkChoice.safeParse(form.get('choice'));
  if (id === null || !choice.success) return refusedForm(BAD);
  const outcome = await denied(chooseAllRows(actor, id, choice.data));
  return outcome.ok ? redirect(rowsPath(id, form, false)) : refusedForm(outcome.problem);
}

/** Makes drafts of the chosen rows: goes on after this has been answered, and the page shows how far it is. */
export async function confirm(_before: FormState | null, form: FormData): Promise<FormState> {
  const { id, actor } = await asked(form);
  if (id === null) return refusedForm(BAD);
  const outcome = await denied(confirmImport(actor, id));
  if (!outcome.ok) return refusedForm(outcome.problem);
  void writeImport(actor, outcome.job).catch((error: unknown) => console.error(`import ${id}:`, error));
  return redirect(`/desk/import/${id}`);
}

/** Throws a preview away. */
export async function drop(_before: FormState | null, form: FormData): Promise<FormState> {
  const { id, actor } = await asked(form);
  if (id === null) return refusedForm(BAD);
  const outcome = await denied(dropImport(actor, id));
  return outcome.ok ? redirect('/desk/import') : refusedForm(outcome.problem);
}

/** Discards all drafts of an import that were not published: goes on after this has been answered, like `confirm`. */
export async function undo(_before: FormState | null, form: FormData): Promise<FormState> {
  const { actor } = await asked(form);
  const texts = formTexts(form);
  const parsed = UndoForm.safeParse(texts);
  if (!parsed.success) return faultyForm(parsed.error, { reason: texts.reason ?? '' });
  const { id, reason } = parsed.data;
  const outcome = await denied(beginUndo(actor, id, reason));
  if (!outcome.ok) return refusedForm(outcome.problem, { reason });
  void undoImport(actor, outcome.job).catch((error: unknown) => console.error(`undoing import ${id}:`, error));
  return redirect(`/desk/import/${id}`);
}

/** Asks the registers of DOIs, and shows what they know as an import of one source. */
export async function lookUp(_before: FormState | null, form: FormData): Promise<FormState> {
  const { actor } = await asked(form);
  const doi = String(form.get('doi') ?? '').slice(0, 300);
  const outcome = await denied(importDoi(actor, doi));
  return outcome.ok
    ? redirect(`/desk/import/${outcome.id}`)
    : { problem: null, errors: { doi: outcome.problem }, values: { doi } };
}

async function asked(form: FormData) {
  await requireOwnOrigin();
  const id = ImportId.safeParse(form.get('id'));
  return { id: id.success ? id.data : null, actor: await currentActor() };
}

async function denied<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Denied) leadToDenied(error);
    throw error;
  }
}

function rowsPath(id: number, form: FormData, next: boolean): string {
  const read = RowParameters.safeParse({
    show: form.get('show') ?? undefined,
    after: form.get(next ? 'last' : 'after') ?? undefined,
  });
  const { show, after } = read.success ? read.data : RowParameters.parse({});
  return `/desk/import/${id}?show=${show}&after=${after}#rows`;
}
