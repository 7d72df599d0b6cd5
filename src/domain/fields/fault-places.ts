import type { Fault, RecordKind } from '../record';
import { contents } from './completeness';
import { fieldsOf, type ReferenceKind } from './field';
import { type FormPart, sectionsOf } from './form-parts';
import { type Content, getAt } from './paths';

/** A fault with the form and the field where it is mended. An empty field means the form as a whole. */
export type PlacedFault = { form: FormPart; member: string; field: string; label: string; message: string };

/** Where each fault of a draft is mended. */
export function placeFaults(kind: RecordKind, content: Content, faults: readonly Fault[]): PlacedFault[] {
  return faults.map((fault) => placeFault(kind, content, fault));
}

function placeFault(kind: RecordKind, content: Content, { path, message }: Fault): PlacedFault {
  const [list = '', number = '', ...rest] = path.split('.');
  const index = Number(number);
  if (list === 'citations' && number !== '') {
    const citation = contents(content.citations)[index];
    const name = `Citation ${index + 1}`;
    return withLabel(
      { form: 'citation', member: String(citation?.key ?? ''), field: rest.join('.'), message },
      kind,
      name,
    );
  }
  if (list === 'relations' && number !== '') {
    const name = `Relation ${index + 1}`;
    return withLabel({ form: 'relation', member: String(index + 1), field: rest.join('.'), message }, kind, name);
  }
  if (path === 'citations' || path === 'relations') {
    const form = path === 'citations' ? 'citation' : 'relation';
    return { form, member: '', field: '', label: path === 'citations' ? 'Citations' : 'Relations', message };
  }
  const form = list === 'methodNote' ? 'method' : 'edit';
  return withLabel({ form, member: '', field: path, message }, kind, null);
}

function withLabel(place: Omit<PlacedFault, 'label'>, kind: RecordKind, name: string | null): PlacedFault {
  const fields = fieldsOf(sectionsOf(kind, place.form) ?? []);
  // A path that leads further down than any field belongs to the nearest one above it.
  const field =
    fields.find(({ path }) => path === place.field) ??
    fields.find(({ path }) => place.field.startsWith(`${path}.`) || path.startsWith(`${place.field}.`));
  const label = [name, field?.label].filter((part) => part !== null && part !== undefined).join(', ');
  return { ...place, field: field?.path ?? place.field, label: label === '' ? 'The record' : label };
}

const UNSETTLED: Readonly<Record<ReferenceKind, string>> = {
  source: 'is not settled yet: choose what is meant, or begin the source first, under Drafts',
  claim: 'is not settled yet: choose what is meant, or begin the claim first, under Drafts',
  place: 'is no place that is known: write its name or code, such as Thailand or TH',
  series: 'is none of the series there are: choose one of them, or leave it empty',
  citation: 'is no citation that is there: choose one of those offered',
};

/** References that lead nowhere: words among whose meanings nobody has chosen yet, or a record that is gone. */
export function unsettledFaults(content: Content, isKnown: (kind: string, value: string) => boolean): Fault[] {
  const own = new Set(contents(content.citations).map(({ key }) => key));
  const within = (form: FormPart, part: Content, before: string): Fault[] =>
    fieldsOf(sectionsOf('claim', form) ?? []).flatMap(({ reference, path }) => {
      const value = getAt(part, path);
      if (reference === undefined || typeof value !== 'string') return [];
      if ((reference === 'citation' && own.has(value)) || isKnown(reference, value)) return [];
      return [{ path: before + path, message: UNSETTLED[reference] }];
    });
  return [
    ...within('edit', content, ''),
    ...contents(content.citations).flatMap((citation, n) => within('citation', citation, `citations.${n}.`)),
    ...contents(content.relations).flatMap((relation, n) => within('relation', relation, `relations.${n}.`)),
  ];
}

/**
 * What is wrong in one form, by the path of its field.
 *
 * @param entered the content of the form when only what stands in it is to be found fault with, not what is missing
 */
export function faultsOfForm(
  faults: readonly PlacedFault[],
  form: FormPart,
  member: string,
  entered: Content | null,
): Record<string, string> {
  const own = faults.filter(
    (fault) => fault.form === form && fault.member === member && (entered === null || hasEntry(entered, fault.field)),
  );
  return Object.fromEntries(own.map(({ field, message }) => [field, message]));
}

function hasEntry(part: Content, path: string): boolean {
  const value = getAt(part, path) ?? null;
  return value !== null && !(Array.isArray(value) && value.length === 0);
}
