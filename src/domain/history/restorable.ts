import { type RecordKind, type RecordOf, readRecord } from '../record';

/**
 * An earlier version as it would be written now. The standing stays as it is: no retraction is taken back by the way.
 * Grades are no part of a version; they have a history of their own.
 */
export function restorable<Kind extends RecordKind>(kind: Kind, document: unknown, current: RecordOf[Kind]) {
  const { id, key, standing, standingReason } = current;
  return readRecord(kind, { ...(document as object), id, key, standing, standingReason, appraisal: null });
}
