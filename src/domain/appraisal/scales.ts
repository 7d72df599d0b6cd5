import { z } from 'zod';

// What is judged, and in which words. Each axis is judged apart; none makes up for another (DOMAIN.md, "Grades").

/** What two editors judge: of a source one axis, of a claim two. Transmission, the third of a claim, is computed. */
export const Axis = z.enum(['source-reliability', 'method-certainty', 'reliability']);
export type Axis = z.infer<typeof Axis>;

export const SubjectKind = z.enum(['source', 'claim']);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** `ordered` from best to worst; `apart` are words without a place in the order: that nothing can be judged. */
export type Scale = { ordered: readonly string[]; apart: readonly string[] };

/**
 * Levels of each axis. Source reliability: the letters of the Admiralty code (NATO AJP-2.1). Method certainty: the four
 * words of GRADE (Balshem H et al., J Clin Epidemiol 2011;64:401–406).
 */
export const AXIS_SCALE: Readonly<Record<Axis, Scale>> = {
  'source-reliability': { ordered: ['A', 'B', 'C', 'D', 'E'], apart: ['F'] },
  'method-certainty': { ordered: ['high', 'moderate', 'low', 'very-low'], apart: ['not-judged'] },
  reliability: { ordered: ['high', 'moderate', 'low', 'very-low'], apart: ['not-graded'] },
};

export function axesOf(kind: SubjectKind): readonly Axis[] {
  return kind === 'source' ? ['source-reliability'] : ['method-certainty', 'reliability'];
}

/** Every level of an axis, those apart last. */
export function levelsOf(axis: Axis): readonly string[] {
  return [...AXIS_SCALE[axis].ordered, ...AXIS_SCALE[axis].apart];
}

/** The worst of these levels of one scale; null of none. */
export function worstOf(scale: Scale, levels: readonly string[]): string | null {
  const places = levels.map((level) => scale.ordered.indexOf(level)).filter((place) => place >= 0);
  return places.length === 0 ? null : (scale.ordered[Math.max(...places)] ?? null);
}
