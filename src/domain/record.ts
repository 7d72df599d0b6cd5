import type { z } from 'zod';
import { ClaimRecord } from './claim';
import { olderTermsIn } from './own-words';
import { SourceRecord } from './source';

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
  return [
    ...standingFaults(source),
    ...ownWordFault('says', source.says),
    ...ownWordFault('note', source.note),
    ...ownWordFault('standingReason', source.standingReason),
    ...(source.appraisal?.reasons ?? []).flatMap((text, n) => ownWordFault(`appraisal.reasons.${n}`, text)),
  ];
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
  return [
    ...faults,
    ...standingFaults(claim),
    ...claimSentences(claim).flatMap(([path, text]) => ownWordFault(path, text)),
  ];
}

function standingFaults({ standing, standingReason }: Pick<ClaimRecord, 'standing' | 'standingReason'>): Fault[] {
  if (standing === 'stands' || standingReason !== null) return [];
  return [{ path: 'standingReason', message: `${standing}, but no reason is given` }];
}

/** Our own sentences use the preferred terms; older terms stand only in titles and printed wording. */
export function ownWordFault(path: string, text: string | null): Fault[] {
  if (text === null) return [];
  return olderTermsIn(text).map((term) => ({ path, message: `"${term}" in our own words: ${text}` }));
}

/** Every sentence of a claim that is ours, with the path of its field. */
function claimSentences(claim: ClaimRecord): [path: string, text: string | null][] {
  const listed = (path: string, texts: readonly string[]) =>
    texts.map((text, n): [string, string] => [`${path}.${n}`, text]);
  return [
    ['statement', claim.statement],
    ['definition', claim.definition],
    ['population.description', claim.population.description],
    ['geographyNote', claim.geographyNote],
    ['period.label', claim.period.label],
    ['figure.unit', claim.figure.unit],
    ['figure.of', claim.figure.of],
    ['standingReason', claim.standingReason],
    ['methodNote.description', claim.methodNote.description],
    ['methodNote.frame', claim.methodNote.frame],
    ['methodNote.sample', claim.methodNote.sample],
    ...listed('methodNote.limits', claim.methodNote.limits),
    ...listed('doesNotMeasure', claim.doesNotMeasure),
    ...claim.relations.map(({ note }, n): [string, string | null] => [`relations.${n}.note`, note]),
    ...claim.citations.flatMap(({ note, searchLog, distortions }, n): [string, string | null][] => [
      [`citations.${n}.note`, note],
      [`citations.${n}.searchLog`, searchLog],
      ...distortions.map((distortion, d): [string, string] => [
        `citations.${n}.distortions.${d}.note`,
        distortion.note,
      ]),
    ]),
    ...listed('appraisal.method.reasons', claim.appraisal?.method.reasons ?? []),
    ...listed('appraisal.reliability.reasons', claim.appraisal?.reliability.reasons ?? []),
  ];
}
