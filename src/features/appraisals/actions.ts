'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { requireOwnOrigin } from '../../auth/origin';
import { currentActor } from '../../auth/session';
import type { AppraisalDraft } from '../../domain/appraisal/appraisal';
import { Denied } from '../../domain/permission';
import { type FormState, faultyForm, formTexts } from '../../lib/form-state';
import { leadToDenied } from '../desk/loaders';
import { beginAppraisal, leaveAppraisal, openRound, saveAppraisal, submitAppraisal } from './mutations';
import {
  InterestsForm,
  type Outcome,
  type Refused,
  readAppraisalForm,
  readJudgementForm,
  SettlingNote,
} from './schema';
import { acceptConsensus, decideRound, offerConsensus } from './settling-writer';

const RoundId = z.number().int().min(1).max(999_999_999);
/** "7" of a published record, "D5.2" of a draft. */
const Version = z.string().max(30);
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
export async function beginInRound(round: number, _before: FormState | null, form: FormData) {
  return answered(round, form, readInterests, beginAppraisal);
}

/**
 * Keeps what was answered, or hands it in: which of the two, the button says.
 *
 * @param version of what is appraised, as the page had it
 */
export async function answerInRound(round: number, version: string, _before: FormState | null, form: FormData) {
  const shown = Version.parse(version);
  return answered(round, form, readAppraisal, (actor, id, draft) =>
    form.get('intent') === 'submit' ? submitAppraisal(actor, id, draft, shown) : saveAppraisal(actor, id, draft),
  );
}

/** Keeps what is being answered, without a word. @returns why it was not kept */
export async function keepAnswers(round: number, form: FormData): Promise<{ problem: string | null }> {
  const state = await answered(round, form, readAppraisal, saveAppraisal);
  return { problem: state === null ? null : (state.problem ?? 'Not saved: a text cannot be taken as it is.') };
}

export async function leaveRound(round: number): Promise<void> {
  await requireOwnOrigin();
  await asked((actor) => leaveAppraisal(actor, RoundId.parse(round)));
  redirect(HOME);
}

/** Offers the other appraiser a judgement for both. */
export async function offerInRound(round: number, _before: FormState | null, form: FormData) {
  return answered(round, form, readSettling, (actor, id, { judgements, note }) =>
    offerConsensus(actor, id, judgements, note),
  );
}

/** Accepts the offer that was shown, and no newer one. */
export async function acceptInRound(round: number, offeredAt: string, _before: FormState | null, form: FormData) {
  const at = z.string().max(40).parse(offeredAt);
  return answered(round, form, readNothing, (actor, id) => acceptConsensus(actor, id, at));
}

/** Decides between two others, with a declaration of interests. */
export async function decideInRound(round: number, _before: FormState | null, form: FormData) {
  return answered(round, form, readDecision, (actor, id, { judgements, note, interests }) =>
    decideRound(actor, id, judgements, note, interests),
  );
}

type Texts = Record<string, string>;
type Read<Value> = { ok: true; value: Value } | { ok: false; state: FormState };

/** The one way of every form in a round: read, asked for, and shown anew; or what is wrong, with what was typed. */
async function answered<Value>(
  round: number,
  form: FormData,
  read: (texts: Texts) => Read<Value>,
  work: (actor: Asking, round: number, value: Value) => Promise<Outcome>,
): Promise<FormState | null> {
  await requireOwnOrigin();
  const texts = formTexts(form);
  const found = read(texts);
  if (!found.ok) return found.state;
  const outcome = await asked((actor) => work(actor, RoundId.parse(round), found.value));
  revalidatePath(`${HOME}/${round}`);
  return outcome.ok ? null : toState(outcome, texts);
}

function readNothing(): Read<null> {
  return { ok: true, value: null };
}

function readInterests(texts: Texts): Read<InterestsForm> {
  const parsed = InterestsForm.safeParse(texts);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, state: faultyForm(parsed.error, texts) };
}

function readAppraisal(texts: Texts): Read<AppraisalDraft> {
  const parsed = readAppraisalForm(texts);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, state: faultyAppraisal(parsed.error, texts) };
}

type Settling = { judgements: AppraisalDraft['judgements']; note: string };

function readSettling(texts: Texts): Read<Settling> {
  const [judgements, note] = [readJudgementForm(texts), SettlingNote.safeParse(texts.note ?? '')];
  if (!judgements.success) return { ok: false, state: faultyAppraisal(judgements.error, texts) };
  if (note.success) return { ok: true, value: { judgements: judgements.data, note: note.data } };
  const message = note.error.issues[0]?.message ?? '';
  return { ok: false, state: { problem: null, errors: { note: message }, values: texts } };
}

function readDecision(texts: Texts): Read<Settling & { interests: InterestsForm }> {
  const interests = readInterests(texts);
  if (!interests.ok) return interests;
  const settling = readSettling(texts);
  if (!settling.ok) return settling;
  return { ok: true, value: { ...settling.value, interests: interests.value } };
}

type Asking = Awaited<ReturnType<typeof currentActor>>;

/** Does it for whoever is signed in; who may not is led to the page that says what would be needed. */
async function asked<More>(work: (actor: Asking) => Promise<Outcome<More>>): Promise<Outcome<More>> {
  const actor = await currentActor();
  if (actor === null) redirect('/sign-in');
  try {
    return await work(actor);
  } catch (error) {
    if (error instanceof Denied) leadToDenied(error);
    throw error;
  }
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
