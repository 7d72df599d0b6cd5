import type { Grammar } from './grammar';
import { ofDigits, ofMultiple, ofPart, ofShare, ofVague, ofWords } from './numerals';
import type { NoFigure, Numeral, QuantityKind } from './quantity';

/** One number as written, before its neighbours are looked at. */
export type Atom = {
  start: number;
  end: number;
  form: 'digits' | 'words' | 'share' | 'vague' | 'multiple' | 'none';
  numeral: Numeral;
  hasScale: boolean;
  /** The factor of its scale word; 1 without one. */
  factor: number;
  noFigure: NoFigure | null;
};

/** An atom with its unit, which is a part of it from then on. */
export type Measured = Atom & { kind: QuantityKind; hasUnit: boolean };

const NOTHING: Numeral = { value: null, low: 0, high: 0, isRange: false, isFraction: false, isVague: false };

type Found = Pick<Atom, 'form' | 'numeral'> &
  Partial<Pick<Atom, 'hasScale' | 'factor' | 'noFigure'>> & { length?: number };

/**
 * Every number of a text, in order, and none twice: what is read as a share, a date or an article of law is not read
 * once more as the numbers in it.
 *
 * @param text in plain characters (`plainCharacters`)
 */
export function atomsOf(text: string, grammar: Grammar): Atom[] {
  const taken = new Uint8Array(text.length);
  const atoms: Atom[] = [];
  const scan = (pattern: RegExp, read: (match: RegExpExecArray) => Found | null) => {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match[0] === '') pattern.lastIndex += 1;
      const found = isFree(taken, match.index, match.index + match[0].length) ? read(match) : null;
      const end = match.index + (found?.length ?? match[0].length);
      if (found === null) {
        // What overlaps something else may begin anew right behind its first word.
        pattern.lastIndex = Math.max(match.index + 1, pattern.lastIndex - match[0].length + 1);
        continue;
      }
      taken.fill(1, match.index, end);
      pattern.lastIndex = end;
      const { form, numeral, hasScale = false, factor = 1, noFigure = null } = found;
      atoms.push({ start: match.index, end, form, numeral, hasScale, factor, noFigure });
    }
  };
  scan(grammar.share, (match) => share(match, grammar));
  scan(grammar.personShare, (match) => share(match, grammar));
  scan(grammar.anyShare, (match) => share(match, grammar));
  scan(grammar.twice, (match) => twice(match, grammar));
  for (const [noFigure, pattern] of grammar.noFigures)
    scan(pattern, (match) => (isEndOfNumber(match, text) ? null : { form: 'none', numeral: NOTHING, noFigure }));
  scan(grammar.partOfScale, (match) => partOfScale(match, grammar));
  scan(grammar.parts, (match) => parts(match, grammar));
  scan(grammar.half, () => ({ form: 'share', numeral: shareOf(1, 2) }));
  scan(grammar.signs, (match) => signs(match, grammar));
  scan(grammar.vague, (match) => vague(match, grammar));
  scan(grammar.words, (match) => words(match, grammar));
  scan(grammar.digits, (match) => digits(match, text, grammar));
  scan(grammar.multiple, ([word]) => {
    const { multiples, comparisons } = grammar.language;
    const value = multiples[word.toLowerCase()] ?? comparisons.words[word.toLowerCase()];
    return value === undefined ? null : { form: 'multiple', numeral: ofMultiple(value) };
  });
  return atoms.sort((a, b) => a.start - b.start);
}

function isFree(taken: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (taken[at] === 1) return false;
  return true;
}

/** The last groups of a number in groups: the 000 of 60,000. */
function isEndOfNumber({ 0: found, index }: RegExpExecArray, text: string): boolean {
  if (!/^\d{3}(?!\d)/.test(found)) return false;
  const before = text.slice(Math.max(0, index - 3), index);
  return /\d[,.'’\u00a0\u2009\u202f]$/.test(before) || (/\d $/.test(before) && found.startsWith('0'));
}

const shareOf = (part: number, whole: number): Numeral => ofShare(part, whole) ?? NOTHING;

/** A small number in words or digits. */
function small(word: string | undefined, { language }: Grammar): number {
  const lower = (word ?? '').toLowerCase();
  return language.cardinals[lower] ?? (language.articles.includes(lower) ? 1 : Number(lower.replaceAll(',', '')));
}

function share({ groups }: RegExpExecArray, grammar: Grammar): Found | null {
  const [part, whole] = [small(groups?.k, grammar), small(groups?.n, grammar)];
  const isOfWhole = Number.isInteger(whole) || part === 1;
  const numeral = isOfWhole && whole > 1 && whole <= 10_000 ? ofShare(part, whole) : null;
  return numeral === null ? null : { form: 'share', numeral };
}

function parts({ groups }: RegExpExecArray, grammar: Grammar): Found | null {
  const name = (groups?.parts ?? groups?.part ?? '').toLowerCase();
  const whole = grammar.language.parts[name] ?? grammar.language.parts[name.replace(/s$/, '')];
  const part = groups?.many === undefined ? 1 : small(groups.many, grammar);
  const numeral = whole === undefined ? null : ofShare(part, whole);
  return numeral === null ? null : { form: 'share', numeral };
}

const SIGNS: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '¼': [1, 4],
  '¾': [3, 4],
  '⅕': [1, 5],
  '⅖': [2, 5],
  '⅗': [3, 5],
  '⅘': [4, 5],
  '⅛': [1, 8],
};

function signs({ groups }: RegExpExecArray, { language }: Grammar): Found | null {
  const [part, whole] = SIGNS[groups?.sign ?? ''] ?? [Number(groups?.part), Number(groups?.of)];
  if (!(part < whole)) return null;
  const factor = language.scales[(groups?.scale ?? '').toLowerCase()] ?? 1;
  if (groups?.whole === undefined && factor === 1) return { form: 'share', numeral: shareOf(part, whole) };
  return {
    form: 'digits',
    numeral: ofPart(Number(groups?.whole ?? 0) + part / whole, factor),
    hasScale: factor > 1,
    factor,
  };
}

function partOfScale({ groups }: RegExpExecArray, grammar: Grammar): Found | null {
  const { language } = grammar;
  const scale = language.scales[(groups?.scale ?? groups?.halfScale ?? groups?.aScale ?? '').toLowerCase()];
  if (scale === undefined) return null;
  const name = (groups?.part ?? groups?.halfOf ?? 'half').toLowerCase();
  const part = /^three/.test(name) ? 0.75 : 1 / (language.parts[name] ?? 2);
  const whole = groups?.whole === undefined ? (groups?.aScale === undefined ? 0 : 1) : small(groups.whole, grammar);
  return { form: 'words', numeral: ofPart(whole + part, scale), hasScale: true, factor: scale };
}

function vague([text]: RegExpExecArray, { language }: Grammar): Found | null {
  const lower = text.toLowerCase().replace(/\s+/g, ' ');
  const several = Object.entries(language.several).find(([word]) => lower.startsWith(`${word} `));
  const rest = several === undefined ? lower : lower.slice(several[0].length);
  const factor = (rest.match(/[\p{L}\d]+/gu) ?? []).reduce(
    (product, word) => product * (language.plurals[word] ?? language.scales[word] ?? 1),
    1,
  );
  if (factor <= 1) return null;
  const [low, high] = several?.[1] ?? [2, 10];
  return { form: 'vague', numeral: ofVague(low * factor, high * factor), hasScale: true, factor };
}

function words([text]: RegExpExecArray, grammar: Grammar): Found | null {
  const read = ofWords(text, grammar);
  if (read === null) return null;
  const factor = scaleIn(text.slice(0, read.length), grammar);
  return { form: 'words', numeral: read.numeral, length: read.length, hasScale: factor > 1, factor };
}

/** A number in words and the same in digits, of which one stands in brackets. */
function twice({ groups }: RegExpExecArray, grammar: Grammar): Found | null {
  const { scales } = grammar.language;
  const words = groups?.words ?? groups?.inWords ?? '';
  const digits = groups?.inDigits ?? groups?.digits ?? '';
  const read = ofWords(words, grammar);
  const inScale = scales[groups?.inScale?.toLowerCase() ?? ''] ?? 1;
  const same = ofDigits(digits, inScale, true);
  if (read === null || read.length < words.length || same?.value !== read.numeral.value) return null;
  const factor = inScale * (scales[groups?.scale?.toLowerCase() ?? ''] ?? 1);
  const numeral = ofDigits(digits, factor, true);
  return numeral === null ? null : { form: 'digits', numeral, hasScale: factor > 1, factor };
}

/** The last scale word of a number in words. */
function scaleIn(text: string, { language }: Grammar): number {
  const last = text.toLowerCase().match(/\p{L}+$/u)?.[0] ?? '';
  return language.scales[last] ?? 1;
}

function digits(match: RegExpExecArray, text: string, grammar: Grammar): Found | null {
  const { groups, index } = match;
  const { scales, signs } = grammar.language;
  const end = index + match[0].length;
  const sign = groups?.sign?.toLowerCase();
  const factor =
    (sign === undefined ? 1 : (signs[sign] ?? 1)) *
    (scales[groups?.scale?.toLowerCase() ?? ''] ?? 1) *
    (scales[groups?.scale2?.toLowerCase() ?? ''] ?? 1);
  let raw = (groups?.digits ?? '').replace(/^\./, '0.');
  let length = match[0].length;
  // A comma begins a fraction only before a scale or a per cent sign: in "3,4 and 5" it parts two numbers.
  if (/^\d+,\d{1,2}$/.test(raw) && factor === 1 && !grammar.perCent.test(text.slice(end, end + 20))) {
    raw = raw.replace(/,.*$/, '');
    length = raw.length;
  }
  const after = text.slice(end, end + 60);
  const isMoney = grammar.moneyAfter.test(after) || grammar.moneyBefore.test(text.slice(Math.max(0, index - 8), index));
  const numeral = ofDigits(raw, factor, isMoney || grammar.countedNext.test(after));
  return numeral === null ? null : { form: 'digits', numeral, length, hasScale: factor > 1, factor };
}
