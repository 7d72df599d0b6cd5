import type { TextFinding } from '../schema';

/** Numbers of the first findings that tell of the same claim, and of the same works that changed it; null for none. */
export type ToldBefore = { claim: number | null; works: number | null };

export const NOWHERE: ToldBefore = { claim: null, works: null };

/** For each finding, in which one before it the same stands already: what is long is said once. */
export function toldBefore(findings: readonly TextFinding[]): ToldBefore[] {
  const first = new Map<string, number>();
  const numberOf = (key: string, number: number) => {
    const before = first.get(key) ?? null;
    if (before === null) first.set(key, number);
    return before;
  };
  return findings.map(({ match, seenIn }, index) => {
    if (match === null) return NOWHERE;
    const works = seenIn.map(({ citation, kinds }) => `${citation} ${kinds.join(' ')}`).join(', ');
    const number = index + 1;
    return {
      claim: numberOf(match.claim.id, number),
      works: works === '' ? null : numberOf(`${match.claim.id}: ${works}`, number),
    };
  });
}
