import { z } from 'zod';

/** What the log of corrections tells of: changes of what was public that matter to somebody who has used it. */
export const CorrectionKind = z.enum([
  'published',
  'corrected',
  'disputed',
  'retracted',
  'reinstated',
  'regraded',
  'merged',
  'restored',
]);
export type CorrectionKind = z.infer<typeof CorrectionKind>;

export const CORRECTION_KIND: Readonly<Record<CorrectionKind, { label: string; meaning: string }>> = {
  published: { label: 'Published', meaning: 'A new record.' },
  corrected: { label: 'Corrected', meaning: 'A published record was changed.' },
  disputed: { label: 'Disputed', meaning: 'Its footing is contested.' },
  retracted: { label: 'Retracted', meaning: 'Taken back by its publisher, or by us.' },
  reinstated: { label: 'Stands again', meaning: 'No longer disputed or retracted.' },
  regraded: { label: 'Graded', meaning: 'Its grade was settled or changed.' },
  merged: { label: 'Merged', meaning: 'It was the same as another record, and leads there now.' },
  restored: { label: 'Restored', meaning: 'An earlier version was brought back.' },
};

/** Actions of the history by the kind of correction they are. Every other action is none. */
export const CORRECTION_ACTIONS: Readonly<Record<string, CorrectionKind>> = {
  published: 'published',
  corrected: 'corrected',
  changed: 'corrected',
  disputed: 'disputed',
  retracted: 'retracted',
  reinstated: 'reinstated',
  graded: 'regraded',
  regraded: 'regraded',
  merged: 'merged',
  restored: 'restored',
};

/**
 * The kind of correction that an event is; null for none. What is published over an earlier version is a correction.
 *
 * @param hadBefore whether there was a version before
 */
export function correctionKind(action: string, hadBefore: boolean): CorrectionKind | null {
  const kind = Object.hasOwn(CORRECTION_ACTIONS, action) ? (CORRECTION_ACTIONS[action] ?? null) : null;
  return kind === 'published' && hadBefore ? 'corrected' : kind;
}

/** What follows from what several did, or from something else that happened: it is nobody's own act. */
const CONSEQUENCES: ReadonlySet<string> = new Set(['graded', 'regraded', 'under-review']);

/**
 * Whether whoever is kept with an event did what it tells. A grade is the work of two, written when the second hands in,
 * when somebody settles their difference, or when somebody publishes what they graded as a draft.
 */
export function isOwnAct(action: string): boolean {
  return !CONSEQUENCES.has(action);
}

/** An action of the history as a reader sees it: "Added", "Sent back". */
export function actionText(action: string): string {
  const words = action.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
