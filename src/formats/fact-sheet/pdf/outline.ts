import type { OnHeading } from './blocks';
import { printable } from './spans';
import type { OutlineItem, Writer } from './writer';

/** Bookmarks: a heading of the third level beneath the second before it. Open, so that they are seen. */
export function outlineOf(writer: Writer): OnHeading {
  let section: OutlineItem | null = null;
  return ({ level, text, top }) => {
    const parent = level === 3 && section !== null ? section : writer.outline;
    const item = parent.addItem(printable(text), { expanded: true });
    // pdfkit would lead to the right edge of the page.
    item.outlineData.Dest = [writer.page.dictionary, 'XYZ', null, writer.page.height - Math.max(0, top - 10), null];
    if (level === 2) section = item;
  };
}
