'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { requireOwnOrigin } from '../../auth/origin';
import { currentActor } from '../../auth/session';
import { Denied } from '../../domain/permission';
import { type FormState, faultyForm, formTexts } from '../../lib/form-state';
import { leadToDenied } from '../desk/loaders';
import {
  beginAppraisal,
  leaveAppraisal,
  openRound,
  type Outcome,
  type Refused,
  saveAppraisal,
  submitAppraisal,
} from './mutations';
import { InterestsForm, readAppraisalForm, readJudgementForm, SettlingNote } from './schema';
import { acceptConsensus, decideRound, offerConsensus } from './settling-writer';

const RoundId = z.number().int().min(1).max(999_999_999);
const HOME = '/desk/appraisals';

/** Opens a round for what the address named, or leads to the one under way. */
export async function startRound(subject: string, _before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  const texts = formTexts(form);
  const outcome = await asked((actor) => openRound(actor, z.string().max(20).parse(subject), texts.instrument ?? null));
  if (!outcome.ok) return toState(outcome, texts);
  redirect(`${HOME}/${outcome.round}`);
}

/** Takes a place in a round, with the declaration of interests. */
export async function beginInRound(
  round: number,
  _before: FormState | null,
  form: FormData,
): Promise<FormState | null> {
  await requireOwnOrigin();
  const texts = formTexts(form);
  const parsed = InterestsForm.safeParse(texts);
  if (!parsed.success) return faultyForm(parsed.error, texts);
  return shown(round, texts, await asked((actor) => beginAppraisal(actor, RoundId.parse(round), parsed.data)));
}

/** Keeps what was answered, or hands it in: which of the two, the button says. */
export async function answerInRound(
  round: number,
  _before: FormState | null,
  form: FormData,
): Promise<FormState | null> {
  await requireOwnOrigin();
  const texts = formTexts(form);
  const parsed = readAppraisalForm(texts);
  if (!parsed.success) return faultyAppraisal(parsed.error, texts);
  const write = texts.intent === 'submit' ? submitAppraisal : saveAppraisal;
  return shown(round, texts, await asked((actor) => write(actor, RoundId.parse(round), parsed.data)));
}

/** Keeps what is being answered, without a word. @returns why it was not kept */
export async function keepAnswers(round: number, form: FormData): Promise<{ problem: string | null }> {
  await requireOwnOrigin();
  const parsed = readAppraisalForm(formTexts(form));
  if (!parsed.success) return { problem: 'Not saved: a text is too long.' };
  const outcome = await asked((actor) => saveAppraisal(actor, RoundId.parse(round), parsed.data));
  if (outcome.ok) revalidatePath(`${HOME}/${round}`);
  return { problem: outcome.ok ? null : outcome.problem };
}

export async function leaveRound(round: number): Promise<void> {
  await requireOwnOrigin();
  await asked((actor) => leaveAppraisal(actor, RoundId.parse(round)));
  redirect(HOME);
}

/** Offers the other appraiser a judgement for both. */
export async function offerInRound(
  round: number,
  _before: FormState | null,
  form: FormData,
): Promise<FormState | null> {
  await requireOwnOrigin();
  const texts = formTexts(form);
  const read = readSettling(texts);
  if (!read.ok) return read.state;
  const { judgements, note } = read;
  return shown(round, texts, await asked((actor) => offerConsensus(actor, RoundId.parse(round), judgements, note)));
}

/** Accepts the offer that was shown, and no newer one. */
export async function acceptInRound(
  round: number,
  offeredAt: string,
  _before: FormState | null,
): Promise<FormState | null> {
  await requireOwnOrigin();
  const at = z.string().max(40).parse(offeredAt);
  return shown(round, {}, await asked((actor) => acceptConsensus(actor, RoundId.parse(round), at)));
}

/** Decides between two others, with a declaration of interests. */
export async function decideInRound(
  round: number,
  _before: FormState | null,
  form: FormData,
): Promise<FormState | null> {
  await requireOwnOrigin();
  const texts = formTexts(form);
  const interests = InterestsForm.safeParse(texts);
  if (!interests.success) return faultyForm(interests.error, texts);
  const read = readSettling(texts);
  if (!read.ok) return read.state;
  const { judgements, note } = read;
  const decided = await asked((actor) => decideRound(actor, RoundId.parse(round), judgements, note, interests.data));
  return shown(round, texts, decided);
}

type Texts = Record<string, string>;

function readSettling(texts: Texts) {
  const [judgements, note] = [readJudgementForm(texts), SettlingNote.safeParse(texts.note ?? '')];
  if (!judgements.success) return { ok: false as const, state: faultyAppraisal(judgements.error, texts) };
  if (!note.success) {
    const message = note.error.issues[0]?.message ?? '';
    return { ok: false as const, state: { problem: null, errors: { note: message }, values: texts } };
  }
  return { ok: true as const, judgements: judgements.data, note: note.data };
}

/** Does it for whoever is signed in; who may not is led to the page that says what would be needed. */
async function asked<More>(
  work: (actor: Awaited<ReturnType<typeof currentActor>>) => Promise<Outcome<More>>,
): Promise<Outcome<More>> {
  const actor = await currentActor();
  if (actor === null) redirect('/sign-in');
  try {
    return await work(actor);
  } catch (error) {
    if (error instanceof Denied) leadToDenied(error);
    throw error;
  }
}

/** The state of a form after its write: none when it was done, and then the page is made anew. */
function shown(round: number, texts: Texts, outcome: Outcome): FormState | null {
  revalidatePath(`${HOME}/${round}`);
  return outcome.ok ? null : toState(outcome, texts);
}

function toState({ problem, fields = [] }: Refused, values: Texts): FormState {
  const errors: Record<string, string> = {};
  for (const { field, message } of fields) errors[field] ??= message;
  return { problem, errors, values };
}

/** Where in a draft a fault is, as the name of its field: answers.1.1.note is note-1.1. */
function faultyAppraisal(error: z.ZodError, values: Texts): FormState {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) {
    const [first, second, third] = path.map(String);
    const nested = first === 'answers' || first === 'judgements';
    const name = nested ? `${third}-${second}` : `${second}-${first}`;
    errors[name] ??= message;
  }
  return { problem: 'A text cannot be taken as it is: nothing was saved.', errors, values };
}
