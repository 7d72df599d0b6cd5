import 'server-only';
import { newToken } from '../lib/token';
import { auth } from './better-auth';
import { signToken } from './session';
import { challengeCookieName, usesSecureCookies } from './settings';

/** As long as better-auth lets a sign-in with a password wait for its code. */
const CHALLENGE_SECONDS = 600;

/**
 * Lets a sign-in through the identity provider wait for its second factor, as better-auth does it after a password: the same
 * two rows and the same cookie, so that the same form takes the code. A test goes through both.
 *
 * @returns the cookie, as a header says it
 */
export async function openChallenge(personId: string): Promise<string> {
  const { internalAdapter } = await auth().$context;
  const identifier = `2fa-${newToken()}`;
  const expiresAt = new Date(Date.now() + CHALLENGE_SECONDS * 1000);
  await internalAdapter.createVerificationValue({ value: personId, identifier, expiresAt });
  await internalAdapter.createVerificationValue({ value: '0', identifier: `2fa-attempts-${identifier}`, expiresAt });
  const parts = [
    `${challengeCookieName()}=${encodeURIComponent(signToken(identifier))}`,
    'Path=/',
    `Max-Age=${CHALLENGE_SECONDS}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(usesSecureCookies() ? ['Secure'] : []),
  ];
  return parts.join('; ');
}
