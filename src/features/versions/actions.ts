'use server';

import { redirect } from 'next/navigation';
import { requireOwnOrigin } from '../../auth/origin';
import { currentActor } from '../../auth/session';
import { Denied } from '../../domain/permission';
import { type FormState, faultyForm, formTexts, refusedForm } from '../../lib/form-state';
import { leadToDenied } from '../desk/loaders';
import { restoreVersion } from './mutations';
import { RestoreForm } from './schema';

export async function restore(_before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  const texts = formTexts(form);
  const values = { reason: (texts.reason ?? '').slice(0, 1000) };
  const parsed = RestoreForm.safeParse(texts);
  if (!parsed.success) return faultyForm(parsed.error, values);
  const { event, version, reason } = parsed.data;
  const outcome = await restoreVersion(await currentActor(), event, version, reason).catch((error: unknown) => {
    if (error instanceof Denied) leadToDenied(error);
    throw error;
  });
  if (outcome.ok) redirect(`/desk/history?subject=${outcome.recordId}`);
  const faults = outcome.problem === 'invalid' ? outcome.faults : [];
  return refusedForm([outcome.message, ...faults.map(({ path, message }) => `${path}: ${message}.`)].join(' '), values);
}
