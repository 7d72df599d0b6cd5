import { tokenOf } from '../../fact-sheet/tokens';
import { PEOPLE } from '../../lineage/printed-figure';
import { findNumbers } from '../../text/numbers';
import type { Found, Rule } from '../rule';
import type { Prose, Span } from '../subject';

/** A figure that is typed drifts: nobody sees where it comes from, and it stays when the evidence changes. */
export const typedNumber: Rule = {
  id: 'PL025',
  slug: 'typed-number',
  title: 'Number typed by hand',
  severity: 'error',
  ofProse: ({ parts, claims }) =>
    parts.flatMap((part) =>
      part.kind === 'text' ? numbersIn(part.text).map((number) => found(number, part.span.start, claims)) : [],
    ),
};

type Typed = { span: Span; words: string; value: number | null; isStatistic: boolean };

function found({ span, words, value, isStatistic }: Typed, offset: number, claims: Prose['claims']): Found {
  const same =
    value === null
      ? []
      : [...(claims?.values() ?? [])].filter(({ figure }) => [figure.value, figure.low, figure.high].includes(value));
  return {
    message: `“${words}” is typed by hand: nothing shows where it comes from, and it stays when the evidence changes.`,
    remedy:
      same.length > 0
        ? `Write ${same.map(({ id }) => tokenOf(id, 'figure')).join(' or ')} in its place.`
        : isStatistic
          ? 'Place the claim that it comes from, or take it out.'
          : 'Write it in words if it is no figure, or place the claim that it comes from.',
    severity: isStatistic ? 'error' : 'warning',
    span: { start: offset + span.start, end: offset + span.end },
  };
}

const SMALL = 'one|two|three|four|five|six|seven|eight|nine|ten';
const IN_WORDS = new RegExp(
  `\\b(?:(?:${SMALL}) (?:in|out of)(?: every)? (?:${SMALL}|\\d+)|(?:an?|one|two|three|four) (?:thirds?|quarters?|fifths?)(?= of\\b)|half(?= (?:of|the|all)\\b)|(?:half|a quarter of) an? (?:million|billion)|(?:an?|several|a few|many|some) (?:hundred|thousand|million|billion)|dozens of |(?:tens|hundreds|thousands|millions|billions) of (?:(?:thousands|millions|billions) of )?)`,
  'gi',
);

// What is a number and no figure: where it is looked up, when something was, how old somebody is.
const ADDRESS = /\bhttps?:\/\/\S+|\bwww\.\S+/gi;
const BEFORE =
  /(?:\b(?:articles?|art\.|sections?|§§?|paragraphs?|para\.|protocols?|conventions?|resolutions?|recommendations?|goals?|targets?|sdgs?|nos?\.?|number|pages?|pp?\.|chapters?|volume|vol\.|table|figure|annex|footnote|part|version|isbn|doi|phase|step|age|ages|aged|under(?: the age of)?|over the age of|below the age of)\s*|[#/])$/iu;
// A number to call is the one number that every sheet on this subject should have.
const CALL = /\b(?:call|dial|phone|ring|text|helplines?|hotlines?|tel|telephone|whatsapp|sms)\b[^.;\n]{0,40}$/i;
const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const AFTER = new RegExp(
  `^(?:st|nd|rd|th)?\\s*(?:${MONTH})\\b|^[- ]?years?[- ]olds?\\b|^(?:[-–]| to | and )?\\d*\\s*years? (?:of age|old)\\b|^ (?:or )?(?:and )?(?:under|over)\\b`,
  'i',
);
const BEHIND_MONTH = new RegExp(`\\b(?:${MONTH})\\s*$`, 'i');

/** Numbers of a text that could be taken for figures, in order. */
function numbersIn(text: string): Typed[] {
  // Blanks of the same length, so that what is found keeps its place.
  const bare = text.replace(ADDRESS, (address) => ' '.repeat(address.length));
  const digits = findNumbers(bare).flatMap((number, index, all): Typed[] => {
    const { start, end, value, percent } = number;
    const words = bare.slice(start, end);
    if (!percent && (isNoFigure(bare, start, end, words) || isEndOfAges(bare, all[index - 1], number))) return [];
    return [
      {
        span: { start, end },
        words: text.slice(start, end),
        value,
        isStatistic: percent || value >= 1000 || counts(bare, end),
      },
    ];
  });
  const inWords = [...bare.matchAll(IN_WORDS)]
    .filter(({ index, 0: words }) =>
      digits.every(({ span }) => span.end <= index || span.start >= index + words.length),
    )
    .map(({ index, 0: words }): Typed => {
      const end = index + words.trimEnd().length;
      return { span: { start: index, end }, words: text.slice(index, end), value: null, isStatistic: true };
    });
  return [...digits, ...inWords].sort((a, b) => a.span.start - b.span.start);
}

function isNoFigure(text: string, start: number, end: number, words: string): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 24)];
  if (counts(text, end)) return false;
  if (/^(?:19|20)\d{2}$/.test(words) || CALL.test(text.slice(Math.max(0, start - 60), start))) return true;
  return BEFORE.test(before) || BEHIND_MONTH.test(before) || AFTER.test(after);
}

/** The second number of "aged 12 to 17". */
function isEndOfAges(
  text: string,
  before: { start: number; end: number } | undefined,
  { start, end }: { start: number; end: number },
): boolean {
  if (before === undefined || !/^\s*(?:-|–|to|and)\s*$/.test(text.slice(before.end, start))) return false;
  return isNoFigure(text, before.start, before.end, text.slice(before.start, before.end)) && end - start <= 2;
}

/** Whether people or reports are counted: the next words say so. */
function counts(text: string, end: number): boolean {
  const next =
    // Four words need no more: to cut all the rest for each number of a long text takes minutes.
    text
      .slice(end, end + 200)
      .split(/[.;:!?\n]/)[0]
      ?.trim()
      .split(/\s+/)
      .slice(0, 4)
      .join(' ') ?? '';
  return PEOPLE.test(next) || /\b(?:cases?|reports?|images?|videos?|countries|sites?|pages?)\b/i.test(next);
}
