import type { Field } from './field';
import { type FormValues, formValues, valueText } from './form-values';
import { type Content, getAt, withAt } from './paths';

// Two people saved one form: what each has, and what comes of it.

/** A field that they changed and that differs in mine. `choice` is the likelier: theirs, where I left it as it was. */
export type FieldClash = {
  path: string;
  label: string;
  mine: string | null;
  theirs: string | null;
  choice: 'mine' | 'theirs';
  /** Both changed it: one of two texts will be gone from the draft, though not from its history. */
  both: boolean;
};

/** @param base what the form showed when it was opened, as its inputs; null when that is not known */
export function clashes(
  fields: readonly Field[],
  mine: Content,
  theirs: Content,
  base: FormValues | null,
): FieldClash[] {
  return fields.flatMap((field): FieldClash[] => {
    const texts = [valueText(field, mine), valueText(field, theirs)] as const;
    if (texts[0] === texts[1]) return [];
    const untouched = (content: Content) => base !== null && sameInputs(field, content, base);
    // What only I changed overwrites nobody.
    if (untouched(theirs)) return [];
    const mineUntouched = untouched(mine);
    return [
      {
        path: field.path,
        label: field.label,
        mine: texts[0],
        theirs: texts[1],
        choice: mineUntouched ? 'theirs' : 'mine',
        both: !mineUntouched,
      },
    ];
  });
}

function sameInputs(field: Field, content: Content, base: FormValues): boolean {
  return Object.entries(formValues([field], content)).every(
    ([name, texts]) => JSON.stringify(texts) === JSON.stringify(base[name] ?? []),
  );
}

/** Mine, with these fields as they have them. */
export function choosing(
  fields: readonly Field[],
  mine: Content,
  theirs: Content,
  taken: ReadonlySet<string>,
): Content {
  return fields
    .filter(({ path }) => taken.has(path))
    .reduce((content, { path }) => withAt(content, path, getAt(theirs, path)), mine);
}
