import type { z } from 'zod';
import type { Period, Population } from './claim';
import type { Figure } from './figure';
import { yearOf } from './partial-date';
import { periodText } from './period-text';
import { findNumbers, numberToken } from './text/numbers';
import { FIGURE_KIND, MEASURE } from './words';

/** What has to be known of a claim to tell it from another with the same number. */
export type HomonymClaim = {
  /** Public id, `C12`. */
  id: string;
  figure: Pick<Figure, 'kind' | 'value' | 'low' | 'high' | 'unit' | 'of'>;
  /** The wording of its citations, as printed. */
  printed: readonly string[];
  population: z.infer<typeof Population>;
  place: { code: string; name: string };
  period: z.infer<typeof Period>;
  topics: readonly string[];
  /** Who stated it first; null where that is not established. */
  organisation: string | null;
};

/** One respect in which two claims of one number differ, in words: what holds here, and what holds there. */
export type Difference = { aspect: string; here: string; there: string };

export type FoundHomonym = {
  id: string;
  /** Whether an editor recorded it; else it was found by its number. */
  recorded: boolean;
  note: string | null;
  /** Which of the two claims the note is written from; null without a note. */
  noteFrom: 'this' | 'that' | null;
  /** The wording in which the other claim's number is printed so; null where its figure itself has the number. */
  printed: string | null;
  differences: Difference[];
};

/** A relation that an editor recorded: the other claim, and from which of the two its note is written. */
export type RecordedHomonym = { id: string; note: string | null; from: 'this' | 'that' };

export type FoundHomonyms = { homonyms: FoundHomonym[]; leftOut: number };

/** More than these would hide the ones that are mixed up. */
const HOMONYMS_MAX = 12;

/** Counts, rates and ratios below this are shared by chance more often than by mistake. */
const COUNT_MIN = 100;

type ComparedNumber = { value: number; token: string; percent: boolean; round: boolean };

/**
 * The numbers of a figure that are looked for in others: the point, or low and high of a range. A percentage is only
 * the same number as another percentage, whether of a share or of a change. Counts below 100 are not looked for; nor is
 * "most", which is written down as a share of at least 50 and has no number.
 */
export function comparedNumbers({ kind, value, low, high }: HomonymClaim['figure']): ComparedNumber[] {
  if (kind === 'percentage' && value === null && low === 50 && high === null) return [];
  const percent = kind.startsWith('percent');
  const numbers = value !== null ? [value] : [...new Set([low, high])].filter((number) => number !== null);
  return numbers
    .map((number) => Math.abs(number))
    .filter((number) => percent || number >= COUNT_MIN)
    .map((number) => ({ value: number, token: numberToken(number, percent), percent, round: isRoundShare(number) }));
}

/** Tens and quarters: so many shares are given so that the number alone says nothing. */
const isRoundShare = (share: number) => share % 10 === 0 || share === 25 || share === 75;

/**
 * Claims that have the same number as a claim and are not it: those an editor recorded, then those found, the closest
 * first: most easily mixed up is what shares topic, organisation, place, people, years and kind. A percentage is looked
 * for only among claims on one of its topics, and a round one only where the same organisation states it. The order of
 * the candidates does not matter.
 */
export function findHomonyms(
  claim: HomonymClaim,
  candidates: readonly HomonymClaim[],
  recorded: readonly RecordedHomonym[],
): FoundHomonyms {
  const numbers = comparedNumbers(claim.figure);
  const found = candidates.flatMap((other) => {
    const entry = recorded.find(({ id }) => id === other.id);
    const match = other.id === claim.id ? null : matchOf(claim, other, numbers);
    if (entry === undefined && match === null) return [];
    const homonym: FoundHomonym = {
      id: other.id,
      recorded: entry !== undefined,
      note: entry?.note ?? null,
      noteFrom: entry === undefined || entry.note === null ? null : entry.from,
      printed: match?.printed ?? null,
      differences: differences(claim, other),
    };
    return [{ homonym, closeness: (entry === undefined ? 0 : 100) + closeness(claim, other) }];
  });
  const ranked = found
    .sort((a, b) => b.closeness - a.closeness || Number(a.homonym.id.slice(1)) - Number(b.homonym.id.slice(1)))
    .map(({ homonym }) => homonym);
  return { homonyms: ranked.slice(0, HOMONYMS_MAX), leftOut: Math.max(0, ranked.length - HOMONYMS_MAX) };
}

/** Where the other claim has one of the numbers: in its figure, or in the printed wording of a citation. */
function matchOf(claim: HomonymClaim, other: HomonymClaim, numbers: readonly ComparedNumber[]) {
  const topic = sharesTopic(claim, other);
  const own = claim.organisation !== null && claim.organisation === other.organisation;
  const wanted = numbers
    .filter(({ percent, round }) => !percent || (topic && (own || !round)))
    .map(({ token }) => token);
  if (wanted.length === 0) return null;
  if (comparedNumbers(other.figure).some(({ token }) => wanted.includes(token))) return { printed: null };
  const printed = [...other.printed].sort().find((text) => printedTokens(text).some((token) => wanted.includes(token)));
  return printed === undefined ? null : { printed };
}

/** What follows the level of an interval (95% CI): confidence, credible or uncertainty interval. */
const INTERVAL_AFTER =
  /^[\s-]*(?:(?:CI|CrI|UI)s?\b|(?:confidence|credible|credibility|uncertainty)[\s-]+intervals?\b)/i;

/** The numbers of a wording, without those that are a year or the level of an interval. */
function printedTokens(text: string): string[] {
  return findNumbers(text)
    .filter(({ start, end }) => !/^(19|20)\d\d$/.test(text.slice(start, end)))
    .filter(({ end, percent }) => !percent || !INTERVAL_AFTER.test(text.slice(end)))
    .map(({ value, percent }) => numberToken(value, percent));
}

const sharesTopic = (a: HomonymClaim, b: HomonymClaim) => a.topics.some((topic) => b.topics.includes(topic));

function closeness(a: HomonymClaim, b: HomonymClaim): number {
  return [
    sharesTopic(a, b),
    a.organisation !== null && a.organisation === b.organisation,
    a.place.code === b.place.code,
    a.population.group === b.population.group,
    yearsOverlap(a.period, b.period),
    a.figure.kind === b.figure.kind,
  ].filter(Boolean).length;
}

function yearsOverlap(a: HomonymClaim['period'], b: HomonymClaim['period']): boolean {
  const span = ({ start, end }: HomonymClaim['period']) => [yearOf(start ?? end), yearOf(end ?? start)] as const;
  const [[from, to], [otherFrom, otherTo]] = [span(a), span(b)];
  if (from === null || to === null || otherFrom === null || otherTo === null) return false;
  return from <= otherTo && otherFrom <= to;
}

const UNKNOWN = 'not established';

/** What tells two claims apart, each respect in words; the ones that are the same are left out. */
export function differences(here: HomonymClaim, there: HomonymClaim): Difference[] {
  const aspects: [aspect: string, of: (claim: HomonymClaim) => string | null][] = [
    ['Kind of number', ({ figure }) => FIGURE_KIND[figure.kind].label],
    ['Unit', ({ figure }) => (figure.kind.startsWith('percent') ? null : figure.unit)],
    ['Who or what', ({ population }) => population.description],
    ['Share of', ({ figure }) => figure.of],
    ['Place', ({ place }) => place.name],
    ['Period', ({ period }) => periodText(period) ?? UNKNOWN],
    ['Stock or flow', ({ period }) => (period.measure === null ? null : MEASURE[period.measure].label)],
  ];
  return aspects.flatMap(([aspect, of]) => {
    const [one, other] = [of(here), of(there)];
    // Where only one of them says something of the kind, nothing is set against it.
    return one === null || other === null || one === other ? [] : [{ aspect, here: one, there: other }];
  });
}
