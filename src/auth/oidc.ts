import 'server-only';
import { genericOAuth } from 'better-auth/plugins';
import { z } from 'zod';
import { joinThroughProvider } from '../features/people/sign-up-writer';
import { allowsSignUp, readEnv } from '../lib/env';

/** What the provider is called in addresses and in the database. */
export const PROVIDER_ID = 'oidc';

const Profile = z.object({ email: z.email(), emailVerified: z.literal(true), name: z.string().optional() });

/** Whether somebody can come in through an identity provider, and what it is called on the button. */
export function signOnName(): string | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_NAME } = readEnv();
  return OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined ? null : OIDC_NAME;
}

/**
 * OpenID Connect with PKCE and a signed identity token. better-auth makes no accounts here: who is invited, or may sign
 * up, gets theirs from our own writer while the profile is read, and is then found by an address that both sides have
 * checked. A provider that does not say that it has checked the address lets nobody in.
 */
export function providerPlugin() {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = readEnv();
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined)
    throw new Error('OIDC_ISSUER and OIDC_CLIENT_ID are not set');
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER_ID,
        name: OIDC_NAME,
        discoveryUrl: `${OIDC_ISSUER.replace(/\/+$/, '')}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        clientId: OIDC_CLIENT_ID,
        clientSecret: OIDC_CLIENT_SECRET,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        disableSignUp: true,
        mapProfileToUser: async (profile) => {
          const known = Profile.safeParse(profile);
          if (known.success) await joinThroughProvider({ name: '', ...known.data }, allowsSignUp());
          return {};
        },
      },
    ],
  });
}
