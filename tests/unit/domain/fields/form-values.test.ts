import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CITATION_SECTIONS, RELATION_SECTIONS } from '@/domain/fields/citation-fields';
import { CLAIM_SECTIONS, METHOD_SECTIONS } from '@/domain/fields/claim-fields';
import { recordFields } from '@/domain/fields/changes';
import { type Field, fieldsOf } from '@/domain/fields/field';
import { formValues, readForm } from '@/domain/fields/form-values';
import { type Content, getAt, withAt } from '@/domain/fields/paths';
import { SOURCE_SECTIONS } from '@/domain/fields/source-fields';

const FORMS = {
  source: fieldsOf(SOURCE_SECTIONS),
  claim: fieldsOf(CLAIM_SECTIONS),
  method: fieldsOf(METHOD_SECTIONS),
  citation: fieldsOf(CITATION_SECTIONS),
  relation: fieldsOf(RELATION_SECTIONS),
};

/** A text as it stands in a record: trimmed, without control characters. */
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, '').trim())
  .filter((text) => text !== '');
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const word = line
  .map((text) =>
    text
      .replaceAll(',', '')
      .replace(/^["“]+/, '')
      .trim(),
  )
  .filter((text) => text !== '');
const name = fc.oneof(
  fc.record({ literal: line.filter((text) => !/^["“]/.test(text)) }),
  fc.record({ family: word, given: word }),
  fc.record({ family: word }),
);

/** What may stand in a record at a field. */
function valuesOf(field: Field): fc.Arbitrary<unknown> {
  const codes = (field.choices ?? []).map(({ value }) => value);
  switch (field.kind) {
    case 'number':
      return fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)));
    case 'choice':
      return fc.option(fc.constantFrom(...codes));
    case 'choices':
      return fc.subarray(codes);
    case 'yes':
      return fc.boolean();
    case 'lines':
      return fc.array(line, { maxLength: 4 });
    case 'names':
      return fc.array(name, { maxLength: 4 });
    case 'notes':
      return fc
        .subarray(codes)
        .chain((kinds) =>
          fc.tuple(...kinds.map(() => paragraph)).map((notes) => kinds.map((kind, i) => ({ kind, note: notes[i] }))),
        );
    case 'text':
      return fc.option(paragraph);
    default:
      return fc.option(
        field.clean ? line.map(field.clean).filter((text) => text !== '' && field.clean?.(text) === text) : line,
      );
  }
}

function contentsOf(fields: readonly Field[]): fc.Arbitrary<Content> {
  return fc
    .tuple(...fields.map(valuesOf))
    .map((values) => fields.reduce<Content>((content, field, i) => withAt(content, field.path, values[i]), {}));
}

/** As a browser sends it: every input that is shown, line breaks as CR LF, boxes only where they are ticked. */
function sent(fields: readonly Field[], content: Content): FormData {
  const form = new FormData();
  for (const [path, texts] of Object.entries(formValues(fields, content))) {
    for (const text of texts) form.append(path, text.replaceAll('\n', '\r\n'));
  }
  return form;
}

describe('a form', () => {
  for (const [kind, fields] of Object.entries(FORMS)) {
    test(`of a ${kind} gives back what it shows, whatever the record holds`, () => {
      fc.assert(
        fc.property(contentsOf(fields), (content) => {
          const read = readForm(fields, sent(fields, content), {});
          expect(read).toEqual({ content, problems: [] });
        }),
        { numRuns: 60 },
      );
    });
  }

  test('takes its own fields and nothing else: no id, key, version, standing or grade can be smuggled in', () => {
    const form = sent(FORMS.source, { title: 'A report' });
    const smuggled = { id: 'S1', key: 'ilo-2002', version: '99', standing: 'retracted', 'appraisal.reliability': 'A' };
    for (const [path, value] of Object.entries(smuggled)) form.set(path, value);
    form.set('__proto__.polluted', 'yes');
    form.set('constructor.prototype.polluted', 'yes');
    const before = { id: 'S10001', key: 's10001', standing: 'stands', appraisal: null };
    const { content } = readForm(FORMS.source, form, before);
    expect(content).toMatchObject({ ...before, title: 'A report' });
    expect(Object.keys(content).sort()).toEqual(
      [
        ...new Set(['id', 'key', 'standing', 'appraisal', ...FORMS.source.map(({ path }) => path.split('.')[0] ?? '')]),
      ].sort(),
    );
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test('leaves what it does not send as it was', () => {
    const form = new FormData();
    form.set('title', 'New');
    expect(readForm(FORMS.source, form, { title: 'Old', says: 'Something.' }).content).toMatchObject({
      title: 'New',
      says: 'Something.',
    });
  });

  test('refuses 10 MB of text in any field, says so, and keeps what was there', () => {
    const flood = 'x'.repeat(10 * 1024 * 1024);
    for (const field of recordFields('claim').filter(({ kind }) =>
      ['line', 'text', 'lines', 'number'].includes(kind),
    )) {
      const form = new FormData();
      form.set(field.path, flood);
      const { content, problems } = readForm([field], form, withAt({}, field.path, 'before'));
      expect(getAt(content, field.path)).toBe('before');
      expect(problems).toEqual([
        { path: field.path, message: expect.stringMatching(/^is 10,485,760 characters long/) },
      ]);
    }
  });

  test('keeps text that is no number, so that its field can say what is wrong with it', () => {
    const read = (text: string) => {
      const form = new FormData();
      form.set('figure.value', text);
      return getAt(readForm(FORMS.claim, form, {}).content, 'figure.value');
    };
    expect(read('1,800,000')).toBe(1_800_000);
    expect(read('1 800 000')).toBe(1_800_000);
    expect(read('\u22123.5')).toBe(-3.5);
    expect(read('')).toBeNull();
    for (const text of ['about 2 million', '1,8', '0x10', 'Infinity', '1e999', '=1+1']) expect(read(text)).toBe(text);
  });

  test('takes a file in place of a text for nothing, and characters that no database keeps out of it', () => {
    const form = new FormData();
    form.set('title', new Blob(['a file']));
    form.set('shortName', 'IL\u0000O\u0007 2002\ud800');
    expect(readForm(FORMS.source, form, {}).content).toMatchObject({ title: null, shortName: 'ILO 2002\ufffd' });
  });

  test('takes the resolver off a DOI and writes it in lower case', () => {
    const form = new FormData();
    form.set('doi', ' https://doi.org/10.1136/BMJ.b2680 ');
    expect(readForm(FORMS.source, form, {}).content.doi).toBe('10.1136/bmj.b2680');
  });
});
