import { dateText } from '../../../domain/partial-date';

/** A moment to the minute, in UTC: the history is read everywhere. `at` is ISO 8601, as the database gives it. */
export function TimeText({ at }: { at: string }) {
  const utc = new Date(at).toISOString();
  return (
    <time dateTime={utc}>
      {dateText(utc.slice(0, 10))}, {utc.slice(11, 16)} UTC
    </time>
  );
}
