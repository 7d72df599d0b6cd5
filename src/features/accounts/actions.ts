'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { takeAttempt, useCodeOnce } from '../../auth/limits';
import { markBrowser } from '../../auth/marker';
import { requireOwnOrigin } from '../../auth/origin';
import { hashPassword, isPassword } from '../../auth/password';
import { currentSession, pendingPerson, type SignedIn } from '../../auth/session';
import * as entry from '../../auth/sign-in';
import { resetMail, securityMail } from '../../formats/mails';
import { publicUrl } from '../../lib/env';
import { type FormState, faultyForm, formTexts, refusedForm } from '../../lib/form-state';
import { localPath } from '../../lib/local-path';
import { trySendMail } from '../../lib/mail';
import { passwordFault } from '../../lib/password-rules';
import { getPasswordHash } from './data';
import { findLink } from './link-data';
import { makeKey, revokeKey } from './key-writer';
import { changePassword, requestReset, resetPassword } from './password-writer';
import {
  ChangePasswordForm,
  CodeForm,
  type KeyState,
  NewKey,
  NewPasswordForm,
  PasswordForm,
  ResetForm,
  type RecoveryState,
  SignInForm,
  type TwoFactorState,
} from './schema';
import { endOtherSessions, endSession } from './session-writer';
import { changeTwoFactor } from './two-factor-writer';

export async function signIn(_before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  const texts = formTexts(form);
  const parsed = SignInForm.safeParse(texts);
  const values = { email: (texts.email ?? '').slice(0, 254) };
  if (!parsed.success) return faultyForm(parsed.error, values);
  const { email, password, next } = parsed.data;
  const attempt = await takeAttempt('sign-in', email, await headers());
  if (!attempt.ok) return refusedForm(attempt.problem, values);
  const opened = await entry.openSession({ email, password }, await headers());
  if (!opened.ok) return refusedForm(opened.problem, values);
  await attempt.forgive();
  const to = localPath(next, '/desk');
  if (opened.asksForCode) redirect(`/sign-in/code?next=${encodeURIComponent(to)}`);
  await markBrowser(true);
  redirect(to);
}

/** The second step of a sign-in. A code is taken once: who looked over somebody's shoulder comes too late. */
export async function enterCode(_before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  const parsed = CodeForm.safeParse(formTexts(form));
  if (!parsed.success) return faultyForm(parsed.error);
  const { code, kind } = parsed.data;
  const person = await pendingPerson();
  if (person === null) return refusedForm('That took too long. Sign in with your password again.');
  const attempt = await takeAttempt('code', person, await headers());
  if (!attempt.ok) return refusedForm(attempt.problem);
  if (kind === 'app' && !(await useCodeOnce(person, code)))
    return refusedForm('This code was used already: wait for the next one.');
  const opened = await entry.openWithCode(parsed.data, await headers());
  if (!opened.ok) return refusedForm(opened.problem);
  await attempt.forgive();
  await markBrowser(true);
  redirect(localPath(parsed.data.next, '/desk'));
}

export async function signOut(): Promise<void> {
  await requireOwnOrigin();
  await entry.closeSession(await headers());
  await markBrowser(false);
  redirect('/');
}

/** Says the same whether or not somebody has this address, and as fast: the mail is written after the answer. */
export async function requestPasswordReset(_before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  const parsed = ResetForm.safeParse(formTexts(form));
  if (!parsed.success) return faultyForm(parsed.error);
  const { email } = parsed.data;
  const attempt = await takeAttempt('reset', email, await headers());
  if (!attempt.ok) return refusedForm(attempt.problem, { email });
  after(async () => {
    const made = await requestReset(email);
    if (made === null) return;
    const link = `${publicUrl()}/new-password?token=${made.token}`;
    await trySendMail({ to: email, ...resetMail({ name: made.name, link }) });
  });
  redirect('/sign-in/forgotten?sent=yes');
}

export async function chooseNewPassword(_before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  const parsed = NewPasswordForm.safeParse(formTexts(form));
  if (!parsed.success) return faultyForm(parsed.error);
  const { token, password } = parsed.data;
  const attempt = await takeAttempt('link', token, await headers());
  if (!attempt.ok) return refusedForm(attempt.problem);
  const link = await findLink('password-reset', token);
  if (link?.state !== 'open') return refusedForm('This link does not work any more: ask for a new one.');
  const fault = passwordFault(password, { name: link.name ?? '', email: link.email ?? '' });
  if (fault !== null) return { problem: null, errors: { password: fault }, values: {} };
  const { ok } = await resetPassword(token, await hashPassword(password));
  if (!ok) return refusedForm('This link does not work any more: ask for a new one.');
  redirect('/sign-in?done=password');
}

export async function changeOwnPassword(_before: FormState | null, form: FormData): Promise<FormState> {
  const session = await ownSession();
  const parsed = ChangePasswordForm.safeParse(formTexts(form));
  if (!parsed.success) return faultyForm(parsed.error);
  const { current, password } = parsed.data;
  const attempt = await takeAttempt('sign-in', session.email, await headers());
  if (!attempt.ok) return refusedForm(attempt.problem);
  const kept = await getPasswordHash(session.actor);
  if (kept === null || !(await isPassword(current, kept)))
    return { problem: null, errors: { current: 'is not your password' }, values: {} };
  await attempt.forgive();
  const fault = passwordFault(password, { name: session.actor.name, email: session.email });
  if (fault !== null) return { problem: null, errors: { password: fault }, values: {} };
  await changePassword(session.actor, await hashPassword(password), session.sessionId);
  tell(
    session,
    'The password of your account was changed. All other sessions were ended, and all keys for scripts were revoked.',
  );
  redirect('/desk/account?done=password');
}

/** Two steps in one form: the password, then a code that shows that the app has the secret. */
export async function setUpTwoFactor(before: TwoFactorState, form: FormData): Promise<TwoFactorState> {
  const session = await ownSession();
  if (before.step === 'password') {
    const parsed = PasswordForm.safeParse(formTexts(form));
    if (!parsed.success) return { step: 'password', form: faultyForm(parsed.error) };
    const begun = await withPassword(session, (given) => entry.beginTwoFactor(parsed.data.password, given));
    if (!begun.ok) return { step: 'password', form: refusedForm(begun.problem) };
    return { step: 'code', uri: begun.uri, recoveryCodes: begun.recoveryCodes, form: null };
  }
  const parsed = CodeForm.safeParse(formTexts(form));
  if (!parsed.success) return { ...before, form: faultyForm(parsed.error) };
  const attempt = await takeAttempt('code', session.actor.id, await headers());
  if (!attempt.ok) return { ...before, form: refusedForm(attempt.problem) };
  const confirmed = await entry.confirmTwoFactor(
    (change) => changeTwoFactor(session.actor, 'on', change),
    parsed.data.code,
    await headers(),
  );
  if (!confirmed.ok) return { ...before, form: refusedForm(confirmed.problem) };
  await attempt.forgive();
  tell(session, 'The second factor of your account was turned on.');
  redirect('/desk/account?done=two-factor-on');
}

export async function turnTwoFactorOff(_before: FormState | null, form: FormData): Promise<FormState> {
  const session = await ownSession();
  const parsed = PasswordForm.safeParse(formTexts(form));
  if (!parsed.success) return faultyForm(parsed.error);
  const { password } = parsed.data;
  const ended = await withPassword(session, (given) =>
    entry.endTwoFactor((change) => changeTwoFactor(session.actor, 'off', change), password, given),
  );
  if (!ended.ok) return refusedForm(ended.problem);
  tell(session, 'The second factor of your account was turned off.');
  redirect('/desk/account?done=two-factor-off');
}

export async function makeRecoveryCodes(_before: RecoveryState, form: FormData): Promise<RecoveryState> {
  const session = await ownSession();
  const parsed = PasswordForm.safeParse(formTexts(form));
  if (!parsed.success) return { codes: null, form: faultyForm(parsed.error) };
  const { password } = parsed.data;
  const made = await withPassword(session, (given) =>
    entry.renewRecoveryCodes((change) => changeTwoFactor(session.actor, 'codes', change), password, given),
  );
  if (!made.ok) return { codes: null, form: refusedForm(made.problem) };
  return { codes: made.recoveryCodes, form: null };
}

export async function endOneSession(form: FormData): Promise<void> {
  const session = await ownSession();
  await endSession(session.actor, String(form.get('id')));
  redirect('/desk/account?done=session#sessions');
}

export async function endAllOtherSessions(): Promise<void> {
  const session = await ownSession();
  await endOtherSessions(session.actor, session.sessionId);
  redirect('/desk/account?done=session#sessions');
}

export async function makeOwnKey(_before: KeyState, form: FormData): Promise<KeyState> {
  const session = await ownSession();
  const { name = '', days = '' } = formTexts(form);
  const values = { name: name.slice(0, 100), days: days.slice(0, 10) };
  const parsed = NewKey.safeParse({ name, days, scopes: form.getAll('scopes') });
  if (!parsed.success) return { key: null, form: faultyForm(parsed.error, values) };
  const made = await makeKey(session.actor, parsed.data);
  if (!made.ok) return { key: null, form: refusedForm(made.problem, values) };
  return { key: made.key, form: null };
}

export async function revokeOwnKey(form: FormData): Promise<void> {
  const session = await ownSession();
  await revokeKey(session.actor, Number(form.get('id')));
  redirect('/desk/account/keys?done=key');
}

/** Who sends a form about their own account. A session that ended meanwhile leads to the sign-in. */
async function ownSession(): Promise<SignedIn> {
  await requireOwnOrigin();
  const session = await currentSession();
  if (session === null) redirect('/sign-in?next=/desk/account');
  return session;
}

/** Asks better-auth for something that wants the password, and counts it like a sign-in: a session may be stolen. */
async function withPassword<T extends { ok: true }>(
  session: SignedIn,
  ask: (given: Headers) => Promise<T | { ok: false; problem: string }>,
): Promise<T | { ok: false; problem: string }> {
  const attempt = await takeAttempt('sign-in', session.email, await headers());
  if (!attempt.ok) return attempt;
  const answer = await ask(await headers());
  if (answer.ok) await attempt.forgive();
  return answer;
}

function tell(session: SignedIn, what: string): void {
  after(() => trySendMail({ to: session.email, ...securityMail({ what }) }));
}
