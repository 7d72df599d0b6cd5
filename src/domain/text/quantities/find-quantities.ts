import type { Bound } from '../../figure';
import { type Atom, atomsOf, type Measured } from './atoms';
import { ENGLISH } from './english';
import { type Grammar, grammarOf } from './grammar';
import { noFigureOf } from './no-figure';
import { plainCharacters } from './plain-characters';
import type { Quantity, QuantityKind } from './quantity';
import { joinedRanges } from './ranges';

const GRAMMAR = grammarOf(ENGLISH);

/** Characters before and behind a number that are looked at. */
const AROUND = 100;

/**
 * Every number of a text with what it counts in, in order: quantities of something, and numbers that are none, each with
 * why. Years, dates, articles of law, ages and the like are none. A number that is only a manner of speaking ("one of
 * the", "the two") is left out. The time it takes grows with the length of the text, and not faster.
 */
export function findQuantities(text: string, grammar: Grammar = GRAMMAR): Quantity[] {
  const plain = plainCharacters(text);
  const measured = atomsOf(plain, grammar).map((atom) => measure(atom, plain, grammar));
  // A number that is the unit of the one before it (12 per 100,000) is none of its own.
  const apart = measured.filter((one, index) => one.start >= (measured[index - 1]?.end ?? 0));
  const joined = joinedRanges(apart, plain, grammar);
  const found: Quantity[] = [];
  let previous: Quantity | null = null;
  let share: Quantity | null = null;
  for (const one of joined) {
    const own = described(one, plain, grammar, previous);
    const quantity: Quantity | null =
      own !== null && goesOn(one, own, share, plain, grammar) ? { ...own, kind: 'per-cent' as const } : own;
    if (quantity !== null) found.push({ ...quantity, text: text.slice(quantity.span.start, quantity.span.end) });
    // What is told in brackets beside a share does not end the list.
    const isAside = share !== null && /\([^)]*$/.test(plain.slice(share.span.end, one.start).slice(-LISTED_NEAR));
    if (quantity?.noFigure === null && !isAside) share = quantity.kind === 'per-cent' ? quantity : null;
    previous = quantity;
  }
  return found;
}

function measure(atom: Atom, text: string, grammar: Grammar): Measured {
  const after = text.slice(atom.end, atom.end + AROUND);
  const unit = (kind: QuantityKind, length: number): Measured => ({
    ...atom,
    end: atom.end + length,
    kind,
    hasUnit: true,
  });
  if (atom.noFigure !== null) return { ...unit('count', 0), hasUnit: false };
  if (atom.form === 'multiple') return unit('multiple', 0);
  if (atom.form === 'share') return unit('per-cent', 0);
  const [points] = grammar.points.exec(after) ?? [];
  if (points !== undefined) return unit('percentage-points', points.length);
  const [perCent] = grammar.perCent.exec(after) ?? [];
  if (perCent !== undefined) return unit('per-cent', perCent.length);
  const [times] = grammar.times.exec(after) ?? [];
  if (times !== undefined) return unit('multiple', times.length);
  if (grammar.factorBefore.test(text.slice(Math.max(0, atom.start - 20), atom.start))) return unit('multiple', 0);
  const { money } = grammar.moneyBefore.exec(text.slice(Math.max(0, atom.start - 8), atom.start))?.groups ?? {};
  if (money !== undefined) {
    const start = text.lastIndexOf(money, atom.start - 1);
    return { ...unit('money', 0), start };
  }
  const [coins] = grammar.moneyAfter.exec(after) ?? [];
  if (coins !== undefined) return unit('money', coins.length);
  const rate = grammar.rate.exec(after);
  if (rate !== null && isRate(rate, atom, after, grammar)) return unit('rate', rate[0].length);
  return { ...unit('count', 0), hasUnit: false };
}

/** "12 in 100,000" is a rate; "20,000 in 1,000 schools" are two counts. */
function isRate({ 0: found, groups }: RegExpExecArray, atom: Atom, after: string, { notWithin }: Grammar): boolean {
  if (groups?.within === undefined) return true;
  const base = Number(groups.base?.replace(/\D/g, '')) || Number.POSITIVE_INFINITY;
  return (atom.numeral.value ?? 0) < base && !notWithin.test(after.slice(found.length));
}

function described(one: Measured, text: string, grammar: Grammar, previous: Quantity | null): Quantity | null {
  const before = text.slice(Math.max(0, one.start - AROUND), one.start);
  const after = text.slice(one.end, one.end + AROUND);
  const noFigure = noFigureOf(one, { before, after, text }, grammar, previous);
  if (noFigure === 'left-out') return null;
  const { bound, leans } = noFigure === null ? boundOf(before, after, grammar) : { bound: null, leans: null };
  const isAverageAge = noFigure === null && one.kind === 'count' && isAgeLike(one, before, after, grammar);
  return {
    ...one.numeral,
    span: { start: one.start, end: one.end },
    text: '',
    kind: isAverageAge ? 'age' : one.kind,
    bound,
    leans,
    noFigure,
  };
}

/** Characters from a share to the next in a list of them. */
const LISTED_NEAR = 90;

/** "27.1 per cent for the Philippines, 16.2 for Namibia": the unit is said once. @param share the figure before, if it is one */
function goesOn(
  one: Measured,
  { noFigure, kind }: Quantity,
  share: Quantity | null,
  text: string,
  grammar: Grammar,
): boolean {
  if (share === null || noFigure !== null || kind !== 'count' || one.form !== 'digits' || one.hasScale) return false;
  if (one.numeral.isRange || (one.numeral.value ?? 101) > 100 || one.start - share.span.end > LISTED_NEAR) return false;
  const between = text.slice(share.span.end, one.start);
  if (/[.!?]\s|\n/.test(between)) return false;
  return (
    grammar.moreShares.before.test(between) && grammar.moreShares.after.test(text.slice(one.end, one.end + AROUND))
  );
}

/** An average of ages, the only ages that are a statistic. */
function isAgeLike(one: Measured, before: string, after: string, grammar: Grammar): boolean {
  return (
    (one.numeral.value ?? one.numeral.high) <= 100 &&
    grammar.average.test(before) &&
    (grammar.ageBefore.test(before) ||
      grammar.ageAfter.test(after) ||
      /\bages?\b/i.test(before) ||
      /^\s*years?\b/i.test(after))
  );
}

function boundOf(
  before: string,
  after: string,
  { bounds }: Grammar,
): { bound: Bound | null; leans: Quantity['leans'] } {
  if (bounds.nearly.test(before)) return { bound: 'approximately', leans: 'below' };
  if (bounds.justOver.test(before)) return { bound: 'approximately', leans: 'above' };
  // "More than an estimated 3,000": the word next to the number is not the one that bounds it.
  const outer = before.replace(bounds.about, (words) => ' '.repeat(words.length));
  if (bounds.atLeast.test(before) || bounds.atLeast.test(outer) || bounds.atLeastAfter.test(after))
    return { bound: 'at-least', leans: 'above' };
  if (bounds.atMost.test(before) || bounds.atMost.test(outer) || bounds.atMostAfter.test(after))
    return { bound: 'at-most', leans: 'below' };
  if (bounds.about.test(before) || bounds.aboutAfter.test(after)) return { bound: 'approximately', leans: null };
  return { bound: null, leans: null };
}
