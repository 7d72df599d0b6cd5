import type { ClaimStatus, Period, PopulationGroup } from '../claim';
import type { Figure } from '../figure';
import type { z } from 'zod';
import { termSet } from './terms';

/** What of a claim decides whether a text speaks of it. */
export type KnownClaim = {
  /** Public id: C1. */
  id: string;
  statement: string;
  figure: Pick<Figure, 'kind' | 'value' | 'low' | 'high' | 'unit' | 'of' | 'bound'>;
  population: { group: PopulationGroup; description: string };
  place: { code: string; name: string; within: readonly string[] };
  period: Pick<z.infer<typeof Period>, 'start' | 'end' | 'measure'>;
  status: ClaimStatus;
  definition: string | null;
  /** The works that state it: whose they are, when they are from, what they print. */
  works: readonly {
    /** Number of the work. */
    source: number;
    names: readonly string[];
    year: number | null;
    printed: string | null;
    isOrigin: boolean;
    changesNumber: boolean;
  }[];
};

/** What every text is held against, whatever it says: how the base calls places and organisations, and how common its words are. */
export type Vocabulary = {
  /** Claims in the base. */
  size: number;
  /** In how many claims a term stands. */
  frequency: ReadonlyMap<string, number>;
  places: readonly { code: string; name: string; within: readonly string[] }[];
  /** Names of organisations as the base writes them. */
  organisations: readonly string[];
};

/** How much a term tells: that of a single claim much, that of every claim nothing. */
export function weightOf(term: string, { size, frequency }: Vocabulary): number {
  return Math.log((size + 1) / ((frequency.get(term) ?? 0) + 1)) + 0.1;
}

type Worded = {
  statement: string;
  figure: { unit: string; of: string | null };
  population: { description: string };
};

/** The terms by which a claim is recognised. */
export function ownTerms({ statement, figure, population }: Worded): Set<string> {
  return termSet(`${statement} ${figure.unit} ${figure.of ?? ''} ${population.description}`);
}
