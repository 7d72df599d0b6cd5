import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import { pool } from '../db/pool';
import { query, sql } from '../db/sql';
import { clientAddress } from '../lib/client-address';

export type Limit = readonly [points: number, seconds: number];

/**
 * How often something may be tried: for one account, however many addresses it is tried from, and from one address,
 * whatever accounts it tries. Counted in the database, so that a restart forgives nothing and several servers count as one.
 */
const LIMITS = {
  'sign-in': { account: [10, 900], address: [60, 900] },
  code: { account: [10, 900], address: [60, 900] },
  reset: { account: [3, 3600], address: [20, 3600] },
  'sign-up': { account: [3, 3600], address: [10, 3600] },
  invite: { account: [30, 3600], address: [60, 3600] },
  'set-up': { account: [30, 900], address: [10, 900] },
  link: { account: [10, 900], address: [30, 900] },
} as const satisfies Record<string, { account: Limit; address: Limit }>;
export type Limited = keyof typeof LIMITS;

export type Attempt =
  | { ok: true /** It went well, so it does not count. */; forgive(): Promise<void> }
  | { ok: false; problem: string };

/**
 * Counts an attempt before it is made, so that many at once are counted, too.
 *
 * @param account whom it is about: an e-mail address, whether or not somebody has it, or an id
 */
export async function takeAttempt(what: Limited, account: string, headers: Headers): Promise<Attempt> {
  const keys = { account: keyOf(account.toLowerCase()), address: keyOf(clientAddress(headers)) };
  const limiters = limitersOf(what);
  for (const by of ['account', 'address'] as const) {
    const refused = await limiters[by].consume(keys[by]).then(() => null, refusal);
    if (refused !== null) return { ok: false, problem: waitText(refused.msBeforeNext) };
  }
  await tidyUp();
  const forgive = async () => {
    await limiters.account.delete(keys.account);
    await limiters.address.reward(keys.address);
  };
  return { ok: true, forgive };
}

/** A code is good for a minute and a half, and for one sign-in (RFC 6238, 5.2). */
const CODE_SECONDS = 120;

/** Marks a code of somebody's app as used. @returns whether it was still unused */
export async function useCodeOnce(personId: string, code: string): Promise<boolean> {
  const limiter = limiterOf('used-code', [1, CODE_SECONDS]);
  const refused = await limiter.consume(keyOf(`${personId} ${code}`)).then(() => null, refusal);
  return refused === null;
}

/** The library rejects with its count where there were too many, and with an error where it could not count. */
export function refusal(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason;
  throw reason;
}

/** @param what was done too often */
export function waitText(milliseconds: number, what = 'tried'): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  return `That was ${what} too often. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
}

/** Whoever reads the table learns neither addresses nor e-mail addresses from it. */
export function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function limitersOf(what: Limited): Record<'account' | 'address', RateLimiterPostgres> {
  const { account, address } = LIMITS[what];
  return { account: limiterOf(`${what}:account`, account), address: limiterOf(`${what}:address`, address) };
}

export function limiterOf(keyPrefix: string, [points, duration]: Limit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool(),
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix,
    points,
    duration,
    clearExpiredByTimeout: false,
  });
}

/** Now and then what counts no longer is thrown away, so that the table stays small without a clock of its own. */
export async function tidyUp(): Promise<void> {
  if (Math.random() < 0.02) await query(z.unknown(), sql`delete from rate_limits where expire < ${Date.now()}`);
}
