import type { Sheet } from './sheet';
import { claimsOfBlock, claimsOfSheet } from './tokens';

/** Claims and characters of prose that a release can have: beyond, nobody reads it, and no program opens it quickly. */
export const RELEASE_MAX = { claims: 200, uses: 1000, characters: 100_000 };

/** Whether claims are named in more places than anybody reads: to check each of them would hold up everybody else. */
export const hasTooManyUses = ({ blocks }: Pick<Sheet, 'blocks'>): boolean =>
  blocks.reduce((sum, block) => sum + claimsOfBlock(block).length, 0) > RELEASE_MAX.uses;

const count = (n: number) => n.toLocaleString('en-GB');

/** What keeps a sheet from being released whatever reason is given, each with what to do about it. */
export function obstaclesTo(sheet: Sheet): string[] {
  const named = claimsOfSheet(sheet).length;
  const characters = sheet.blocks.reduce((sum, block) => sum + (block.kind === 'claim' ? 0 : block.text.length), 0);
  return [
    ...(sheet.title.trim() === '' ? ['The sheet has no title: give it one.'] : []),
    ...(named === 0 ? ['The sheet names no claim: place one at least.'] : []),
    ...(named > RELEASE_MAX.claims
      ? [
          `The sheet names ${count(named)} claims, and a release has ${count(RELEASE_MAX.claims)} at most: divide it into several.`,
        ]
      : []),
    ...(hasTooManyUses(sheet)
      ? [
          `The sheet names claims in more than ${count(RELEASE_MAX.uses)} places: shorten or divide it. Until then its sentences are not checked.`,
        ]
      : []),
    ...(characters > RELEASE_MAX.characters
      ? [
          `The sheet has ${count(characters)} characters of prose, and a release has ${count(RELEASE_MAX.characters)} at most: shorten or divide it.`,
        ]
      : []),
  ];
}
