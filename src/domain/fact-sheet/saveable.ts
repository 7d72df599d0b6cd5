import { BLOCK_CHARACTERS_MAX, BLOCKS_MAX } from './edit';
import type { Sheet } from './sheet';

/** Bytes of a whole sheet: with what goes along, more than this is more than the server takes at once. */
export const SHEET_BYTES_MAX = 900_000;

const count = (n: number) => n.toLocaleString('en-GB');

/** Why a sheet is too long to be saved, and what to do about it; null: it is not. */
export function tooLongToSave(sheet: Sheet): string | null {
  const at = sheet.blocks.findIndex((block) => block.kind === 'prose' && block.text.length > BLOCK_CHARACTERS_MAX);
  const block = sheet.blocks[at];
  if (block?.kind === 'prose')
    return `Text ${at + 1} has ${count(block.text.length)} characters, and a text has ${count(BLOCK_CHARACTERS_MAX)} at most: divide it.`;
  if (sheet.blocks.length > BLOCKS_MAX)
    return `The sheet has ${count(sheet.blocks.length)} blocks, and ${count(BLOCKS_MAX)} is the most: divide it into several.`;
  const bytes = new TextEncoder().encode(JSON.stringify(sheet)).length;
  if (bytes <= SHEET_BYTES_MAX) return null;
  return `The sheet has ${count(Math.ceil(bytes / 1000))} kB, and ${count(SHEET_BYTES_MAX / 1000)} kB is the most that can be saved: shorten it, or divide it into several.`;
}
