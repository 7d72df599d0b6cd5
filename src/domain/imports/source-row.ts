import { olderTermsIn } from '../own-words';
import { type Name, SourceType } from '../source';
import { Confidence, type Verification, VerificationLevel } from '../verification';
import type { z } from 'zod';
import { type Cells, short } from './cells';
import { bareDoi, type ImportRow, labelOf, type RowFault, SourceContent } from './row';

/** Columns of a file of sources; those with true must be there. */
export const SOURCE_COLUMNS = {
  key: false,
  title: true,
  short_name: false,
  organisation: false,
  type: true,
  author: false,
  issued: false,
  publisher: false,
  publisher_place: false,
  container_title: false,
  volume: false,
  issue: false,
  page: false,
  number_of_pages: false,
  number: false,
  doi: false,
  isbn: false,
  url: false,
  says: false,
  note: false,
  verification_level: false,
  verification_confidence: false,
  verification_how: false,
} as const;

/**
 * One row of a CSV of sources as a record, or what is wrong with it.
 *
 * @param origin what it comes from, in words that follow "Imported from": `the file sources.csv`
 */
export function sourceRow(cells: Cells, line: number, origin: string): ImportRow {
  const title = cells.required('title', 'the title of the work');
  const author = cells.list('author').map((name) => nameOf(name));
  const [issued, organisation] = [cells.text('issued'), cells.text('organisation')];
  const candidate = {
    shortName: cells.text('short_name') ?? shortNameOf({ author, issued, organisation, title }),
    organisation,
    type: cells.requiredWord('type', SourceType),
    title,
    author,
    issued,
    publisher: cells.text('publisher'),
    publisherPlace: cells.text('publisher_place'),
    containerTitle: cells.text('container_title'),
    volume: cells.text('volume'),
    issue: cells.text('issue'),
    page: cells.text('page'),
    numberOfPages: cells.whole('number_of_pages', 1),
    number: cells.text('number'),
    doi: doiOf(cells),
    isbn: cells.text('isbn'),
    url: cells.text('url'),
    citedAs: null,
    says: cells.text('says'),
    note: cells.text('note'),
    appraisal: null,
    verification: verificationOf(cells, origin),
  };
  noteOlderTerms(cells, [candidate.says, candidate.note]);
  const reference = cells.text('key');
  const record = checked(SourceContent, candidate, cells);
  return {
    kind: 'source',
    line,
    label: labelOf(title),
    reference,
    citedSource: null,
    record,
    faults: cells.faults,
    notes: cells.notes,
  };
}

function doiOf(cells: Cells): string | null {
  const text = cells.text('doi');
  const doi = text === null ? null : bareDoi(text);
  if (text !== null && doi === null) cells.fault('doi', `"${short(text)}" should be a DOI such as 10.1000/182`);
  return doi;
}

/** `Family, Given` is a person; anything else is an organisation, and in braces whatever it holds. */
function nameOf(text: string): Name {
  const braced = /^\{(.+)\}$/.exec(text)?.[1];
  if (braced !== undefined) return { literal: braced.trim() || text };
  const [family = '', ...given] = text.split(',').map((part) => part.trim());
  const rest = given.join(', ');
  return family !== '' && rest !== '' ? { family, given: rest } : { literal: text };
}

/** How a work is named in running text: `ILO 2002`, `Hagemann and Diallo 2006`, `Smith et al. n.d.` */
export function shortNameOf(work: {
  author: readonly Name[];
  issued: string | null;
  organisation?: string | null;
  publisher?: string | null;
  title: string;
}): string {
  const names = work.author.map((name) => ('literal' in name ? name.literal : name.family));
  const [first, second] = names;
  const people = names.length > 2 ? `${first} et al.` : second === undefined ? first : `${first} and ${second}`;
  const firstWords = work.title.split(/\s+/).slice(0, 5).join(' ');
  const year = /^\d{4}/.exec(work.issued ?? '')?.[0] ?? 'n.d.';
  return labelOf(`${work.organisation ?? people ?? work.publisher ?? firstWords} ${year}`);
}

/** How it was seen. Nothing said is said so: not seen, whatever the file claims of the work. */
export function verificationOf(cells: Cells, origin: string): Verification {
  const said = ['level', 'confidence', 'how'].some((part) => cells.text(`verification_${part}`) !== null);
  if (!said) return unseen(origin);
  return {
    level: cells.requiredWord('verification_level', VerificationLevel),
    confidence: cells.requiredWord('verification_confidence', Confidence),
    how: cells.required('verification_how', 'what was looked at'),
  };
}

export function unseen(origin: string): Verification {
  return {
    level: 'not-seen',
    confidence: 'low',
    how: `Imported from ${origin}; nobody has compared it with the work itself yet.`,
  };
}

export function noteOlderTerms(cells: Cells, sentences: readonly (string | null)[]): void {
  const terms = new Set(sentences.flatMap((text) => (text === null ? [] : olderTermsIn(text))));
  if (terms.size > 0)
    cells.notes.push(`older terms in our own words, to be replaced in review: ${[...terms].join(', ')}`);
}

/** The record, or null once anything is wrong: what the schema finds goes to the column that it came from. */
export function checked<T>(schema: z.ZodType<T>, candidate: unknown, cells: Cells): T | null {
  const parsed = schema.safeParse(candidate);
  if (!parsed.success) for (const fault of schemaFaults(parsed.error)) cells.fault(fault.column, fault.message);
  return parsed.success && cells.faults.length === 0 ? parsed.data : null;
}

/** Where in a record a column ends up, where its name does not say it. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  figure: 'value',
  citations: 'origin',
  'figure.asPrinted': 'as_printed',
  'methodNote.kind': 'method_kind',
  'methodNote.description': 'method_description',
  'citations.figureAsPrinted': 'cited_as_printed',
  'citations.originState': 'origin',
  'citations.note': 'citation_note',
  'population.group': 'population_group',
  'population.description': 'population',
  'period.start': 'period_start',
  'period.end': 'period_end',
  'period.measure': 'measure',
  'period.label': 'period_label',
};

/** What the schema says of a value, as the rest of a sentence about its column. */
const WORDS: Readonly<Record<string, string>> = {
  'Invalid URL': 'should be a whole address, with http:// or https:// in front',
  'a date as YYYY, YYYY-MM or YYYY-MM-DD': 'should be a date as YYYY, YYYY-MM or YYYY-MM-DD',
  'a bare DOI in lower case': 'should be a DOI such as 10.1000/182',
};

function schemaFaults(error: z.ZodError): RowFault[] {
  return error.issues.map(({ path, message }) => {
    const names = path.filter((part) => typeof part === 'string').map(String);
    const column =
      COLUMN_OF[names.join('.')] ?? names.at(-1)?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return {
      column: column ?? null,
      message: WORDS[message] ?? message.replace(/^Invalid input: /, 'should be otherwise: '),
    };
  });
}
