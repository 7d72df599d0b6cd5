import { z } from 'zod';

// What a check of a link says, and what follows from several of them. Pure: what the network answered is given.

/** What one check found. `unclear`: the server answers, and lets no program in. `refused`: we never ask this address. */
export const LinkOutcome = z.enum(['works', 'failed', 'unclear', 'refused']);
export type LinkOutcome = z.infer<typeof LinkOutcome>;

/** How a link stands after all its checks. `failing`: on one day only, so far. */
export const LinkState = z.enum(['works', 'redirected', 'failing', 'broken', 'unclear', 'refused']);
export type LinkState = z.infer<typeof LinkState>;

/** What the network said, as far as the rules need it. */
export type LinkAnswer =
  | { ok: true; status: number; finalUrl: string }
  | { ok: false; failure: string; detail: string; finalUrl: string };

/** What a check found, and in words why it is no more than that. */
export type LinkVerdict = { outcome: LinkOutcome; error: string | null };

/** Answers of a server that is there and turns programs, or those without an account, away (RFC 9110, 15.5). */
const TURNED_AWAY = new Set([401, 402, 403, 407, 429, 451]);

const REFUSED = new Set(['not-http', 'denied-host', 'refused-address']);

/** Failures that also look like this when our own line is down. */
const OF_THE_LINE = new Set(['dns', 'connection', 'timeout']);

const FAILURE_TEXT: Readonly<Record<string, string>> = {
  dns: 'The name of the server is not known',
  connection: 'The server does not answer',
  timeout: 'The server does not answer in time',
  tls: 'The server’s certificate does not hold',
  'too-many-redirects': 'It leads on and on, and nowhere',
  'too-large': 'The answer is too large',
  'not-http': 'It is no address that can be asked',
  'denied-host': 'Its host is never asked',
  'refused-address': 'It leads into a private network, and is not asked',
};

/** @param url the address that was asked */
export function verdictOf(url: string, answer: LinkAnswer): LinkVerdict {
  if (!answer.ok) {
    const error = FAILURE_TEXT[answer.failure] ?? answer.detail;
    return { outcome: REFUSED.has(answer.failure) ? 'refused' : 'failed', error };
  }
  const { status, finalUrl } = answer;
  if (TURNED_AWAY.has(status)) return { outcome: 'unclear', error: `The server turns programs away (${status})` };
  if (status < 200 || status > 299) return { outcome: 'failed', error: `The server answers with ${status}` };
  if (isFrontPage(finalUrl) && !isFrontPage(url))
    return { outcome: 'unclear', error: 'It leads to the front page, as servers do with pages that are gone' };
  return { outcome: 'works', error: null };
}

/** Whether a failure may be ours: then it says nothing about the link until somebody else answered. */
export function isOfTheLine(answer: LinkAnswer): boolean {
  return !answer.ok && OF_THE_LINE.has(answer.failure);
}

/** "Soft 404": a page that is gone often leads to the front page (Bar-Yossef et al., Sic transit gloria telae, WWW 2004). */
function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url);
  return search === '' && /^\/(index\.\w+|home|en)?\/?$/i.test(pathname);
}

/** Whether the link leads to another page now. From http to https, to www, or to a slash at the end is the same page. */
export function isMoved(url: string, finalUrl: string): boolean {
  const same = (address: string) => {
    const { hostname, pathname, search } = new URL(address);
    return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`.toLowerCase();
  };
  // A DOI is meant to lead elsewhere.
  return new URL(url).hostname !== 'doi.org' && same(url) !== same(finalUrl);
}

/** What is known of a link; dates are ISO 8601, in UTC. */
export type LinkRecord = {
  state: LinkState;
  /** Failed checks since it last worked. */
  failures: number;
  failedFirst: string | null;
  /** Since when it counts as broken. */
  brokenSince: string | null;
};

/**
 * How a link stands after one more check. It is broken only after failures on two different days (UTC), and whole again
 * after the first check that works; what is unclear or refused changes neither.
 *
 * @param before null: never checked
 * @param at when the check was made, ISO 8601 in UTC
 */
export function afterCheck(
  before: Omit<LinkRecord, 'state'> | null,
  check: { outcome: LinkOutcome; isMoved: boolean; at: string },
): LinkRecord {
  const { outcome, at } = check;
  if (outcome === 'works') {
    return { state: check.isMoved ? 'redirected' : 'works', failures: 0, failedFirst: null, brokenSince: null };
  }
  const { failures = 0, failedFirst = null, brokenSince = null } = before ?? {};
  if (outcome !== 'failed') {
    return { state: brokenSince === null ? outcome : 'broken', failures, failedFirst, brokenSince };
  }
  const first = failedFirst ?? at;
  const since = brokenSince ?? (first.slice(0, 10) === at.slice(0, 10) ? null : at);
  return {
    state: since === null ? 'failing' : 'broken',
    failures: failures + 1,
    failedFirst: first,
    brokenSince: since,
  };
}
