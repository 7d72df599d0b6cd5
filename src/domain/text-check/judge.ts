import type { DistortionKind } from '../citation';
import type { CheckedCitation, CheckedClaim } from '../checks/subject';
import { saysFlow } from '../checks/wording';
import { comparedAsRead } from '../lineage/difference';
import { yearOf } from '../partial-date';
import { findQuantities } from '../text/quantities/find-quantities';
import type { Quantity } from '../text/quantities/quantity';
import { type Credits, creditedTo } from './credits';
import type { TextDistortion } from './distortion';
import { isOwnSentence } from './match';
import type { Mention } from './mention';
import { type NumberFit, sharpness } from './number-fit';
import {
  allChildren,
  byOthers,
  everybodyLikeThem,
  eventsAsPeople,
  numberForShare,
  otherAct,
  otherAge,
  otherContent,
  otherRole,
  otherPeople,
  otherSex,
} from './other-thing';
import { detectedAdded, detectedDropped } from './detected';
import { offlineToo, opposite } from './opposites';
import { otherMembers, otherStateAct } from './other-states';
import { otherDefinition } from './other-definition';
import { countryForCities, otherWhole, regionForCountries, withoutAdults } from './other-whole';
import { saidIn, statedBy } from './said';

export type Judged = {
  distortions: TextDistortion[];
  /** Works in the base that print it so. */
  seenIn: { citation: CheckedCitation; kinds: DistortionKind[] }[];
};

/** Rounding that says so, by no more than this, is faithful: "about 36 million" of 36.2 million. */
const ROUNDED_MAX = 0.05;

/**
 * Holds a sentence against the claim that it speaks of: first by the engine of lineage, as any citation is held against
 * what it drew on, then by what only a whole sentence can tell: whom it credits, what it says of today, and what it leaves out
 * of the definition.
 *
 * @param credits to whom the claim may be credited @param today ISO date
 */
export function judged(mention: Mention, claim: CheckedClaim, fit: NumberFit, credits: Credits, today: string): Judged {
  if (claim.status === 'misquotation') return restated(mention, claim);
  if (isOwnSentence(mention, claim)) return { distortions: [], seenIn: [] };
  const { differences } = comparedAsRead(statedBy(claim), saidIn(mention, claim, credits.countries));
  const found: TextDistortion[] = [
    ...differences
      .filter(({ kind, aspect }) => !isPardoned(kind, aspect, mention, claim, fit))
      .map((one) => ofMisprint(one, fit)),
    ...pointsForShare(mention, claim),
    ...(fit.how === 'stated' ? [] : ofTheWhole(mention, claim)),
    ...(fit.how === 'stated' && claim.figure.kind !== 'count' ? [] : otherWhole(mention, claim)),
    ...withoutAdults(mention, claim),
    ...regionForCountries(mention, claim, credits),
    ...countryForCities(mention, claim),
    ...todayInstead(mention, claim, today),
    ...sumAsYearly(mention, claim),
    ...creditedTo(mention, credits),
    ...(fit.how === 'stated' ? [] : otherDefinition(mention, claim)),
  ].map(({ kind, label }) => ({ kind, label }));
  const distortions = found.filter((one, index) => found.findIndex(({ kind }) => kind === one.kind) === index);
  return {
    distortions,
    seenIn: seenIn(
      mention,
      claim,
      distortions.map(({ kind }) => kind),
    ),
  };
}

/** Percentage points are the difference of two shares: a rise in per cent is none, and a share neither. */
function pointsForShare({ quantity }: Mention, { figure, statement }: CheckedClaim): TextDistortion[] {
  if (quantity.kind !== 'percentage-points' || figure.kind === 'percentage-points') return [];
  if (/\bpoints?\b/i.test(statement)) return [];
  return [{ kind: 'unit-changed', label: 'per cent → percentage points' }];
}

/** What a sentence says of whom or what the figure itself counts. */
function ofTheWhole(mention: Mention, claim: CheckedClaim): TextDistortion[] {
  return [
    detectedDropped,
    detectedAdded,
    byOthers,
    otherSex,
    otherPeople,
    eventsAsPeople,
    otherContent,
    otherAge,
    allChildren,
    otherAct,
    otherRole,
    everybodyLikeThem,
    numberForShare,
    opposite,
    offlineToo,
    otherStateAct,
    otherMembers,
  ].flatMap((find) => find(mention, claim));
}

function restated(mention: Mention, claim: CheckedClaim): Judged {
  const recorded = claim.citations.flatMap(({ distortions }) => distortions);
  const kinds = [...new Set(recorded.map(({ kind }) => kind))];
  const origin = claim.relations.find(({ kind, direction }) => kind === 'misquotation-of' && direction === 'outgoing');
  const label = origin === undefined ? 'a misquotation' : `misquotes ${origin.claim.id}`;
  const distortions = (kinds.length > 0 ? kinds : (['definition-changed'] as const)).map((kind) => ({
    kind,
    label: recorded.find((one) => one.kind === kind)?.note ?? label,
  }));
  return { distortions, seenIn: seenIn(mention, claim, kinds) };
}

function isPardoned(
  kind: DistortionKind,
  aspect: string,
  mention: Mention,
  claim: CheckedClaim,
  { how }: NumberFit,
): boolean {
  const { quantity, sentence, figure } = mention;
  // A number beside the figure in the claim's own statement is not the figure: only when and by whom can be told of it.
  if (how === 'stated') return aspect !== 'period' && aspect !== 'attribution';
  if (kind === 'stock-to-flow') return saysFlow(claim.statement) !== null;
  if (aspect === 'number' && kind !== 'transcription') {
    const exact = claim.figure.value;
    if (exact === null || quantity.value === null) return false;
    const error = Math.abs(quantity.value - exact) / Math.max(Math.abs(exact), 1e-9);
    // As many digits as the figure itself, and others: no rounding, but a slip.
    if (how === 'misprint') return false;
    if (error <= (quantity.bound === null ? EXACT_MAX : CUT_MAX)) return true;
    if (kind !== 'rounded') return false;
    return (
      quantity.isFraction ||
      statesNumber(claim, quantity) ||
      (error <= ROUNDED_MAX && (quantity.bound !== null || sharpness(quantity) >= 3))
    );
  }
  // "As high as 69 per cent" is said of 69 per cent, to wonder at it.
  const isPlain = claim.figure.bound === 'exact' || claim.figure.bound === 'approximately';
  if (aspect === 'bound' && isPlain && AS_MUCH.test(sentence.slice(Math.max(0, figure.start - 16), figure.start)))
    return true;
  if (kind === 'caveat-dropped' && aspect === 'bound') {
    // A claim whose own words give the plain number has no caveat to drop.
    if (claim.figure.bound === 'at-least' && !KEEPS_BOUND.test(claim.statement)) return true;
    // A bound that stands a word further off is kept all the same.
    const near = `${sentence.slice(Math.max(0, figure.start - 45), figure.start)} ${sentence.slice(figure.end, figure.end + 20)}`;
    return (
      (claim.figure.bound === 'at-least' && KEEPS_BOUND.test(near)) ||
      (claim.figure.bound === 'at-most' && KEEPS_MOST.test(near))
    );
  }
  return false;
}

const AS_MUCH = /\bas (?:high|many|much|large|great) as\s+$/i;
const KEEPS_BOUND =
  /\b(?:minimum|at least|conservativ\w+|more than|over|exceed\w*|no fewer|upwards|or more|not less)\b/i;
const KEEPS_MOST = /\b(?:up to|as many as|at (?:the )?most|no more than|could|may|might|if)\b/i;
/** What is that near is the same number with fewer digits. */
const EXACT_MAX = 0.0025;
/** "Some 18.4 million" of 18.46 million: cut off behind three digits, and says that it is not exact. */
const CUT_MAX = 0.005;

/** Whether the claim's own statement gives the rounded number as well. */
function statesNumber({ statement }: CheckedClaim, { value, kind }: Quantity): boolean {
  return findQuantities(statement).some((other) => other.kind === kind && other.value === value);
}

/** A number with two digits swapped, or one wrong, is no other number: it is the same one misprinted. */
function ofMisprint({ kind, label }: TextDistortion, { how }: NumberFit): TextDistortion {
  const isNumber = kind === 'inflated' || kind === 'deflated' || kind === 'rounded';
  return how === 'misprint' && isNumber ? { kind: 'transcription', label } : { kind, label };
}

const TODAY =
  /\b(?:today|to date|so far|now|currently|at present|nowadays|at this (?:very )?(?:moment|hour)|right now|each day|every day|this year|as we speak|tonight|this morning)\b/i;
/** At the head of a sentence it holds for all of it. */
const TODAY_FIRST =
  /^[“"‘'\s]*(?:today|right now|now|currently|at present|at this (?:very )?(?:moment|hour)|as we speak)\b/i;
/** What stands between the semicolons around a clause. */
function partOf(sentence: string, clause: Mention['clauseAt']): string {
  const end = sentence.indexOf(';', clause.end - 1);
  return sentence.slice(sentence.lastIndexOf(';', clause.start) + 1, end < 0 ? sentence.length : end);
}

/** Of two things one is now, and the other need not be. */
const CONTRAST = /\b(?:whereas|while|compared with)\b/i;
/** Years after which what was so is not so today. */
const FRESH_YEARS = 2;

/** Of a time that is over, as if it were now. */
function todayInstead(
  { clause, clauseAt, sentence, years, yearsAround, isAlone }: Mention,
  { period, statement, citations }: CheckedClaim,
  today: string,
): TextDistortion[] {
  // A claim without a period is at least as old as the work that first states it.
  const first = citations.find(({ originState }) => originState === 'origin')?.source.issued ?? null;
  const end = yearOf(period.end) ?? yearOf(period.start) ?? yearOf(first);
  const isUntimed = isAlone || (yearsAround.length === 0 && !/\b(?:19|20)\d{2}\b/.test(sentence));
  const said =
    TODAY.exec(clause) ??
    TODAY_FIRST.exec(sentence) ??
    (isUntimed && !CONTRAST.test(sentence) ? TODAY.exec(partOf(sentence, clauseAt)) : null);
  if (said === null || end === null || years.length > 0 || TODAY.test(statement)) return [];
  if (Number(today.slice(0, 4)) - end < FRESH_YEARS) return [];
  return [{ kind: 'period-dropped', label: `${end} → “${said[0].trim().toLowerCase()}”` }];
}

const ALONE_IN = /\bin (?:19|20)\d{2}(?! (?:and|to|or)\b|[–-])/i;

/** Said of all the years up to one. */
const SINCE = /\b(?:since|between|from (?:19|20)\d{2}|by (?:the end of )?(?:19|20)\d{2}|so far|to date)\b/i;

/** What was counted over more than a year, told as a number for each. */
function sumAsYearly(
  { quantity, clause, years }: Mention,
  { figure, period, statement, definition, population }: CheckedClaim,
): TextDistortion[] {
  const [start, end] = [yearOf(period.start), yearOf(period.end)];
  // Months tell of twelve of them, and a claim that speaks of a year is of one.
  const isOfWholeYears =
    period.start?.length === 4 && !/\b(?:years?|months)\b/i.test(`${statement} ${definition ?? ''}`);
  const isOfYears =
    population.group !== 'states-and-organisations' &&
    start !== null &&
    end !== null &&
    end > start &&
    (period.measure === 'flow' || period.measure === 'cumulative') &&
    isOfWholeYears;
  if (!isOfYears || figure.kind !== 'count' || quantity.kind !== 'count') return [];
  const isOfOne = years.length === 1 && ALONE_IN.test(clause) && !SINCE.test(clause);
  if (!isOfOne && saysFlow(clause) === null) return [];
  if (saysFlow(statement) !== null || saysFlow(figure.unit) !== null) return [];
  return [{ kind: 'stock-to-flow', label: `${start}–${end} → a year` }];
}

/** Works of the base that are recorded to have changed the same, those that print the same number first. */
function seenIn(
  { quantity }: Mention,
  { citations }: CheckedClaim,
  kinds: readonly DistortionKind[],
): Judged['seenIn'] {
  return citations
    .flatMap((citation) => {
      const shared = citation.distortions.map(({ kind }) => kind).filter((kind) => kinds.includes(kind));
      return shared.length === 0
        ? []
        : [{ citation, kinds: shared, prints: citation.figureAsPrinted?.includes(quantity.text) === true }];
    })
    .sort((a, b) => Number(b.prints) - Number(a.prints) || b.kinds.length - a.kinds.length)
    .slice(0, 3)
    .map(({ citation, kinds: shared }) => ({ citation, kinds: shared }));
}
