/** How a figure of a text is judged: the words of features/text-checks/schema.ts. */
type Verdict = 'faithful' | 'distorted' | 'possibly' | 'unlisted' | 'not-a-figure';

/** A sign and a word for a figure, and what that means. A colour only repeats them. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { sign: string; label: string; meaning: string }>> = {
  faithful: { sign: '✓', label: 'Faithful', meaning: 'A claim of the evidence base, and no change was found.' },
  distorted: { sign: '×', label: 'Distorted', meaning: 'It comes from a claim here, and something was changed.' },
  possibly: { sign: '?', label: 'Possibly', meaning: 'It may come from a claim here; which one cannot be told.' },
  unlisted: { sign: '○', label: 'No source known', meaning: 'Nothing in the evidence base speaks of it.' },
  'not-a-figure': { sign: '–', label: 'No statistic', meaning: 'A year, a date, an age, a number of a list.' },
};
