import { z } from 'zod';
import { figureText, intervalText, unitText } from '../figure-text';
import { periodText } from '../period-text';
import { CLAIM_STATUS, RELIABILITY } from '../words';
import type { SheetClaim } from './sheet-claim';

/**
 * What is different about a claim since a release. `weighty`: the sheet says something that no longer stands, or says it
 * with a footing that it no longer has; others are worth knowing.
 */
export const ClaimChange = z
  .object({
    kind: z.enum([
      'gone',
      'status',
      'figure',
      'statement',
      'period',
      'population',
      'place',
      'does-not-measure',
      'reliability',
      'review',
      'citation',
    ]),
    weighty: z.boolean(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    message: z.string(),
  })
  .meta({ id: 'ClaimChange' });
export type ClaimChange = z.infer<typeof ClaimChange>;

const change = (
  kind: ClaimChange['kind'],
  weighty: boolean,
  before: string | null,
  after: string | null,
  message: string,
): ClaimChange => ({
  kind,
  weighty,
  before,
  after,
  message,
});

/** @param now the claim as it is today; null: its id leads nowhere, or to another one */
export function changesSince(then: SheetClaim, now: SheetClaim | null): ClaimChange[] {
  if (now === null || now.id !== then.id) {
    const message =
      now === null ? `${then.id} is no longer there.` : `${then.id} was the same as ${now.id} and is now a part of it.`;
    return [change('gone', true, then.id, now?.id ?? null, message)];
  }
  return [...ofStatus(then, now), ...ofWords(then, now), ...ofGrade(then, now)];
}

/** A release still stands while nothing weighty has changed. */
export const isStale = (changes: readonly ClaimChange[]) => changes.some(({ weighty }) => weighty);

function ofStatus(then: SheetClaim, now: SheetClaim): ClaimChange[] {
  const names = now.successors.map(({ id }) => id).join(' and ');
  const isOther = then.status !== now.status || then.successors.map(({ id }) => id).join(' and ') !== names;
  if (!isOther) return [];
  const why = now.standingReason === null ? '' : `: ${now.standingReason.replace(/\.$/, '')}`;
  const message =
    now.status === 'superseded'
      ? `${then.id} is superseded by ${names}.`
      : now.status === 'current'
        ? `${then.id} is current again.`
        : `${then.id} is now ${CLAIM_STATUS[now.status].label.toLowerCase()}${why}.`;
  return [change('status', true, CLAIM_STATUS[then.status].label, CLAIM_STATUS[now.status].label, message)];
}

function figureLine({ figure }: SheetClaim): string {
  const interval = intervalText(figure);
  return [figureText(figure), interval === null ? null : `(${interval})`, unitText(figure)]
    .filter((part) => part !== null)
    .join(' ');
}

const populationLine = ({ population: { description, ageMin, ageMax } }: SheetClaim) =>
  `${description}${ageMin === null && ageMax === null ? '' : `, ages ${ageMin ?? 0}–${ageMax ?? '…'}`}`;

const citationLine = ({ citation }: SheetClaim) =>
  citation === null ? null : [citation.work.shortName, citation.locator].filter((part) => part !== null).join(', ');

function ofWords(then: SheetClaim, now: SheetClaim): ClaimChange[] {
  const compared: readonly [ClaimChange['kind'], boolean, string, (claim: SheetClaim) => string | null][] = [
    ['figure', true, 'figure', figureLine],
    ['statement', true, 'statement', ({ statement }) => statement],
    ['period', true, 'period', ({ period }) => periodText(period)],
    ['population', true, 'population', populationLine],
    ['place', true, 'place', ({ place: { name, note } }) => (note === null ? name : `${name} (${note})`)],
    ['does-not-measure', true, 'warning of what it does not measure', ({ doesNotMeasure }) => doesNotMeasure.join(' ')],
    ['citation', false, 'work to cite', citationLine],
  ];
  return compared.flatMap(([kind, weighty, name, of]) => {
    const [before, after] = [of(then), of(now)];
    return before === after ? [] : [change(kind, weighty, before, after, `The ${name} of ${then.id} was changed.`)];
  });
}

function ofGrade(then: SheetClaim, now: SheetClaim): ClaimChange[] {
  const [before, after] = [RELIABILITY[then.reliability].label, RELIABILITY[now.reliability].label];
  const regraded =
    then.reliability === now.reliability
      ? []
      : [
          change(
            'reliability',
            true,
            before,
            after,
            `${then.id} was regraded: ${before.toLowerCase()} before, ${after.toLowerCase()} now.`,
          ),
        ];
  if ((then.underReview === null) === (now.underReview === null)) return regraded;
  const message =
    now.underReview === null
      ? `The grade of ${then.id} is no longer under review.`
      : `The grade of ${then.id} is under review: ${now.underReview.join('; ')}`;
  return [
    ...regraded,
    change('review', false, then.underReview?.join('; ') ?? null, now.underReview?.join('; ') ?? null, message),
  ];
}
