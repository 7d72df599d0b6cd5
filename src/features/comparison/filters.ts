import type { Problem, RawParameters } from '../../lib/parameters';
import { ClaimId } from '../claims/schema';
import { SourceId } from '../sources/schema';
import { COMPARED_MAX, COMPARED_MIN } from './schema';

/** What an address asks to compare, and what of it cannot be. Only texts that have the form of an id are kept. */
export type ComparisonRequest = {
  /** At most six, each once, in the order given. */
  ids: string[];
  repeated: string[];
  /** From the seventh on. */
  beyond: string[];
  /** Ids of sources, which are no claims. */
  sources: string[];
  /** How many parts were no id at all. */
  unreadable: number;
  /** The reader has read what differs and wants the chart. */
  acknowledged: boolean;
};

/** More than anybody types; what lies beyond is counted and not looked at. */
const READ_MAX = 100;

/**
 * Reads the ids from an address: `c=C1,C4`, `c=C1&c=C4`, with spaces or in lower case.
 *
 * @param name of the parameter: `c` for the page, `ids` for the API
 */
export function readComparison(raw: RawParameters, name: 'c' | 'ids'): ComparisonRequest {
  const given = [raw[name] ?? []].flat().flatMap((text) => text.split(/[\s,;]+/));
  const parts = given.filter((part) => part !== '').map((part) => part.toUpperCase());
  const read = parts.slice(0, READ_MAX);
  const claims = read.filter((part) => ClaimId.safeParse(part).success);
  const sources = read.filter((part) => SourceId.safeParse(part).success);
  const distinct = [...new Set(claims)];
  return {
    ids: distinct.slice(0, COMPARED_MAX),
    repeated: distinct.filter((id) => claims.indexOf(id) !== claims.lastIndexOf(id)),
    beyond: distinct.slice(COMPARED_MAX),
    sources: [...new Set(sources)],
    unreadable: parts.length - claims.length - sources.length,
    acknowledged: raw.shown === 'yes',
  };
}

/**
 * Everything that is wrong with a request, one sentence each, for an answer that cannot show notices.
 *
 * @param unknown ids that no claim has
 */
export function comparisonProblems(request: ComparisonRequest, unknown: readonly string[]): Problem[] {
  const { ids, repeated, beyond, sources, unreadable } = request;
  const messages = [
    unreadable > 0 ? 'must be ids of claims, such as C1,C4' : null,
    sources.length > 0 ? `must be claims, and not sources: ${named(sources)}` : null,
    repeated.length > 0 ? `names ${named(repeated)} more than once` : null,
    unknown.length > 0 ? `names what no claim has: ${named(unknown)}` : null,
    beyond.length > 0 ? `must be at most ${COMPARED_MAX}` : null,
    ids.length < COMPARED_MIN ? `must be at least ${COMPARED_MIN}` : null,
  ];
  return messages.flatMap((message) => (message === null ? [] : [{ field: 'ids', message }]));
}

/** A list of ids that stays readable however long it is. */
export function named(ids: readonly string[]): string {
  const shown = ids.slice(0, 12);
  return `${shown.join(', ')}${ids.length > shown.length ? ` and ${ids.length - shown.length} more` : ''}`;
}

/** The address that compares these claims. */
export function comparisonHref(ids: readonly string[], file = ''): string {
  return ids.length === 0 ? '/compare' : `/compare${file}?c=${ids.join(',')}`;
}

/** The same with the chart, for a reader who has read what differs. */
export function shownHref(ids: readonly string[], file = ''): string {
  return `${comparisonHref(ids, file)}&shown=yes`;
}
