import { numberText } from '../../figure-text';
import { BOUND } from '../../words';
import type { Found, Rule } from '../rule';
import type { Use } from '../subject';
import { isDenial, saidOf } from '../wording';

/** "At least" and "up to" are half of what a figure says; the interval is how sure anybody is of it. */
export const boundDropped: Rule = {
  id: 'PL014',
  slug: 'bound-dropped',
  title: 'Interval or bound dropped',
  severity: 'warning',
  ofSentence: (use) =>
    use.isCaveatPrinted || use.claim.figure.kind === 'direction' || isDenial(use.sentence)
      ? []
      : [...bound(use), ...interval(use)],
};

function bound({ claim, sentence, figure }: Use): Found[] {
  const { bound: given } = claim.figure;
  const said = saidOf({ sentence: sentence.slice(Math.max(0, figure.start - 40), figure.end + 12) }).bound;
  if ((given !== 'at-least' && given !== 'at-most') || said === given) return [];
  const word = BOUND[given].label.toLowerCase();
  return [
    {
      message: `${claim.id} says “${word}”; the sentence ${said === null ? 'leaves that out' : 'says something else'}.`,
      remedy: `Write “${word}” before the figure.`,
      span: figure,
    },
  ];
}

function interval({ claim, around }: Use): Found[] {
  const { low, high, value } = claim.figure;
  if (low === null || high === null || value === null) return [];
  const numbers = saidOf({ sentence: around }).numbers.map((number) => number.value);
  const has = (end: number) => numbers.some((number) => Math.abs(number - end) <= 1e-9 * Math.max(1, Math.abs(end)));
  if (has(low) && has(high)) return [];
  return [
    {
      message: `${claim.id} runs from ${numberText(low)} to ${numberText(high)}; only ${numberText(value)} is said.`,
      remedy: `Add the interval: ${numberText(low)} to ${numberText(high)}.`,
      severity: 'note',
    },
  ];
}
