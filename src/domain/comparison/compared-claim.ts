import type { z } from 'zod';
import type { ClaimStatus, Period, Population, RelationKind } from '../claim';
import type { Figure } from '../figure';
import type { MethodCertainty, Reliability, SourceReliability, TransmissionFidelity } from '../grade';
import type { MethodKind } from '../method';

/** What of a claim decides whether it may stand beside another one. */
export type ComparedClaim = {
  /** Public id: C1. */
  id: string;
  figure: Omit<Figure, 'asPrinted'>;
  population: z.infer<typeof Population>;
  /** `within`: codes of every area that contains the place. */
  place: { code: string; name: string; note: string | null; within: readonly string[] };
  period: z.infer<typeof Period>;
  methodKind: MethodKind;
  definition: string | null;
  series: string | null;
  status: ClaimStatus;
  reliability: Reliability;
  grades: {
    source: SourceReliability | null;
    method: MethodCertainty | null;
    transmission: TransmissionFidelity | null;
  };
};

/** A recorded relation between two claims, from one to the other: `from` supersedes `to`. */
export type ComparedRelation = { from: string; to: string; kind: RelationKind };

/** Where a series breaks: between the earlier and the later claim. */
export type SeriesBreak = { from: string; to: string; note: string };

/** C9 before C10. */
export function byId(a: { id: string }, b: { id: string }): number {
  return Number(a.id.slice(1)) - Number(b.id.slice(1)) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
