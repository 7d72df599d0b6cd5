import { METHOD_CERTAINTY, RELIABILITY, SOURCE_RELIABILITY } from '../words';
import type { Answer } from './instrument';
import type { Axis } from './scales';

type Word = { label: string; meaning: string };

export const ANSWER: Readonly<Record<Answer, string>> = {
  yes: 'Yes',
  unclear: 'Unclear',
  no: 'No',
  'not-applicable': 'Not applicable',
};

const NOT_JUDGED: Word = { label: 'Cannot be judged', meaning: 'Too little is known of how it was made.' };

const LEVELS: Readonly<Record<Axis, Readonly<Record<string, Word>>>> = {
  'source-reliability': SOURCE_RELIABILITY,
  'method-certainty': { ...METHOD_CERTAINTY, 'not-judged': NOT_JUDGED },
  reliability: RELIABILITY,
};

/** The word for a level of an axis, and what it means. */
export function levelWord(axis: Axis, level: string): Word {
  return LEVELS[axis][level] ?? { label: level, meaning: '' };
}

export const AXIS_NAME: Readonly<Record<Axis, string>> = {
  'source-reliability': 'Source reliability',
  'method-certainty': 'Method certainty',
  reliability: 'Reliability of the claim',
};

/** How a difference was settled, or that there was none. */
export const SETTLED_HOW = {
  agreement: 'Both judged alike.',
  consensus: 'The two settled their difference.',
  decision: 'A senior editor who was neither of the two settled their difference.',
} as const;
