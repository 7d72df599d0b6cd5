import type { Distortion, DistortionKind } from '../citation';
import type { Difference } from './difference';

/**
 * What an editor may have called a difference that the rules found. The names overlap: a bound that was turned round is
 * a slip of transcription to one and a lost caveat to another.
 */
const ALSO_CALLED: Partial<Record<DistortionKind, readonly DistortionKind[]>> = {
  rounded: ['inflated', 'deflated', 'transcription'],
  inflated: ['transcription', 'definition-changed', 'unit-changed'],
  deflated: ['transcription', 'definition-changed', 'unit-changed'],
  'caveat-dropped': ['rounded', 'transcription', 'inflated', 'deflated'],
  transcription: ['caveat-dropped', 'inflated', 'deflated'],
  'unit-changed': ['denominator-swapped', 'definition-changed', 'scope-widened'],
  'denominator-swapped': ['scope-widened', 'scope-narrowed', 'definition-changed', 'unit-changed'],
  'scope-widened': ['definition-changed', 'denominator-swapped'],
  'scope-narrowed': ['definition-changed', 'denominator-swapped'],
  'definition-changed': ['scope-widened', 'scope-narrowed', 'denominator-swapped'],
  'period-shifted': ['period-dropped'],
  'period-dropped': ['period-shifted'],
};

/** Kinds that the rules would have found: both numbers are known, and they speak for themselves. */
const OF_NUMBERS: ReadonlySet<DistortionKind> = new Set(['rounded', 'inflated', 'deflated']);

const NONE: readonly DistortionKind[] = [];

export type Disagreement = {
  /** Found by rule, recorded by nobody. */
  computedOnly: readonly Difference[];
  /** Recorded, though the numbers themselves do not show it. */
  recordedOnly: readonly DistortionKind[];
};

/**
 * Where the rules and the editors differ over one citation; null where they agree as far as can be told. Only what the
 * numbers show can speak against an editor: of the wording around them eight words at most are kept.
 *
 * @param numbersKnown whether the numbers of both statements could be read
 */
export function disagreement(
  computed: readonly Difference[],
  recorded: readonly Pick<Distortion, 'kind'>[],
  numbersKnown: boolean,
): Disagreement | null {
  if (recorded.length === 0) return computed.length === 0 ? null : { computedOnly: computed, recordedOnly: NONE };
  const computedOnly = computed.filter((difference) => !isRecorded(difference.kind, recorded));
  const recordedOnly: DistortionKind[] = [];
  if (numbersKnown) {
    for (const { kind } of recorded) if (OF_NUMBERS.has(kind) && !isFound(kind, computed)) recordedOnly.push(kind);
  }
  return computedOnly.length + recordedOnly.length === 0 ? null : { computedOnly, recordedOnly };
}

function isRecorded(kind: DistortionKind, recorded: readonly Pick<Distortion, 'kind'>[]): boolean {
  return recorded.some((called) => covers(kind, called.kind));
}

function isFound(called: DistortionKind, computed: readonly Difference[]): boolean {
  return computed.some(({ kind }) => covers(kind, called));
}

/** Whether an editor who recorded the one may have meant what the rules call the other. */
export function covers(kind: DistortionKind, called: DistortionKind): boolean {
  return kind === called || (ALSO_CALLED[kind]?.includes(called) ?? false);
}
