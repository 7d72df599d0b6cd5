import type { Inline, Print } from '../print-model';
import { type Canvas, linkTo, type Owner, type Telling } from './canvas';
import { type Paragraph, paragraphOf } from './lines';
import type { Span, TextStyle } from './spans';
import type { Element, ElementOptions } from './structure';
import { readUrl } from '../../../lib/read-url';

/** From left to right, in points. */
export type Box = { x: number; width: number };

type Direction = 'ltr' | 'rtl';

/** What every part of the page needs: where it draws, how wide the text is, and which way it runs. */
export class Sheet {
  constructor(
    readonly canvas: Canvas,
    readonly print: Print,
    readonly body: Box,
    readonly paperHeight: number,
  ) {}

  element(parent: Element, type: string, options?: ElementOptions): Element {
    return this.canvas.structure.add(parent, type, options);
  }

  /** A box so many points from the side where a line begins: the left, or, from right to left, the right one. */
  inset(from: number, width: number, box: Box = this.body, direction = this.print.direction): Box {
    return { x: direction === 'rtl' ? box.x + box.width - from - width : box.x + from, width };
  }

  /** Gives a place on this page a name that links lead to. */
  place(name: string, top: number) {
    this.canvas.writer.addNamedDestination(name, 'XYZ', null, Math.max(0, top - 10), null);
  }

  paragraph(inlines: readonly Inline[], style: TextStyle, box: Box, direction: Direction = this.print.direction) {
    return paragraphOf(inlines, style, direction, box.width);
  }

  words(text: string, style: TextStyle, box: Box): Paragraph {
    return this.paragraph([{ kind: 'text', text }], style, box);
  }

  /** The words of a paragraph in the element that they belong to; links, notes and other tongues in their own within. */
  telling(owner: Owner): Telling {
    const known = new Map<Span, ReturnType<Telling>>();
    return (span) => {
      let told = known.get(span);
      told ??= this.tell(span, owner);
      known.set(span, told);
      return told;
    };
  }

  private tell(span: Span, owner: Owner): ReturnType<Telling> {
    if (owner === 'artifact') return { owner, link: null };
    let element = owner;
    if (span.tongue !== null) element = this.element(element, 'Span', { language: span.tongue.language });
    if (span.note !== null) {
      element = this.element(this.element(element, 'Reference'), 'Link');
      const data = linkTo({ place: placeOfNote(span.note) }, `${this.print.notesTitle} ${span.note}`);
      return { owner: element, link: { element, data } };
    }
    const target = span.href === null ? null : targetOf(span.href);
    if (target === null) return { owner: element, link: null };
    element = this.element(element, 'Link');
    return { owner: element, link: { element, data: linkTo(target, span.href ?? '') } };
  }
}

export const placeOfNote = (number: number) => `note-${number}`;

/** Only what leads to a page or a mailbox: a file that is handed on must not run anything. */
function targetOf(href: string): { address: string } | { place: string } | null {
  if (/^#./.test(href)) return { place: href.slice(1) };
  const url = readUrl(href);
  if (url === null) return null;
  const { protocol, href: address } = url;
  return /^(https?|mailto):$/.test(protocol) ? { address } : null;
}
