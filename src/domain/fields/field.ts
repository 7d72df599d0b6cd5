// The fields of a record as a person fills them in. A form has these and no others: what else is sent along is ignored.

export type Choice = { value: string; label: string; meaning?: string };

/**
 * How a field is written as text.
 *
 * - `line`, `text`: as it is; empty is null
 * - `number`: digits, with or without commas or spaces between thousands
 * - `choice`: one of `choices`; empty is null. `choices`: any of them
 * - `yes`: ticked or not
 * - `lines`: a list, one item a line
 * - `names`: one author a line: `Family, Given`, or the name of an organisation
 * - `reference`: the public id of another record, or the code of a place
 * - `notes`: one note for each kind, those without a note left out
 */
export type FieldKind =
  | 'line'
  | 'text'
  | 'number'
  | 'choice'
  | 'choices'
  | 'yes'
  | 'lines'
  | 'names'
  | 'reference'
  | 'notes';

export type ReferenceKind = 'source' | 'claim' | 'citation' | 'place' | 'series';

export type Field = {
  /** Where it stands in the record, and its name in the form: `figure.value`. */
  path: string;
  label: string;
  hint?: string;
  kind: FieldKind;
  choices?: readonly Choice[];
  reference?: ReferenceKind;
  /** Whether a record cannot be without it. */
  needed?: boolean;
  /** Shown as radio buttons rather than as a list to unfold. */
  radio?: boolean;
  /** Brings what was typed into the form that the record has. */
  clean?: (text: string) => string;
};

export type Section = { title: string; hint?: string; fields: readonly Field[] };

export function fieldsOf(sections: readonly Section[]): Field[] {
  return sections.flatMap(({ fields }) => fields);
}

/** The choices that a vocabulary offers, in its own order. */
export function choicesOf<Code extends string>(
  words: Readonly<Record<Code, { label: string; meaning?: string } | string>>,
): Choice[] {
  return (Object.entries(words) as [string, { label: string; meaning?: string } | string][]).map(([value, word]) =>
    typeof word === 'string' ? { value, label: word } : { value, label: word.label, meaning: word.meaning },
  );
}

/** Characters that a field takes at most: more is no entry of a record, and is refused before it costs anything. */
export const CHARACTERS_MAX = 20_000;
const LINE_MAX = 2_000;

export function charactersMax({ kind }: Field): number {
  return kind === 'text' || kind === 'lines' || kind === 'names' ? CHARACTERS_MAX : LINE_MAX;
}
