import type { TransmissionFidelity } from '../grade';
import type { MethodKind } from '../method';
import type { Answer, Instrument, InstrumentItem } from './instrument';
import { AXIS_SCALE, type Axis, worstOf } from './scales';

// A rule proposes, a person judges: the pattern of RoB 2 (Sterne JAC et al., BMJ 2019;366:l4898). Nothing is added up
// and nothing counted: sums over checklists mislead (Jüni P et al., JAMA 1999;282:1054–1060), and the authors of the
// instruments ask for judgement. Instead, named answers cap the level: the proposal is the best level that no
// answer speaks against. Which answer caps at which level is our own choice (docs/decisions/0027).

export type Proposal = { level: string; reasons: string[] };
export type Proposals = Partial<Record<Axis, Proposal>>;

export type Answers = Readonly<Record<string, { answer: Answer | null; note: string }>>;

type Speaking = { cap: string | null; because: string };

/**
 * What certainty the kind of method alone leaves open. GRADE begins from the design too (Guyatt GH et al., BMJ
 * 2008;336:924–926); that a sample without chance stands for nobody but itself is the common ground of both survey
 * instruments. A kind that is not named leaves everything open.
 */
const METHOD_CAP: Partial<Record<MethodKind, Speaking>> = {
  'non-probability-study': { cap: 'low', because: 'The sample stands for nobody but itself.' },
  'literature-review': { cap: 'moderate', because: 'Gathered from other works: no better than they are.' },
  'expert-opinion': { cap: 'low', because: 'It rests on somebody’s judgement.' },
  'not-stated': { cap: 'very-low', because: 'The origin does not say how the figure was made.' },
};

/** The numbers of the questions of which an answer can cap the level, alone or with others. */
export function neededItems({ items, combinations }: Instrument): string[] {
  const combined = new Set(combinations.flatMap(({ when }) => when.map(({ item }) => item)));
  const caps = ({ number, signals }: InstrumentItem) => combined.has(number) || signals.some(({ cap }) => cap !== null);
  return items.filter(caps).map(({ number }) => number);
}

/** How far somebody came: how many questions are answered, and how many that the rule needs are not. */
export type Progress = { answered: number; questions: number; awaited: number };

export function progressOf(instrument: Instrument, answers: Answers): Progress {
  const open = (number: string) => (answers[number]?.answer ?? null) === null;
  const answered = instrument.items.filter(({ number }) => !open(number)).length;
  return { answered, questions: instrument.items.length, awaited: neededItems(instrument).filter(open).length };
}

/**
 * The axis that the instrument is for, from its answers. Null until every question that the rule needs is answered: what
 * nobody has looked at yet speaks neither for a work nor against it.
 */
export function proposeFromAnswers(
  instrument: Instrument,
  answers: Answers,
  methodKind: MethodKind | null,
): Proposal | null {
  const given = (item: string) => answers[item]?.answer ?? null;
  if (progressOf(instrument, answers).awaited > 0) return null;
  const scale = AXIS_SCALE[instrument.axis];
  const holds = instrument.combinations.filter(({ when }) => when.every(({ item, answer }) => given(item) === answer));
  const apart = holds.find(({ level }) => scale.apart.includes(level));
  if (apart !== undefined) return { level: apart.level, reasons: [apart.because] };
  const speaking: Speaking[] = [
    ...(instrument.subject === 'claim' && methodKind !== null ? [METHOD_CAP[methodKind] ?? []].flat() : []),
    ...holds.map(({ level, because }) => ({ cap: level, because })),
    ...instrument.items.flatMap(({ number, signals }) => signals.filter((signal) => signal.when === given(number))),
  ];
  return proposed(scale.ordered, speaking, 'No answer speaks against it.');
}

export type ClaimFacts = {
  /** Level of method certainty: as judged, or as proposed while nobody has judged. */
  method: string | null;
  /** The letter of the source that first stated the figure; null where there is none, or it is not graded. */
  source: string | null;
  /** Computed from the lineage; null where no onward citation is recorded. */
  transmission: TransmissionFidelity | null;
};

const SOURCE_CAP: Readonly<Record<string, Speaking>> = {
  C: { cap: 'moderate', because: 'The work that first states it is only fairly reliable.' },
  D: { cap: 'low', because: 'The work that first states it is not usually reliable.' },
  E: { cap: 'very-low', because: 'The work that first states it is unreliable.' },
  F: { cap: 'low', because: 'The work that first states it cannot be judged.' },
};

const TRANSMISSION_CAP: Partial<Record<TransmissionFidelity, Speaking>> = {
  untraced: { cap: 'very-low', because: 'No citation leads back to an origin.' },
  'major-distortion': { cap: 'moderate', because: 'Its meaning changed on the way: quote it from its origin only.' },
};

const METHOD_SAID: Readonly<Record<string, string>> = {
  high: 'The method leaves high certainty.',
  moderate: 'The method leaves moderate certainty.',
  low: 'The method leaves low certainty.',
  'very-low': 'The method leaves very low certainty.',
};

/**
 * The one word of a claim from the three axes. It is the weakest link and not an average: a careful work cannot mend a
 * poor method, nor a good method a figure whose origin nobody finds.
 */
export function proposeReliability({ method, source, transmission }: ClaimFacts): Proposal | null {
  const untraced = transmission === 'untraced';
  if (method === null && !untraced) return null;
  const scale = AXIS_SCALE.reliability;
  if (method === 'not-judged' && !untraced) {
    return { level: 'not-graded', reasons: ['How the figure was made cannot be judged.'] };
  }
  const speaking: Speaking[] = [
    ...(method === null || METHOD_SAID[method] === undefined ? [] : [{ cap: method, because: METHOD_SAID[method] }]),
    source === null
      ? { cap: 'moderate', because: 'No graded work is known that first states it.' }
      : (SOURCE_CAP[source] ?? { cap: null, because: 'The work that first states it is reliable.' }),
    ...(transmission === null ? [] : [TRANSMISSION_CAP[transmission] ?? []].flat()),
  ];
  return proposed(scale.ordered, speaking, 'Nothing speaks against it.');
}

/** The best level that nothing caps, with what speaks: first what decided it, then the rest. */
function proposed(ordered: readonly string[], speaking: readonly Speaking[], otherwise: string): Proposal {
  const caps = speaking.flatMap(({ cap }) => (cap === null ? [] : [cap]));
  const level = worstOf({ ordered, apart: [] }, caps) ?? ordered[0] ?? '';
  const decisive = speaking.filter(({ cap }) => cap === level && cap !== ordered[0]);
  const rest = speaking.filter((entry) => !decisive.includes(entry));
  const reasons = [...decisive, ...rest].map(({ because }) => because);
  return { level, reasons: reasons.length > 0 ? [...new Set(reasons)] : [otherwise] };
}
