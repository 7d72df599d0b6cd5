import 'server-only';
import { isAPIError } from 'better-auth/api';
import { auth } from './better-auth';

/** `second-factor`: the password was right, and a code is asked for. */
export type Opened = { ok: true; secondFactor: boolean } | { ok: false; problem: string };

const PROBLEMS: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: 'This e-mail address and password do not belong together.',
  // The next two are said only to somebody who knows the password.
  EMAIL_NOT_VERIFIED: 'The e-mail address has not been checked yet: open the link that was sent to it.',
  ACCOUNT_CLOSED: 'This account is closed. An administrator can open it again.',
};

/** Opens a session with a password; its cookie goes with the answer to this request. */
export async function openSession(
  { email, password }: { email: string; password: string },
  headers: Headers,
): Promise<Opened> {
  try {
    const answer = await auth().api.signInEmail({ body: { email, password }, headers });
    return { ok: true, secondFactor: 'twoFactorRedirect' in answer };
  } catch (error) {
    const problem = isAPIError(error) ? PROBLEMS[String(error.body?.code)] : undefined;
    if (problem === undefined) throw error;
    return { ok: false, problem };
  }
}

/** Ends the session of this request for good: its cookie opens nothing any more, whoever has a copy of it. */
export async function closeSession(headers: Headers): Promise<void> {
  await auth().api.signOut({ headers });
}
