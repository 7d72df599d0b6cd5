import type { DistortionKind } from '../citation';
import type { PopulationGroup } from '../claim';
import type { Figure } from '../figure';
import type { Measure } from '../claim';
import { areNumbersKnown, type Numbered, numberDifference } from './number-difference';
import { claimDifferences } from './claim-difference';
import { PEOPLE, type PrintedFigure, readPrinted } from './printed-figure';

// What a citation changed in what it drew from, worked out from both: from the few words printed in each, and from the
// claims that they state. It is a finding by rule and stands beside what an editor recorded; it replaces nothing.

/** What about the figure changed. */
export type Aspect =
  | 'number'
  | 'unit'
  | 'bound'
  | 'interval'
  | 'measure'
  | 'denominator'
  | 'population'
  | 'place'
  | 'period'
  | 'attribution';

export type Difference = {
  /** The distortion it amounts to. */
  kind: DistortionKind;
  aspect: Aspect;
  /** From what to what, in a few words: `percentage points → per cent`. */
  label: string;
};

/** What of a claim the comparison needs. */
export type ClaimFacts = {
  id: string;
  figure: Figure;
  population: { group: PopulationGroup; description: string; ageMin: number | null; ageMax: number | null };
  /** Code of the place, and of every area that contains it, itself included. */
  place: { code: string; name: string; ancestors: readonly string[] };
  period: { start: string | null; end: string | null; measure: Measure | null };
};

/** A figure as one work states it. */
export type Statement = {
  claim: ClaimFacts;
  printed: string | null;
  /** First stated here: its number is the claim's, however it is worded. */
  isOrigin: boolean;
};

/** A statement whose words are read already. */
export type ReadStatement = Omit<Statement, 'printed'> & { printed: PrintedFigure | null };

/** What was found between two statements, and whether both numbers could be read at all. */
export type Comparison = { differences: readonly Difference[]; areNumbersKnown: boolean };

/**
 * Everything that differs between a statement and the one it drew from, as far as it can be worked out, but for whom it
 * is credited to. An empty list says that nothing was found, not that nothing changed: of a printed wording only a few
 * words are known.
 */
export function compared(from: Statement, to: Statement): Comparison {
  const read = ({ printed, ...statement }: Statement) => ({
    ...statement,
    printed: printed === null ? null : readPrinted(printed),
  });
  return comparedAsRead(read(from), read(to));
}

/** The same of statements that are read already: of a whole sentence, or of a text with its figures apart. */
export function comparedAsRead(from: ReadStatement, to: ReadStatement): Comparison {
  const [before, after] = [from.printed, to.printed];
  const isOfOtherClaim = from.claim.id !== to.claim.id;
  const [given, passed] = [numbered(from, before, false), numbered(to, after, isOfOtherClaim)];
  const found = [
    ...unitDifferences(from, before, to, after),
    ...numberDifference(given, passed),
    ...(after === null ? [] : wordDifferences(from, before, after)),
    ...(!isOfOtherClaim ? [] : claimDifferences(from.claim, to.claim, after)),
  ];
  return {
    // One rule reads the words and another the claims: what both find is one finding.
    differences: found.filter(
      (one, index) => found.findIndex((other) => other.kind === one.kind && other.aspect === one.aspect) === index,
    ),
    areNumbersKnown: areNumbersKnown(given, passed),
  };
}

/** What the comparison of numbers takes of a statement. */
function numbered(
  { claim, isOrigin }: ReadStatement,
  printed: PrintedFigure | null,
  isOfOtherClaim: boolean,
): Numbered {
  return { figure: claim.figure, printed, isOrigin, isOfOtherClaim };
}

const isShare = ({ kind }: Figure) => kind === 'percentage' || kind === 'percentage-points';

function unitDifferences(
  from: ReadStatement,
  before: PrintedFigure | null,
  to: ReadStatement,
  after: PrintedFigure | null,
): Difference[] {
  const found: Difference[] = [];
  const given = from.claim.figure;
  const unit = (label: string) => found.push({ kind: 'unit-changed', aspect: 'unit', label });
  const labels: string[] = [];
  if (given.kind === 'percentage-points' && saysPerCent(to.claim.figure, after))
    labels.push('percentage points → per cent');
  if (isShare(given) && saysCount(to, after, from.claim.id)) labels.push('share → count');
  if (given.kind === 'count' && onlyShares(after) && !onlyShares(before)) labels.push('count → share');
  const things = before?.things ?? thingsOf(from.claim);
  if (things === 'content' && after?.things === 'people') labels.push('reports, pages or images → people');
  if (things === 'people' && after?.things === 'content') labels.push('people → reports, pages or images');
  if (labels.length > 0) unit(labels.join(', '));
  return found;
}

function onlyShares(printed: PrintedFigure | null): boolean {
  return printed !== null && printed.numbers.length > 0 && printed.numbers.every(({ scale }) => scale !== 'plain');
}

function saysPerCent(figure: Figure, printed: PrintedFigure | null): boolean {
  if (printed !== null && printed.numbers.length > 0) return printed.numbers.every(({ scale }) => scale === 'per-cent');
  return figure.kind === 'percent-change' || figure.kind === 'percentage';
}

/** A count is said by "the number of", or by a number too large for a share; without a wording, by the claim. */
function saysCount(to: ReadStatement, printed: PrintedFigure | null, fromClaim: string): boolean {
  if (printed !== null)
    return (
      printed.isCount ||
      (printed.numbers.length > 0 && printed.numbers.every(({ scale, value }) => scale === 'plain' && value >= 1000))
    );
  return to.claim.id !== fromClaim && to.claim.figure.kind === 'count';
}

/** Victims counted in reports are people: what a share is of says it before the group does. */
function thingsOf({ figure, population }: ClaimFacts): PrintedFigure['things'] {
  if (PEOPLE.test(figure.of ?? figure.unit)) return 'people';
  return population.group === 'content' ? 'content' : null;
}

const ANY_PURPOSE = /\b(any|every|all)( (kind|form|purpose|type)s?( of)?)? (exploitation|trafficking)\b/i;
const FOUND = /\b(detected|reported|identified|recorded)\b/i;

/** What the printed words say of everybody, of a year, or of one purpose, that the figure was not made for. */
function wordDifferences({ claim }: ReadStatement, before: PrintedFigure | null, after: PrintedFigure): Difference[] {
  const found: Difference[] = [];
  const { measure } = claim.period;
  if (after.isFlow && !before?.isFlow && (measure === 'stock' || measure === 'cumulative')) {
    found.push({
      kind: 'stock-to-flow',
      aspect: 'measure',
      label: measure === 'stock' ? 'stock → flow' : 'cumulative → flow',
    });
  }
  const whole = claim.figure.of ?? `${claim.population.description} ${claim.figure.unit}`;
  if (FOUND.test(whole) && after.isOfAll && !after.isOfDetected && !before?.isOfAll) {
    found.push({
      kind: 'scope-widened',
      aspect: 'population',
      label: `${FOUND.exec(whole)?.[0].toLowerCase() ?? ''} → all`,
    });
  }
  if (ANY_PURPOSE.test(claim.population.description) && after.isSexual && !before?.isSexual) {
    found.push({ kind: 'scope-narrowed', aspect: 'population', label: 'any exploitation → sexual exploitation' });
  }
  const { start, end } = claim.period;
  const [first, last] = [Number(start?.slice(0, 4)), Number(end?.slice(0, 4))];
  if (
    start !== null &&
    end !== null &&
    after.years.length > 0 &&
    after.years.every((year) => year < first || year > last)
  ) {
    found.push({
      kind: 'period-shifted',
      aspect: 'period',
      label: `${first === last ? first : `${first}–${last}`} → ${after.years.join(', ')}`,
    });
  }
  return found;
}

/**
 * Credited to an organisation that it did not come by way of.
 *
 * @param named in the wording; @param sources whom it may rightly be credited to, what it was drawn from first
 */
export function attributionDifference(named: readonly string[], sources: readonly string[]): Difference[] {
  const [[name], [source]] = [named, sources];
  if (name === undefined || source === undefined || named.some((one) => sources.includes(one))) return [];
  return [{ kind: 'attribution-shifted', aspect: 'attribution', label: `${source} → ${name}` }];
}

/** Finds which of these organisations a wording names. */
export function nameFinder(names: readonly string[]): (printed: string) => readonly string[] {
  // The longest first: "UN" is no name in "UN Women".
  const sorted = names.filter((name) => name.length > 2).sort((a, b) => b.length - a.length);
  if (sorted.length === 0) return () => [];
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${sorted.map(escapedPattern).join('|')})(?![\\p{L}\\d])`, 'gu');
  return (printed) => printed.match(pattern) ?? [];
}

function escapedPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
