import { findNumbers } from './text/numbers';

/**
 * How many significant figures a number is given with. A text is read as printed: `1.80 million` has three, `0.05` one,
 * the first number in it counts. Zeros at the end of a whole number do not count, in a text or in a bare number,
 * because nobody can tell from them how exact it is: `1,800,000` has two, `20 per cent` one. At least 1; 0 when the
 * text has no number. Throws a RangeError for a number that is not finite.
 */
export function significantFigures(printed: string | number): number {
  if (typeof printed === 'number') {
    if (!Number.isFinite(printed)) throw new RangeError(`${printed} has no significant figures`);
    // The shortest notation that gives the number back: its digits without zeros at either end.
    return digitsOf(printed).length;
  }
  const [found] = findNumbers(printed);
  if (found === undefined) return 0;
  const [, whole = '', decimals = ''] =
    printed.slice(found.start, found.end).match(/^(\d{1,3}(?:[,\s]\d{3})+(?!\d)|\d+)(?:[.,·](\d+))?/) ?? [];
  // A number written as a word, or a whole number.
  if (decimals === '') return digitsOf(found.value).length;
  const digits = whole.replace(/\D/g, '') + decimals;
  const significant = digits.replace(/^0+/, '');
  // 0.00 is exact to the hundredth, as 1.00 is.
  return significant === '' ? digits.length : significant.length;
}

/**
 * Every quantity that is printed as `value` when it is rounded to so many significant figures: half a unit of the last
 * of them to either side, in the unit of `value`, both ends included. 1,800,000 with two figures is 1,750,000 to
 * 1,850,000; 0 with three (0.00) is −0.005 to 0.005. More figures than are printed give a narrower interval, fewer a
 * wider one. Throws a RangeError for a number that is not finite, or figures that are not a positive whole number.
 */
export function roundingInterval(value: number, significantFigures: number): { low: number; high: number } {
  if (!Number.isFinite(value) || !Number.isInteger(significantFigures) || significantFigures < 1) {
    throw new RangeError(`${value} with ${significantFigures} significant figures has no rounding interval`);
  }
  const half = Number(`5e${exponentOf(value) - significantFigures}`);
  // Without it 5.7 − 0.05 is 5.6499999999999995; what was printed has at most 15 digits.
  const tidy = (end: number) => Number(end.toPrecision(15));
  return { low: tidy(value - half), high: tidy(value + half) };
}

const digitsOf = (value: number) => value.toExponential().replace(/e.*$/, '').replace(/\D/g, '');
const exponentOf = (value: number) => Number(value.toExponential().split('e')[1]);
