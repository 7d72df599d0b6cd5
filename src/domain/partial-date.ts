import { z } from 'zod';

/**
 * A date known to the year, the month or the day (ISO 8601 reduced precision): `2002`, `2002-04`,
 * `2002-04-15`. A month nobody stated is left out, never guessed as January.
 */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date as YYYY, YYYY-MM or YYYY-MM-DD');
export type PartialDate = z.infer<typeof PartialDate>;

/** The calendar year of a partial date; null stays null. */
export function yearOf(date: PartialDate | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}

/**
 * Whether one date lies before the other however the unknown parts turn out: as far as both are known, digit by digit.
 * Unknown dates settle nothing, and neither do 2002 and 2002-04.
 */
export function isBefore(one: PartialDate | null, other: PartialDate | null): boolean {
  if (one === null || other === null) return false;
  if (one.length === other.length) return one < other;
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) < other.slice(0, known);
}

/** Whether the calendar has this day: 2021-02-30 is none. A date without a day always can be. */
export function isOnCalendar(date: PartialDate): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = [31, isLeapYear(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
  return day <= last;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A partial date as a reader writes it, to the precision it is known: `2002`, `April 2002`, `15 April 2002`. */
export function dateText(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  return [day === undefined ? null : String(Number(day)), month && MONTHS[Number(month) - 1], year]
    .filter((part) => part)
    .join(' ');
}
