import type { TextFinding } from '../schema';

export type TextVerdict = TextFinding['verdict'];

/** A sign, a word for one figure, a word for several, and what it means. The colour only repeats them. */
export const VERDICT: Readonly<Record<TextVerdict, { sign: string; label: string; meaning: string }>> = {
  faithful: { sign: '✓', label: 'Faithful', meaning: 'It says what a claim in the evidence base says.' },
  distorted: { sign: '×', label: 'Distorted', meaning: 'It comes from a claim here, and something was changed.' },
  possibly: { sign: '?', label: 'Possibly', meaning: 'It may come from a claim here; which one cannot be told.' },
  unlisted: { sign: '○', label: 'No source known', meaning: 'Nothing in the evidence base speaks of it.' },
  'not-a-figure': { sign: '–', label: 'No statistic', meaning: 'A year, a date, an age, a number of a list.' },
};

/** The verdicts that a page counts, the ones that need something done first. */
export const COUNTED_VERDICTS = ['distorted', 'possibly', 'unlisted', 'faithful'] as const;

export function VerdictMark({ verdict }: { verdict: TextVerdict }) {
  const { sign, label } = VERDICT[verdict];
  return (
    <span className={`verdict-tag verdict-tag-${verdict}`}>
      <span aria-hidden="true">{sign}</span> {label}
    </span>
  );
}
