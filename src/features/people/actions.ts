'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { takeAttempt } from '../../auth/limits';
import { markBrowser } from '../../auth/marker';
import { requireOwnOrigin } from '../../auth/origin';
import { signOnName } from '../../auth/oidc';
import { hashPassword } from '../../auth/password';
import { currentActor } from '../../auth/session';
import { openSession } from '../../auth/sign-in';
import { type Actor, Denied } from '../../domain/permission';
import { hasAccountMail, invitationMail, securityMail, signUpMail } from '../../formats/mails';
import { allowsSignUp, publicUrl } from '../../lib/env';
import { type FormState, faultyForm, formTexts, refusedForm } from '../../lib/form-state';
import { trySendMail } from '../../lib/mail';
import { passwordFault } from '../../lib/password-rules';
import { findLink } from '../accounts/link-data';
import { leadToDenied } from '../desk/loaders';
import { acceptInvitation, invite, inviteAgain, type Invited, revokeInvitation } from './invitation-writer';
import { changePerson, type Changed, closeAccount, reopenAccount, resetTwoFactor } from './people-writer';
import {
  FinishSignUpForm,
  Invitation,
  type InvitationState,
  JoinForm,
  PersonChange,
  SetUpForm,
  SignUpForm,
} from './schema';
import { setUp } from './set-up-writer';
import { finishSignUp, signUp } from './sign-up-writer';

const BY_INVITATION = 'Accounts are made by invitation here.';
const DEAD_LINK = 'This link does not work any more: it was used, taken back, or is too old.';

/** Makes the first account and signs it in. */
export async function setUpSite(_before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  const parsed = SetUpForm.safeParse(formTexts(form));
  const { name = '', email = '' } = formTexts(form);
  const values = { name: name.slice(0, 100), email: email.slice(0, 254) };
  if (!parsed.success) return faultyForm(parsed.error, values);
  const { token, password, alsoSeniorEditor, ...person } = parsed.data;
  const attempt = await takeAttempt('set-up', 'the first account', await headers());
  if (!attempt.ok) return refusedForm(attempt.problem, values);
  const fault = passwordFault(password, person);
  if (fault !== null) return { problem: null, errors: { password: fault }, values };
  const passwordHash = await hashPassword(password);
  const made = await setUp(token, { ...person, passwordHash, alsoSeniorEditor: alsoSeniorEditor === 'yes' });
  if (made === null)
    return refusedForm(`${DEAD_LINK} Start the server again: while there is no account, it prints a new one.`, values);
  await attempt.forgive();
  return enter(person.email, password);
}

/** Makes the account that somebody is invited to. */
export async function join(_before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  const parsed = JoinForm.safeParse(formTexts(form));
  const values = { name: (formTexts(form).name ?? '').slice(0, 100) };
  if (!parsed.success) return faultyForm(parsed.error, values);
  const { token, name, password = '' } = parsed.data;
  const attempt = await takeAttempt('link', token, await headers());
  if (!attempt.ok) return refusedForm(attempt.problem, values);
  const link = await findLink('invitation', token);
  if (link?.state !== 'open' || link.email === null) return refusedForm(DEAD_LINK, values);
  const withoutPassword = password === '' && signOnName() !== null;
  const fault = withoutPassword ? null : passwordFault(password, { name, email: link.email });
  if (fault !== null) return { problem: null, errors: { password: fault }, values };
  const passwordHash = withoutPassword ? null : await hashPassword(password);
  const joined = await acceptInvitation(token, { name, passwordHash });
  if (!joined.ok) return refusedForm(DEAD_LINK, values);
  await attempt.forgive();
  if (withoutPassword) redirect('/sign-in/with-provider?next=/desk');
  return enter(joined.email, password);
}

/** Only where anybody may. Says the same whether or not somebody has this address, and as fast. */
export async function signUpSelf(_before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  if (!allowsSignUp()) return refusedForm(BY_INVITATION);
  const parsed = SignUpForm.safeParse(formTexts(form));
  const values = { email: (formTexts(form).email ?? '').slice(0, 254) };
  if (!parsed.success) return faultyForm(parsed.error, values);
  const { email } = parsed.data;
  const attempt = await takeAttempt('sign-up', email, await headers());
  if (!attempt.ok) return refusedForm(attempt.problem, values);
  after(async () => {
    const made = await signUp(email);
    const mail =
      made === null
        ? hasAccountMail({ link: `${publicUrl()}/sign-in` })
        : signUpMail({ link: `${publicUrl()}/sign-up/check?token=${made.token}` });
    await trySendMail({ to: email, ...mail });
  });
  redirect('/sign-up?sent=yes');
}

/** Makes the account of whoever opened the link that was sent to their address, with the password that they choose now. */
export async function finishOwnSignUp(_before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  if (!allowsSignUp()) return refusedForm(BY_INVITATION);
  const parsed = FinishSignUpForm.safeParse(formTexts(form));
  const values = { name: (formTexts(form).name ?? '').slice(0, 100) };
  if (!parsed.success) return faultyForm(parsed.error, values);
  const { token, name, password } = parsed.data;
  const attempt = await takeAttempt('link', token, await headers());
  if (!attempt.ok) return refusedForm(attempt.problem, values);
  const link = await findLink('email-check', token);
  if (link?.state !== 'open' || link.email === null) return refusedForm(DEAD_LINK, values);
  const fault = passwordFault(password, { name, email: link.email });
  if (fault !== null) return { problem: null, errors: { password: fault }, values };
  const finished = await finishSignUp(token, { name, passwordHash: await hashPassword(password) });
  if (!finished.ok) return refusedForm(DEAD_LINK, values);
  await attempt.forgive();
  return enter(finished.email, password);
}

export async function invitePerson(_before: InvitationState, form: FormData): Promise<InvitationState> {
  const actor = await whoAsks();
  const { email = '', affiliations = '' } = formTexts(form);
  const values = { email: email.slice(0, 254), affiliations: affiliations.slice(0, 3000) };
  const parsed = Invitation.safeParse({ email, affiliations, roles: form.getAll('roles') });
  if (!parsed.success) return { sent: null, form: faultyForm(parsed.error, values) };
  return sendInvitation(actor, () => invite(actor, parsed.data), values);
}

export async function invitePersonAgain(_before: InvitationState, form: FormData): Promise<InvitationState> {
  const actor = await whoAsks();
  return sendInvitation(actor, () => inviteAgain(actor, Number(form.get('id'))), {});
}

export async function takeInvitationBack(form: FormData): Promise<void> {
  const actor = await whoAsks();
  await orDenied(revokeInvitation(actor, Number(form.get('id'))));
  redirect('/desk/people?done=revoked');
}

export async function changeSomebody(_before: FormState | null, form: FormData): Promise<FormState> {
  const actor = await whoAsks();
  const id = String(form.get('id'));
  const { affiliations = '' } = formTexts(form);
  const parsed = PersonChange.safeParse({ roles: form.getAll('roles'), affiliations });
  if (!parsed.success) return faultyForm(parsed.error, { affiliations: affiliations.slice(0, 3000) });
  const changed = await orDenied(changePerson(actor, id, parsed.data));
  return told(id, changed, 'changed', null);
}

/** Closes an account, opens it again, or takes a second factor away, as the button says that was pressed. */
export async function actOnSomebody(_before: FormState | null, form: FormData): Promise<FormState> {
  const actor = await whoAsks();
  const [id, what] = [String(form.get('id')), form.get('what')];
  if (what === 'close') return told(id, await orDenied(closeAccount(actor, id)), 'closed', null);
  if (what === 'reopen') return told(id, await orDenied(reopenAccount(actor, id)), 'reopened', null);
  if (what !== 'two-factor') return refusedForm('There is nothing of that kind to do.');
  const changed = await orDenied(resetTwoFactor(actor, id));
  return told(
    id,
    changed,
    'two-factor',
    `${actor?.name} took the second factor of your account away: the password alone opens it now.`,
  );
}

async function told(id: string, changed: Changed, done: string, mail: string | null): Promise<FormState> {
  if (!changed.ok) return refusedForm(changed.problem);
  if (mail !== null) after(() => trySendMail({ to: changed.email, ...securityMail({ what: mail }) }));
  redirect(`/desk/people/${encodeURIComponent(id)}?done=${done}`);
}

/** Counted for whoever invites: nobody sends mail to half the world from here. */
async function sendInvitation(
  actor: Actor | null,
  make: () => Promise<Invited>,
  values: Record<string, string>,
): Promise<InvitationState> {
  const attempt = await takeAttempt('invite', actor?.id ?? '', await headers());
  if (!attempt.ok) return { sent: null, form: refusedForm(attempt.problem, values) };
  const invited = await orDenied(make());
  if (!invited.ok) return { sent: null, form: refusedForm(invited.problem, values) };
  const link = `${publicUrl()}/join?token=${invited.token}`;
  after(() => trySendMail({ to: invited.email, ...invitationMail({ by: actor?.name ?? '', link }) }));
  return { sent: { email: invited.email, link }, form: null };
}

async function whoAsks(): Promise<Actor | null> {
  await requireOwnOrigin();
  return currentActor();
}

/** What somebody may not do leads to the page that says what would be needed. */
async function orDenied<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (error instanceof Denied) leadToDenied(error);
    throw error;
  });
}

/** Signs somebody in who has just chosen their password. */
async function enter(email: string, password: string): Promise<FormState> {
  const opened = await openSession({ email, password }, await headers());
  if (!opened.ok) return refusedForm(opened.problem);
  await markBrowser(true);
  redirect('/desk');
}
