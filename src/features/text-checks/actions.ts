'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { waitText } from '../../auth/limits';
import { requireOwnOrigin } from '../../auth/origin';
import { currentActor } from '../../auth/session';
import { admitMatchReport } from '../../auth/text-limits';
import { clientAddress } from '../../lib/client-address';
import { type FormState, faultyForm, formTexts, refusedForm } from '../../lib/form-state';
import { answerRequest } from '../../lib/request-answer';
import { requireActor } from '../desk/loaders';
import { answerDraft, type DraftAnswer } from './loaders';
import { addMatchReport, settleMatchReport } from './mutations';
import { MatchReportForm, type MatchReportState, REPORT_MOST, SettleForm } from './schema';

const NOT_WHOLE = 'This form was not sent whole. Check the text again, and report it from there.';

/** Takes what anybody says of a wrong match. The form has what MatchReportForm names. */
export async function reportWrongMatch(_before: MatchReportState | null, form: FormData): Promise<MatchReportState> {
  await requireOwnOrigin();
  const { expected = '', reason = '', ...texts } = formTexts(form);
  const values = { expected: expected.slice(0, 20), reason: reason.slice(0, REPORT_MOST.reason * 2) };
  const parsed = MatchReportForm.safeParse({ ...texts, expected, reason });
  if (!parsed.success) return { sent: false, form: faultyReport(faultyForm(parsed.error, values)) };
  const actor = await currentActor();
  const admission = await admitMatchReport(clientAddress(await headers()), actor?.id ?? null);
  if (!admission.admitted)
    return { sent: false, form: refusedForm(waitText(admission.waitSeconds * 1000, 'reported'), values) };
  const added = await addMatchReport(actor, parsed.data);
  if (added.ok) return { sent: true, form: null };
  const errors = { expected: 'There is no claim with this id.' };
  return { sent: false, form: added.field === 'expected' ? { problem: null, errors, values } : refusedForm(NOT_WHOLE) };
}

/** What is wrong with what nobody typed is a fault of the whole. */
function faultyReport(faulty: FormState): FormState {
  const typed = Object.entries(faulty.errors).filter(([name]) => name === 'expected' || name === 'reason');
  const isWhole = typed.length === Object.keys(faulty.errors).length && faulty.problem === null;
  return isWhole ? faulty : { ...faulty, problem: NOT_WHOLE, errors: Object.fromEntries(typed) };
}

/** Settles a report with a note, and leads back to the reports. */
export async function settleReport(_before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  const actor = await requireActor('match.settle');
  const texts = formTexts(form);
  const values = { note: (texts.note ?? '').slice(0, REPORT_MOST.note * 2) };
  const parsed = SettleForm.safeParse(texts);
  if (!parsed.success) return faultyForm(parsed.error, values);
  const settled = await settleMatchReport(actor, parsed.data.report, parsed.data.note);
  if (settled.ok) redirect('/desk/matches?done=settled');
  if (settled.problem === 'gone') return refusedForm('There is no such report.', values);
  return refusedForm(`${settled.by} has settled this report since you opened the page.`, values);
}

/** Checks a text that somebody sent: the page that is drawn in the same request shows what was found. */
export async function checkSent(form: FormData): Promise<void> {
  await requireOwnOrigin();
  await answerRequest(await answerDraft(form));
}

/** Takes a report from the page of a result. Without scripts the text is gone from the page that follows: it says so. */
export async function reportFromResult(before: MatchReportState | null, form: FormData): Promise<MatchReportState> {
  const state = await reportWrongMatch(before, form);
  const answer: DraftAnswer = {
    kind: 'reported',
    isSent: state.sent,
    problems: state.form === null ? [] : problemsOf(state.form),
  };
  await answerRequest(answer);
  return state;
}

function problemsOf({ problem, errors }: FormState): string[] {
  return [...(problem === null ? [] : [problem]), ...Object.values(errors)];
}
