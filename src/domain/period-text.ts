import type { z } from 'zod';
import type { Period } from './claim';
import { dateText } from './partial-date';

/**
 * The reference period in words: `2000`, `2007–2010`, `since 1998`, `until March 2014`, or the record's own label where
 * dates alone do not say it. Null where nothing of it is established.
 */
export function periodText({ start, end, label }: z.infer<typeof Period>): string | null {
  const dates = datesText(start, end);
  if (label === null) return dates;
  return dates === null || label.includes(dates) ? label : `${dates} (${label})`;
}

function datesText(start: string | null, end: string | null): string | null {
  if (start === null) return end === null ? null : `until ${dateText(end)}`;
  if (end === null) return `since ${dateText(start)}`;
  return start === end ? dateText(start) : `${dateText(start)}–${dateText(end)}`;
}
