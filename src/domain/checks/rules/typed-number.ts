import { tokenOf } from '../../fact-sheet/tokens';
import { PEOPLE } from '../../lineage/printed-figure';
import { findQuantities } from '../../text/quantities/find-quantities';
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

/** From here on a plain number is taken for a statistic, whatever it counts. */
const LARGE = 1000;

/** Numbers of a text that could be taken for figures, in order: the same that are found when a text is checked. */
function numbersIn(text: string): Typed[] {
  return findQuantities(text)
    .filter(({ noFigure }) => noFigure === null)
    .map(({ span, text: words, value, low, kind, isFraction, isVague }) => ({
      span,
      words,
      value: isFraction || isVague ? null : value,
      isStatistic: kind !== 'count' || isVague || (value ?? low) >= LARGE || counts(text, span.end),
    }));
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
