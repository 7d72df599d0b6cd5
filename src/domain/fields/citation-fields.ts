import { CITATION_ROLE, DISTORTION, ORIGIN_STATE, RELATION } from '../words';
import { choicesOf, type Section } from './field';
import { verificationSection } from './verification-fields';

/** One place where a claim is stated. */
export const CITATION_SECTIONS: readonly Section[] = [
  {
    title: 'Where it is stated',
    fields: [
      {
        path: 'source',
        label: 'Source',
        hint: 'Its id, such as S7, or words of its name or title.',
        kind: 'reference',
        reference: 'source',
        needed: true,
      },
      { path: 'locator', label: 'Page, section or footnote', kind: 'line' },
      {
        path: 'figureAsPrinted',
        label: 'Figure as printed there',
        hint: 'Word for word, at most eight words.',
        kind: 'line',
      },
      {
        path: 'role',
        label: 'What it does with the claim',
        kind: 'choice',
        choices: choicesOf(CITATION_ROLE),
        radio: true,
        needed: true,
      },
    ],
  },
  {
    title: 'Its own source',
    fields: [
      {
        path: 'originState',
        label: 'Where it has the figure from',
        kind: 'choice',
        choices: choicesOf(ORIGIN_STATE),
        radio: true,
        needed: true,
      },
      {
        path: 'drawnFrom',
        label: 'Drawn from',
        hint: 'Only for what was drawn from a known citation.',
        kind: 'reference',
        reference: 'citation',
      },
      {
        path: 'searchLog',
        label: 'Search log',
        hint: 'For what is untraced: what was looked for, and where.',
        kind: 'text',
      },
      {
        path: 'distortions',
        label: 'What changed on the way',
        hint: 'One sentence beside each kind of change there is; leave the others empty.',
        kind: 'notes',
        choices: choicesOf(DISTORTION),
      },
      { path: 'note', label: 'Note', kind: 'text' },
    ],
  },
  {
    title: 'Anchor in the text',
    hint: 'The words by which the place can be found again: at most eight in each field. When the text changes so that they are gone or stand there twice, the anchor is given up rather than moved.',
    fields: [
      { path: 'quote.exact', label: 'Exact words', kind: 'line' },
      { path: 'quote.prefix', label: 'Words before', kind: 'line' },
      { path: 'quote.suffix', label: 'Words after', kind: 'line' },
    ],
  },
  verificationSection('this place'),
];

const RELATION_CHOICES = Object.entries(RELATION).map(([value, { outgoing, meaning }]) => ({
  value,
  label: outgoing,
  meaning,
}));

/** How a claim stands to another. */
export const RELATION_SECTIONS: readonly Section[] = [
  {
    title: 'The other claim',
    fields: [
      {
        path: 'kind',
        label: 'How this claim stands to it',
        kind: 'choice',
        choices: RELATION_CHOICES,
        radio: true,
        needed: true,
      },
      {
        path: 'to',
        label: 'The other claim',
        hint: 'Its id, such as C12, or words of its statement.',
        kind: 'reference',
        reference: 'claim',
        needed: true,
      },
      { path: 'note', label: 'Note', hint: 'In one sentence of our own.', kind: 'text' },
      {
        path: 'seriesBreak',
        label: 'A break in the time series lies between the two',
        hint: 'Only where one continues or supersedes the other.',
        kind: 'yes',
      },
    ],
  },
];
