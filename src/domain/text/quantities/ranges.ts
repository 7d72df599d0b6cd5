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
  // "50,000, 100,000 or 300,000" are three numbers.
  if (/(?<!(?<!\d)(?:19|20)\d)\d,\s*$/.test(before) && grammar.jointOr.test(gap)) return null;
  if (!isBetween && isYearBefore(first, second, text, before, grammar)) return null;
  const low =
    second.form === 'share' && !first.hasUnit ? partOf(second, first, text, grammar) : inUnitOf(second, first);
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

/** "To 199,363" after "in 2019" begins another thing: who counts groups the digits of both ends or of none. */
function isYearBefore(first: Measured, second: Measured, text: string, before: string, grammar: Grammar): boolean {
  const { value } = first.numeral;
  if (value === null || value < 1900 || value > grammar.language.years.last) return false;
  if (!/^\d{4}$/.test(text.slice(first.start, first.end))) return false;
  return grammar.inYear.test(before) || /\d[^\d.]\d{3}/.test(text.slice(second.start, second.end));
}

/** 3–1: no span, since the first is not the smaller. */
function isScore(first: Measured, second: Measured, text: string): boolean {
  if (first.form !== 'digits' || second.form !== 'digits' || first.hasUnit || second.hasUnit || second.hasScale)
    return false;
  const [one, other] = [first.numeral.value ?? 0, second.numeral.value ?? 0];
  return /^[-–]$/.test(text.slice(first.end, second.start)) && one >= other && one < 1000;
}

/** "From 20 to 27 per cent", "20 against 27 per cent": what the second counts in, and by the million, the first does too. */
function asItsEnd(first: Measured, second: Measured, text: string, grammar: Grammar): Measured {
  if (first.form !== 'digits' || first.hasScale || first.noFigure !== null || second.form === 'share') return first;
  const before = text.slice(Math.max(0, first.start - 20), first.start);
  const gap = text.slice(first.end, second.start);
  if (grammar.aged.test(before)) return first;
  const isChange = grammar.joint.test(gap) && grammar.from.test(before);
  if (isChange) return withScaleOf(second, first.hasUnit ? first : withUnitOf(second, first));
  return grammar.jointAnd.test(gap) && second.kind === 'per-cent' && !first.hasUnit ? withUnitOf(second, first) : first;
}

function withUnitOf({ kind, hasUnit }: Measured, first: Measured): Measured {
  const isTooMuch = kind === 'per-cent' && (first.numeral.value ?? 0) > 100;
  return !hasUnit || kind === 'multiple' || isTooMuch ? first : { ...first, kind, hasUnit };
}

/** What changes by more than this from one number to the next was not counted by the same million. */
const LIKELY_CHANGE = 20;

function withScaleOf({ factor, numeral: { value: end } }: Measured, first: Measured): Measured {
  const { value, low, high } = first.numeral;
  if (factor < 1000 || value === null || end === null || value >= 1000) return first;
  const change = (value * factor) / end;
  if (change > LIKELY_CHANGE || change < 1 / LIKELY_CHANGE) return first;
  const times = (number: number) => Number((number * factor).toPrecision(15));
  const numeral = { ...first.numeral, value: times(value), low: times(low), high: times(high) };
  return { ...first, numeral, hasScale: true, factor };
}

/** "2–3 in 10": two in ten. Null where the second is no number of parts. */
function partOf(second: Measured, first: Measured, text: string, { language }: Grammar): number | null {
  const word = /^[\p{L}\d]+/u.exec(text.slice(second.start, second.start + 20))?.[0].toLowerCase() ?? '';
  const part = language.cardinals[word] ?? Number(word);
  if (!(part > 0) || first.numeral.value === null || second.numeral.value === null) return null;
  return (first.numeral.value / part) * second.numeral.value;
}

/** "1.2 to 1.4 million": the scale of the second is that of the first too, as long as the first stays the smaller. */
function inUnitOf({ factor, numeral: { value: end } }: Measured, first: Measured): number | null {
  const { value } = first.numeral;
  if (value === null || end === null) return null;
  const scaled = value * factor;
  return !first.hasScale && factor > 1 && scaled < end ? scaled : value;
}
