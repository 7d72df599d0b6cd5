import 'server-only';
import { type FieldChange, recordChanges } from '../../domain/fields/changes';
import { may } from '../../domain/permission';
import { parsePublicId, type RecordKind, type RecordOf } from '../../domain/record';
import type { RawParameters } from '../../lib/parameters';
import { requireActor } from '../desk/loaders';
import { getRecord } from '../documents/data';
import { listMerged, survivorOf } from '../documents/merged-data';

const MERGED_KEPT_MS = 3000;
let merged: { map: Promise<ReadonlyMap<string, string>>; until: number } | null = null;

/**
 * The public id that a merged record's leads to; null for every other. The few that were merged are asked for every three
 * seconds and not for each page; while the database is away, what was known before holds.
 */
export async function mergedInto(id: string): Promise<string | null> {
  if (merged === null || performance.now() > merged.until) {
    const before = merged?.map ?? Promise.resolve(new Map<string, string>());
    merged = { map: listMerged().catch(() => before), until: performance.now() + MERGED_KEPT_MS };
  }
  return (await merged.map).get(id) ?? null;
}

export type RecordView = {
  kind: RecordKind;
  id: string;
  version: number;
  name: string;
  standing: RecordOf['claim']['standing'];
  standingReason: string | null;
  may: Readonly<Record<'write' | 'dispute' | 'retract' | 'merge' | 'appraise', boolean>>;
};

/** A published record as an editor sees it; null when there is none, and where it went when it was merged. */
export async function loadRecord(id: string): Promise<RecordView | { movedTo: string } | null> {
  const actor = await requireActor('draft.read');
  const found = await recordOf(id);
  if (found === null) {
    const movedTo = await survivorOf(id);
    return movedTo === null ? null : { movedTo };
  }
  return {
    ...found,
    may: {
      write: may(actor, 'draft.write'),
      dispute: may(actor, 'record.dispute'),
      retract: may(actor, 'record.retract'),
      merge: may(actor, 'record.merge'),
      appraise: may(actor, 'appraisal.write'),
    },
  };
}

async function recordOf(id: string) {
  const wanted = parsePublicId(id);
  const found = wanted === null ? null : await getRecord(wanted.kind, wanted.number);
  if (wanted === null || found === null) return null;
  const { record, version } = found;
  const { standing, standingReason } = record;
  const name = 'statement' in record ? record.statement : `${record.shortName}: ${record.title}`;
  return { kind: wanted.kind, id, version, name, standing, standingReason, record };
}

export type MergeView = {
  record: RecordView & { kind: RecordKind };
  /** What was asked for in the address. */
  typed: string;
  problem: string | null;
  other: { id: string; name: string; citations: number; relations: number } | null;
  /** Fields in which the other differs from this record. */
  differences: FieldChange[];
  /** How many citations and relations this record has. */
  own: { citations: number; relations: number };
};

/** Two records beside each other, before they are made one. */
export async function loadMerge(id: string, search: RawParameters): Promise<MergeView | { movedTo: string } | null> {
  await requireActor('record.merge');
  const [record, own] = [await loadRecord(id), await recordOf(id)];
  if (record === null || 'movedTo' in record) return record;
  const typed = typeof search.with === 'string' ? search.with.trim().toUpperCase().slice(0, 12) : '';
  const other = typed === '' ? null : await recordOf(typed);
  const isOther = own !== null && other !== null && other.kind === own.kind && other.id !== own.id;
  return {
    record,
    typed,
    problem: typed === '' || isOther ? null : `${typed} is no other published ${record.kind}.`,
    other: isOther ? { id: other.id, name: other.name, ...countsOf(other.record) } : null,
    differences: isOther ? recordChanges(own.kind, own.record, other.record) : [],
    own: own === null ? { citations: 0, relations: 0 } : countsOf(own.record),
  };
}

function countsOf(record: RecordOf[RecordKind]): { citations: number; relations: number } {
  if (!('citations' in record)) return { citations: 0, relations: 0 };
  return { citations: record.citations.length, relations: record.relations.length };
}
