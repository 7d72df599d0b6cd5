import { type KnownClaim, type Vocabulary, weightOf } from './known-claim';
import { bodiesOf, nameFinder } from './names';
import { type StatedNumbers, statedNumbers } from './stated-numbers';
import { GENERIC, SUBJECTS_OF_STATEMENTS, termSet } from './terms';

/** A claim with what is worked out of it once, and only where it is asked for. */
export type ReadClaim = {
  claim: KnownClaim;
  /** Its terms, and beside them what each weighs. */
  readonly own: readonly string[];
  readonly weights: Float64Array;
  readonly terms: ReadonlyMap<string, number>;
  readonly total: number;
  readonly bodies: ReadonlySet<string>;
  readonly years: ReadonlySet<number>;
  readonly numbers: StatedNumbers;
  /** The terms that say what it is about. */
  readonly subject: ReadonlySet<string>;
};

/** @param own the terms of the claim (`ownTerms`) */
export function readClaim(claim: KnownClaim, own: readonly string[], vocabulary: Vocabulary): ReadClaim {
  let terms: ReadonlyMap<string, number> | null = null;
  let bodies: ReadonlySet<string> | null = null;
  let subject: ReadonlySet<string> | null = null;
  const weights = Float64Array.from(own, (term) => weightOf(term, vocabulary));
  return {
    claim,
    years: new Set(claim.works.flatMap(({ year }) => (year === null ? [] : [year]))),
    numbers: statedNumbers(claim),
    own,
    weights,
    total: weights.reduce((sum, weight) => sum + weight, 0),
    get terms() {
      terms ??= new Map(own.map((term, at) => [term, weights[at] ?? 0]));
      return terms;
    },
    get subject() {
      subject ??= subjectOf(claim);
      return subject;
    },
    get bodies() {
      bodies ??= new Set([...claim.works.flatMap((work) => work.names), ...bodiesOf(KNOWN_BODIES, claim.statement)]);
      return bodies;
    },
  };
}

/** What a claim counts, of whom and in which exploitation: words that only its sentence has are about anything. */
function subjectOf({ statement, figure, population }: KnownClaim): Set<string> {
  const counted = termSet(`${figure.unit} ${figure.of ?? ''} ${population.description}`);
  const themes = [...termSet(statement)].filter((term) => SUBJECTS_OF_STATEMENTS.has(term));
  return new Set([...counted, ...themes].filter((term) => !GENERIC.has(term)));
}

/** Bodies that publish on this subject; works name the others. */
const KNOWN_BODIES = nameFinder([]);
