import { APART, type Candidate, MATCHED } from './match';

/** Which claim a quantity is, as far as it can be told. */
export type Decision =
  | { kind: 'match'; match: Candidate; candidates: Candidate[] }
  | { kind: 'possibly'; candidates: Candidate[] }
  | { kind: 'unlisted'; candidates: Candidate[] };

/** Other candidates that are shown. */
const SHOWN = 3;

/**
 * A claim is taken for the one that is meant where enough speaks for it and clearly more than for any other. Two that
 * cannot be told apart are both shown, and neither is taken.
 *
 * @param candidates the likeliest first
 */
export function decided(candidates: readonly Candidate[]): Decision {
  const [first, second] = candidates;
  if (first === undefined) return { kind: 'unlisted', candidates: [] };
  const isClear = second === undefined || first.score - second.score >= APART || isClearly(first, second);
  if (first.score >= MATCHED && isClear)
    return { kind: 'match', match: first, candidates: candidates.slice(1, 1 + SHOWN) };
  return { kind: 'possibly', candidates: candidates.slice(0, SHOWN) };
}

/** Of two that score alike, one that has the number itself is meant, and not one that only says it in passing. */
function isClearly(first: Candidate, second: Candidate): boolean {
  return first.fit.weight - second.fit.weight >= 0.15;
}
