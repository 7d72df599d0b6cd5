import type { Measured } from './atoms';
import type { Grammar } from './grammar';
import type { Numeral } from './quantity';

/** Numbers that are said as one span made one: 40–50 per cent, between 1.2 and 1.4 million, two or three. */
export function joinedRanges(measured: readonly Measured[], text: string, grammar: Grammar): Measured[] {
  const joined: Measured[] = [];
  for (let index = 0; index < measured.length; index += 1) {
    const [first, second] = [measured[index], measured[index + 1]];
    if (first === undefined) continue;
    const range = second === undefined ? null : rangeOf(first, second, text, grammar);
    if (range === null && second !== undefined && isScore(first, second, text)) {
      joined.push({ ...first, end: second.end, noFigure: 'label' });
      index += 1;
      continue;
    }
    joined.push(range ?? (second === undefined ? first : asItsEnd(first, second, text, grammar)));
    if (range !== null) index += 1;
  }
  return joined;
}

const JOINABLE: ReadonlySet<Measured['form']> = new Set(['digits', 'words', 'share']);

function rangeOf(first: Measured, second: Measured, text: string, grammar: Grammar): Measured | null {
  if (first.noFigure !== null || second.noFigure !== null) return null;
  if (!JOINABLE.has(first.form) || !JOINABLE.has(second.form)) return null;
  const gap = text.slice(first.end, second.start);
  const before = text.slice(Math.max(0, first.start - 100), first.start);
  const isBetween = grammar.between.test(before) && grammar.jointAnd.test(gap);
  if (gap.length > 12 || !(isBetween || grammar.joint.test(gap))) return null;
  // "Rose from 20 to 27" tells of two numbers; "estimates from 20 to 27" of one span.
  if (grammar.from.test(before) && grammar.changing.test(before) && /\p{L}/u.test(gap)) return null;
  const low = inUnitOf(second, first);
  if (low === null || second.numeral.value === null || !(low < second.numeral.value)) return null;
  if (first.hasUnit && second.hasUnit && first.kind !== second.kind) return null;
  const start = isBetween ? first.start - (before.match(/\S+\s*$/)?.[0].length ?? 0) : first.start;
  const numeral: Numeral = {
    value: null,
    low,
    high: second.numeral.value,
    isRange: true,
    isFraction: false,
    isVague: false,
  };
  const unit = second.hasUnit ? second : first;
  return { ...second, start, numeral, kind: unit.kind, hasUnit: unit.hasUnit };
}

/** 3–1: no span, since the first is not the smaller. */
function isScore(first: Measured, second: Measured, text: string): boolean {
  if (first.form !== 'digits' || second.form !== 'digits' || first.hasUnit || second.hasUnit || second.hasScale)
    return false;
  const [one, other] = [first.numeral.value ?? 0, second.numeral.value ?? 0];
  return /^[-–]$/.test(text.slice(first.end, second.start)) && one >= other && one < 1000;
}

/** "From 20 to 27 per cent", "20 against 27 per cent": what the second counts in, the first does too. */
function asItsEnd(first: Measured, second: Measured, text: string, grammar: Grammar): Measured {
  const isBare = first.form === 'digits' && !first.hasUnit && !first.hasScale && first.noFigure === null;
  if (!isBare || second.kind !== 'per-cent' || second.form === 'share' || (first.numeral.value ?? 0) > 100)
    return first;
  const isChange = grammar.from.test(text.slice(Math.max(0, first.start - 20), first.start));
  const gap = text.slice(first.end, second.start);
  if (!(grammar.joint.test(gap) && isChange) && !grammar.jointAnd.test(gap)) return first;
  return { ...first, kind: 'per-cent', hasUnit: true };
}

/** "1.2 to 1.4 million": the scale of the second is that of the first too, as long as the first stays the smaller. */
function inUnitOf({ factor, numeral: { value: end } }: Measured, first: Measured): number | null {
  const { value } = first.numeral;
  if (value === null || end === null) return null;
  const scaled = value * factor;
  return !first.hasScale && factor > 1 && scaled < end ? scaled : value;
}
