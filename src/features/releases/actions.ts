'use server';

import { redirect } from 'next/navigation';
import { requireOwnOrigin } from '../../auth/origin';
import { formTexts } from '../../lib/form-state';
import { requireActor } from '../desk/loaders';
import { getSheet } from '../fact-sheets/data';
import { getRedraft } from '../fact-sheets/redraft-data';
import { replaceInSheet } from '../fact-sheets/mutations';
import { RedraftForm } from './schema';

/** Puts what stands today in the place of claims that no longer do, and leads to the editor, which says what was done. */
export async function redraft(form: FormData): Promise<void> {
  await requireOwnOrigin();
  const actor = await requireActor('fact-sheet.own');
  const read = RedraftForm.safeParse(formTexts(form));
  const sheet = read.success ? await getSheet(actor, read.data.id) : null;
  const found = sheet === null ? null : await getRedraft(actor, sheet.id);
  if (sheet === null || found === null) redirect('/desk/fact-sheets');
  const { replacements, left } = found;
  const saved = await replaceInSheet(actor, { id: sheet.id, version: sheet.version, replacements });
  const done = saved.ok ? replacements.map(({ from, to }) => `${from}-${to}`).join(',') || 'none' : 'conflict';
  redirect(`/desk/fact-sheets/${sheet.id}?redrafted=${done}&left=${left.map(({ claim }) => claim).join(',')}`);
}
