import { findQuantities } from '../text/quantities/find-quantities';
import type { Quantity } from '../text/quantities/quantity';
import type { KnownClaim } from './known-claim';

type Work = KnownClaim['works'][number];

/** The numbers beside the figure: those of the claim's own words, and those that works print for it. */
export type StatedNumbers = {
  isStated: (quantity: Quantity) => boolean;
  /** A work that prints the claim with this number: one that changed it only where no other does. */
  printedIn: (quantity: Quantity) => Work | null;
};

/** Texts are read for their numbers only where the number that is looked for can stand in them, and once. */
export function statedNumbers({ statement, figure, definition, works }: KnownClaim): StatedNumbers {
  const own = readOnce(`${statement} ${figure.of ?? ''}. ${definition ?? ''}`);
  // A definition says "two" of anything.
  const stated = readOnce(statement);
  const printed = works.flatMap((work) => (work.printed === null ? [] : [{ work, read: readOnce(work.printed) }]));
  return {
    isStated: (quantity) =>
      (isSmall(quantity) ? stated : own)(quantity).some((other) => isSameQuantity(quantity, other)),
    printedIn: (quantity) => {
      const found = printed.filter(({ read }) => printsIt(quantity, figure, read(quantity))).map(({ work }) => work);
      return found.find(({ changesNumber }) => !changesNumber) ?? found[0] ?? null;
    },
  };
}

const isSmall = ({ kind, value }: Quantity) => kind === 'count' && value !== null && value <= 12;

/** The quantities of a text, for one that may be among them. */
function readOnce(text: string): (quantity: Quantity) => readonly Quantity[] {
  let read: readonly Quantity[] | null = null;
  return (quantity) => {
    if (read === null && !mayHold(text, quantity)) return [];
    read ??= findQuantities(text).filter(({ noFigure }) => noFigure === null);
    return read;
  };
}

/** Whether the digits of a number, in whatever unit, or its words stand in a text. */
function mayHold(text: string, { text: words, value, low, isFraction, isVague }: Quantity): boolean {
  if (isFraction || isVague) return /[a-z]/i.test(text);
  const number = value ?? low;
  return (
    [1, 1e3, 1e6, 1e9].some((scale) => {
      const digits = String(Number((number / scale).toPrecision(12)));
      return digits.length < 12 && (text.includes(digits) || text.includes(digits.replace('.', '·')));
    }) ||
    text.includes(number.toLocaleString('en')) ||
    text.toLowerCase().includes(words.toLowerCase().replace(/[^\p{L}\d].*$/u, '')) ||
    /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b/i.test(text)
  );
}

/** Of a wording with several numbers, the one that is the figure's counts, and the others are beside it. */
function printsIt(quantity: Quantity, { value }: KnownClaim['figure'], printed: readonly Quantity[]): boolean {
  const isOther =
    value !== null && printed.length > 1 && printed.some((one) => one.value !== null && isSame(one.value, value));
  return !isOther && printed.some((other) => isSameQuantity(quantity, other));
}

function isSameQuantity(one: Quantity, other: Quantity): boolean {
  if (one.isRange !== other.isRange || one.kind !== other.kind) return false;
  return one.isRange
    ? isSame(one.low, other.low) && isSame(one.high, other.high)
    : isSame(one.value ?? 0, other.value ?? -1);
}

/** Equal but for what binary numbers lose. */
export const isSame = (one: number, other: number) =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
