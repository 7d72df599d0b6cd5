import type { Rule } from '../rule';

/** Nobody has judged how far the figure can be trusted, or only one person has, for the time being. */
export const notGraded: Rule = {
  id: 'PL004',
  slug: 'not-graded',
  title: 'Not graded',
  severity: 'warning',
  ofClaim: ({ reliability, provisional }) => {
    if (reliability === 'not-graded')
      return [
        {
          message: 'Nobody has graded it.',
          remedy: 'Have two editors appraise it, or say that its reliability is not known.',
        },
      ];
    if (!provisional) return [];
    return [
      {
        message: 'Its grade is provisional: two editors have not judged it yet.',
        remedy: 'Have two editors appraise it.',
        severity: 'note',
      },
    ];
  },
};
