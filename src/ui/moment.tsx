const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A moment to the minute, in UTC: the same for everybody who reads it. */
export function Moment({ at }: { at: Date | string }) {
  const moment = new Date(at);
  const iso = moment.toISOString();
  return (
    <time dateTime={iso}>
      {DAY.format(moment)}, {iso.slice(11, 16)} UTC
    </time>
  );
}
