import type { Vocabulary } from './known-claim';
import { APART, type Candidate, candidatesOf, NEARLY, ranked } from './match';
import type { Mention } from './mention';
import type { ReadClaim } from './read-claim';
import { MATCHED, POSSIBLE } from './thresholds';

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
function decided(candidates: readonly Candidate[], { years, workYears, bodies }: Mention): Decision {
  const likely = byOwnFigure(candidates.filter(({ score }) => score >= POSSIBLE));
  const [first, second] = likely;
  if (first === undefined) return { kind: 'unlisted', candidates: [] };
  // Of claims with the same number the year tells which is meant, or the words do, and clearly.
  const isTimed = years.length > 0 || workYears.length > 0;
  const isEither =
    second !== undefined && !isTimed && isExact(first) && isExact(second) && !isMisquoted(first, second, bodies);
  const apart = isEither ? APART_UNTIMED : APART;
  const isClear = second === undefined || first.score - second.score >= apart || isClearly(first, second);
  if (first.score >= MATCHED && isClear) return { kind: 'match', match: first, candidates: likely.slice(1, 1 + SHOWN) };
  return { kind: 'possibly', candidates: likely.slice(0, SHOWN) };
}

/** Without a year, two claims with the number itself are told apart only by this. */
const APART_UNTIMED = 0.1;
/** A misquotation has the number of what it misquotes: whichever of the two is meant, it is told wrongly. */
function isMisquoted(first: Candidate, second: Candidate, bodies: readonly string[]): boolean {
  const isOne = ({ claim }: Candidate) => claim.status === 'misquotation';
  const isNamed = ({ claim }: Candidate) =>
    claim.works.some(({ names }) => names.some((name) => bodies.includes(name)));
  return isOne(first) || (isOne(second) && isNamed(first) && isNamed(second));
}
const isExact = ({ fit }: Candidate) => fit.how === 'same' || fit.how === 'printed';

/** Of the likeliest, the one whose own figure it is stands first. */
function byOwnFigure(candidates: readonly Candidate[]): Candidate[] {
  const [first] = candidates;
  if (first === undefined) return [];
  const own = candidates
    .filter(({ score, fit }) => first.score - score < NEARLY && fit.weight - first.fit.weight >= 0.15)
    .sort((a, b) => b.fit.weight - a.fit.weight)[0];
  return own === undefined ? [...candidates] : [own, ...candidates.filter((one) => one !== own)];
}

/** Of two that score alike, one that has the number itself is meant, and not one that only says it in passing. */
function isClearly(first: Candidate, second: Candidate): boolean {
  return first.fit.weight - second.fit.weight >= 0.15;
}

/** Quantities after which others get their turn. */
const AT_ONCE = 20;
/** Sentences on either side in which a work goes on being told. */
const REACH = 1;
/** What it speaks for a claim that its neighbours come from the same work. */
const SAME_WORK = 0.08;

/**
 * Which claim each quantity of a text is. Figures that stand together come from one work more often than not: what one of
 * them surely comes from speaks for the others too.
 *
 * @param possible the claims that each mention may be @param pause lets others get on, in a long text now and then
 */
export async function decidedTogether(
  mentions: readonly Mention[],
  possible: readonly (readonly ReadClaim[])[],
  vocabulary: Vocabulary,
  pause: () => Promise<unknown>,
): Promise<Decision[]> {
  const found: Candidate[][] = [];
  for (const [index, mention] of mentions.entries()) {
    found.push(candidatesOf(mention, possible[index] ?? [], vocabulary));
    if (index % AT_ONCE === AT_ONCE - 1) await pause();
  }
  const works = new Map<number, { index: number; sources: number[] }[]>();
  mentions.forEach((mention, index) => {
    const decision = decided(found[index] ?? [], mention);
    if (decision.kind !== 'match') return;
    const sources = decision.match.claim.works.filter(({ isOrigin }) => isOrigin).map(({ source }) => source);
    works.set(mention.number, [...(works.get(mention.number) ?? []), { index, sources }]);
  });
  return mentions.map((mention, index) => {
    const near = new Set<number>();
    for (let at = mention.number - REACH; at <= mention.number + REACH; at += 1)
      for (const other of works.get(at) ?? [])
        if (other.index !== index) for (const source of other.sources) near.add(source);
    const own = found[index] ?? [];
    return decided(near.size === 0 ? own : ranked(own.map((one) => withNeighbours(one, near))), mention);
  });
}

function withNeighbours(candidate: Candidate, near: ReadonlySet<number>): Candidate {
  if (!candidate.claim.works.some(({ source, isOrigin }) => isOrigin && near.has(source))) return candidate;
  return {
    ...candidate,
    score: candidate.score + SAME_WORK,
    reasons: [...candidate.reasons, 'figures beside it come from the same work'],
  };
}
