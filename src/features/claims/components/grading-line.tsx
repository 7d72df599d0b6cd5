import { findInstrument } from '../../../domain/appraisal/instruments';
import { SETTLED_HOW } from '../../../domain/appraisal/words';
import { dateText } from '../../../domain/partial-date';
import { Notice } from '../../../ui/notice';
import type { Grading, UnderReview } from '../schema';

/** By how many, when, after what and how a grade was settled. */
export function GradingLine({ grading: { settledAt, how, instrument } }: { grading: Grading }) {
  const title = findInstrument(instrument.id, instrument.version)?.title ?? instrument.id;
  return (
    <p className="meta">
      Graded by two editors on {dateText(settledAt.slice(0, 10))}, each without seeing the other’s answers.{' '}
      {SETTLED_HOW[how]} Instrument:{' '}
      <a href={`/method/instruments/${instrument.id}`}>
        {title}, version {instrument.version}
      </a>
      .
    </p>
  );
}

/** That a grade is looked at again, since when, and why. */
export function ReviewNotice({ underReview }: { underReview: UnderReview | null }) {
  if (underReview === null) return null;
  const { since, reasons } = underReview;
  return (
    <Notice title={`Under review since ${dateText(since.slice(0, 10))}`} warn>
      <p>Because: {reasons.join(' ')}</p>
      <p className="meta">The grade stands until two editors have judged anew.</p>
    </Notice>
  );
}
