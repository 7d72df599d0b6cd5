import { yearOf } from '../partial-date';
import type { KnownClaim, Vocabulary } from './known-claim';
import { ownTerms, weightOf } from './known-claim';
import type { Mention } from './mention';
import { isOfOneSort, type NumberFit, numberFit, sharpness } from './number-fit';
import { findQuantities } from '../text/quantities/find-quantities';
import type { Quantity } from '../text/quantities/quantity';
import { MANIFESTATIONS } from './terms';

/** A claim that a text may speak of, with what speaks for it and against it. */
export type Candidate = { claim: KnownClaim; score: number; fit: NumberFit; reasons: string[] };

/** From here on it is this claim; from `POSSIBLE` on it may be. */
export const MATCHED = 0.6;
export const POSSIBLE = 0.46;
/** Two candidates that are nearer to each other than this cannot be told apart. */
export const APART = 0.02;

/** A claim with what is worked out of it once for all the quantities of a text. */
export type ReadClaim = {
  claim: KnownClaim;
  terms: ReadonlyMap<string, number>;
  total: number;
  stated: readonly Quantity[];
  bodies: ReadonlySet<string>;
  years: ReadonlySet<number>;
};

export function readClaim(claim: KnownClaim, vocabulary: Vocabulary): ReadClaim {
  const terms = new Map([...ownTerms(claim)].map((term) => [term, weightOf(term, vocabulary)]));
  return {
    claim,
    terms,
    total: [...terms.values()].reduce((sum, weight) => sum + weight, 0),
    stated: findQuantities(claim.statement).filter(({ noFigure }) => noFigure === null),
    bodies: new Set(claim.works.flatMap(({ names }) => names)),
    years: new Set(claim.works.flatMap(({ year }) => (year === null ? [] : [year]))),
  };
}

/** The claims that a quantity may be, the likeliest first; those that are out of the question are left out. */
export function candidatesOf(mention: Mention, claims: readonly ReadClaim[], vocabulary: Vocabulary): Candidate[] {
  const weights = new Map([...mention.terms].map(([term, near]) => [term, near * weightOf(term, vocabulary)]));
  return claims
    .flatMap((read) => {
      if (!isOfOneSort(mention.quantity, read.claim)) return [];
      const fit = numberFit(mention.quantity, read.claim, read.stated);
      const candidate = scored(mention, read, fit, weights);
      return candidate.score >= POSSIBLE ? [candidate] : [];
    })
    .sort((a, b) => b.score - a.score || Number(a.claim.id.slice(1)) - Number(b.claim.id.slice(1)));
}

function scored(mention: Mention, read: ReadClaim, fit: NumberFit, weights: ReadonlyMap<string, number>): Candidate {
  const reasons: string[] = [];
  let score = 0;
  const add = (points: number, reason: string | null = null) => {
    score += points;
    if (reason !== null && points !== 0) reasons.push(reason);
  };
  const digits = sharpness(mention.quantity);
  const isExact = fit.how === 'same' || fit.how === 'printed';
  add(0.3 * fit.weight, NUMBER[fit.how]);
  if (isExact && digits >= 3) add(Math.min(0.3, 0.08 * (digits - 2)), `the number has ${digits} digits that count`);
  const shared = [...read.terms].filter(([term]) => weights.has(term));
  const words =
    sharedWeight(shared, weights) /
    Math.sqrt(Math.max(read.total, 8) * Math.max(contextWeight(shared, mention, weights), 4));
  add(
    0.55 * Math.min(1, words),
    shared.length === 0
      ? null
      : `words in common: ${shared
          .sort((a, b) => b[1] - a[1])
          .slice(0, 5)
          .map(([term]) => term.replaceAll('-', ' '))
          .join(', ')}`,
  );
  for (const [points, reason] of [
    bodyPoints(mention, read),
    placePoints(mention, read.claim),
    yearPoints(mention, read),
    thingPoints(mention, read.claim),
    kindPoints(mention, read.claim),
    themePoints(mention, read),
  ])
    add(points, reason);
  return { claim: read.claim, score: Math.max(0, Math.min(1, score)), fit, reasons };
}

const NUMBER: Readonly<Record<NumberFit['how'], string | null>> = {
  same: 'the same number',
  rounds: 'the number rounds to it',
  printed: 'a work in the base prints it with this number',
  stated: 'the number stands in its statement',
  'end-of-range': 'the number is of its range',
  near: 'the number is near',
  far: null,
};

function sharedWeight(shared: readonly (readonly [string, number])[], weights: ReadonlyMap<string, number>): number {
  return shared.reduce((sum, [term]) => sum + (weights.get(term) ?? 0), 0);
}

/** What the words next to the quantity weigh; long sentences with much else in them are not held against it. */
function contextWeight(
  shared: readonly (readonly [string, number])[],
  { terms }: Mention,
  weights: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  for (const [term, near] of terms) if (near === 1) sum += weights.get(term) ?? 0;
  return Math.max(sum * 0.7, sharedWeight(shared, weights));
}

type Points = readonly [number, string | null];

function bodyPoints({ bodies, credited }: Mention, { bodies: own }: ReadClaim): Points {
  const found = bodies.find((name) => own.has(name));
  if (found !== undefined) return [credited.includes(found) ? 0.14 : 0.1, `names ${found}`];
  return credited.length > 0 ? [-0.12, `credits it to ${credited.join(' and ')}`] : [0, null];
}

function placePoints({ places, saysWorld, quantity }: Mention, { place }: KnownClaim): Points {
  const isWorld = place.code === '001';
  if (places.length === 0) {
    if (isWorld) return [saysWorld ? 0.04 : 0, null];
    return [saysWorld ? -0.15 : -0.12, `is about ${place.name}, which the text does not name`];
  }
  if (places.some(({ code }) => code === place.code)) return [0.1, `names ${place.name}`];
  if (isWorld)
    return [
      saysWorld ? 0 : quantity.kind === 'count' && quantity.value !== null && sharpness(quantity) >= 4 ? -0.02 : -0.13,
      `names ${places.map(({ name }) => name).join(', ')}`,
    ];
  const isRelated = places.some(({ code, within }) => place.within.includes(code) || within.includes(place.code));
  return [isRelated ? 0 : -0.35, `names ${places.map(({ name }) => name).join(', ')}, and not ${place.name}`];
}

function yearPoints({ years }: Mention, { claim: { period }, years: issued }: ReadClaim): Points {
  if (years.length === 0) return [0, null];
  const [start, end] = [yearOf(period.start) ?? yearOf(period.end), yearOf(period.end) ?? yearOf(period.start)];
  if (start !== null && end !== null && years.some((year) => year >= start && year <= end))
    return [0.1, `names ${years.join(', ')}`];
  if (years.some((year) => issued.has(year))) return [0.07, `names ${years.join(', ')}, the year of a work`];
  if (start === null && end === null) return [0, null];
  return [-0.13, `names ${years.join(', ')}`];
}

function thingPoints({ things, group, quantity }: Mention, { population, figure }: KnownClaim): Points {
  if (quantity.kind === 'money' || quantity.kind === 'age' || quantity.kind === 'multiple' || things === null)
    return [0, null];
  const own =
    population.group === 'content' ? 'content' : population.group === 'states-and-organisations' ? 'states' : 'people';
  if (own === things) return group === population.group ? [0.06, null] : [0, null];
  if (own === 'states' || things === 'states')
    return [quantity.kind === 'count' ? -0.3 : -0.1, 'counts something else'];
  // A share of victims seen in material is a share of content by its group, and of people by its words.
  return [figure.kind === 'count' ? -0.12 : -0.02, null];
}

const CHANGE =
  /\b(?:increas\w*|rise|rises|rose|risen|rising|grew|grow\w*|up|surg\w*|jump\w*|more than in|higher|climb\w*|soar\w*|fell|fall\w*|drop\w*|declin\w*|more|doubl\w*|tripl\w*)\b/i;

function kindPoints({ clause, sentence, quantity }: Mention, { figure }: KnownClaim): Points {
  if (quantity.kind !== 'per-cent' && quantity.kind !== 'percentage-points') return [0, null];
  const says = CHANGE.test(clause) || CHANGE.test(sentence.slice(0, 0));
  if (figure.kind === 'percent-change' || figure.kind === 'percentage-points') {
    if (quantity.kind === 'percentage-points')
      return figure.kind === 'percentage-points' ? [0.12, 'percentage points'] : [-0.02, null];
    return says ? [0.06, 'tells of a change'] : [-0.2, 'is a change, of which the text says nothing'];
  }
  return quantity.kind === 'percentage-points' ? [-0.25, 'is a share, and no difference'] : [0, null];
}

/** What kind of exploitation it is about: a figure of forced labour is none of migration, whatever its number. */
function themePoints({ terms }: Mention, { terms: own }: ReadClaim): Points {
  const themes = [...terms].filter(([term, near]) => near >= 0.5 && MANIFESTATIONS.has(term)).map(([term]) => term);
  const ownThemes = [...own.keys()].filter((term) => MANIFESTATIONS.has(term));
  if (ownThemes.length === 0 || themes.length === 0)
    return [ownThemes.length > 0 && themes.length === 0 ? -0.04 : 0, null];
  return themes.some((term) => own.has(term))
    ? [0.04, null]
    : [-0.12, `is about ${ownThemes.join(', ').replaceAll('-', ' ')}`];
}
