// Of the years in a sentence, which is the time of a figure, and which only when a work came out.

/** Part of a text, in UTF-16 units. */
type Span = { start: number; end: number };

const YEAR =
  /(?<![\d.,/])(?:19|20)\d{2}(?![\d,]\d|\d|[’']?s\b)(?:\s?(?:[-–/]|to|and|through|until)\s?(?:19|20)\d{2}(?!\d|[,.]\d)|[-–/]\d{2}(?!\d|[,.]\d))?/g;
/** Before a year in which something was said or came out. */
const WORK_BEFORE =
  /(?:\b(?:said|says|estimat\w+|report (?:of|from|for)|reported|publi\w+|calculated|releas\w*|warn\w*|announc\w*|argued|wrote|stud(?:y|ies)(?: of| from)?|surveys? (?:of|from)|review|index|assessment|edition|according to|conclud\w+|quoted|bulletin|paper|update|scan|series|meta-analysis|re-analysis|analysis|infographic|investigation|article|poll|directive|law|act|regulation|resolution|strategy|plan|treaty|protocol|(?:publi\w+|releas\w*)(?:\s+\p{L}+){1,3}|(?:found|studied|analysed|analyzed|appeared|issued)(?= in))\s+(?:\p{L}+\s+)?(?:in|of|from)?\s*(?:the year\s+)?|\(\s*(?:\p{L}[\p{L}.&’'/ ]{0,60},?\s*)|\p{Lu}[\p{L}’'.-]+\s*,?\s*\()$/u;
const WORK_AFTER =
  /^\)?[’']?s?\s*(?:\p{L}+\s+){0,2}(?:[Rr]eports?|[Ee]stimates?|[Ss]tudy|[Ss]urvey|[Rr]eview|[Rr]elease|[Ii]ndex|[Aa]ssessment|[Ee]dition|[Pp]aper|[Dd]issertation|figures|data|(?:re-|meta-)?analysis|[Ss]can|[Bb]ulletin|[Uu]pdate|[Pp]ublication|calculation|series|infographic|investigation|article|poll)\b|^,?\s+(?:the\s+)?(?:[\p{Lu}][\p{L}’'.&-]*\s+){1,5}(?:estimated|reported|put|said|found|concluded|looked|published|told|calculated|warned)\b/u;

export type Years = {
  /** The time that the figure is said to be of. */
  years: readonly number[];
  /** All that its clause names. */
  yearsAround: readonly number[];
  /** When a work came out, or when somebody said it: no time of the figure. */
  workYears: readonly number[];
};

/** Of the years around a quantity, the one that is said right behind it, else the nearest before; with the other end of a span. */
export function yearsIn(sentence: string, clause: Span, figure: Span, isAlone: boolean): Years {
  const all = [...sentence.matchAll(YEAR)]
    .filter(({ index }) => index < figure.start || index >= figure.end)
    .map((match) => {
      const end = match.index + match[0].length;
      const isWork =
        !/[-–/]|to|and|through|until/.test(match[0]) &&
        (WORK_BEFORE.test(sentence.slice(Math.max(0, match.index - 70), match.index)) ||
          WORK_AFTER.test(sentence.slice(end, end + 80)));
      return { at: match.index, years: endsOf(match[0]), isWork };
    });
  const work = all.filter(({ isWork }) => isWork).flatMap(({ years }) => years);
  const facts = all.filter(({ isWork }) => !isWork);
  const near = facts.filter(({ at }) => at >= clause.start && at < clause.end);
  const behind = near.find(
    ({ at }) => at >= figure.end && at - figure.end < 90 && !PARTED.test(sentence.slice(figure.end, at)),
  );
  const before = near.filter(({ at }) => at < figure.start).at(-1);
  // A year at the head of a sentence holds for all of it; one further on may be that of another figure.
  const only = facts.length === 1 && (isAlone || (facts[0]?.at ?? 99) < 12) ? facts[0] : undefined;
  // "That year" is the one that was named last.
  const again = THAT_YEAR.test(sentence.slice(clause.start, clause.end))
    ? facts.filter(({ at }) => at < clause.start).at(-1)
    : undefined;
  const found = behind ?? before ?? shifted(sentence, clause, facts) ?? near[0] ?? again ?? only;
  return { years: found?.years ?? [], yearsAround: near.flatMap(({ years }) => years), workYears: [...new Set(work)] };
}

const YEAR_AFTER = /\b(?:(?:the|a) year (?:after|later|on)|the (?:following|next) year|twelve months (?:later|on))\b/i;
const YEAR_BEFORE = /\b(?:(?:the|a) year (?:before|earlier)|the (?:previous|preceding) year|twelve months earlier)\b/i;

/** "A year later" is the year after the one that was named last. */
function shifted(sentence: string, clause: Span, facts: readonly { at: number; years: number[] }[]) {
  const words = sentence.slice(clause.start, clause.end);
  const by = YEAR_AFTER.test(words) ? 1 : YEAR_BEFORE.test(words) ? -1 : 0;
  const last = facts.filter(({ at }) => at < clause.end).at(-1);
  const year = last?.years.at(-1);
  return by === 0 || year === undefined ? undefined : { years: [year + by] };
}

/** The year that was named last. */
const THAT_YEAR = /\b(?:(?:in|of) the same|that|the same) year\b/i;
/** What stands behind this is said of something else. */
const PARTED = /[;:]|,? (?:and|but|while|whereas) (?:in|by|then)\b|\bthan\b/i;

/** Both ends of a span of years: 2003–06. */
function endsOf(printed: string): number[] {
  const [first = '', second] = printed.match(/\d+/g) ?? [];
  if (second === undefined) return [Number(first)];
  return [Number(first), Number(second.length === 2 ? `${first.slice(0, 2)}${second}` : second)];
}
