import { z } from 'zod';
import type { Period, Population, RelationKind } from '../claim';
import type { Figure } from '../figure';

export const ArithmeticRule = z.enum(['component-sum', 'share-of-total', 'relative-change', 'cumulative-total']);
export type ArithmeticRule = z.infer<typeof ArithmeticRule>;

/** Whether numbers fit each other, each read as every quantity that rounds to what is printed. */
export const ArithmeticOutcome = z.enum(['agrees', 'differs', 'cannot-tell']);
export type ArithmeticOutcome = z.infer<typeof ArithmeticOutcome>;

/** What arithmetic needs to know of a claim. */
export type ArithmeticClaim = {
  /** Public id, `C12`. */
  id: string;
  statement: string;
  figure: Pick<Figure, 'kind' | 'value' | 'low' | 'high' | 'unit' | 'bound' | 'asPrinted' | 'of'>;
  population: z.infer<typeof Population>;
  /** The place of the claim, and every area that contains it, itself included. */
  place: { code: string; within: readonly string[] };
  period: z.infer<typeof Period>;
  series: string | null;
  /** Public id of the source that stated it first; null where none is established. */
  origin: string | null;
};

export type ArithmeticRelation = { kind: RelationKind; from: string; to: string; note: string | null };

/** A claim's surroundings: parts and wholes, the other parts of its wholes, its series, and the same population. */
export type Neighbourhood = { claims: readonly ArithmeticClaim[]; relations: readonly ArithmeticRelation[] };

/** A number and how far it may lie from it; an end is null where it is open. In the unit of the finding. */
export type NumberSpan = { value: number | null; low: number | null; high: number | null };

export type Finding = {
  rule: ArithmeticRule;
  outcome: ArithmeticOutcome;
  /** Ids of the claims whose numbers are in the equation, by number. */
  claims: string[];
  /** The calculation as a reader would write it down. */
  equation: string;
  stated: NumberSpan;
  computed: NumberSpan;
  unit: string;
  /** What the outcome means here, in one sentence. */
  sentence: string;
};
