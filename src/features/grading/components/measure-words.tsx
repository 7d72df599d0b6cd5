import { WordList } from './word-list';

const MEASURES = {
  support: {
    label: 'Independent support',
    meaning:
      'Citations of the claim, critics left out, and the works that they all go back to, each work counted once: “41 citations, 1 root”.',
  },
  amplification: {
    label: 'Amplification',
    meaning: 'Citations without data of their own, and the works that they all go back to.',
  },
  invention: {
    label: 'Hardened into fact',
    meaning:
      'Of those who pass it on, how many dropped a caveat, so that an estimate or hypothesis reads as a fact. Greenberg calls this invention.',
  },
  bias: {
    label: 'Citation bias',
    meaning:
      'Of those who passed it on when criticism was already in print, how many tell of that criticism, or of a claim that contradicts it.',
  },
  zombie: {
    label: 'After its end',
    meaning:
      'Of the dated citations, how many are later than the first work that superseded or disputed the claim, and by how many years.',
  },
} as const;

/** What is counted in the lineage of a claim. */
export function MeasureWords() {
  return <WordList words={MEASURES} />;
}
