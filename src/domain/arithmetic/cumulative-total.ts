import { samePlace, sameUnit } from './disjoint';
import { against, boundWords, byNumber, notationFor, shortened } from './equation';
import type { ArithmeticClaim, Finding, Neighbourhood } from './finding';
import { centreOf, numberSpan, overlaps, type Span, spanOf, sum } from './span';

/** A count of one year or a part of it: months counted from year 0, both ends included. */
type Flow = { claim: ArithmeticClaim; start: number; end: number };

/**
 * A running total against the sum of the yearly counts of the same population. A year that the total covers in part
 * makes a span of it: without the year, and with it. Where a year has no count, or two, the sum cannot be told.
 */
export function cumulativeTotals({ claims }: Neighbourhood): Finding[] {
  return claims.flatMap((total) => {
    const { measure, start, end } = total.period;
    if (measure !== 'cumulative' || total.figure.kind !== 'count' || start === null || end === null) return [];
    const period = { start: firstMonth(start), end: lastMonth(end) };
    const flows = claims
      .flatMap((claim) => flowOf(claim, total))
      .filter((flow) => flow.start <= period.end && flow.end >= period.start);
    return flows.length < 2 ? [] : totalFinding(total, period, flows);
  });
}

const firstMonth = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1) - 1;
const lastMonth = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 12) - 1;
const yearOfMonth = (month: number) => Math.floor(month / 12);

function flowOf(claim: ArithmeticClaim, total: ArithmeticClaim): Flow[] {
  const { measure, start, end } = claim.period;
  if (measure !== 'flow' || start === null || end === null || start.slice(0, 4) !== end.slice(0, 4)) return [];
  const same =
    sameUnit(claim, total) &&
    samePlace(claim, total) &&
    claim.population.group === total.population.group &&
    claim.population.description === total.population.description;
  return same && spanOf(claim.figure) !== null ? [{ claim, start: firstMonth(start), end: lastMonth(end) }] : [];
}

function totalFinding(total: ArithmeticClaim, period: Span2, flows: readonly Flow[]): Finding[] {
  const stated = spanOf(total.figure);
  const statedCentre = centreOf(total.figure);
  if (stated === null || statedCentre === null) return [];
  const unclear = unclearYears(period, flows);
  const ordered = [...flows].sort(
    (a, b) => a.start - b.start || Number(a.claim.id.slice(1)) - Number(b.claim.id.slice(1)),
  );
  const whole = ordered.filter((flow) => flow.start >= period.start && flow.end <= period.end);
  const spans = (some: readonly Flow[]) => sum(some.map(({ claim }) => spanOf(claim.figure) as Span));
  const centres = (some: readonly Flow[]) => sum(some.map(({ claim }) => centreOf(claim.figure) as Span));
  const computed = { low: spans(whole).low, high: spans(ordered).high };
  const centre = { low: centres(whole).low, high: centres(ordered).high };
  const outcome = unclear === null ? (overlaps(computed, stated) ? 'agrees' : 'differs') : 'cannot-tell';
  const notation = notationFor(
    [total, ...flows.map(({ claim }) => claim)].map(({ figure }) => figure),
    [centre.low, centre.high],
  );
  const terms = ordered.map(({ claim }) => notation.write(centreOf(claim.figure) as Span));
  const end =
    unclear === null
      ? against(centre, total.figure, notation)
      : `${notation.write(centres(ordered))}${notation.after}; stated: ${boundWords(total.figure)}${notation.write(statedCentre)}${notation.after}`;
  const partly = whole.length < ordered.length;
  return [
    {
      rule: 'cumulative-total',
      outcome,
      claims: byNumber([total.id, ...ordered.map(({ claim }) => claim.id)]),
      equation: `${shortened(terms)} = ${end}`,
      stated: numberSpan(statedCentre, stated),
      computed: numberSpan(centre, computed),
      unit: total.figure.unit,
      sentence: unclear ?? `${TOTAL_WORDS[outcome === 'agrees' ? 'agrees' : 'differs']}${partly ? PARTLY : ''}.`,
    },
  ];
}

type Span2 = { start: number; end: number };

/** The years that keep the sum from being told, in a sentence; null when each has one count. */
function unclearYears(period: Span2, flows: readonly Flow[]): string | null {
  const first = yearOfMonth(period.start);
  const years = Array.from({ length: yearOfMonth(period.end) - first + 1 }, (_, index) => first + index);
  const countsOf = (year: number) => flows.filter((flow) => yearOfMonth(flow.start) === year).length;
  const missing = years.filter((year) => countsOf(year) === 0);
  if (missing.length > 0) return `The sum cannot be told: no yearly count is recorded for ${yearsText(missing)}.`;
  const twice = years.filter((year) => countsOf(year) > 1);
  return twice.length === 0 ? null : `The sum cannot be told: more than one count is recorded for ${yearsText(twice)}.`;
}

/** `1999, 2003 to 2005 and 2010`. */
function yearsText(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  const texts = runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
  return texts.length === 1 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

const TOTAL_WORDS = {
  agrees: 'The yearly counts add up to the running total',
  differs: 'The yearly counts do not add up to the running total, even when every number is allowed its rounding',
};
const PARTLY = ', with a year that the total covers in part left out for the lower end and put in for the upper';
