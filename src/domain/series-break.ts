import type { RelationKind } from './claim';
import type { MethodKind } from './method';

/** A claim that supersedes or continues another, with how each of the two was made; null: not established. */
type Step = {
  kind: RelationKind;
  /** An editor says that the series breaks here. */
  recorded: boolean;
  methodBefore: MethodKind | null;
  methodAfter: MethodKind | null;
};

/**
 * Whether a series breaks at a step, so that the two figures make no trend: what the SDMX code list for observation
 * status (CL_OBS_STATUS) gives the code B, "Time series break". An estimate that replaces another was made anew.
 */
export function isSeriesBreak({ kind, recorded, methodBefore, methodAfter }: Step): boolean {
  return recorded || kind === 'supersedes' || methodBefore !== methodAfter;
}
