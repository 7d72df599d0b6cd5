import 'server-only';
import { difference } from '../../domain/history/difference';
import { restorable } from '../../domain/history/restorable';
import { historyPermission } from '../../domain/history/subjects';
import { may } from '../../domain/permission';
import { type Fault, parsePublicId } from '../../domain/record';
import type { RawParameters } from '../../lib/parameters';
import { requireActor } from '../desk/loaders';
import { getVersion, namesOf, type Version } from '../history/data';
import { type HistoryPage, readHistory, type ShownChange, shownChanges } from '../history/loaders';
import { EventNumber } from '../history/schema';
import { getRecord } from '../documents/data';
import { listDraftIds } from './data';
import { Subject } from './schema';

export type DeskHistory = {
  /** What was asked for, as far as it can be the name of something. */
  subject: string | null;
  page: HistoryPage | null;
  /** Drafts that the record was made or changed by; none for anything but a record. */
  drafts: string[];
  /** Whether whoever asks may restore versions of this subject. */
  mayRestore: boolean;
};

/** The history of a draft, an import or a record, for whoever works here; that of people, for administrators. */
export async function loadDeskHistory(raw: RawParameters): Promise<DeskHistory> {
  const reader = await requireActor('draft.read');
  const subject = Subject.safeParse(raw.subject).data ?? null;
  if (subject === null) return { subject, page: null, drafts: [], mayRestore: false };
  await requireActor(historyPermission(subject));
  const mayRestore = may(reader, 'record.restore') && parsePublicId(subject) !== null;
  const [page, drafts] = await Promise.all([readHistory(subject, raw), listDraftIds(reader, subject)]);
  return { subject, page, drafts, mayRestore };
}

export type RestorePage = {
  event: number;
  at: string;
  subject: string;
  /** Of the record as it is shown here: what is sent with the form. */
  version: number;
  changes: ShownChange[];
  /** Why it cannot be restored; empty when it can, as far as is known before it is tried. */
  faults: Fault[];
};

/** What restoring a version would change; null when there is no such version of a record that is still there. */
export async function loadRestore(event: string): Promise<RestorePage | null> {
  await requireActor('record.restore');
  const position = EventNumber.safeParse(event);
  const kept = position.success ? await getVersion(position.data) : null;
  return kept === null ? null : readRestore(kept);
}

async function readRestore({ event, document }: Version): Promise<RestorePage | null> {
  const id = parsePublicId(event.subject);
  const current = id === null ? null : await getRecord(id.kind, id.number);
  if (id === null || current === null) return null;
  const read = restorable(id.kind, document, current.record);
  const wanted = read.ok ? read.record : document;
  const names = await namesOf([current.record, wanted]);
  return {
    event: event.position,
    at: event.at,
    subject: event.subject,
    version: current.version,
    changes: shownChanges(difference(current.record, wanted, names)),
    faults: read.ok ? [] : read.faults,
  };
}
