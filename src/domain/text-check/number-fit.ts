import type { Quantity } from '../text/quantities/quantity';
import type { KnownClaim } from './known-claim';
import { isSame, type StatedNumbers } from './stated-numbers';

/** How the number of a text and that of a claim go together. */
export type NumberFit = {
  /** `same`: as it stands in the claim; `printed`: as a work prints it; `stated`: stands beside it in the claim's statement. */
  how: 'same' | 'rounds' | 'printed' | 'stated' | 'misprint' | 'end-of-range' | 'near' | 'far';
  /** 0 to 1: how much it speaks for the claim. */
  weight: number;
};

const SHARES: ReadonlySet<string> = new Set(['percentage', 'percentage-points', 'percent-change']);
const MONEY = /\bdollars?|euros?|pounds?|US\$/i;

/** Numbers of one sort can be held against each other: shares with shares, money with money. */
function isOfOneSort(quantity: Quantity, { figure }: KnownClaim): boolean {
  // An interval that stands beside its share has no sign of its own.
  if (quantity.isRange && quantity.kind === 'count' && quantity.low === figure.low && quantity.high === figure.high)
    return true;
  const isShare = SHARES.has(figure.kind);
  switch (quantity.kind) {
    case 'per-cent':
    case 'percentage-points':
      return isShare;
    case 'money':
      return figure.kind === 'count' && MONEY.test(figure.unit);
    case 'multiple':
      return figure.kind === 'ratio' || figure.kind === 'percent-change' || isShare;
    case 'rate':
      return figure.kind === 'rate';
    case 'age':
      return /\bage\b/i.test(figure.unit);
    default:
      // A share that lost its sign is a share told as a count.
      return figure.kind === 'count' ? !MONEY.test(figure.unit) : figure.kind === 'ratio';
  }
}

/** Numbers this many times as large, or as small, are still held against each other. */
export const NEAR = 1.6;

/**
 * The fit of a quantity and a claim. What the claim says beside its figure is read only where it can make a difference.
 *
 * @returns null where the claim counts something of another sort, and does not state the number beside its own
 */
export function numberFit(quantity: Quantity, claim: KnownClaim, told: StatedNumbers): NumberFit | null {
  const { figure } = claim;
  if (!isOfOneSort(quantity, claim)) return told.isStated(quantity) ? { how: 'stated', weight: 0.75 } : null;
  if (quantity.kind === 'multiple' && figure.kind === 'percent-change')
    return numberFit(asChange(quantity), claim, told);
  if (quantity.isRange) {
    const fit = rangeFit(quantity, figure);
    return fit.how !== 'same' && told.isStated(quantity) ? { how: 'stated', weight: 0.9 } : fit;
  }
  const value = quantity.value ?? quantity.low;
  const isExact = !quantity.isVague && !quantity.isFraction;
  if (isExact && figure.value !== null && isSame(value, figure.value)) return { how: 'same', weight: 1 };
  const printed = told.printedIn(quantity);
  if (printed !== null && !printed.changesNumber) return { how: 'printed', weight: 0.95 };
  if (quantity.isFraction && told.isStated(quantity)) return { how: 'printed', weight: 0.95 };
  if (figure.value === null && (isSame(figure.low ?? Number.NaN, value) || isSame(figure.high ?? Number.NaN, value)))
    return { how: 'end-of-range', weight: 0.8 };
  if (isExact && figure.value !== null && isMisprint(value, figure.value)) return { how: 'misprint', weight: 0.8 };
  if (figure.value !== null && rounds(quantity, figure.value))
    return {
      how: 'rounds',
      weight: quantity.isVague ? 0.4 : 0.88 * (1 - 2.5 * (quantity.isFraction ? 0 : apart(value, figure.value))),
    };
  if (told.isStated(quantity)) return { how: 'stated', weight: 0.75 };
  if (printed !== null) return { how: 'printed', weight: 0.7 };
  const numbers = [figure.value, figure.low, figure.high].filter((number) => number !== null);
  if (numbers.length > 1 && value >= Math.min(...numbers) && value <= Math.max(...numbers))
    return { how: 'end-of-range', weight: 0.4 };
  const target = figure.value ?? figure.high ?? figure.low ?? 0;
  const ratio = value > 0 && target > 0 ? Math.abs(Math.log(value / target)) : Number.POSITIVE_INFINITY;
  return ratio <= Math.log(NEAR)
    ? { how: 'near', weight: 0.3 * (1 - ratio / Math.log(NEAR)) }
    : { how: 'far', weight: -0.4 };
}

/** Tripled is a rise of 200 per cent. */
function asChange(quantity: Quantity): Quantity {
  const [value, low, high] = [quantity.value ?? quantity.low, quantity.low, quantity.high].map(
    (times) => (times - 1) * 100,
  );
  return { ...quantity, kind: 'per-cent', value: value ?? 0, low: low ?? 0, high: high ?? 0, text: '' };
}

/** How far apart two numbers are, as a part of the second. */
const apart = (one: number, other: number) => Math.abs(one - other) / Math.max(Math.abs(other), 1e-9);

/** Whether a number rounds to what is written. A share in digits is meant to its last digit: 10 per cent is not 14. */
function rounds({ kind, value, low, high, isFraction, bound, leans, text }: Quantity, exact: number): boolean {
  if (value === null) return false;
  if (kind === 'per-cent' && !isFraction && /\d/.test(text)) {
    const unit = /[.,·]\d/.test(text) ? 0.1 : 1;
    const reach = bound === 'approximately' ? 2 * unit : unit / 2;
    return Math.abs(exact - value) <= (leans !== null ? Math.max(reach, 2 * unit) : reach);
  }
  if (leans === 'below') return exact <= value && exact >= value - (high - low);
  if (leans === 'above') return exact >= value && exact <= value + (high - low);
  return exact >= low && exact <= high;
}

function rangeFit({ low, high }: Quantity, figure: KnownClaim['figure']): NumberFit {
  const [from, to] = [figure.low ?? figure.value, figure.high ?? figure.value];
  if (from === null || to === null) return { how: 'far', weight: -0.4 };
  if (isSame(low, from) && isSame(high, to)) return { how: 'same', weight: 1 };
  // A range around a figure that has none of its own is another figure more often than not.
  if (figure.value !== null && figure.value >= low && figure.value <= high)
    return { how: 'near', weight: figure.low === null && figure.high === null ? 0.2 : 0.5 };
  return high >= from && low <= to ? { how: 'near', weight: 0.4 } : { how: 'far', weight: -0.4 };
}

/** Digits from which a number with one of them wrong, or two of them swapped, is still the same number misprinted. */
const MISPRINT_DIGITS = 5;

function isMisprint(one: number, other: number): boolean {
  const a = String(one);
  if (a.length < MISPRINT_DIGITS) return false;
  const b = String(other);
  if (a.length !== b.length || a.replace(/0+$/, '').length < MISPRINT_DIGITS) return false;
  const wrong = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
  const [first = 0, second = 0] = wrong;
  if (wrong.length === 1) return first > 0;
  return wrong.length === 2 && a[first] === b[second] && a[second] === b[first];
}

/** Digits that count, of a number in digits: 13,182 has five, two million one. Many of them are no coincidence. */
export function sharpness({ text, value, isFraction, isVague }: Quantity): number {
  if (isFraction || isVague || value === null) return 1;
  const digits = text
    .replace(/[^\d.]/g, '')
    .replace(/^0+\.?0*/, '')
    .replace('.', '');
  return Math.max(1, digits.replace(/0+$/, '').length);
}
