'use server';

import { redirect } from 'next/navigation';
import { requireOwnOrigin } from '../../auth/origin';
import { Denied } from '../../domain/permission';
import { type FormState, refusedForm } from '../../lib/form-state';
import { leadToDenied, requireActor } from '../desk/loaders';
import { changeStanding, mergeRecords, type RecordOutcome } from './mutations';
import { MergeForm, StandingForm } from './schema';

/** Disputes or retracts a record, or lets it stand again. */
export async function setStanding(_before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  const asked = StandingForm.safeParse(Object.fromEntries(form));
  if (!asked.success) return refusedForm('This form was not sent whole. Open it again.');
  const { record, version, standing, reason } = asked.data;
  const actor = await requireActor('record.dispute');
  const done = await permitted(() => changeStanding(actor, record, version, standing, reason));
  if (!done.ok) return refusedForm(problemOf(done), { reason });
  redirect(`/desk/records/${record}?done=${standing}`);
}

/** Makes two records one, after it was asked whether it is meant. */
export async function merge(_before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  const asked = MergeForm.safeParse(Object.fromEntries(form));
  if (!asked.success) return refusedForm('This form was not sent whole. Open it again.');
  const { from, into, reason, sure } = asked.data;
  if (sure === undefined)
    return refusedForm('Tick that you have looked at both: a merge cannot be undone in one step.', { reason });
  const actor = await requireActor('record.merge');
  const done = await permitted(() => mergeRecords(actor, from, into, reason));
  if (!done.ok) return refusedForm(problemOf(done), { reason });
  redirect(`/desk/records/${into}?done=merged`);
}

function problemOf(outcome: Exclude<RecordOutcome, { ok: true }>): string {
  if (outcome.problem !== 'conflict') return outcome.message;
  return 'The record has changed since you opened this page. Open it again and look at what changed.';
}

/** Leads whoever may not do this to what would be needed. */
async function permitted(work: () => Promise<RecordOutcome>): Promise<RecordOutcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Denied) leadToDenied(error);
    throw error;
  }
}
