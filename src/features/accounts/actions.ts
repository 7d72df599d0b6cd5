'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { requireOwnOrigin } from '../../auth/origin';
import { closeSession, openSession } from '../../auth/sign-in';
import { MARKER_COOKIE, SESSION_SECONDS, usesSecureCookies } from '../../auth/settings';
import { type FormState, faultyForm, formTexts, refusedForm } from '../../lib/form-state';
import { localPath } from '../../lib/local-path';
import { SignInForm } from './schema';

export async function signIn(_before: FormState | null, form: FormData): Promise<FormState> {
  await requireOwnOrigin();
  const texts = formTexts(form);
  const parsed = SignInForm.safeParse(texts);
  const values = { email: (texts.email ?? '').slice(0, 254) };
  if (!parsed.success) return faultyForm(parsed.error, values);
  const opened = await openSession(parsed.data, await headers());
  if (!opened.ok) return refusedForm(opened.problem, values);
  await markBrowser(true);
  redirect(localPath(parsed.data.next, '/desk'));
}

export async function signOut(): Promise<void> {
  await requireOwnOrigin();
  await closeSession(await headers());
  await markBrowser(false);
  redirect('/');
}

/** Lets the scripts of public pages see that this browser is signed in, or no longer. */
async function markBrowser(signedIn: boolean): Promise<void> {
  (await cookies()).set(MARKER_COOKIE, signedIn ? '1' : '', {
    path: '/',
    sameSite: 'lax',
    secure: usesSecureCookies(),
    httpOnly: false,
    maxAge: signedIn ? SESSION_SECONDS : 0,
  });
}
