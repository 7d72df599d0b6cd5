import 'server-only';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import { type BetterAuthOptions, betterAuth } from 'better-auth/minimal';
import { nextCookies } from 'better-auth/next-js';
import { twoFactor } from 'better-auth/plugins';
import { randomUUID } from 'node:crypto';
import { prisma, type Transaction } from '../db/prisma';
import { publicUrl } from '../lib/env';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '../lib/password-rules';
import { arrivals, providerPlugin } from './oidc';
import { authSecret, COOKIE_PREFIX, SESSION_SECONDS, usesSecureCookies } from './settings';

/**
 * better-auth does what is easily done wrong: it checks passwords and second factors, opens sessions and sets their
 * cookies. Everything around it (who may have an account, links that work once, limits, roles) is ours
 * (docs/decisions/0025-accounts-with-better-auth.md). Made when first asked for, because the build has no database.
 */
const holder = globalThis as unknown as {
  plumblineAuth?: ReturnType<typeof createAuth>;
  plumblineSignOn?: ReturnType<typeof createSignOn>;
};

export function auth() {
  holder.plumblineAuth ??= createAuth();
  return holder.plumblineAuth;
}

/**
 * The same for who comes in through the identity provider. Apart, because it asks the provider for its settings first:
 * while that is away, passwords must go on working.
 */
export function signOnAuth() {
  holder.plumblineSignOn ??= createSignOn();
  return holder.plumblineSignOn;
}

/**
 * The same for the length of one transaction of ours: what better-auth changes is kept together with its line of history,
 * or not at all. It hands no cookies to Next, because the transaction may still fail. Making one takes a few milliseconds.
 */
export function authIn(tx: Transaction) {
  return betterAuth({ ...settings(tx), plugins: [secondFactor()] });
}

function createAuth() {
  // nextCookies must come last: it hands the cookies of all the others to Next.
  return betterAuth({ ...settings(prisma()), plugins: [secondFactor(), nextCookies()] });
}

function secondFactor() {
  return twoFactor({ issuer: 'Plumbline', accountLockout: { maxFailedAttempts: 10 } });
}

function createSignOn() {
  return betterAuth({
    ...settings(prisma()),
    databaseHooks: { session: { create: { before: refuseWithoutSecondFactor } } },
    plugins: [providerPlugin()],
  });
}

function settings(on: Transaction) {
  return {
    appName: 'Plumbline',
    baseURL: publicUrl(),
    basePath: '/api/auth',
    secret: authSecret(),
    database: prismaAdapter(on, { provider: 'postgresql', transaction: on === prisma() }),
    user: { modelName: 'person' },
    account: { modelName: 'credential' },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      // Accounts are made by our own actions, for whoever opened a link that was sent to their address.
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH_MIN,
      maxPasswordLength: PASSWORD_LENGTH_MAX,
    },
    databaseHooks: { session: { create: { before: ({ userId }) => refuseClosed(on, userId) } } },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: usesSecureCookies(),
      database: { generateId: () => randomUUID() },
      // Nobody needs to know from where an editor works.
      ipAddress: { disableIpTracking: true },
    },
    // Its own limits count only what comes over its routes; ours (src/auth/limits.ts) stand in the actions.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    onAPIError: { errorURL: `${publicUrl()}/sign-in` },
  } satisfies BetterAuthOptions;
}

/** Whatever way somebody comes in, a closed account stays closed. */
async function refuseClosed(on: Transaction, userId: string): Promise<void> {
  await openPerson(on, userId);
}

/**
 * Who has a second factor here is asked for it also on the way in through the provider, unless that says that it has asked
 * for several itself. There is no session before: src/auth/sign-on.ts lets the sign-in wait for the code.
 */
async function refuseWithoutSecondFactor({ userId }: { userId: string }): Promise<void> {
  const { secondFactor } = await openPerson(prisma(), userId);
  const arrival = arrivals.getStore();
  if (!secondFactor || arrival?.vouchedFor === true) return;
  if (arrival !== undefined) arrival.waiting = userId;
  throw new APIError('FORBIDDEN', { code: 'SECOND_FACTOR', message: 'the second factor is missing' });
}

async function openPerson(on: Transaction, id: string): Promise<{ secondFactor: boolean }> {
  const person = await on.person.findUnique({ where: { id }, select: { closedAt: true, twoFactorEnabled: true } });
  if (person === null || person.closedAt !== null) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_CLOSED' });
  return { secondFactor: person.twoFactorEnabled };
}
