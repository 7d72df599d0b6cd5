import type { ComparedClaim } from './compared-claim';
import type { Verdict } from './verdict';

/** A verdict and, unless all is the same, one sentence that says what differs and why it matters. */
export type Judgement = { verdict: Verdict; sentence: string | null };

export const SAME: Judgement = { verdict: 'same', sentence: null };

/** Claims that agree in an aspect. */
export type Group = { value: string; ids: readonly string[]; claims: readonly ComparedClaim[] };

type Question = {
  /** What it is called in a sentence: "The definition". */
  what: string;
  /** The value to compare by; null: not established. */
  read: (claim: ComparedClaim) => string | null;
  /** What a difference means. */
  different: 'differs' | 'forbids';
  /** The difference in one sentence. Groups are in the order of their lowest id. */
  explain: (groups: readonly Group[]) => string;
};

/**
 * Judges claims in one aspect. A difference that forbids counts for more than something unknown, and that for more than
 * a difference that is only worth knowing.
 *
 * @param claims in the order of their ids, so that the answer does not depend on the order a reader gave
 */
export function judge(claims: readonly ComparedClaim[], { what, read, different, explain }: Question): Judgement {
  const missing = claims.filter((claim) => read(claim) === null).map(({ id }) => id);
  const groups = grouped(claims, read);
  const gap = missing.length === 0 ? null : `${what} is not established for ${listed(missing)}.`;
  const difference = groups.length > 1 ? explain(groups) : null;
  const sentence = [difference, gap].filter((part) => part !== null).join(' ') || null;
  if (difference !== null && different === 'forbids') return { verdict: 'forbids', sentence };
  if (gap !== null) return { verdict: 'unknown', sentence };
  return difference === null ? SAME : { verdict: 'differs', sentence };
}

/** The claims by the value they share, those without a value left out. */
export function grouped(
  claims: readonly ComparedClaim[],
  read: (claim: ComparedClaim) => string | null,
): readonly Group[] {
  const groups = new Map<string, ComparedClaim[]>();
  for (const claim of claims) {
    const value = read(claim);
    if (value !== null) groups.set(value, [...(groups.get(value) ?? []), claim]);
  }
  return [...groups].map(([value, members]) => ({ value, claims: members, ids: members.map(({ id }) => id) }));
}

/** "C1", "C1 and C3", "C1, C3 and C4". */
export function listed(ids: readonly string[]): string {
  return ids.length < 2 ? (ids[0] ?? '') : `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
}

/** "C1; C35; C39 and C46": who agrees with whom. */
export function apart(groups: readonly Group[]): string {
  return groups.map(({ ids }) => listed(ids)).join('; ');
}

/** "C1 counts", "C1 and C3 count": subject and verb that agree. */
export function subject({ ids }: Group, singular: string, plural: string): string {
  return `${listed(ids)} ${ids.length === 1 ? singular : plural}`;
}
