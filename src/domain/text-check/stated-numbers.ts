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
  // Most works print it alike: of those, one that did not change the number speaks for all.
  const printed: { wording: string; read: ReturnType<typeof readOnce>; work: Work }[] = [];
  for (const work of works) {
    if (work.printed === null) continue;
    const same = printed.find(({ wording }) => wording === work.printed);
    if (same === undefined) printed.push({ wording: work.printed, read: readOnce(work.printed), work });
    else if (same.work.changesNumber && !work.changesNumber) same.work = work;
  }
  return {
    isStated: (quantity) =>
      (isSmall(quantity) ? stated : own)(quantity).some((other) => isSameQuantity(quantity, other)),
    printedIn: (quantity) => {
      let found: Work | null = null;
      for (const { read, work } of printed) {
        if (found?.changesNumber === false || !printsIt(quantity, figure, read(quantity))) continue;
        if (found === null || !work.changesNumber) found = work;
      }
      return found;
    },
  };
}

const isSmall = ({ kind, value }: Quantity) => kind === 'count' && value !== null && value <= 12;

/** The quantities of a text, for one that may be among them. */
function readOnce(text: string): (quantity: Quantity) => readonly Quantity[] {
  let read: readonly Quantity[] | null = null;
  let gist: Gist | null = null;
  return (quantity) => {
    if (read === null) {
      gist ??= gistOf(text);
      if (!mayStandIn(text, gist, quantity)) return [];
      read = findQuantities(text).filter(({ noFigure }) => noFigure === null);
    }
    return read;
  };
}

/** What tells without reading a text which numbers it can have. */
type Gist = { digits: string; hasNumberWords: boolean; hasShares: boolean };

function gistOf(text: string): Gist {
  return {
    digits: text.match(/\d[\d.,·\s]*/g)?.join('|') ?? '',
    hasNumberWords: NUMBER_WORDS.test(text),
    hasShares: SHARE_WORDS.test(text),
  };
}

const NUMBER_WORDS = /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b/i;
const SHARE_WORDS =
  /\b(?:half|halves|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|fifteenth|twentieth|hundredth)s?)\b|\d\s+(?:in|out|of|from|among|for)\b|[½⅓⅔¼¾⅕⅖⅗⅘⅛]/i;
const VAGUE_WORDS = /\b(?:dozen|score|ten|hundred|thousand|million|billion|trillion|lakh|crore)s?\b/i;

/** Whether the digits of a number, in whatever unit, or its words can stand in a text. */
function mayStandIn(text: string, { digits, hasNumberWords, hasShares }: Gist, quantity: Quantity): boolean {
  if (hasNumberWords) return true;
  let pattern = patterns.get(quantity);
  if (pattern === undefined) {
    pattern = patternOf(quantity);
    patterns.set(quantity, pattern);
  }
  if (digits !== '' && pattern.test(digits)) return true;
  if (quantity.isFraction) return hasShares;
  if (quantity.isVague) return VAGUE_WORDS.test(text);
  const [word] = /^\p{L}+/u.exec(quantity.text) ?? [];
  return word !== undefined && text.toLowerCase().includes(word.toLowerCase());
}

/** A quantity is looked for in hundreds of texts. */
const patterns = new WeakMap<Quantity, RegExp>();

function patternOf({ value, low }: Quantity): RegExp {
  const number = value ?? low;
  const inUnits = [1, 1e3, 1e6, 1e9]
    .map((scale) => String(Number((number / scale).toPrecision(12))))
    .filter((digits) => digits.length < 12);
  // Thousands are set apart by a comma or by a space.
  const written = [...new Set([...inUnits, number.toLocaleString('en')])].map((digits) =>
    digits.replace('.', '[.·]').replaceAll(',', '[,\\s]').replace('+', '\\+'),
  );
  // Not the beginning of a longer number, but for the zeros at its end.
  return new RegExp(`(?<!\\d|\\d[.,·])(?:${written.join('|')})(?:[.·]?0+)?(?![.,·]?\\d)`);
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
