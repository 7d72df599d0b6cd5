import { z } from 'zod';
import { CitationRecord, Distortion } from '../citation';
import { ClaimRecord, GeographyCode, SeriesKey } from '../claim';
import type { Fault, RecordKind } from '../record';
import { SourceRecord } from '../source';
import { recordFields } from './changes';
import { contents, filled, messageOf } from './completeness';
import { charactersMax, type Field, fieldsOf } from './field';
import { CITATION_SECTIONS, RELATION_SECTIONS } from './citation-fields';
import { formValues, plainText, readForm } from './form-values';
import type { Content } from './paths';

// A record as a script sends it, and as it is given to one: the fields of the record's own schema, as far as they are
// filled in. What is there must be right for its field; what is missing may be missing, as in a form.

/** What the product gives a record, and nobody else. */
const GIVEN = ['id', 'key', 'appraisal', 'standing', 'standingReason'] as const;

/** Lists of the record whose members are filled in one by one; members of other lists are there or not. */
const MEMBERS: ReadonlySet<unknown> = new Set([CitationRecord, ClaimRecord.shape.relations.element]);

/** What names another record or a place may be words, as in a form, until it is settled. */
const REFERENCES: ReadonlySet<unknown> = new Set([
  GeographyCode,
  SeriesKey,
  ClaimRecord.shape.relations.element.shape.to,
]);

const CitationKey = z
  .string()
  .max(200)
  .nullish()
  .describe(
    'Of a citation that the draft has. Any other name stands for a new one in this record, so that others can be drawn from it; the product gives it its key.',
  );

/** A form has one note for each kind, so that a second one would be lost without a word. */
const DISTORTIONS = z
  .array(Distortion)
  .refine((list) => new Set(list.map(({ kind }) => kind)).size === list.length, 'has each kind at most once');

/** The same schema with everything allowed to be missing. Rules across fields are left to the record itself. */
function partly(schema: z.ZodType): z.ZodType {
  const inner = bare(schema);
  const next =
    inner instanceof z.ZodObject && inner !== Distortion
      ? z.strictObject(partlyShape(inner.shape, inner === CitationRecord ? { key: CitationKey } : {}))
      : inner instanceof z.ZodArray
        ? z.array(MEMBERS.has(inner.element) ? partly(inner.element as z.ZodType) : (inner.element as z.ZodType))
        : REFERENCES.has(inner)
          ? z.string()
          : inner;
  const optional = (inner instanceof z.ZodArray && inner.element === Distortion ? DISTORTIONS : next).nullish();
  return schema.description === undefined ? optional : optional.describe(schema.description);
}

function bare(schema: z.ZodType): z.ZodType {
  const isWrapped =
    schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  return isWrapped ? bare(schema.unwrap() as z.ZodType) : schema;
}

function partlyShape(shape: z.ZodRawShape, own: z.ZodRawShape): z.ZodRawShape {
  return {
    ...Object.fromEntries(Object.entries(shape).map(([name, type]) => [name, partly(type as z.ZodType)])),
    ...own,
  };
}

function withoutGiven(shape: z.ZodRawShape): z.ZodRawShape {
  return Object.fromEntries(Object.entries(shape).filter(([name]) => !(GIVEN as readonly string[]).includes(name)));
}

export const SENT_RECORD: Readonly<Record<RecordKind, z.ZodType<Content>>> = {
  source: z.strictObject(partlyShape(withoutGiven(SourceRecord.shape), {})).meta({ id: 'SentSource' }),
  claim: z.strictObject(partlyShape(withoutGiven(ClaimRecord.shape), {})).meta({ id: 'SentClaim' }),
};

/** The parts of a record that was sent, each as its form would have sent it. */
export type SentParts = { own: Content; citations: { key: string | null; part: Content }[]; relations: Content[] };

/**
 * Reads a record that was sent the way a form is read: the same fields, the same cleaning, the same limits. Whatever is no
 * field, is of the wrong kind or is too long is a fault with its path, and then nothing is to be written.
 *
 * @param before the content that the draft has: it keeps what no field is of
 */
export function readSentRecord(
  kind: RecordKind,
  raw: unknown,
  before: Content,
): { ok: true; parts: SentParts } | { ok: false; faults: Fault[] } {
  const parsed = SENT_RECORD[kind].safeParse(raw, { error: messageOf });
  if (!parsed.success) return { ok: false, faults: sentFaults(parsed.error) };
  const sent = filled(kind, parsed.data);
  const old = filled(kind, before);
  const faults: Fault[] = [];
  const read = (fields: readonly Field[], part: Content, onto: Content, path: string): Content => {
    const values = formValues(fields, part);
    const names = new Set(Object.keys(values));
    const { content, problems } = readForm(
      fields,
      { has: (name) => names.has(name), getAll: (name) => values[name] ?? [] },
      onto,
    );
    faults.push(...problems.map((problem) => ({ path: path + problem.path, message: tooLong(fields, problem.path) })));
    return content;
  };
  const own = read(recordFields(kind), sent, old, '');
  if (kind === 'source') own.author = contents(sent.author).map(cleanName);
  if (kind === 'source') return faults.length > 0 ? { ok: false, faults } : { ok: true, parts: { own, ...NO_MEMBERS } };
  const citations = contents(sent.citations).map((citation, n) => {
    const same = contents(old.citations).find(({ key }) => key === citation.key) ?? {};
    const key = typeof citation.key === 'string' ? citation.key : null;
    return { key, part: read(fieldsOf(CITATION_SECTIONS), citation, same, `citations.${n}.`) };
  });
  const relations = contents(sent.relations).map((relation, n) =>
    read(fieldsOf(RELATION_SECTIONS), relation, {}, `relations.${n}.`),
  );
  return faults.length > 0 ? { ok: false, faults } : { ok: true, parts: { own, citations, relations } };
}

/** Names are taken as they are sent, part by part: written on one line, a comma in a family name would divide it. */
function cleanName(name: Content): Content {
  return Object.fromEntries(
    Object.entries(name).map(([part, text]) => [part, plainText(text).replaceAll(/\s+/g, ' ').trim()]),
  );
}

const NO_MEMBERS = { citations: [], relations: [] };

function tooLong(fields: readonly Field[], path: string): string {
  const most = charactersMax(fields.find((field) => field.path === path) ?? { path, label: path, kind: 'line' });
  return `may have at most ${most.toLocaleString('en-GB')} characters`;
}

/** One fault for each field, and for each name that is none. */
function sentFaults(error: z.ZodError): Fault[] {
  return error.issues.flatMap((issue): Fault[] => {
    const path = issue.path.map(String).join('.');
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({
          path: [path, key.slice(0, 60)].filter(Boolean).join('.'),
          message: 'cannot be sent here',
        }));
      case 'invalid_value':
        return [{ path, message: `must be one of: ${issue.values.map(String).join(', ')}` }];
      case 'invalid_type':
        return [{ path, message: `must be ${TYPE_WORDS[issue.expected] ?? `of type ${issue.expected}`}` }];
      default:
        return [{ path, message: issue.message }];
    }
  });
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** The record of a draft as it is given to a script: what can be sent back. */
export function sendableRecord(kind: RecordKind, content: Content): Content {
  const whole = filled(kind, content);
  return Object.fromEntries(Object.entries(whole).filter(([name]) => Object.hasOwn(shapeOf(kind), name)));
}

function shapeOf(kind: RecordKind): object {
  return withoutGiven(kind === 'source' ? SourceRecord.shape : ClaimRecord.shape);
}
