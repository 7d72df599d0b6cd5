'use server';

import { redirect } from 'next/navigation';
import { requireOwnOrigin } from '../../auth/origin';
import { currentActor } from '../../auth/session';
import { Denied } from '../../domain/permission';
import { formTexts } from '../../lib/form-state';
import { localPath } from '../../lib/local-path';
import { leadToDenied } from '../desk/loaders';
import { giveTaskBack, takeTask } from './mutations';
import { GiveForm, TakeForm } from './schema';

/** Takes a task and leads back to the page it was taken on. */
export async function takeFromQueue(form: FormData): Promise<void> {
  await requireOwnOrigin();
  const texts = formTexts(form);
  const parsed = TakeForm.safeParse(texts);
  if (!parsed.success) redirect('/desk/queues');
  const { queue, subject, from } = parsed.data;
  const outcome = await permitted(takeTask(await currentActor(), { queue, subject, from: from === '' ? null : from }));
  redirect(backTo(texts.back, outcome.ok ? null : outcome.problem));
}

export async function giveBackToQueue(form: FormData): Promise<void> {
  await requireOwnOrigin();
  const texts = formTexts(form);
  const parsed = GiveForm.safeParse(texts);
  if (!parsed.success) redirect('/desk/queues');
  const given = await permitted(giveTaskBack(await currentActor(), parsed.data));
  redirect(backTo(texts.back, given ? null : 'moved'));
}

/** The page of the queue that the form stood on, with what went wrong. */
function backTo(path: string | undefined, problem: string | null): string {
  const back = localPath(path, '/desk/queues');
  const url = new URL(back.startsWith('/desk/queues/') ? back : '/desk/queues', 'http://localhost');
  url.searchParams.delete('problem');
  if (problem !== null) url.searchParams.set('problem', problem);
  return url.pathname + url.search;
}

async function permitted<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Denied) leadToDenied(error);
    throw error;
  }
}
