import { type Bound, figureFaults, type FigureParts, type IntervalKind, numbersOf } from './figure';
import { isBefore, isOnCalendar, PartialDate } from './partial-date';
import type { Fault } from './record';

/** The parts of a claim that can contradict each other, as far as they are filled in. */
export type ClaimParts = {
  figure: FigureParts & { bound: Bound | null; interval: IntervalKind | null };
  population: { ageMin: number | null; ageMax: number | null };
  period: { start: string | null; end: string | null };
};

/**
 * What no claim can be, as far as it is filled in, each at the field where it is mended: the one definition for forms,
 * imports, scripts and the bundled evidence base. The database holds it too, where a constraint can say it. It is no part
 * of the schema: what was published or kept in the history before there was a rule can still be read, and be mended.
 */
export function possibleFaults({ figure, population, period }: ClaimParts): Fault[] {
  return [
    ...figureFaults(figure).map(({ at, message }) => ({ path: `figure.${at}`, message })),
    ...numberFaults(figure),
    ...ageFaults(population),
    ...periodFaults(period),
  ];
}

const LARGEST = Number.MAX_SAFE_INTEGER.toLocaleString('en-GB');

function numberFaults(figure: ClaimParts['figure']): Fault[] {
  const numbers = numbersOf(figure);
  const faults = numbers.flatMap(({ at, number }): Fault[] => {
    const path = `figure.${at}`;
    // Beyond this, whole numbers are no longer kept one by one: another one would be printed than was given.
    if (Math.abs(number) > Number.MAX_SAFE_INTEGER) {
      return [{ path, message: `is larger than can be printed exactly: at most ${LARGEST}` }];
    }
    if (figure.kind === 'count' && figure.bound === 'exact' && !Number.isInteger(number)) {
      return [{ path, message: 'must be a whole number, as an exact count' }];
    }
    return [];
  });
  const isAlone = figure.interval !== null && figure.low === null && figure.high === null;
  return isAlone ? [...faults, { path: 'figure.interval', message: 'is given, but neither low nor high is' }] : faults;
}

/** Ages are in completed years, both inclusive. */
function ageFaults({ ageMin, ageMax }: ClaimParts['population']): Fault[] {
  if (ageMin === null || ageMax === null || ageMin <= ageMax) return [];
  return [{ path: 'population.ageMin', message: 'is above the oldest age' }];
}

/** Dates that are not written as dates are the schema's to refuse. */
function periodFaults({ start, end }: ClaimParts['period']): Fault[] {
  const [from, to] = [start, end].map((text) => PartialDate.safeParse(text).data ?? null);
  const faults = [
    ['period.start', from],
    ['period.end', to],
  ].flatMap(([path, date]): Fault[] => (path && date && !isOnCalendar(date) ? [notOnCalendar(path)] : []));
  if (isBefore(to ?? null, from ?? null))
    faults.push({ path: 'period.start', message: 'is after the end of the period' });
  return faults;
}

export function notOnCalendar(path: string): Fault {
  return { path, message: 'is a day that no calendar has' };
}
