import { numberText } from '../figure-text';
import {
  BOUND,
  CITATION_ROLE,
  CONFIDENCE,
  DISTORTION,
  FIGURE_KIND,
  INTERVAL_KIND,
  MEASURE,
  METHOD_CERTAINTY,
  METHOD_KIND,
  ORIGIN_STATE,
  POPULATION_GROUP,
  RELATION,
  RELIABILITY,
  SOURCE_RELIABILITY,
  SOURCE_TYPE,
  VERIFICATION,
} from '../words';
import { type Leaf, type LeafValue, leavesOf } from './leaves';

// What a reader calls the fields of a record, and their codes.

type Words = Readonly<Record<string, string>>;
type Field = [pattern: string, label: string, words?: Words | 'number' | 'name'];

const labels = (words: Readonly<Record<string, { label: string }>>): Words =>
  Object.fromEntries(Object.entries(words).map(([code, { label }]) => [code, label]));

const RELATIONS: Words = Object.fromEntries(Object.entries(RELATION).map(([code, { outgoing }]) => [code, outgoing]));
const STANDING: Words = { stands: 'Stands', disputed: 'Disputed', retracted: 'Retracted' };

/** In the order in which a record is read: differences are listed in it. */
const FIELDS: readonly Field[] = [
  ['standing', 'Standing', STANDING],
  ['standingReason', 'Reason of the standing'],
  ['statement', 'Statement'],
  ['figure.kind', 'Kind of figure', labels(FIGURE_KIND)],
  ['figure.value', 'Figure', 'number'],
  ['figure.low', 'Figure, low', 'number'],
  ['figure.high', 'Figure, high', 'number'],
  ['figure.interval', 'What low and high are', labels(INTERVAL_KIND)],
  ['figure.bound', 'Bound', labels(BOUND)],
  ['figure.direction', 'Direction'],
  ['figure.unit', 'Unit'],
  ['figure.of', 'Denominator'],
  ['figure.asPrinted', 'Figure as its origin printed it'],
  ['population.group', 'Who or what is counted', labels(POPULATION_GROUP)],
  ['population.description', 'Population in words'],
  ['population.ageMin', 'Age from'],
  ['population.ageMax', 'Age to'],
  ['geography', 'Place'],
  ['geographyNote', 'Place in words'],
  ['period.start', 'Period from'],
  ['period.end', 'Period to'],
  ['period.measure', 'Stock or flow', labels(MEASURE)],
  ['period.label', 'Period in words'],
  ['topics', 'Topics'],
  ['definition', 'Definition'],
  ['doesNotMeasure', 'Does not measure'],
  ['series', 'Series'],
  ['shortName', 'Short name'],
  ['type', 'Kind of work', SOURCE_TYPE],
  ['title', 'Title'],
  ['author', 'Authors'],
  ['organisation', 'Organisation'],
  ['issued', 'Date'],
  ['publisher', 'Publisher'],
  ['publisherPlace', 'Place of publication'],
  ['containerTitle', 'Published in'],
  ['volume', 'Volume'],
  ['issue', 'Issue'],
  ['page', 'Pages'],
  ['numberOfPages', 'Number of pages'],
  ['number', 'Report or document number'],
  ['doi', 'DOI'],
  ['isbn', 'ISBN'],
  ['url', 'Address'],
  ['citedAs', 'As the founding document cites it'],
  ['says', 'What the work says'],
  ['note', 'Note'],
  ['methodNote.kind', 'Method', labels(METHOD_KIND)],
  ['methodNote.description', 'How the figure was made'],
  ['methodNote.frame', 'Population and frame'],
  ['methodNote.sample', 'Sample'],
  ['methodNote.limits', 'Known limits'],
  ['citations[*].source', 'Source', 'name'],
  ['citations[*].role', 'Role', labels(CITATION_ROLE)],
  ['citations[*].locator', 'Page or section'],
  ['citations[*].figureAsPrinted', 'Figure as printed'],
  ['citations[*].originState', 'Where it has the figure from', labels(ORIGIN_STATE)],
  ['citations[*].drawnFrom', 'Drawn from', 'name'],
  ['citations[*].searchLog', 'What was looked for'],
  ['citations[*].distortions[*].kind', 'Distortion', labels(DISTORTION)],
  ['citations[*].distortions[*].note', 'What changed on the way'],
  ['citations[*].note', 'Note'],
  ['citations[*].quote.exact', 'Words quoted'],
  ['citations[*].quote.prefix', 'Words before the quotation'],
  ['citations[*].quote.suffix', 'Words after the quotation'],
  ['citations[*].verification.level', 'How it was verified', labels(VERIFICATION)],
  ['citations[*].verification.confidence', 'Confidence', labels(CONFIDENCE)],
  ['citations[*].verification.how', 'What was looked at'],
  ['citations[*].key', 'Key'],
  ['relations[*].kind', 'Relation', RELATIONS],
  ['relations[*].to', 'Other claim', 'name'],
  ['relations[*].note', 'Note'],
  ['relations[*].seriesBreak', 'Break in the series'],
  ['appraisal.reliability', 'Reliability of the source', labels(SOURCE_RELIABILITY)],
  ['appraisal.reasons', 'Reasons of the reliability'],
  ['appraisal.reliability.level', 'Reliability', labels(RELIABILITY)],
  ['appraisal.reliability.reasons', 'Reasons of the reliability'],
  ['appraisal.method.certainty', 'Certainty of the method', labels(METHOD_CERTAINTY)],
  ['appraisal.method.reasons', 'Reasons of the certainty'],
  ['reliability', 'Reliability', { ...labels(RELIABILITY), ...labels(SOURCE_RELIABILITY) }],
  ['reliabilityReasons', 'Reasons of the reliability'],
  ['reasons', 'Reasons'],
  ['method', 'Certainty of the method', labels(METHOD_CERTAINTY)],
  ['methodReasons', 'Reasons of the certainty'],
  ['provisional', 'Provisional'],
  ['verification.level', 'How the record was verified', labels(VERIFICATION)],
  ['verification.confidence', 'Confidence', labels(CONFIDENCE)],
  ['verification.how', 'What was looked at'],
];

const BY_PATTERN = new Map(FIELDS.map(([pattern, label, words], order) => [pattern, { label, words, order }]));

/** Names of records and citations by their keys, as far as they are known. */
export type Names = ReadonlyMap<string, string>;

/** What a reader calls a field. One that nobody has named yet is called after its path. */
export function fieldLabel({ pattern }: Leaf): string {
  const known = BY_PATTERN.get(pattern)?.label;
  if (known !== undefined) return known;
  const words = pattern
    .replaceAll('[*]', '')
    .replaceAll('.', ', ')
    .replaceAll(/[_-]|(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Keys of records and citations that a document names, so that their names can be looked up. */
export function namedKeys(document: unknown): string[] {
  return [...leavesOf(document).values()].flatMap(({ pattern, value }) =>
    BY_PATTERN.get(pattern)?.words === 'name' && typeof value === 'string' ? [value] : [],
  );
}

/** Where the field stands among the others; what is not named comes last. */
export function fieldOrder({ pattern }: Leaf): number {
  return BY_PATTERN.get(pattern)?.order ?? FIELDS.length;
}

/** Where a list as a whole stands: with its first field. */
export function itemOrder(leaf: Leaf): number {
  const list = `${leaf.pattern.split('[*]')[0]}[*]`;
  const order = FIELDS.findIndex(([pattern]) => pattern.startsWith(list));
  return order < 0 ? FIELDS.length : order;
}

/** A value as a reader sees it. */
export function valueText({ pattern, value }: Leaf, names: Names): string | string[] {
  const words = BY_PATTERN.get(pattern)?.words;
  const one = (plain: string | number | boolean): string => {
    if (typeof plain === 'boolean') return plain ? 'yes' : 'no';
    if (typeof plain === 'number') return words === 'number' ? numberText(plain) : String(plain);
    if (words === 'name') return names.get(plain) ?? plain;
    return typeof words === 'object' ? (words[plain] ?? plain) : plain;
  };
  return isList(value) ? value.map(one) : one(value);
}

function isList(value: LeafValue): value is Extract<LeafValue, readonly unknown[]> {
  return Array.isArray(value);
}
