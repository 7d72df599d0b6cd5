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
  const printed = new Map<string, { read: ReturnType<typeof readOnce>; work: Work }>();
  for (const work of works) {
    if (work.printed === null) continue;
    const same = printed.get(work.printed);
    if (same === undefined) printed.set(work.printed, { read: readOnce(work.printed), work });
    else if (same.work.changesNumber && !work.changesNumber) same.work = work;
  }
  return {
    isStated: (quantity) => own(quantity).some((other) => isSameQuantity(quantity, other)),
    printedIn: (quantity) => {
      let found: Work | null = null;
      for (const { read, work } of printed.values()) {
        if (found?.changesNumber === false || !printsIt(quantity, figure, read(quantity))) continue;
        if (found === null || !work.changesNumber) found = work;
      }
      return found;
    },
  };
}

/** The quantities of a text, for one that may be among them. */
function readOnce(text: string): (quantity: Quantity) => readonly Quantity[] {
  let read: readonly Quantity[] | null = null;
  return (quantity) => {
    if (read === null && !mayStandIn(text, quantity)) return [];
    read ??= findQuantities(text).filter(({ noFigure }) => noFigure === null);
    return read;
  };
}

/** Whether the digits of a number, in whatever unit, or its words stand in a text. */
function mayStandIn(text: string, quantity: Quantity): boolean {
  let pattern = patterns.get(quantity);
  if (pattern === undefined) {
    pattern = patternOf(quantity);
    patterns.set(quantity, pattern);
  }
  return pattern.test(text);
}

/** A quantity is looked for in hundreds of texts. */
const patterns = new WeakMap<Quantity, RegExp>();

const NUMBER_WORDS = '\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\\b';
const SHARE_WORDS =
  '\\b(?:half|halves|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|fifteenth|twentieth|hundredth)s?)\\b|\\d\\s+(?:in|out|of|from|among|for)\\b|[½⅓⅔¼¾⅕⅖⅗⅘⅛]';
const VAGUE_WORDS = '\\b(?:dozen|score|ten|hundred|thousand|million|billion|trillion|lakh|crore)s?\\b';

function patternOf({ text, value, low, isFraction, isVague }: Quantity): RegExp {
  const number = value ?? low;
  const inUnits = [1, 1e3, 1e6, 1e9]
    .map((scale) => String(Number((number / scale).toPrecision(12))))
    .filter((digits) => digits.length < 12);
  // Thousands are set apart by a comma or by a space.
  const digits = [...new Set([...inUnits, number.toLocaleString('en')])].map((written) =>
    written.replace('.', '[.·]').replaceAll(',', '[,\\s]').replace('+', '\\+'),
  );
  const [word] = /^\p{L}+/u.exec(text.toLowerCase()) ?? [];
  const said = isFraction ? [SHARE_WORDS] : isVague ? [VAGUE_WORDS] : word === undefined ? [] : [word];
  // Not the beginning of a longer number, but for the zeros at its end.
  const written = `(?<![\\d]|\\d[.,·])(?:${digits.join('|')})(?:[.·]?0+)?(?![.,·]?\\d)`;
  return new RegExp([written, NUMBER_WORDS, ...said].join('|'), 'i');
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
