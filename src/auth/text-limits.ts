import 'server-only';
import type { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Actor } from '../domain/permission';
import { keyOf, type Limit, limiterOf, refusal, tidyUp } from './limits';

// What is open to everybody and costs something: reading a text, and keeping what somebody says of the outcome. Counted
// like attempts to sign in, in the database, and of an address there is only a hash.

const HOUR = 3600;

/**
 * What a text costs is the work of reading it, which grows with its length; and a request, however short, asks the database
 * several times. 240 an hour is four a minute: an office behind one address that checks its drafts after every change.
 * Six million characters are ten texts of the greatest length (schema.ts: TEXT_MAX), or 75 reports of 80,000.
 */
const STRANGER = { requests: [240, HOUR], characters: [6_000_000, HOUR] } as const satisfies Record<string, Limit>;

/** Whoever has a key can be asked what they are doing. They still have no more than an hour of the server an hour. */
const HOLDER = { requests: [1200, HOUR], characters: [30_000_000, HOUR] } as const satisfies Record<string, Limit>;

export type Admission = { admitted: true } | { admitted: false; waitSeconds: number };

/**
 * Whether a text may be checked now; if so, it is counted. Ask before anything is done with it.
 *
 * @param address of whoever sends it (lib/client-address.ts)
 * @param characters of the text: its length, at least 1 and at most TEXT_MAX
 * @param holder who comes with a key, or is signed in: counted by person, wherever they are, and given more
 */
export async function admitTextCheck(
  address: string,
  characters: number,
  holder: { actor: Pick<Actor, 'id'> } | null = null,
): Promise<Admission> {
  const { requests, characters: length } = holder === null ? STRANGER : HOLDER;
  const key = keyOf(holder === null ? address : holder.actor.id);
  const who = holder === null ? 'address' : 'account';
  const counted = await take(limiterOf(`text:${who}`, requests), key, 1);
  const admission = counted.admitted ? await take(limiterOf(`text-length:${who}`, length), key, characters) : counted;
  await tidyUp();
  return admission;
}

/** Nobody sees so many wrong matches in an hour who looks at each. */
const REPORTS: Limit = [20, HOUR];
/** Of all who have no account together: editors read each of them, and a crowd of addresses must not fill the table. */
const STRANGERS_REPORTS: Limit = [300, 24 * HOUR];

/** Whether a report of a wrong match may be sent now. @param personId of whoever is signed in */
export async function admitMatchReport(address: string, personId: string | null): Promise<Admission> {
  const key = keyOf(personId ?? address);
  const own = await take(limiterOf('match-report', REPORTS), key, 1);
  if (!own.admitted || personId !== null) return own;
  return take(limiterOf('match-report:strangers', STRANGERS_REPORTS), 'all', 1);
}

/** Counts it where there is room for it. What is refused before does not count, so that something smaller may still pass. */
async function take(limiter: RateLimiterPostgres, key: string, points: number): Promise<Admission> {
  const before = await limiter.get(key);
  if (before !== null && before.consumedPoints + points > limiter.points) return wait(before);
  // Of many at once, several found room where there is room for one: who comes last is refused here.
  const refused = await limiter.consume(key, points).then(() => null, refusal);
  return refused === null ? { admitted: true } : wait(refused);
}

function wait({ msBeforeNext }: RateLimiterRes): Admission {
  return { admitted: false, waitSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}
