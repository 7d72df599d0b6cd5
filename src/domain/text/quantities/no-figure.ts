import type { Measured } from './atoms';
import type { Grammar } from './grammar';
import type { NoFigure, Quantity } from './quantity';

type Around = { before: string; after: string; text: string };

/**
 * Why a number is no statistic: it stands where a year, an age, an article of law or the like stands. Null: it is a quantity
 * of something. `left-out`: a manner of speaking, of which nothing is said at all.
 */
export function noFigureOf(
  one: Measured,
  around: Around,
  grammar: Grammar,
  previous: Quantity | null,
): NoFigure | null | 'left-out' {
  if (one.noFigure !== null) return one.noFigure;
  const { before, after, text } = around;
  // Behind a number there may be words of the next sentence: they say nothing of this one.
  const next = after.split(/[.;:!?](?=\s|$)|\n\n/, 1)[0] ?? '';
  const isCounted = grammar.countedNext.test(next) || grammar.countedHyphen.test(next);
  if (one.form === 'digits' && !one.hasUnit) {
    const label = grammar.labels.find(([, pattern]) => pattern.test(before));
    // Behind "hall" or "table" a letter is no sign for millions.
    const isName = !one.hasScale || /^\d{1,3}[a-z]$/i.test(text.slice(one.start, one.end));
    if (label !== undefined && isName && !(isCounted && label[0] === 'label')) return label[0];
    if (isChained(one, previous, text) && !isCounted) return previous?.noFigure ?? null;
    if (isPhone(one, around, isCounted, previous, grammar)) return 'phone';
    if (isYear(one, text, before, isCounted, grammar)) return 'year';
    // A count of so many digits is printed in groups; a number in one piece is that of a file.
    if (/^\d{5,}$/.test(text.slice(one.start, one.end)) && !isCounted) return 'identifier';
    if (/^-\p{Ll}/u.test(after) && !isCounted && !grammar.ageAfter.test(after) && !grammar.duration.test(after))
      return 'label';
  }
  if (one.kind === 'count' && !one.hasScale) {
    if (isAgeOfSomebody(one, before, next, isCounted, grammar)) return 'age';
    if (grammar.duration.test(after) && !grammar.averageOf.test(before) && !grammar.ageAfter.test(after))
      return 'duration';
    if (isAge(one, before, after, isCounted, grammar)) return grammar.average.test(before) ? null : 'age';
  }
  if (isThreshold(one, around, previous, grammar)) return 'label';
  return isMannerOfSpeaking(one, before, next, grammar) ? 'left-out' : null;
}

/** "80 per cent shared fewer than ten files": what tells those who are counted apart is not counted itself. */
function isThreshold(one: Measured, { before, after, text }: Around, previous: Quantity | null, grammar: Grammar) {
  if (previous === null || previous.noFigure !== null || previous.kind !== 'per-cent') return false;
  if (one.kind !== 'count' || one.hasScale || one.numeral.isRange || grammar.changing.test(before)) return false;
  const { atLeast, atMost, atLeastAfter, atMostAfter } = grammar.bounds;
  const bound = atLeast.exec(before) ?? atMost.exec(before);
  if (bound === null && !atLeastAfter.test(after) && !atMostAfter.test(after)) return false;
  const start = one.start - (bound === null ? 0 : before.length - bound.index - 1);
  return grammar.thresholdAfter.test(text.slice(previous.span.end, Math.max(previous.span.end, start)).slice(0, 120));
}

/** "Articles 34 and 35": what the first only names, the second names too. */
function isChained(one: Measured, previous: Quantity | null, text: string): boolean {
  if (previous === null || one.hasScale) return false;
  if (!['law', 'section', 'page', 'label', 'list'].includes(previous.noFigure ?? '')) return false;
  return /^\s*(?:\([a-z0-9]+\)\s*)*(?:,|and|or|to|&|–|-|,\s*and)?\s*(?:\([a-z0-9]+\)\s*)*$/i.test(
    text.slice(previous.span.end, one.start),
  );
}

/** From here on a number of four digits is a year, where nothing else is said. */
const OF_OURS = 1900;

function isYear(
  one: Measured,
  text: string,
  before: string,
  isCounted: boolean,
  { language, yearBefore, monthBefore }: Grammar,
): boolean {
  const { first, last } = language.years;
  const value = one.numeral.value ?? one.numeral.high;
  const isOne = /^(?:\d{4})(?:\s?(?:[-–/]|to|and|or)\s?\d{2,4})?$/i.test(text.slice(one.start, one.end));
  if (!isOne || !(value >= first && value <= last)) return false;
  // In the nineteenth century there were fewer years than there are such numbers in a text.
  if (!isCounted && value >= OF_OURS) return true;
  return yearBefore.test(before) || monthBefore.test(before);
}

/** Digits in one piece, or in pairs and threes, behind a word for calling: what has commas in it is counted. */
function isPhone(
  one: Measured,
  { before, after, text }: Around,
  isCounted: boolean,
  previous: Quantity | null,
  grammar: Grammar,
): boolean {
  if (isCounted || one.hasScale || text.slice(one.start, one.end).includes(',')) return false;
  if (previous?.noFigure === 'phone' && /^[ -]$/.test(text.slice(previous.span.end, one.start))) return true;
  if (grammar.things.test(after)) return false;
  return grammar.phone.test(before) || grammar.phoneLine.test(before);
}

/** An age as such. "Under 18" is one; "over 18 countries" counts, and so does "under 40 cases". */
function isAge(one: Measured, before: string, after: string, isCounted: boolean, grammar: Grammar): boolean {
  const value = one.numeral.value ?? one.numeral.high;
  const { max } = grammar.language.ages;
  if (value > OLDEST) return false;
  if (grammar.ageAfter.test(after) || grammar.aged.test(before)) return true;
  if (grammar.ofPerson.before.test(before) && grammar.ofPerson.after.test(after)) return true;
  // "The striker, 18, scored".
  if (/\p{L},\s+$/u.test(before) && /^,/.test(after) && value >= 10 && one.form === 'digits') return true;
  if (isCounted || value > max) return false;
  if (one.form === 'digits' && value >= 5 && grammar.ageAt.test(before) && grammar.ageAtEnd.test(after)) return true;
  if (one.numeral.isRange && grammar.person.test(before)) return true;
  // "At sixteen you can join the army"; at less it may as well be the time of day.
  if (one.form === 'words' && value >= 5 && grammar.ageSpoken.test(before)) return true;
  if (grammar.byLaw.test(before) && !grammar.countedOf.test(after)) return true;
  if (!grammar.ageBefore.test(before) || grammar.countedOf.test(after)) return false;
  // "Over 20 municipalities" counts them; "a child under 18 needs" does not.
  return !grammar.things.test(after) || grammar.personUnder.test(before);
}

/** A girl of twelve, children of 14 or 15 years; and each of the ages in "aged 14, 15 and 16". */
function isAgeOfSomebody(one: Measured, before: string, next: string, isCounted: boolean, grammar: Grammar): boolean {
  const value = one.numeral.value ?? one.numeral.high;
  if (one.hasUnit || value > OLDEST || isCounted || grammar.countedOf.test(next)) return false;
  if (grammar.ofAnybody.test(before) && grammar.years.test(next)) return true;
  const { ageList, ofYoung, language } = grammar;
  if (ofYoung.test(before) && value <= language.ages.max && grammar.aboutPerson.test(next)) return true;
  return ageList.last.test(before) || (ageList.middle.test(before) && ageList.more.test(next));
}

const OLDEST = 100;
/** Up to this, a number in words is as often a manner of speaking as a count. */
const SMALL = 12;
/** Up to this, "the" before it says that it was told already. */
const FEW = 5;

function isMannerOfSpeaking(one: Measured, before: string, next: string, grammar: Grammar): boolean {
  if (one.form !== 'words' || one.hasUnit || one.hasScale) return false;
  const value = one.numeral.value ?? one.numeral.high;
  const isCompared = grammar.compared.test(before) || grammar.countedHyphen.test(next);
  if (value === 0) return !isCompared && !grammar.countedNext.test(next);
  if (value <= 1 && !one.numeral.isRange) return true;
  if (value > SMALL || isCompared) return false;
  // Nobody says "the seven countries" without telling that they are seven.
  if (value > FEW && grammar.known.test(before)) return !grammar.counted.test(next);
  return grammar.alreadyTold.test(before) || !grammar.counted.test(next);
}
