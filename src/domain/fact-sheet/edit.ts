import type { Block, Override, Sheet } from './sheet';

export const BLOCKS_MAX = 1500;

/** Characters of prose in one block: beyond, nobody finds anything again in a form. */
export const BLOCK_CHARACTERS_MAX = 250_000;

/** One step of somebody who writes a sheet, besides typing. Places count from 0. */
export type Edit =
  | { do: 'add'; kind: 'heading' | 'prose' }
  | { do: 'place'; claim: string }
  | { do: 'move'; block: string; to: number }
  | { do: 'up' | 'down' | 'remove'; block: string }
  | { do: 'pass'; override: Override }
  | { do: 'unpass'; finding: Passed };

/** Which finding is passed over. */
export type Passed = Omit<Override, 'reason'>;

/** The sheet after a step. A step that goes nowhere leaves it as it is. */
export function edited(sheet: Sheet, edit: Edit): Sheet {
  const { blocks, overrides } = sheet;
  if (edit.do === 'add' || edit.do === 'place') {
    return blocks.length >= BLOCKS_MAX ? sheet : { ...sheet, blocks: [...blocks, newBlock(edit, nextBlockId(blocks))] };
  }
  if (edit.do === 'pass') {
    const others = overrides.filter((one) => !isSame(one, edit.override));
    return { ...sheet, overrides: [...others, edit.override] };
  }
  if (edit.do === 'unpass') return { ...sheet, overrides: overrides.filter((one) => !isSame(one, edit.finding)) };
  const at = blocks.findIndex(({ id }) => id === edit.block);
  if (at < 0) return sheet;
  if (edit.do === 'remove') {
    const left = overrides.filter(({ block }) => block !== edit.block);
    return { ...sheet, blocks: blocks.filter(({ id }) => id !== edit.block), overrides: left };
  }
  return { ...sheet, blocks: moved(blocks, at, edit.do === 'move' ? edit.to : at + (edit.do === 'up' ? -1 : 1)) };
}

function newBlock(edit: Extract<Edit, { do: 'add' | 'place' }>, id: string): Block {
  if (edit.do === 'place') return { id, kind: 'claim', claim: edit.claim, form: 'sentence', chart: null };
  return { id, kind: edit.kind, text: '' };
}

function moved(blocks: readonly Block[], from: number, to: number): Block[] {
  const rest = blocks.filter((_, index) => index !== from);
  const block = blocks[from];
  const place = Math.max(0, Math.min(rest.length, to));
  return block === undefined ? rest : [...rest.slice(0, place), block, ...rest.slice(place)];
}

export const isSame = (a: Passed, b: Passed) =>
  a.rule === b.rule && a.claim === b.claim && a.block === b.block && a.quote === b.quote;

/** A name that no block of the sheet has. */
function nextBlockId(blocks: readonly Block[]): string {
  return `b${Math.max(0, ...blocks.map(({ id }) => Number(id.slice(1)))) + 1}`;
}
