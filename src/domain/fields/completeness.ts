import type { z } from 'zod';
import { ClaimRecord } from '../claim';
import { claimFaults, type Fault, type RecordKind, sourceFaults } from '../record';
import { SourceRecord } from '../source';
import { type Content, isContent } from './paths';

const VERIFICATION = { level: null, confidence: null, how: null };

const BLANK_SOURCE: Content = {
  shortName: null,
  organisation: null,
  type: null,
  title: null,
  author: [],
  issued: null,
  publisher: null,
  publisherPlace: null,
  containerTitle: null,
  volume: null,
  issue: null,
  page: null,
  numberOfPages: null,
  number: null,
  doi: null,
  isbn: null,
  url: null,
  citedAs: null,
  says: null,
  note: null,
  standing: 'stands',
  standingReason: null,
  appraisal: null,
  verification: VERIFICATION,
};

const BLANK_CLAIM: Content = {
  statement: null,
  figure: {
    kind: null,
    value: null,
    low: null,
    high: null,
    interval: null,
    unit: null,
    bound: null,
    direction: null,
    asPrinted: null,
    of: null,
  },
  population: { group: null, description: null, ageMin: null, ageMax: null },
  geography: null,
  geographyNote: null,
  period: { start: null, end: null, measure: null, label: null },
  topics: [],
  definition: null,
  doesNotMeasure: [],
  series: null,
  standing: 'stands',
  standingReason: null,
  methodNote: { kind: null, description: null, frame: null, sample: null, limits: [] },
  citations: [],
  relations: [],
  appraisal: null,
  verification: VERIFICATION,
};

const BLANK_CITATION: Content = {
  source: null,
  locator: null,
  figureAsPrinted: null,
  role: null,
  originState: null,
  drawnFrom: null,
  searchLog: null,
  distortions: [],
  note: null,
  quote: null,
  verification: VERIFICATION,
};

const BLANK_RELATION: Content = { kind: null, to: null, note: null, seriesBreak: false };

/** The content with everything that a record has: what nobody filled in yet is null, or an empty list. */
export function filled(kind: RecordKind, content: Content): Content {
  if (kind === 'source') return over(BLANK_SOURCE, content);
  const claim = over(BLANK_CLAIM, content);
  return {
    ...claim,
    citations: contents(claim.citations).map((citation) => quoted(over(BLANK_CITATION, citation))),
    relations: contents(claim.relations).map((relation) => over(BLANK_RELATION, relation)),
  };
}

/** The members of a list that are objects; of anything else none. */
export function contents(value: unknown): Content[] {
  return Array.isArray(value) ? value.filter(isContent) : [];
}

function over(blank: Content, content: Content): Content {
  const merged: Content = { ...content };
  for (const [name, value] of Object.entries(blank)) {
    const given = Object.hasOwn(content, name) ? content[name] : undefined;
    if (isContent(value)) merged[name] = over(value, isContent(given) ? given : {});
    else merged[name] = given ?? value;
  }
  return merged;
}

/** An anchor without any words is none. */
function quoted(citation: Content): Content {
  const { quote } = citation;
  if (!isContent(quote)) return citation;
  const { exact = null, prefix = null, suffix = null } = quote;
  return { ...citation, quote: (exact ?? prefix ?? suffix) === null ? null : { exact, prefix, suffix } };
}

/**
 * What keeps a draft from being whole, each with the path of the field that it belongs to: the rules are those of the
 * record itself (domain/source.ts, domain/claim.ts), the words are for people.
 */
export function draftFaults(kind: RecordKind, content: Content): Fault[] {
  const whole = filled(kind, content);
  return uniqueFaults(kind === 'source' ? faultsOfSource(whole) : faultsOfClaim(whole));
}

function faultsOfSource(whole: Content): Fault[] {
  const { success, data, error } = SourceRecord.safeParse(whole, { error: messageOf });
  return success ? sourceFaults(data) : error.issues.map((issue) => faultOf(issue, 'source'));
}

function faultsOfClaim(whole: Content): Fault[] {
  const { success, data, error } = ClaimRecord.safeParse(whole, { error: messageOf });
  return success ? claimFaults(data).map(placed) : error.issues.map((issue) => faultOf(issue, 'claim'));
}

/** The content as the record it is; null while it is not whole. */
export function wholeRecord(kind: 'source', content: Content): SourceRecord | null;
export function wholeRecord(kind: 'claim', content: Content): ClaimRecord | null;
export function wholeRecord(kind: RecordKind, content: Content): SourceRecord | ClaimRecord | null {
  const schema = kind === 'source' ? SourceRecord : ClaimRecord;
  return schema.safeParse(filled(kind, content)).data ?? null;
}

type Issue = z.core.$ZodIssue;

/** What is wrong, in words for people. */
export function messageOf(issue: z.core.$ZodRawIssue): string | undefined {
  const { input } = issue;
  if (input === null || input === undefined) return issue.code === 'invalid_value' ? 'must be chosen' : 'is needed';
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int'
        ? 'must be a whole number'
        : `must be ${TYPE_WORDS[issue.expected] ?? 'something else'}`;
    case 'invalid_value':
      return 'must be one of those offered';
    case 'too_small':
      if (issue.origin === 'array') return 'needs at least one';
      return issue.origin === 'string'
        ? `must have at least ${issue.minimum} characters`
        : `must be at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `may have at most ${issue.maximum} characters`
        : `must be at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'url'
        ? 'must be an address that begins with http:// or https://'
        : 'is not written as it should be';
    case 'unrecognized_keys':
      return `has what no record has: ${issue.keys.join(', ')}`;
    default:
      return undefined;
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  array: 'a list',
  boolean: 'yes or no',
};

/** Faults that a record finds in itself as a whole, and the field where they are mended. */
const MENDED_AT: readonly (readonly [pattern: RegExp, field: string])[] = [
  [/direction/, 'figure.direction'],
  [/below low|low is above/, 'figure.low'],
  [/above high/, 'figure.high'],
];
const CITATION_MENDED_AT: readonly (readonly [pattern: RegExp, field: string])[] = [
  [/draw/, 'drawnFrom'],
  [/search log/, 'searchLog'],
  [/distort/, 'distortions'],
];

function faultOf(issue: Issue, kind: RecordKind): Fault {
  const path = issue.path.map(String).join('.');
  const [first, number] = issue.path;
  // An author's line, or an item of a list, belongs to the field of the whole list.
  if (kind === 'source' && first === 'author') return { path: 'author', message: 'has a line that is no name' };
  if (path === 'figure') return { path: mendedAt(MENDED_AT, issue.message) ?? 'figure.value', message: issue.message };
  if (first === 'citations' && issue.path.length === 2) {
    const field = mendedAt(CITATION_MENDED_AT, issue.message) ?? 'originState';
    return { path: `citations.${String(number)}.${field}`, message: issue.message };
  }
  return placed({ path, message: issue.message });
}

function mendedAt(table: typeof MENDED_AT, message: string): string | undefined {
  return table.find(([pattern]) => pattern.test(message))?.[1];
}

/** `doesNotMeasure.2` belongs to `doesNotMeasure`, `citations.0.distortions.1.note` to `citations.0.distortions`. */
function placed({ path, message }: Fault): Fault {
  const list = /^((?:citations\.\d+\.)?(?:doesNotMeasure|topics|distortions|methodNote\.limits))\..*$/;
  return { path: path.replace(list, '$1'), message };
}

function uniqueFaults(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter(({ path }) => !seen.has(path) && seen.add(path));
}
