import 'server-only';
import { genericOAuth } from 'better-auth/plugins';
import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import { joinThroughProvider } from '../features/people/sign-up-writer';
import { allowsSignUp, readEnv } from '../lib/env';

/** What the provider is called in addresses and in the database. */
export const PROVIDER_ID = 'oidc';

const Profile = z.object({ email: z.email(), emailVerified: z.literal(true), name: z.string().optional() });

/** Somebody on their way back from the provider. */
type Arrival = {
  /** Whether the provider says that it asked for more than one factor. */
  vouchedFor: boolean;
  /** Who has a second factor here that must still be asked for; until then they get no session. */
  waiting: string | null;
};

/** Holds what the provider said beside the request that brought it: better-auth itself hands it on to nobody. */
export const arrivals = new AsyncLocalStorage<Arrival>();

/** What providers write into acr for more than one factor: OpenID PAPE 1.0, REFEDS MFA 1.2, and Microsoft's. */
const ACR_OF_SEVERAL: readonly string[] = [
  'mfa',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'https://refeds.org/profile/mfa',
  'http://schemas.microsoft.com/claims/multipleauthn',
];
const Authentication = z.object({ amr: z.array(z.string()).catch([]), acr: z.string().catch('') });

/**
 * Whether an identity token says that the provider asked for more than one factor: "mfa" in amr (RFC 8176, 2), or one of
 * the usual values of acr. A single method, such as "otp", may have been the only one, and says nothing.
 */
export function statesSeveralFactors(claims: unknown): boolean {
  const said = Authentication.safeParse(claims);
  return said.success && (said.data.amr.includes('mfa') || ACR_OF_SEVERAL.includes(said.data.acr));
}

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
          const arrival = arrivals.getStore();
          if (arrival !== undefined) arrival.vouchedFor = statesSeveralFactors(profile);
          const known = Profile.safeParse(profile);
          if (known.success) await joinThroughProvider({ name: '', ...known.data }, allowsSignUp());
          return {};
        },
      },
    ],
  });
}
