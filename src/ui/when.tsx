const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** A moment, in UTC so that it says the same to everybody. */
export function When({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{DATE.format(at)} UTC</time>;
}
