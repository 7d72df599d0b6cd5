import { isOnCalendar, PartialDate } from '../partial-date';

// How a card is named: `C12` as the claim stands, `C12@2026-11-26` as it stood when that day ended (UTC).

export type EmbedName = { id: string; day: string | null };

export type NameProblem = 'no-claim' | 'no-day' | 'future';

/**
 * Reads the last part of a card's address.
 *
 * @param today the day it is, in UTC, as YYYY-MM-DD
 */
export function readEmbedName(
  name: string,
  today: string,
): ({ ok: true } & EmbedName) | { ok: false; problem: NameProblem } {
  const [id = '', ...rest] = name.split('@');
  if (!/^C[1-9]\d{0,8}$/.test(id)) return { ok: false, problem: 'no-claim' };
  if (rest.length === 0) return { ok: true, id, day: null };
  const day = rest.join('@');
  if (day.length !== 10 || !PartialDate.safeParse(day).success || !isOnCalendar(day)) {
    return { ok: false, problem: 'no-day' };
  }
  return day > today ? { ok: false, problem: 'future' } : { ok: true, id, day };
}

/** The path of a card: `/embed/claims/C12`, `/embed/claims/C12@2026-11-26`. */
export function embedPath({ id, day }: EmbedName): string {
  return `/embed/claims/${id}${day === null ? '' : `@${day}`}`;
}

/**
 * Which card belongs to an address: that of a claim's page, with or without the words behind its id, and that of a card.
 * Null for every other address, of ours or not.
 *
 * @param site where the site is reached: http and https are the same there
 * @returns the name as it stands in the address, to be read by `readEmbedName`
 */
export function embedNameOf({ protocol, host, pathname, username }: URL, site: string): string | null {
  if (!/^https?:$/.test(protocol) || host !== new URL(site).host || username !== '') return null;
  const path = decodedPath(pathname);
  const page = /^\/claims\/(C\d+)(?:\/(?!lineage\/?$|history\/?$)[a-z0-9-]*)?\/?$/.exec(path);
  return page?.[1] ?? /^\/embed\/claims\/([^/]+)\/?$/.exec(path)?.[1] ?? null;
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The first moment after a day, in UTC. @param day as YYYY-MM-DD */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000);
}
