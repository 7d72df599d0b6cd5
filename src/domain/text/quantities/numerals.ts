import { roundingInterval, significantFigures } from '../../rounding';
import type { Grammar } from './grammar';
import type { Numeral } from './quantity';

// From the characters of a number to its value, and to everything that would be written so.

/** @param figures how many of its digits count */
function exact(value: number, figures: number): Numeral {
  return { value, ...roundingInterval(value, Math.max(1, figures)), isRange: false, isFraction: false, isVague: false };
}

/** Larger than anything that is counted. */
const MOST = 1e15;

// 1.8 × 1,000,000 is 1799999.9999999998 in binary floating point; a written number has at most 15 digits.
const tidy = (value: number) => Number(value.toPrecision(15));

/**
 * A number in digits: `1,800,000`, `1 800 000`, `1.8`, `1,8`, `18,00,000`. A point before three digits groups thousands
 * where something is counted in whole ones, and begins a fraction elsewhere.
 *
 * @param factor of the scale that follows, 1 without one
 */
export function ofDigits(digits: string, factor: number, countsWhole: boolean): Numeral | null {
  const isGroup = countsWhole && factor === 1 && /^[1-9]\d{0,2}\.\d{3}$/.test(digits);
  const bare = isGroup || /\.\d{3}[.,]/.test(digits) ? digits.replaceAll('.', '') : digits;
  // A comma groups where three digits follow it; before one or two it begins the fraction.
  const plain = bare.replace(/[,'’\s\u00a0\u2009\u202f](?=\d{3}(?!\d))|,(?=\d{2},)/g, '').replace(/[,·]/, '.');
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return null;
  const value = tidy(Number(plain) * factor);
  if (!(value <= MOST)) return null;
  const [whole = '', decimals] = plain.split('.');
  const significant = `${whole}${decimals ?? ''}`.replace(/^0+/, '').length;
  return exact(value, decimals === undefined ? significantFigures(value) : significant);
}

/**
 * A number in words, read as far as it is one: "two hundred and fifty thousand" whole, of "two three-year plans" only
 * "two". @returns null where it does not begin with one
 */
export function ofWords(text: string, grammar: Grammar): { numeral: Numeral; length: number } | null {
  const spoken = ofSpokenPoint(text, grammar);
  if (spoken !== null) return { numeral: spoken, length: text.length };
  const { language } = grammar;
  let [total, current, length] = [0, 0, 0];
  let last: 'none' | 'cardinal' | 'scale' = 'none';
  let lastValue = 0;
  for (const match of text.matchAll(/[\p{L}]+/gu)) {
    const word = match[0].toLowerCase();
    const [cardinal, scale] = [language.cardinals[word], language.scales[word]];
    if (word === language.and && last === 'scale') continue;
    if (language.articles.includes(word) && last === 'none') [current, last, lastValue] = [1, 'cardinal', 1];
    else if (cardinal !== undefined) {
      if (last === 'cardinal' && !(lastValue >= 20 && lastValue % 10 === 0 && cardinal < 10 && cardinal > 0)) break;
      [current, last, lastValue] = [current + cardinal, 'cardinal', cardinal];
    } else if (scale !== undefined && last !== 'none') {
      // A million and three hundred thousand; but a hundred thousand million is one number times another.
      if (scale < 1000) current = Math.max(current, 1) * scale;
      else if (current > 0) [total, current] = [total + current * scale, 0];
      else total *= scale;
      last = 'scale';
    } else break;
    length = match.index + match[0].length;
  }
  if (length === 0) return null;
  const value = total + current;
  if (!(value <= MOST)) return null;
  return { numeral: exact(value, significantFigures(value)), length };
}

/** Twenty-seven point six million. */
function ofSpokenPoint(text: string, { language }: Grammar): Numeral | null {
  const words: string[] = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const point = words.indexOf(language.point);
  if (point < 0) return null;
  const whole = words.slice(0, point).reduce((sum, word) => sum + (language.cardinals[word] ?? 0), 0);
  const behind = words.slice(point + 1);
  const digits = behind.flatMap((word) => language.cardinals[word] ?? []);
  const factor = behind.reduce((product, word) => product * (language.scales[word] ?? 1), 1);
  return ofDigits(`${whole}.${digits.join('')}`, factor, false);
}

const HALF = 0.5;

/**
 * k in n as a percentage. One in n is the nearest whole n: one in five stands for 1/5.5 to 1/4.5. Its complement (two
 * thirds, nine in ten) is as sharp; any other is right to half a part.
 */
export function ofShare(part: number, whole: number): Numeral | null {
  if (!(part > 0 && part < whole)) return null;
  const one = (k: number): [number, number] =>
    k === 1 ? [1 / (whole + HALF), 1 / (whole - HALF)] : [(k - HALF) / whole, (k + HALF) / whole];
  const [low, high] = part === whole - 1 && part > 1 ? (([a, b]) => [1 - b, 1 - a] as const)(one(1)) : one(part);
  return {
    value: (part / whole) * 100,
    low: low * 100,
    high: high * 100,
    isRange: false,
    isFraction: true,
    isVague: false,
  };
}

/** Dozens, millions, a few hundred: between the first and the second, and neither is said. */
export function ofVague(low: number, high: number): Numeral {
  return { value: low, low, high, isRange: false, isFraction: false, isVague: true };
}

/** A number that a scale word multiplies: half a million. */
export function ofPart(part: number, factor: number): Numeral {
  const value = tidy(part * factor);
  return exact(value, significantFigures(value));
}

/** Doubled, three times: how many times as much, as sharp as whole numbers are. */
export function ofMultiple(value: number): Numeral {
  return { value, low: value - HALF, high: value + HALF, isRange: false, isFraction: false, isVague: false };
}
