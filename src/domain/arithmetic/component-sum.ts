import { completes, groupsApart, pairwise, placesApart, samePeriod, samePlace, sameUnit, splitsOf } from './disjoint';
import { against, boundWords, byNumber, notationFor, shortened } from './equation';
import type { ArithmeticClaim, ArithmeticRelation, Finding, Neighbourhood } from './finding';
import { centreOf, isAbove, isOpen, numberSpan, overlaps, type Span, spanOf, sum } from './span';

/** Parts that may be added, and whether they are known to leave nothing out. */
type Family = { parts: readonly ArithmeticClaim[]; complete: boolean };
type Part = { claim: ArithmeticClaim; note: string | null };

/** A note on a part-of relation that says so: the parts add up; what they add up to need not all be recorded. */
const ADDS_UP = /\b(add up to|together they (come|add up) to)\b/i;

/**
 * Parts against their whole. Added are parts of one kind, unit, period and measure that are known to be apart: because
 * the note of each relation says that they add up, because they speak of groups (girls, boys) or of places that do not
 * overlap. Any single part may not be larger than its whole.
 */
export function componentSums({ claims, relations }: Neighbourhood): Finding[] {
  return claims.flatMap((whole) => {
    const parts = partsOf(whole, claims, relations);
    const sums = familiesOf(whole, parts).flatMap((family) => sumFinding(whole, family));
    const told = sums.filter(({ outcome }) => outcome === 'differs').flatMap((finding) => finding.claims);
    return [...sums, ...parts.flatMap(({ claim }) => (told.includes(claim.id) ? [] : tooLarge(whole, claim)))];
  });
}

function partsOf(
  whole: ArithmeticClaim,
  claims: readonly ArithmeticClaim[],
  relations: readonly ArithmeticRelation[],
): Part[] {
  return relations
    .filter(({ kind, to }) => kind === 'part-of' && to === whole.id)
    .flatMap(({ from, note }) => claims.filter(({ id }) => id === from).map((claim) => ({ claim, note })))
    .filter(({ claim }) => isComparable(whole, claim));
}

/** A part that counts the same thing in the same time, and can therefore not be more than the whole. */
function isComparable(whole: ArithmeticClaim, part: ArithmeticClaim): boolean {
  const { kind } = whole.figure;
  if (kind !== 'count' && kind !== 'percentage') return false;
  return (
    sameUnit(whole, part) &&
    samePeriod(whole, part) &&
    whole.period.measure === part.period.measure &&
    // A region's share may well be above that of the world.
    (kind === 'count' || samePlace(whole, part))
  );
}

function familiesOf(whole: ArithmeticClaim, parts: readonly Part[]): Family[] {
  const declared = parts.filter(({ note }) => note !== null && ADDS_UP.test(note)).map(({ claim }) => claim);
  const others = parts.map(({ claim }) => claim).filter((claim) => !declared.includes(claim));
  const groups = others.filter((part) => part.population.group !== whole.population.group && samePlace(whole, part));
  const places = others.filter((part) => part.population.group === whole.population.group && !samePlace(whole, part));
  const families: Family[] = [];
  if (declared.length > 1) families.push({ parts: declared, complete: false });
  if (groups.length > 1 && pairwise(groups, groupsApart)) {
    families.push({ parts: groups, complete: completes(whole, groups) });
  }
  if (places.length > 1 && pairwise(places, placesApart)) families.push({ parts: places, complete: false });
  return families;
}

function sumFinding(whole: ArithmeticClaim, { parts, complete }: Family): Finding[] {
  const spans = parts.map(({ figure }) => spanOf(figure));
  const centres = parts.map(({ figure }) => centreOf(figure));
  const [wholeSpan, wholeCentre] = [spanOf(whole.figure), centreOf(whole.figure)];
  if (wholeSpan === null || wholeCentre === null || spans.includes(null) || centres.includes(null)) return [];
  const total = sum(spans as Span[]);
  const centre = sum(centres as Span[]);
  const sameBase = parts.every(({ figure }) => figure.of === whole.figure.of);
  const outcome = sameBase ? sumOutcome(wholeSpan, total, centre, wholeCentre, complete) : 'cannot-tell';
  const figures = [whole, ...parts].map(({ figure }) => figure);
  const notation = notationFor(figures, [centre.low, centre.high]);
  const terms = parts
    .map((part, index) => ({ id: part.id, at: centres[index] as Span }))
    .sort((a, b) => b.at.high - a.at.high || Number(a.id.slice(1)) - Number(b.id.slice(1)))
    .map(({ at }) => notation.write(at));
  const short = outcome === 'cannot-tell' && sameBase;
  const end = short
    ? `${notation.write(centre)} of ${boundWords(whole.figure)}${notation.write(wholeCentre)}${notation.after}`
    : against(centre, whole.figure, notation);
  return [
    {
      rule: 'component-sum',
      outcome,
      claims: byNumber([whole, ...parts].map(({ id }) => id)),
      equation: `${shortened(terms)} = ${end}`,
      stated: numberSpan(wholeCentre, wholeSpan),
      computed: numberSpan(centre, total),
      unit: whole.figure.unit,
      sentence: sameBase ? SUM_WORDS[outcome] : OTHER_BASE,
    },
  ];
}

function sumOutcome(whole: Span, total: Span, centre: Span, wholeCentre: Span, complete: boolean): Finding['outcome'] {
  if (isAbove(total, whole)) return 'differs';
  if (complete) return overlaps(total, whole) ? 'agrees' : 'differs';
  // Parts that may leave something out must reach the whole themselves; rounding alone does not fill the gap.
  const reached = isOpen(whole) ? centre.high >= wholeCentre.low : overlaps(centre, whole);
  return reached ? 'agrees' : 'cannot-tell';
}

const SUM_WORDS = {
  agrees: 'The parts add up to the whole, as far as rounding lets anybody see.',
  differs: 'The parts do not add up to the whole, even when every number is allowed its rounding.',
  'cannot-tell': 'The recorded parts come to less than the whole; nothing says that they are all of it.',
};
const OTHER_BASE = 'The shares are worded as shares of different wholes, so their sum proves nothing either way.';

/** A part that is more than its whole, whatever else the whole has. */
function tooLarge(whole: ArithmeticClaim, part: ArithmeticClaim): Finding[] {
  const [all, some] = [spanOf(whole.figure), spanOf(part.figure)];
  const [wholeCentre, partCentre] = [centreOf(whole.figure), centreOf(part.figure)];
  if (all === null || some === null || wholeCentre === null || partCentre === null) return [];
  if (!isAbove(some, all) || part.figure.of !== whole.figure.of) return [];
  const { write, after } = notationFor([whole.figure, part.figure]);
  return [
    {
      rule: 'component-sum',
      outcome: 'differs',
      claims: byNumber([whole.id, part.id]),
      equation: `${write(partCentre)} of ${boundWords(whole.figure)}${write(wholeCentre)}${after}`,
      stated: numberSpan(wholeCentre, all),
      computed: numberSpan(partCentre, some),
      unit: whole.figure.unit,
      sentence: 'The part is larger than the whole it is recorded as a part of.',
    },
  ];
}

/**
 * Shares of one whole that belong to groups that do not overlap (girls and boys; children and adults), one share for
 * each, and to no recorded whole of their own: together they cannot be more than 100 per cent.
 */
export function sharesOfHundred({ claims, relations }: Neighbourhood): Finding[] {
  const isPart = (id: string) => relations.some(({ kind, from }) => kind === 'part-of' && from === id);
  const shares = claims.filter(({ id, figure }) => figure.kind === 'percentage' && figure.of !== null && !isPart(id));
  const keyOf = ({ figure, period, place }: ArithmeticClaim) =>
    JSON.stringify([figure.of, period.start, period.end, place.code]);
  return [...new Set(shares.map(keyOf))].flatMap((key) =>
    splitsOf(shares.filter((share) => keyOf(share) === key)).flatMap(hundredFinding),
  );
}

function hundredFinding(parts: readonly ArithmeticClaim[]): Finding[] {
  const spans = parts.map(({ figure }) => spanOf(figure));
  const centres = parts.map(({ figure }) => centreOf(figure));
  if (spans.includes(null) || centres.includes(null)) return [];
  const total = sum(spans as Span[]);
  const centre = sum(centres as Span[]);
  const hundred: Span = { low: 100, high: 100 };
  const outcome = isAbove(total, hundred) ? 'differs' : overlaps(total, hundred) ? 'agrees' : 'cannot-tell';
  const { write, after } = notationFor(parts.map(({ figure }) => figure));
  const terms = [...(centres as Span[])].sort((a, b) => b.high - a.high).map(write);
  return [
    {
      rule: 'component-sum',
      outcome,
      claims: byNumber(parts.map(({ id }) => id)),
      equation: `${terms.join(' + ')} = ${write(centre)} of 100${after}`,
      stated: numberSpan(hundred, hundred),
      computed: numberSpan(centre, total),
      unit: 'per cent',
      sentence: HUNDRED_WORDS[outcome],
    },
  ];
}

const HUNDRED_WORDS = {
  agrees: 'The shares make up the whole, as far as rounding lets anybody see.',
  differs: 'Shares of groups that do not overlap come to more than 100 per cent.',
  'cannot-tell': 'The recorded shares come to less than 100 per cent; nothing says who the rest are.',
};
