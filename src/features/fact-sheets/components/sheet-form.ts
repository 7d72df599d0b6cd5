import type { Sheet } from '../../../domain/fact-sheet/sheet';

/** Names of the editor's fields. Those of a block have its id behind the name. */
export const fieldOf = (name: 'kind' | 'text' | 'claim' | 'form' | 'chart', block: string) => `${name}.${block}`;

/** The form as a browser would send it: what stands on the screen may be a moment behind what was typed. */
export function formOfSheet(sheet: Sheet, rest: Readonly<Record<string, string | number>>): FormData {
  const form = new FormData();
  const put = (name: string, value: string | number) => form.set(name, String(value));
  for (const [name, value] of Object.entries(rest)) put(name, value);
  for (const name of ['title', 'audience', 'language', 'style', 'paper'] as const) put(name, sheet[name]);
  if (sheet.hasQrCode) put('hasQrCode', 'yes');
  put('order', sheet.blocks.map(({ id }) => id).join(' '));
  put('overrides', JSON.stringify(sheet.overrides));
  for (const block of sheet.blocks) {
    put(fieldOf('kind', block.id), block.kind);
    if (block.kind !== 'claim') put(fieldOf('text', block.id), block.text);
    else {
      put(fieldOf('claim', block.id), block.claim);
      put(fieldOf('form', block.id), block.form);
      put(fieldOf('chart', block.id), block.chart ?? '');
    }
  }
  return form;
}
