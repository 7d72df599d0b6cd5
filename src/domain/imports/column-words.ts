import { CitationRole, OriginState } from '../citation';
import { Measure, PopulationGroup, TopicCode } from '../claim';
import { Bound, Direction, FigureKind, IntervalKind } from '../figure';
import { MethodKind } from '../method';
import { SourceType } from '../source';
import { Confidence, VerificationLevel } from '../verification';
import { CLAIM_COLUMNS } from './claim-row';
import { EXAMPLE_START, type ImportKind } from './row';
import { SOURCE_COLUMNS } from './source-row';

/** What a column holds, the words that it takes where it takes no others, and what stands in the example row. */
export type ColumnWords = { what: string; words?: readonly string[]; example?: string };

const DATE = 'YYYY, YYYY-MM or YYYY-MM-DD';

const VERIFICATION = {
  verification_level: {
    what: 'how the record was seen; all three of these columns, or none',
    words: VerificationLevel.options,
  },
  verification_confidence: { what: 'how sure that is', words: Confidence.options },
  verification_how: { what: 'what was looked at' },
} as const satisfies Record<string, ColumnWords>;

// The examples are claim C1 and its source, as the bundled evidence base has them.

const CLAIM_WORDS: Readonly<Record<keyof typeof CLAIM_COLUMNS, ColumnWords>> = {
  statement: {
    what: 'what is claimed, in one sentence of our own, 10 to 400 characters',
    example: `${EXAMPLE_START}The ILO estimated that 1.8 million children worldwide were exploited in prostitution or for child sexual abuse material in the year 2000.`,
  },
  kind: { what: 'what the figure is', words: FigureKind.options, example: 'count' },
  value: { what: 'a plain number; percentages from 0 to 100', example: '1800000' },
  low: { what: 'the lower end of a range' },
  high: { what: 'the upper end of a range' },
  interval: { what: 'what low and high are', words: IntervalKind.options },
  unit: { what: 'what one of it is', example: 'children' },
  bound: { what: 'how exact it is meant', words: Bound.options, example: 'approximately' },
  direction: { what: 'for the kind “direction” only', words: Direction.options },
  of: { what: 'the denominator of shares, rates and ratios' },
  as_printed: { what: 'the number as its origin printed it, at most eight words' },
  population_group: { what: 'who or what is counted', words: PopulationGroup.options, example: 'children' },
  population: {
    what: 'the same in words',
    example: 'Children under 18 exploited in prostitution or for child sexual abuse material',
  },
  age_min: { what: 'completed years' },
  age_max: { what: 'completed years, included: 17 for “under 18”', example: '17' },
  geography: {
    what: 'the name of a country or region (United Kingdom), two letters of ISO 3166 (GB), or three digits of UN M49 (001 for the world)',
    example: '001',
  },
  geography_note: { what: 'where the place is not exactly that one' },
  period_start: { what: `the time the figure speaks of: ${DATE}`, example: '2000' },
  period_end: { what: `its end: ${DATE}`, example: '2000' },
  measure: { what: 'a number at one time, in a span, or since a beginning', words: Measure.options, example: 'stock' },
  period_label: { what: 'in words, where dates alone do not say it', example: 'reference year 2000' },
  topics: { what: 'one or more, with | between', words: TopicCode.options, example: 'prostitution|online' },
  definition: { what: 'the definition that the figure was made under' },
  does_not_measure: {
    what: 'what readers wrongly take it for, one sentence each, with | between',
    example: 'Exploitation online as it is known today: the reference year is 2000.',
  },
  series: { what: 'the key of a series that is here', example: 'ilo-cse-children' },
  method_kind: { what: 'how the figure was made', words: MethodKind.options, example: 'literature-review' },
  method_description: {
    what: 'the same in words',
    example: 'Reports of others, of uneven quality, were gathered and added up by region.',
  },
  method_frame: { what: 'from what it was drawn' },
  method_sample: { what: 'how many, and how they were chosen' },
  method_limits: { what: 'with | between', example: 'No sampling error can be attached.' },
  source: { what: 'the id (S12), the DOI or the key of a source', example: 'hagemann-2002' },
  locator: { what: 'where in it: a page, a table', example: 'Sections 1.4, 2.5.4 and 3.3' },
  cited_as_printed: { what: 'the number as this source prints it, at most eight words' },
  role: { what: 'what the source does with the figure', words: CitationRole.options, example: 'states' },
  origin: { what: 'where this source has it from', words: OriginState.options, example: 'origin' },
  drawn_from: { what: 'for “drawn”: the key of the citation that this one drew from' },
  search_log: { what: 'for “untraced”: what was looked for, and where' },
  citation_note: { what: 'a note on this place' },
  ...VERIFICATION,
};

const SOURCE_WORDS: Readonly<Record<keyof typeof SOURCE_COLUMNS, ColumnWords>> = {
  key: { what: 'a name by which claims of the same import may cite it', example: 'ilo-2002' },
  title: {
    what: 'as printed',
    example: `${EXAMPLE_START}Every Child Counts: New Global Estimates on Child Labour`,
  },
  short_name: { what: 'how it is named in running text; made of author and year when empty', example: 'ILO 2002' },
  organisation: { what: 'the publishing body in its usual short form', example: 'ILO' },
  type: { what: 'what sort of work it is', words: SourceType.options, example: 'report' },
  author: {
    what: '“Family, Given”, or the name of an organisation, in braces if it has a comma; several with | between',
    example: '{ILO-IPEC/SIMPOC}',
  },
  issued: { what: DATE, example: '2002-04' },
  publisher: { what: 'as printed', example: 'International Labour Office' },
  publisher_place: { what: 'as printed', example: 'Geneva' },
  container_title: { what: 'the journal, newspaper or book that it is in' },
  volume: { what: 'as printed' },
  issue: { what: 'as printed' },
  page: { what: 'as printed' },
  number_of_pages: { what: 'a whole number', example: '58' },
  number: { what: 'of a report or a series, as printed' },
  doi: { what: 'such as 10.1000/182, with or without https://doi.org/ in front' },
  isbn: { what: 'as printed', example: '92-2-113113-0' },
  url: { what: 'a whole address, with http:// or https://' },
  says: { what: 'what it says of the subject, in our own words' },
  note: { what: 'in our own words' },
  ...VERIFICATION,
};

const WORDS = { claims: CLAIM_WORDS, sources: SOURCE_WORDS } as const;
const NEEDED: Readonly<Record<ImportKind, Readonly<Record<string, boolean>>>> = {
  claims: CLAIM_COLUMNS,
  sources: SOURCE_COLUMNS,
};

/** Every column of a file, in the order of its template, with what it holds. */
export function columnWords(kind: ImportKind): ({ name: string; needed: boolean } & ColumnWords)[] {
  return Object.entries<ColumnWords>(WORDS[kind]).map(([name, words]) => ({
    name,
    needed: NEEDED[kind][name] === true,
    ...words,
  }));
}
