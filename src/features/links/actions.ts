'use server';

import { redirect } from 'next/navigation';
import { requireOwnOrigin } from '../../auth/origin';
import { currentActor } from '../../auth/session';
import { Denied } from '../../domain/permission';
import { formTexts } from '../../lib/form-state';
import { leadToDenied } from '../desk/loaders';
import { cancelRun, resumeRun, type Started, startRun } from './mutations';
import { RunForm, SourceForm, StartForm } from './schema';

// Each leads back to a page that shows what became of it: they work without scripts.

export async function startLinkRun(form: FormData): Promise<void> {
  await requireOwnOrigin();
  const parsed = StartForm.safeParse(formTexts(form));
  if (!parsed.success) redirect('/desk/links');
  const actor = await currentActor();
  leadOn(await permitted(startRun(actor, parsed.data)), '/desk/links');
}

export async function checkOneLink(form: FormData): Promise<void> {
  await requireOwnOrigin();
  const parsed = SourceForm.safeParse(formTexts(form));
  if (!parsed.success) redirect('/desk/links');
  const { source } = parsed.data;
  const actor = await currentActor();
  const started = await permitted(startRun(actor, { scope: 'one', sourceNumber: Number(source.slice(1)) }));
  leadOn(started, `/desk/links/${source}`);
}

export async function resumeLinkRun(form: FormData): Promise<void> {
  await requireOwnOrigin();
  const parsed = RunForm.safeParse(formTexts(form));
  if (!parsed.success) redirect('/desk/links');
  const actor = await currentActor();
  leadOn(await permitted(resumeRun(actor, parsed.data.run)), '/desk/links');
}

export async function cancelLinkRun(form: FormData): Promise<void> {
  await requireOwnOrigin();
  const parsed = RunForm.safeParse(formTexts(form));
  if (!parsed.success) redirect('/desk/links');
  const actor = await currentActor();
  await permitted(cancelRun(actor, parsed.data.run));
  redirect('/desk/links');
}

function leadOn(started: Started, page: string): never {
  redirect(started.ok ? page : `${page}?problem=${started.problem}`);
}

async function permitted<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Denied) leadToDenied(error);
    throw error;
  }
}
