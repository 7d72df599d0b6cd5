import { Notice } from '../../../ui/notice';
import { ChangeList } from '../../history/components/change-list';
import type { MovedOn, RoundPage } from '../loaders';

/** What became of a record that is no longer there, and where the one is that stands for it now. */
export function GoneNotice({ page: { round, subject, gone } }: { page: RoundPage }) {
  if (gone === null && round.state !== 'void') return null;
  const survivor = gone?.survivor ?? null;
  const closed = round.state === 'void' ? 'This round was closed without an outcome. ' : '';
  return (
    <Notice title={`${subject.id} is no longer there`} warn>
      <p>
        {closed}
        {round.voidReason ?? (survivor === null ? 'It is neither published nor a draft.' : 'It was merged.')} What was
        handed in is kept with the round.
      </p>
      {survivor === null ? null : (
        <p>
          The record is now <a href={`/desk/records/${survivor}`}>{survivor}</a>:{' '}
          <a href={`/desk/appraisals/new?subject=${survivor}`}>appraise {survivor}</a>.
        </p>
      )}
    </Notice>
  );
}

/** What changed since somebody handed in. A grade that comes of it says so, and is under review from the start. */
export function MovedOnNotices({ page: { movedOn, round } }: { page: RoundPage }) {
  if (round.state === 'void') return null;
  const [first, second] = movedOn;
  const isOne = first !== undefined && second !== undefined && sameChange(first, second);
  return (isOne ? [first] : movedOn).map((moved) => (
    <Notice key={moved.place} title={isOne ? 'It has changed since both handed in' : titleOf(moved)} warn>
      <p>{moved.reasons.join(' ')}</p>
      <ChangeList changes={moved.changes} />
      <p className="meta">
        What was handed in is of what it was then.{' '}
        {round.state === 'open' ? 'Whoever hands in now reads it as it is now. ' : ''}
        {round.state === 'open' || round.state === 'differing'
          ? 'The grade that comes of the two will be under review for it, until two have judged anew.'
          : null}
      </p>
    </Notice>
  ));
}

function sameChange(one: MovedOn, other: MovedOn): boolean {
  return JSON.stringify([one.reasons, one.changes]) === JSON.stringify([other.reasons, other.changes]);
}

function titleOf({ name, own }: MovedOn): string {
  return `It has changed since ${own ? 'you' : (name ?? 'the first of the two')} handed in`;
}
