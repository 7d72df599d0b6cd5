import type { ArithmeticOutcome, ArithmeticRule } from './finding';

/** The words for a calculation and its outcome; the mark says the outcome without colour. */
export const ARITHMETIC_RULE: Readonly<Record<ArithmeticRule, string>> = {
  'component-sum': 'Parts and whole',
  'share-of-total': 'Share of a total',
  'relative-change': 'Change',
  'cumulative-total': 'Running total',
};

export const ARITHMETIC_OUTCOME: Readonly<Record<ArithmeticOutcome, { label: string; mark: string }>> = {
  agrees: { label: 'Agrees', mark: '✓' },
  differs: { label: 'Does not agree', mark: '≠' },
  'cannot-tell': { label: 'Cannot be told', mark: '?' },
};
