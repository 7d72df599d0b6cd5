import { yearOf } from '../../partial-date';
import type { Rule } from '../rule';
import { isDenial, saysNow } from '../wording';

/** Years after the end of the reference period from which a figure is no news of today. */
export const OUTDATED_YEARS = 10;

/** A figure of long ago in the present tense. */
export const outdatedAsCurrent: Rule = {
  id: 'PL013',
  slug: 'outdated-as-current',
  title: 'Outdated figure given as current',
  severity: 'warning',
  ofClaim: ({ statement, period, status }, { today }) =>
    status === 'misquotation'
      ? []
      : found(statement, statement, period, today).map((one) => ({ ...one, severity: 'note' as const })),
  ofSentence: ({ claim, sentence, around }, { today }) => found(sentence, around, claim.period, today),
};

function found(sentence: string, around: string, period: { start: string | null; end: string | null }, today: string) {
  const year = yearOf(period.end ?? period.start);
  const age = year === null ? 0 : Number(today.slice(0, 4)) - year;
  if (
    year === null ||
    age <= OUTDATED_YEARS ||
    !saysNow(sentence) ||
    isDenial(sentence) ||
    around.includes(String(year))
  )
    return [];
  return [
    {
      message: `It speaks of ${year}, ${age} years ago, and the sentence says it of today.`,
      remedy: `Put it into the past, and name ${year}; or use a later figure.`,
    },
  ];
}
