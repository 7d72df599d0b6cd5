import PDFDocument from 'pdfkit';

// What is used of pdfkit, with the parts that its types leave out: the text engine here chooses glyphs itself, and the
// structure tree is written by structure.ts, because pdfkit's own ties a link to whichever page is open at its end.

/** An object of the file; written when it is ended. */
export type Ref = { id: number; data: Record<string, unknown>; end(data?: string | Uint8Array): void };

/** A font opened by fontkit, as far as it is used here. Widths and places are in units of which an em has `unitsPerEm`. */
export type OpenFont = {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  glyphsForString(text: string): { id: number; codePoints: number[]; advanceWidth: number }[];
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(
    text: string,
    features?: Record<string, boolean>,
    script?: string,
    language?: string,
    direction?: 'ltr' | 'rtl',
  ): {
    glyphs: { id: number; codePoints: number[]; advanceWidth: number }[];
    positions: { xAdvance: number; xOffset: number; yOffset: number }[];
  };
};

/** A font within one file: numbers its glyphs as they come. */
export type EmbeddedFont = {
  id: string;
  font: OpenFont;
  scale: number;
  subset: { includeGlyph(glyph: number): number; glyphs: number[] };
  /** Width of a glyph, in thousandths of an em; code points that it stands for. Both by its number in the file. */
  widths: (number | undefined)[];
  unicode: (number[] | undefined)[];
  ref(): Ref;
};

export type WriterPage = {
  dictionary: Ref;
  width: number;
  height: number;
  annotations: Ref[];
  fonts: Record<string, Ref>;
  xobjects: Record<string, Ref>;
  structParentTreeKey: number;
};

export type OutlineItem = {
  outlineData: Record<string, unknown>;
  addItem(title: string, options?: { expanded?: boolean }): OutlineItem;
};

export type Writer = {
  page: WriterPage;
  info: Record<string, unknown>;
  outline: OutlineItem;
  _root: Ref;
  _id: Uint8Array;
  _font: EmbeddedFont;
  _addInfo: () => void;
  appendXML(xml: string): void;
  ref(data?: Record<string, unknown>): Ref;
  addPage(): Writer;
  switchToPage(index: number): WriterPage;
  addContent(operators: string): Writer;
  font(font: OpenFont | Uint8Array, key?: string): Writer;
  addNamedDestination(name: string, kind: 'XYZ', left: null, top: number, zoom: null): void;
  getStructTreeRoot(): Ref;
  getStructParentTree(): { get(key: number): (Ref | null)[]; add(key: number, value: Ref): void };
  createStructParentTreeNextKey(): number;
  end(): void;
  on(event: 'data', listener: (chunk: Uint8Array) => void): Writer;
  on(event: 'end' | 'error', listener: (error?: Error) => void): Writer;
};

/** `font: null`: without it, pdfkit reads one of the fonts that every reader is said to have, which are not embedded. */
export function newWriter(options: Record<string, unknown>): Writer {
  return new PDFDocument({ ...options, autoFirstPage: false, font: null } as never) as unknown as Writer;
}

/** Opens a font with the fontkit that pdfkit brings, so that it can be used in many files. */
export function openFont(bytes: Uint8Array): OpenFont {
  return newWriter({}).font(bytes)._font.font;
}

/** The bytes, once all is written. */
export function finish(writer: Writer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    writer.on('data', (chunk) => chunks.push(chunk));
    writer.on('error', (error) => reject(error));
    writer.on('end', () => resolve(Buffer.concat(chunks)));
    writer.end();
  });
}

/** A string of the file, as opposed to a name. (pdfkit tells them apart by this.) */
export const pdfString = (text: string): unknown => new String(text);
