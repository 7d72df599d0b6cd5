import type { Inline, Print, PrintBlock } from './print-model';

/** The numbers of the notes in the order in which a reader meets their marks, once each. */
export function marksInOrder({ subtitle, body, end, notes }: Print): number[] {
  const known = new Set(notes.map(({ number }) => number));
  const met = [subtitle, ...body.flatMap(inlinesOf), ...end.flatMap(inlinesOf)]
    .flat()
    .flatMap((inline) => (inline.kind === 'note' && known.has(inline.number) ? [inline.number] : []));
  return [...new Set(met)];
}

function inlinesOf(block: PrintBlock): Inline[][] {
  switch (block.kind) {
    case 'paragraph':
      return [block.inlines];
    case 'list':
    case 'references':
      return block.items.map(({ inlines }) => inlines);
    case 'table':
      return block.rows.flat();
    default:
      return [];
  }
}

/** What catalogues find a file by. */
export function keywordsOf({ releaseId, keywords }: Print['metadata']): string[] {
  return [...(releaseId === null ? [] : [releaseId]), ...keywords];
}

/** The words alone. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
}
