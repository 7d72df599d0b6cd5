import { z } from 'zod';
import { type Name, SourceType } from '../source';
import { Cells } from './cells';
import { bareDoi, type ImportRow, labelOf, SourceContent, storableText } from './row';
import { checked, shortNameOf, unseen } from './source-row';

// What other programs write is read leniently: a field of another shape counts as not there.
const Text = z
  .union([z.string(), z.number().transform(String)])
  .transform((text) => plain(text) || null)
  .nullable()
  .catch(null);
const Part = z.union([z.string(), z.number()]).nullable();
const CslName = z.object({
  family: Text,
  given: Text,
  literal: Text,
  'non-dropping-particle': Text,
  'dropping-particle': Text,
});
const CslDate = z.object({ 'date-parts': z.array(z.array(Part)).catch([]), raw: Text, literal: Text });
const CslWork = z.object({
  id: Text,
  type: Text,
  title: Text,
  author: z.array(CslName.nullable().catch(null)).catch([]),
  issued: CslDate.nullable().catch(null),
  publisher: Text,
  'publisher-place': Text,
  'container-title': Text,
  volume: Text,
  issue: Text,
  page: Text,
  'number-of-pages': Text,
  number: Text,
  DOI: Text,
  ISBN: Text,
  URL: Text,
  note: Text,
});
type CslWork = z.infer<typeof CslWork>;

/** CSL types that are none of ours, and what they are kept as. */
const KEPT_AS: Readonly<Record<string, SourceType>> = {
  'article-magazine': 'article-newspaper',
  'paper-conference': 'article',
  manuscript: 'article',
  document: 'article',
  'post-weblog': 'post',
  legislation: 'treaty',
  legal_case: 'report',
  bill: 'report',
  standard: 'report',
  speech: 'report',
  broadcast: 'webpage',
  motion_picture: 'webpage',
  software: 'dataset',
  'entry-encyclopedia': 'chapter',
  'entry-dictionary': 'chapter',
  entry: 'chapter',
  review: 'article-journal',
  'review-book': 'article-journal',
  periodical: 'book',
  collection: 'book',
};

/**
 * One CSL-JSON item as a record of a source, or what is wrong with it.
 *
 * @param origin what it comes from, in words that follow "Imported from"
 */
export function cslRow(item: unknown, line: number, origin: string): ImportRow {
  const work = CslWork.safeParse(item).data ?? CslWork.parse({});
  // A work has no cells, but the same limits: its long fields are faults of the row.
  const cells = new Cells(
    new Map(Object.entries(work).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : []))),
  );
  if (work.title === null) cells.fault('title', 'is missing; a work without a title cannot be found again');
  const [title, author, issued] = [work.title ?? '', work.author.flatMap(nameOf), dateOf(work, cells)];
  const candidate = {
    shortName: shortNameOf({ author, issued, publisher: work.publisher, title }),
    organisation: null,
    type: typeOf(work, cells),
    title,
    author,
    issued,
    publisher: work.publisher,
    publisherPlace: work['publisher-place'],
    containerTitle: work['container-title'],
    volume: work.volume,
    issue: work.issue,
    page: work.page,
    numberOfPages: pagesOf(work['number-of-pages']),
    number: work.number,
    doi: doiOf(work, cells),
    isbn: work.ISBN,
    url: urlOf(work, cells),
    citedAs: null,
    says: null,
    note: work.note,
    appraisal: null,
    verification: unseen(origin),
  };
  const record = checked(SourceContent, candidate, cells);
  return {
    kind: 'source',
    line,
    label: labelOf(title) || '(without a title)',
    reference: work.id,
    citedSource: null,
    record,
    faults: cells.faults,
    notes: cells.notes,
  };
}

/** Without the few tags that bibliographic programs put into titles. */
/** What pages write in place of signs, and programs that copy from them keep. */
const ENTITY: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

function plain(text: string): string {
  return (
    storableText(text)
      // A dotless i under an accent, as BibTeX's \'{\i} is read, is the accented letter.
      .replace(/\u0131(?=[\u0300-\u0308])/g, 'i')
      .normalize('NFC')
      .replace(/<\/?(?:i|b|em|strong|sub|sup|sc|span)(?:\s[^<>]{0,100})?>/gi, '')
      .replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => ENTITY[name] ?? '')
      .trim()
  );
}

function nameOf(name: z.infer<typeof CslName> | null): Name[] {
  if (name === null) return [];
  const { family, given, literal } = name;
  if (literal !== null) return [{ literal }];
  if (family === null) return given === null ? [] : [{ literal: given }];
  const whole = [name['non-dropping-particle'], family].filter((part) => part !== null).join(' ');
  if (given !== null)
    return [{ family: whole, given: [given, name['dropping-particle']].filter((p) => p !== null).join(' ') }];
  // BibTeX knows no organisations: one stands in braces, as a family name of several words.
  return /\s/.test(whole) ? [{ literal: whole }] : [{ family: whole }];
}

function dateOf({ issued }: CslWork, cells: Cells): string | null {
  if (issued === null) return null;
  const parts = (issued['date-parts'][0] ?? []).map(Number);
  const text = parts.length > 0 ? parts.join('-') : (issued.raw ?? issued.literal ?? '');
  const [, year, month, day] = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)/.exec(text) ?? [];
  if (year === undefined) {
    if (text !== '') cells.notes.push(`the date "${text.slice(0, 40)}" could not be read and was left out`);
    return null;
  }
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  const isDay = isMonth && Number(day) >= 1 && Number(day) <= 31;
  return [year, isMonth ? month?.padStart(2, '0') : null, isDay ? day?.padStart(2, '0') : null]
    .filter(Boolean)
    .join('-');
}

function typeOf({ type, title }: CslWork, cells: Cells): SourceType {
  const own = SourceType.safeParse(type).data;
  if (own !== undefined) return own;
  const kept = KEPT_AS[type ?? ''] ?? 'article';
  if (title !== null)
    cells.notes.push(
      `${type === null ? 'no type of work is given; it' : `the type "${type.slice(0, 40)}"`} is kept as ${kept}`,
    );
  return kept;
}

function pagesOf(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

function doiOf({ DOI }: CslWork, cells: Cells): string | null {
  const doi = DOI === null ? null : bareDoi(DOI);
  if (DOI !== null && doi === null) cells.notes.push(`"${DOI.slice(0, 60)}" is no DOI and was left out`);
  return doi;
}

function urlOf({ URL: address }: CslWork, cells: Cells): string | null {
  if (address === null) return null;
  if (SourceContent.shape.url.safeParse(address).success) return address;
  cells.notes.push(`"${address.slice(0, 60)}" is no address of a web page and was left out`);
  return null;
}
