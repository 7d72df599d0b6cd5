import type { Fault } from '../record';
import { type Field, charactersMax } from './field';
import { type Content, getAt, isContent, withAt } from './paths';

/** What a form sends: the part of FormData that is needed. */
export type SentForm = { has(name: string): boolean; getAll(name: string): readonly unknown[] };

/** What stands in the inputs of a form: one text for each field, or several for ticked boxes. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/**
 * Takes what a form sent into the content: the fields of the form and nothing else, so that no id, key, version or grade
 * can be smuggled in. What cannot be a number stays the text it is: a draft may be unfinished, and its form says what is
 * wrong. A text that is too long is refused and changes nothing.
 */
export function readForm(
  fields: readonly Field[],
  form: SentForm,
  content: Content,
): { content: Content; problems: Fault[] } {
  const problems: Fault[] = [];
  let next = content;
  for (const field of fields) {
    const texts = textsOf(field, form);
    if (texts === null) continue;
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    if (length > charactersMax(field) * (field.kind === 'notes' ? (field.choices?.length ?? 1) : 1)) {
      problems.push({ path: field.path, message: tooLong(length, charactersMax(field)) });
    } else {
      next = withAt(next, field.path, fieldValue(field, texts));
    }
  }
  return { content: next, problems };
}

function tooLong(length: number, most: number): string {
  const number = (n: number) => n.toLocaleString('en-GB');
  return `is ${number(length)} characters long; at most ${number(most)} can be kept, so it was left as it was`;
}

/** The texts that were sent for a field; null where the form did not have it. A box that is not ticked sends nothing. */
function textsOf(field: Field, form: SentForm): string[] | null {
  if (field.kind === 'notes') {
    const names = (field.choices ?? []).map(({ value }) => `${field.path}.${value}`);
    return names.some((name) => form.has(name)) ? names.map((name) => plainText(form.getAll(name)[0])) : null;
  }
  if (field.kind === 'choices' || field.kind === 'yes') return form.getAll(field.path).map(plainText);
  return form.has(field.path) ? [plainText(form.getAll(field.path)[0])] : null;
}

/** Text as the database can keep it: no file, no control characters but line breaks and tabs, no half characters. */
export function plainText(sent: unknown): string {
  if (typeof sent !== 'string') return '';
  return sent
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

function fieldValue(field: Field, texts: readonly string[]): unknown {
  const text = (texts[0] ?? '').trim();
  switch (field.kind) {
    case 'number':
      return numberOf(text);
    case 'choices':
      return [...new Set(texts)];
    case 'yes':
      return texts.length > 0;
    case 'lines':
      return linesOf(text);
    case 'names':
      return linesOf(text).map(nameOf);
    case 'notes':
      return (field.choices ?? []).flatMap(({ value }, index) => {
        const note = (texts[index] ?? '').trim();
        return note === '' ? [] : [{ kind: value, note }];
      });
    default:
      return text === '' ? null : (field.clean?.(text) ?? text);
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A number as people write it: 1,800,000 or 1 800 000 or 12.5. What is none stays text; nothing at all is null. */
function numberOf(text: string): number | string | null {
  if (text === '') return null;
  const bare = text
    .replace(/^\u2212/, '-')
    .replace(/(?<=\d)[\s\u00a0\u2009\u202f](?=\d{3}(\D|$))/g, '')
    .replace(/(?<=\d),(?=\d{3}(\D|$))/g, '');
  const number = /^[+-]?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(bare) ? Number(bare) : Number.NaN;
  return Number.isFinite(number) ? number : text;
}

/** `Family, Given` is a person; without a comma, or in quotation marks, it is an organisation. */
function nameOf(line: string): Content {
  const quoted = line.match(/^["“](.+)["”]$/)?.[1];
  if (quoted !== undefined) return { literal: quoted };
  const comma = line.indexOf(',');
  if (comma <= 0) return { literal: line };
  const given = line.slice(comma + 1).trim();
  const family = line.slice(0, comma).trim();
  return given === '' ? { family } : { family, given };
}

/** What the inputs of a form show for a content: what `readForm` would read back to the same. */
export function formValues(fields: readonly Field[], content: Content): FormValues {
  return Object.fromEntries(
    fields.flatMap((field): [string, readonly string[]][] => {
      const value = getAt(content, field.path);
      if (field.kind === 'notes') return Object.entries(notesOf(field, value));
      if (field.kind === 'choices') return [[field.path, texts(value)]];
      if (field.kind === 'yes') return [[field.path, value === true ? ['yes'] : []]];
      return [[field.path, [textOf(field, value)]]];
    }),
  );
}

function notesOf(field: Field, value: unknown): Record<string, string[]> {
  const given = (Array.isArray(value) ? value : []).filter(isContent);
  return Object.fromEntries(
    (field.choices ?? []).map(({ value: kind }) => {
      const note = given.find((entry) => entry.kind === kind)?.note;
      return [`${field.path}.${kind}`, typeof note === 'string' ? [note] : ['']];
    }),
  );
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : [];
}

function textOf({ kind }: Field, value: unknown): string {
  if (kind === 'lines') return texts(value).join('\n');
  if (kind === 'names') {
    return (Array.isArray(value) ? value : []).filter(isContent).map(nameText).join('\n');
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function nameText({ literal, family, given }: Content): string {
  if (typeof literal === 'string') return /,|^["“]/.test(literal) ? `"${literal}"` : literal;
  return `${String(family ?? '')}, ${String(given ?? '')}`.trim();
}

/** A field's value as a person reads it: the words of its choices, lists with semicolons; null where there is nothing. */
export function valueText(field: Field, content: Content): string | null {
  const value = getAt(content, field.path);
  const word = (code: string) => field.choices?.find((choice) => choice.value === code)?.label ?? code;
  if (field.kind === 'yes') return value === true ? 'Yes' : 'No';
  if (field.kind === 'notes') {
    const given = (Array.isArray(value) ? value : []).filter(isContent);
    return given.map(({ kind, note }) => `${word(String(kind))}: ${String(note)}`).join('\n') || null;
  }
  if (field.kind === 'choices') return texts(value).map(word).join(', ') || null;
  const text = textOf(field, value);
  return text === '' ? null : field.kind === 'choice' ? word(text) : text;
}
