import { findNumbers } from './numbers';

/**
 * What commas and points in a number are known to mean.
 *
 * - `typed`: a comma groups thousands and a point begins the fraction, in forms and in files that separate cells by
 *   commas; but whoever typed it may have grouped thousands by points, and is asked
 * - `unknown`: either may be either: files that separate cells by semicolons, as spreadsheets do where a comma is the
 *   decimal sign
 */
export type Separators = 'typed' | 'unknown';

const SHOULD = 'should be a plain number such as 1800000 or 7.5';
const TOO_LONG = 'has more digits than can be kept exactly; about 15 can';
/** Characters from which a text is no number that anybody would print. */
const CHARACTERS_MAX = 60;

/**
 * A number that can be read in one way only: plain (`1800000`, `7.5`), with grouped thousands (`1,800,000`), or with a
 * scale (`1.8 million`, `1.8m`), as search reads it; a per cent sign is passed over. Otherwise the rest of a sentence that
 * says why not: nothing is ever read as another number than the one that stands there.
 */
export function readNumber(text: string, separators: Separators = 'typed'): number | string {
  const bare = text
    .trim()
    .replace(/\s*(%|per\s?cent)$/i, '')
    .trim();
  if (bare.length > CHARACTERS_MAX) return /^[\d.,\s−-]+$/.test(bare) ? TOO_LONG : SHOULD;
  // What `typedNumber` writes of the very small and the very large has every digit that there is.
  if (separators === 'typed' && /^-?\d.*e/.test(bare) && String(Number(bare)) === bare) return Number(bare);
  if (/^[-−+]?\d+([.,]\d+)?e[+-]?\d+$/i.test(bare)) {
    return `is a spreadsheet's short form, which may have lost digits; it ${SHOULD}`;
  }
  const twoWays = readTwoWays(bare, separators);
  if (twoWays !== null) return twoWays;
  const [, sign = '', positive = ''] = /^([-−+]?)(.*)$/s.exec(bare) ?? [];
  const value = /^\d+(\.\d+)?$/.test(positive) ? Number(positive) : readPrinted(positive);
  if (typeof value === 'string') return value;
  if (significantDigits(positive).length > 15 && significantDigits(positive) !== significantDigits(String(value))) {
    return TOO_LONG;
  }
  return sign === '-' || sign === '−' ? 0 - value : value;
}

/** What to write instead, where the separator in it may be that of the thousands or that of the fraction. */
function readTwoWays(bare: string, separators: Separators): string | null {
  if (separators === 'unknown' && /^[-−]?\d{1,3}[.,]\d{3}$/.test(bare)) {
    return 'can be read in two ways in a file with semicolons; write it without the separator, or with another digit after it';
  }
  // A group of thousands never begins with nought: 0.125 is a fraction.
  if (separators !== 'typed' || !/^[-−+]?[1-9]\d{0,2}\.\d{3}$/.test(bare)) return null;
  const fraction = bare.endsWith('0') ? bare.replace(/\.?0+$/, '') : `${bare}0`;
  return `can be read in two ways: write ${bare.replace('.', ',')} for thousands, or ${fraction} for a fraction`;
}

/** A number as texts print it, when it is all that stands there. */
function readPrinted(text: string): number | string {
  const [found, ...more] = findNumbers(text);
  const isWhole = found !== undefined && more.length === 0 && found.start === 0 && found.end === text.length;
  return isWhole && !found.percent ? found.value : SHOULD;
}

/** The digits that tell a number from others, without noughts at either end. */
function significantDigits(text: string): string {
  return text
    .replace(/e.*$/i, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '');
}

/** A number as an input shows it, so that `readNumber` reads it back as the same. */
export function typedNumber(value: number): string {
  const text = String(value);
  return readTwoWays(text, 'typed') === null ? text : `${text}0`;
}
