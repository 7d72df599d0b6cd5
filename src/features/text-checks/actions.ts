'use server';

import { answerRequest } from '../../lib/request-answer';
import { answerDraft } from './loaders';

/** Checks a text that somebody sent: the page that is drawn in the same request shows what was found. */
export async function checkSent(form: FormData): Promise<void> {
  await answerRequest(await answerDraft(form));
}
