import { SOURCE_TYPE } from '../words';
import { choicesOf, type Section } from './field';
import { verificationSection } from './verification-fields';

const DATE_HINT = 'As far as it is known: 2002, 2002-04 or 2002-04-15.';

/** A bare DOI in lower case, whatever resolver or prefix it was copied with (ISO 26324: DOIs are case-insensitive). */
export function bareDoi(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/)?(dx\.)?doi\.org\//, '')
    .replace(/^doi:\s*/, '');
}

/** What is filled in of a source. */
export const SOURCE_SECTIONS: readonly Section[] = [
  {
    title: 'The work',
    fields: [
      { path: 'title', label: 'Title', hint: 'As it is printed.', kind: 'text', needed: true },
      {
        path: 'shortName',
        label: 'Short name',
        hint: 'How it is named in running text, such as “ILO 2002”.',
        kind: 'line',
        needed: true,
      },
      { path: 'type', label: 'Type', kind: 'choice', choices: choicesOf(SOURCE_TYPE), needed: true },
      {
        path: 'author',
        label: 'Authors',
        hint: 'One a line: “Family, Given”, or the name of an organisation. An organisation with a comma in its name goes in quotation marks.',
        kind: 'names',
      },
      { path: 'issued', label: 'Date of publication', hint: DATE_HINT, kind: 'line' },
      {
        path: 'organisation',
        label: 'Organisation',
        hint: 'The publishing body in its usual short form.',
        kind: 'line',
      },
    ],
  },
  {
    title: 'Where it can be found',
    hint: 'Leave empty what nobody has seen: it is shown as not established.',
    fields: [
      { path: 'url', label: 'Address at the publisher', hint: 'Beginning with https://', kind: 'line' },
      {
        path: 'doi',
        label: 'DOI',
        hint: 'Such as 10.1136/bmj.b2680. The address of a resolver is taken off.',
        kind: 'line',
        clean: bareDoi,
      },
      { path: 'isbn', label: 'ISBN', kind: 'line' },
      { path: 'publisher', label: 'Publisher', kind: 'line' },
      { path: 'publisherPlace', label: 'Place of publication', kind: 'line' },
      {
        path: 'containerTitle',
        label: 'Published in',
        hint: 'The journal, newspaper or book that it is part of.',
        kind: 'line',
      },
      { path: 'volume', label: 'Volume', kind: 'line' },
      { path: 'issue', label: 'Issue', kind: 'line' },
      { path: 'page', label: 'Pages', hint: 'Within what it is published in: 123–145.', kind: 'line' },
      { path: 'numberOfPages', label: 'Number of pages', kind: 'number' },
      { path: 'number', label: 'Document number', kind: 'line' },
    ],
  },
  {
    title: 'What it says',
    fields: [
      { path: 'says', label: 'What the work says', hint: 'In our own words.', kind: 'text' },
      { path: 'note', label: 'Note', hint: 'What a reader must know of the work.', kind: 'text' },
      { path: 'citedAs', label: 'As the founding document cites it', kind: 'text' },
    ],
  },
  verificationSection('the work'),
];
