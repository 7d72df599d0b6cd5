import type { Sheet } from '../../../domain/fact-sheet/sheet';

/** Names of the editor's fields. Those of a block have its id behind the name. */
export const fieldOf = (name: 'kind' | 'text' | 'claim' | 'form' | 'chart', block: string) => `${name}.${block}`;

/** Where the words of a block are written. */
export const textFieldId = (block: string) => `text-${block}`;

/** What is sent by scripts: what stands on the screen may be a moment behind what was typed. */
export function formOfSheet(sheet: Sheet, rest: Readonly<Record<string, string | number>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(rest)) form.set(name, String(value));
  form.set('sheet', JSON.stringify(sheet));
  return form;
}

/** The form that saves it to the account. */
export const SAVE_FORM = 'save-sheet';

/** Where what this browser keeps is gone on with at once. */
export const KEPT = '/fact-sheets/new?kept=yes';
