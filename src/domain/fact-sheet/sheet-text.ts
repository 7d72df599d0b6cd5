import type { Block } from './sheet';
import { proseParts, tokenOf } from './tokens';

// A sheet as one text, for who writes it in one field: `## ` begins a heading, a token alone on its line places a claim,
// an empty line divides paragraphs, `- ` begins a point of a list. Charts have no sign in it.

/** The blocks that a text stands for, in order. Neighbouring paragraphs are one block of prose. */
export function blocksOfText(text: string): Block[] {
  const blocks: Block[] = [];
  const add = (block: DistributiveOmit<Block, 'id'>) => blocks.push({ ...block, id: `b${blocks.length + 1}` } as Block);
  for (const paragraph of text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n+/)) {
    const words = paragraph.trim();
    if (words === '') continue;
    const heading = /^#{1,6}[ \t]+([^\n]*)$/.exec(words);
    const [first, ...rest] = proseParts(words);
    const last = blocks.at(-1);
    if (heading !== null) add({ kind: 'heading', text: (heading[1] ?? '').slice(0, 300) });
    else if (first?.kind === 'token' && rest.length === 0 && first.form !== 'figure')
      add({ kind: 'claim', claim: first.claim, form: first.form, chart: null });
    else if (last?.kind === 'prose') blocks[blocks.length - 1] = { ...last, text: `${last.text}\n\n${words}` };
    else add({ kind: 'prose', text: words });
  }
  return blocks;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The text that stands for these blocks, without their charts. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'heading') return `## ${block.text.replace(/\s+/g, ' ')}`;
      return block.kind === 'claim' ? tokenOf(block.claim, block.form) : block.text.trim();
    })
    .filter((text) => text !== '' && text !== '## ')
    .join('\n\n');
}
