import type { z } from 'zod';
import { ClaimRecord } from './claim';
import { olderTermsIn, preferredTerm } from './own-words';
import { isOnCalendar } from './partial-date';
import { notOnCalendar, possibleFaults } from './possible';
import { SourceRecord } from './source';
import type { TermRecord } from './terminology';

// A record as one document: what is drafted, published, compared and restored is always the whole of it.

export type RecordKind = 'source' | 'claim';
export type RecordOf = { source: SourceRecord; claim: ClaimRecord };

/** What is wrong with a record, and where: `path` is the field's, with dots ("figure.low", "citations.0.locator"). */
export type Fault = { path: string; message: string };

const SCHEMAS: { [Kind in RecordKind]: z.ZodType<RecordOf[Kind]> } = { source: SourceRecord, claim: ClaimRecord };
const RULES: { [Kind in RecordKind]: (record: RecordOf[Kind]) => Fault[] } = {
  source: sourceFaults,
  claim: claimFaults,
};

/** Reads a record and holds it against every rule that it can be held against by itself. */
export function readRecord<Kind extends RecordKind>(
  kind: Kind,
  raw: unknown,
): { ok: true; record: RecordOf[Kind] } | { ok: false; faults: Fault[] } {
  const parsed = SCHEMAS[kind].safeParse(raw);
  const faults = parsed.success
    ? RULES[kind](parsed.data)
    : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  return parsed.success && faults.length === 0 ? { ok: true, record: parsed.data } : { ok: false, faults };
}

/** "C12" of a claim, "S7" of a source. */
export function publicId(kind: RecordKind, number: number): string {
  return `${kind === 'claim' ? 'C' : 'S'}${number}`;
}

/** What a public id means; null for anything that cannot be one. */
export function parsePublicId(id: string): { kind: RecordKind; number: number } | null {
  const found = /^([CS])([1-9]\d{0,8})$/.exec(id);
  return found === null ? null : { kind: found[1] === 'C' ? 'claim' : 'source', number: Number(found[2]) };
}

export function sourceFaults(source: SourceRecord): Fault[] {
  const issued = source.issued && !isOnCalendar(source.issued) ? [notOnCalendar('issued')] : [];
  return [...issued, ...standingFaults(source), ...wordFaults('source', source)];
}

export function claimFaults(claim: ClaimRecord): Fault[] {
  const faults: Fault[] = [];
  const links = claim.relations.map((relation) => `${relation.kind} ${relation.to}`);
  if (new Set(links).size !== links.length) faults.push({ path: 'relations', message: 'a relation is given twice' });
  claim.relations.forEach(({ kind, to, seriesBreak }, n) => {
    if (to === claim.key) faults.push({ path: `relations.${n}.to`, message: 'a claim is not related to itself' });
    if (seriesBreak && kind !== 'supersedes' && kind !== 'continues') {
      faults.push({ path: `relations.${n}.seriesBreak`, message: `${kind} ${to} cannot break a series` });
    }
  });
  const keys = claim.citations.map((citation) => citation.key);
  if (new Set(keys).size !== keys.length) faults.push({ path: 'citations', message: 'a citation is given twice' });
  return [...faults, ...possibleFaults(claim), ...standingFaults(claim), ...wordFaults('claim', claim)];
}

function standingFaults({ standing, standingReason }: Pick<ClaimRecord, 'standing' | 'standingReason'>): Fault[] {
  if (standing === 'stands' || standingReason !== null) return [];
  return [{ path: 'standingReason', message: `${standing}, but no reason is given` }];
}

/** Where the sentences of a record stand that are ours; a star is every member of a list. */
const OWN_SENTENCES: Readonly<Record<RecordKind, readonly string[]>> = {
  source: ['says', 'note', 'standingReason', 'appraisal.reasons.*'],
  claim: [
    ...[
      'statement',
      'definition',
      'population.description',
      'geographyNote',
      'period.label',
      'figure.unit',
      'figure.of',
    ],
    ...['standingReason', 'methodNote.description', 'methodNote.frame', 'methodNote.sample', 'methodNote.limits.*'],
    ...['doesNotMeasure.*', 'relations.*.note', 'citations.*.note', 'citations.*.searchLog'],
    ...['citations.*.distortions.*.note', 'appraisal.method.reasons.*', 'appraisal.reliability.reasons.*'],
  ],
};

/**
 * Our own sentences use the preferred terms; older terms stand only in titles and printed wording.
 *
 * @param record as far as it is filled in
 * @param terms of the terminology, to say what to write instead
 */
export function wordFaults(kind: RecordKind, record: unknown, terms: readonly Term[] = []): Fault[] {
  return OWN_SENTENCES[kind].flatMap((pattern) =>
    sentencesAt(record, pattern.split('.')).flatMap(({ path, text }) => ownWordFault(path, text, terms)),
  );
}

type Term = Pick<TermRecord, 'older' | 'preferred'>;

export function ownWordFault(path: string, text: string | null, terms: readonly Term[] = []): Fault[] {
  return olderTermsIn(text ?? '').map((term) => {
    const preferred = preferredTerm(term, terms);
    const instead = preferred === null ? '' : `: the terminology prefers “${preferred}”`;
    return { path, message: `says “${term}”, an older term${instead}` };
  });
}

function sentencesAt(value: unknown, [name, ...rest]: readonly string[], path = ''): { path: string; text: string }[] {
  if (name === undefined) return typeof value === 'string' ? [{ path, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const inner = name === '*' ? Object.entries(value) : Object.entries(value).filter(([own]) => own === name);
  return inner.flatMap(([own, member]) => sentencesAt(member, rest, path === '' ? own : `${path}.${own}`));
}
