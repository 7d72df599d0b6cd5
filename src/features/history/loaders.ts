import 'server-only';
import { cache } from 'react';
import type { FieldChange } from '../../domain/history/difference';
import { isVersion } from '../../domain/history/version';
import { type TextPart, wordDifference } from '../../formats/word-difference';
import { BadCursor } from '../../lib/cursor';
import type { Problem, RawParameters } from '../../lib/parameters';
import { listCorrections } from './correction-data';
import { compareVersions, getChainHead, hasPublicHistory, listEvents, listLatestChanges, type ReadEvent } from './data';
import { correctionSearch, readCorrectionFilters } from './filters';
import { type ChainHead, type Correction, type CorrectionFilters, EventNumber } from './schema';

const PAGE_SIZE = 20;

/** A field that changed, with what differs word by word. */
export type ShownChange = Pick<FieldChange, 'path' | 'label' | 'entry'> & { lines: TextPart[][] };

/** An event as a page shows it: without the documents, which hold more than the page says. */
export type ShownEvent = Pick<ReadEvent, 'position' | 'at' | 'actor' | 'action' | 'summary' | 'reason' | 'hash'> & {
  changes: ShownChange[];
  /** Whether the record is known as it was afterwards, so that it can be compared and restored. */
  hasVersion: boolean;
};

export type ShownComparison = { from: ShownEvent; to: ShownEvent; changes: ShownChange[] };

export type HistoryPage = {
  subject: string;
  events: ShownEvent[];
  /** Search part of the next page's address, with its question mark; null on the last page. */
  next: string | null;
  isFirst: boolean;
  comparison: ShownComparison | null;
  problems: Problem[];
};

export const loadLatestChanges = cache((subject: string) => listLatestChanges(subject));
export { hasPublicHistory };

/** The history of a public record; null when nothing public has this id. */
export const loadPublicHistory = cache(async (subject: string, raw: RawParameters): Promise<HistoryPage | null> => {
  return (await hasPublicHistory(subject)) ? readHistory(subject, raw) : null;
});

/** The history of anything. Whether it may be seen is for the caller to know. */
export async function readHistory(subject: string, raw: RawParameters): Promise<HistoryPage> {
  const problems: Problem[] = [];
  const cursor = typeof raw.cursor === 'string' && raw.cursor !== '' ? raw.cursor : undefined;
  const [page, comparison] = await Promise.all([
    listEvents(subject, { limit: PAGE_SIZE, cursor }).catch((error: unknown) => {
      if (!(error instanceof BadCursor)) throw error;
      problems.push({ field: 'cursor', message: `${error.message}; showing the first page` });
      return listEvents(subject, { limit: PAGE_SIZE });
    }),
    readComparison(subject, raw, problems),
  ]);
  return {
    subject,
    events: page.events.map(shownEvent),
    next: page.next === null ? null : `?cursor=${page.next}`,
    isFirst: cursor === undefined || problems.some(({ field }) => field === 'cursor'),
    comparison,
    problems,
  };
}

async function readComparison(
  subject: string,
  raw: RawParameters,
  problems: Problem[],
): Promise<ShownComparison | null> {
  if (raw.from === undefined && raw.to === undefined) return null;
  const [from, to] = [EventNumber.safeParse(raw.from), EventNumber.safeParse(raw.to)];
  if (!from.success) problems.push({ field: 'from', message: 'must be the number of an event of this record' });
  if (!to.success) problems.push({ field: 'to', message: 'must be the number of an event of this record' });
  if (!from.success || !to.success) return null;
  const found = await compareVersions(subject, from.data, to.data);
  if (found === null) {
    problems.push({ field: 'from, to', message: 'name versions of this record that nobody kept' });
    return null;
  }
  return {
    from: shownEvent({ ...found.from, changes: [] }),
    to: shownEvent({ ...found.to, changes: [] }),
    changes: shownChanges(found.changes),
  };
}

/** Differences with the words marked. */
export function shownChanges(changes: readonly FieldChange[]): ShownChange[] {
  return changes.map((change) => ({
    path: change.path,
    label: change.label,
    entry: change.entry,
    lines: wordDifference(change),
  }));
}

function shownEvent(event: ReadEvent): ShownEvent {
  const { position, at, actor, action, summary, reason, hash } = event;
  const hasVersion = isVersion(event.subject, event.after);
  return { position, at, actor, action, summary, reason, hash, hasVersion, changes: shownChanges(event.changes) };
}

export type CorrectionPage = {
  corrections: Correction[];
  filters: CorrectionFilters;
  next: string | null;
  isFirst: boolean;
  problems: Problem[];
  head: ChainHead;
};

/** The log of corrections as a page shows it: a filter that cannot be used is dropped and named in `problems`. */
export async function loadCorrections(raw: RawParameters): Promise<CorrectionPage> {
  const { filters, problems } = readCorrectionFilters(raw);
  const cursor = typeof raw.cursor === 'string' && raw.cursor !== '' ? raw.cursor : undefined;
  const [list, head] = await Promise.all([
    listCorrections(filters, { limit: PAGE_SIZE, cursor }).catch((error: unknown) => {
      if (!(error instanceof BadCursor)) throw error;
      problems.push({ field: 'cursor', message: `${error.message}; showing the first page` });
      return listCorrections(filters, { limit: PAGE_SIZE });
    }),
    getChainHead(),
  ]);
  const search = correctionSearch(filters);
  return {
    corrections: list.corrections,
    filters,
    next: list.next === null ? null : `?${search === '' ? '' : `${search}&`}cursor=${list.next}`,
    isFirst: cursor === undefined,
    problems,
    head,
  };
}
