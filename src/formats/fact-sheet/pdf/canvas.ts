import type { Atom } from './atoms';
import type { FontFile } from './fonts';
import type { Line, Paragraph } from './lines';
import type { Span } from './spans';
import { type Element, Structure } from './structure';
import { type EmbeddedFont, pdfString, type Ref, type Writer, type WriterPage } from './writer';

// Draws on pages, in points from the upper left corner, and says of everything what it belongs to.

/** What a drawing belongs to: an element, or nothing that would be read aloud. */
export type Owner = Element | 'artifact';

/** To whom the words of a span belong, and where they lead. */
export type Telling = (span: Span) => { owner: Owner; link: { element: Element; data: LinkData } | null };

/** What is said of a link in the file. */
export type LinkData = Record<string, unknown>;

export class Canvas {
  readonly structure: Structure;
  private open: Owner | null = null;
  private colour = '';
  private readonly fonts = new Map<FontFile, EmbeddedFont>();

  constructor(readonly writer: Writer) {
    this.structure = new Structure(writer);
  }

  get page(): WriterPage {
    return this.writer.page;
  }

  addPage() {
    if (this.writer.page !== null) this.close();
    this.writer.addPage();
    this.colour = '';
  }

  /** Goes back to a page, for its head and foot. */
  turnTo(index: number) {
    this.close();
    this.writer.switchToPage(index);
    this.colour = '';
  }

  /** What is drawn from now on belongs to this. Neighbours with one owner are told as one piece. */
  private own(owner: Owner) {
    if (this.open === owner) return;
    this.close();
    this.open = owner;
    if (owner === 'artifact') this.put('/Artifact BMC');
    else this.put(`/${owner.ref.data.S} <</MCID ${this.structure.content(owner, this.page)}>> BDC`);
  }

  close() {
    if (this.open !== null) this.put('EMC');
    this.open = null;
  }

  /** The last of all: what was drawn is told. */
  end() {
    this.close();
    this.structure.end();
  }

  private put(operators: string) {
    this.writer.addContent(operators);
  }

  private paint(colour: string) {
    if (this.colour === colour) return;
    this.colour = colour;
    const part = (at: number) => rounded(Number.parseInt(colour.slice(at, at + 2), 16) / 255, 3);
    this.put(`${part(1)} ${part(3)} ${part(5)} rg`);
  }

  /** A picture, by its name among the pictures of the page. */
  picture(owner: Owner, image: Ref, x: number, y: number, width: number, height: number) {
    this.own(owner);
    const name = `I${image.id}`;
    this.page.xobjects[name] = image;
    this.put(`q ${point(width)} 0 0 ${point(-height)} ${point(x)} ${point(y + height)} cm /${name} Do Q`);
  }

  /** A filled box. */
  box(owner: Owner, x: number, y: number, width: number, height: number, colour: string) {
    this.own(owner);
    this.paint(colour);
    this.put(`${point(x)} ${point(y)} ${point(width)} ${point(height)} re f`);
  }

  /** Operators of one's own, in a system of coordinates that begins at a point and is scaled. */
  drawing(owner: Owner, x: number, y: number, scale: number, colour: string, operators: string) {
    this.own(owner);
    this.paint(colour);
    this.put(`q ${rounded(scale, 5)} 0 0 ${rounded(scale, 5)} ${point(x)} ${point(y)} cm ${operators} Q`);
  }

  /** A line of a paragraph in a box of this width; `y` is its baseline. Right to left, it ends at the right edge. */
  line(telling: Telling, { style, direction }: Paragraph, line: Line, box: { x: number; width: number }, y: number) {
    const left = direction === 'rtl' ? box.x + box.width - line.width : box.x;
    for (const run of runsOf(line)) {
      const { span } = run[0]?.atom as Atom;
      const { owner, link } = telling(span);
      this.own(owner);
      this.paint(span.style.colour);
      this.text(run, left, y - span.rise);
      if (span.href !== null) this.underline(run, left, y, style.size);
      if (link !== null) this.link(link, run, left, y - span.rise);
    }
  }

  private underline(run: Run, left: number, y: number, size: number) {
    for (const { from, to } of extentsOf(run)) {
      this.put(`${point(left + from)} ${point(y + size * 0.16)} ${point(to - from)} ${point(size * 0.045)} re f`);
    }
  }

  private text(run: Run, left: number, y: number) {
    const first = run[0] as Run[number];
    const { size } = first.atom.span.style;
    const font = this.fontOf(first.atom.file);
    const start = left + first.x;
    this.put(`BT /${font.id} ${rounded(size, 2)} Tf 1 0 0 -1 ${point(start)} ${point(y)} Tm`);
    const shown = new Shown(font);
    for (const { atom, x } of run) {
      const isPlain = shown.isAsRead(atom);
      if (!isPlain) this.put(`${shown.take()}/Span <</ActualText ${literal(atom.source)}>> BDC`);
      for (const glyph of atom.shape.glyphs) shown.glyph(glyph, (left + x - start) / size + glyph.x, glyph.y * size);
      if (!isPlain) this.put(`${shown.take()}EMC`);
    }
    this.put(`${shown.end()}ET`);
  }

  private fontOf(file: FontFile): EmbeddedFont {
    const font = this.fonts.get(file) ?? this.writer.font(file.font, file.key)._font;
    this.fonts.set(file, font);
    this.page.fonts[font.id] ??= font.ref();
    return font;
  }

  /** Makes the words of a line a link: an area for each stretch of them that is seen as one. */
  private link({ element, data }: { element: Element; data: LinkData }, run: Run, left: number, y: number) {
    const { height } = this.page;
    const { size } = (run[0] as Run[number]).atom.span.style;
    for (const { from, to } of extentsOf(run)) {
      const area = [left + from, height - y - size * 0.25, left + to, height - y + size * 0.8];
      this.structure.annotation(element, this.page, {
        ...{ Type: 'Annot', Subtype: 'Link', Rect: area.map((value) => rounded(value, 2)), Border: [0, 0, 0], F: 4 },
        ...data,
      });
    }
  }
}

type Run = Line['atoms'];

/** Neighbours in reading order of one span and one font: shown at one go, wherever each of them stands. */
function runsOf({ atoms }: Line): Run[] {
  const runs: Run[] = [];
  for (const placed of atoms) {
    const last = runs.at(-1)?.[0]?.atom;
    if (last !== undefined && last.span === placed.atom.span && last.file === placed.atom.file)
      runs.at(-1)?.push(placed);
    else runs.push([placed]);
  }
  return runs;
}

/** From where to where words reach, in the order in which they are seen; spaces at an end do not count. */
function extentsOf(run: Run): { from: number; to: number }[] {
  const parts = run
    .filter(({ atom }, index) => !atom.isSpace || (index > 0 && index < run.length - 1))
    .map(({ atom, x }) => ({ from: x, to: x + atom.width }))
    .sort((a, b) => a.from - b.from);
  const extents: { from: number; to: number }[] = [];
  for (const part of parts) {
    const last = extents.at(-1);
    if (last !== undefined && part.from - last.to < 0.1) last.to = Math.max(last.to, part.to);
    else extents.push({ ...part });
  }
  return extents;
}

/** Glyphs to be shown, with the moves between them: `[<0001>-120<0002>] TJ`. */
class Shown {
  private parts = '';
  private isOpen = false;
  private pen = 0;
  private rise = 0;

  constructor(private readonly font: EmbeddedFont) {}

  /** Numbers the glyphs of an atom, and says whether a reader who goes by them alone gets the text. */
  isAsRead({ shape, source }: Atom): boolean {
    let read = '';
    for (const { id, codePoints, advance } of shape.glyphs) {
      const number = this.font.subset.includeGlyph(id);
      this.font.widths[number] ??= advance * 1000;
      this.font.unicode[number] ??= codePoints;
      read += String.fromCodePoint(...(this.font.unicode[number] ?? []));
    }
    return read === source || read === source.replaceAll('\u00a0', ' ');
  }

  glyph({ id, advance }: Atom['shape']['glyphs'][number], x: number, rise: number) {
    if (Math.abs(rise - this.rise) > 0.01) this.raise(rise);
    const move = Math.round((this.pen - x) * 1000);
    if (!this.isOpen) this.parts += move === 0 ? '[<' : `[${move}<`;
    else if (move !== 0) this.parts += `>${move}<`;
    this.isOpen = true;
    this.parts += `0000${this.font.subset.includeGlyph(id).toString(16)}`.slice(-4);
    this.pen += -move / 1000 + advance;
  }

  private raise(rise: number) {
    this.pause();
    this.parts += `${point(rise)} Ts `;
    this.rise = rise;
  }

  private pause() {
    if (this.isOpen) this.parts += '>] TJ ';
    this.isOpen = false;
  }

  /** What was shown since the last time. */
  take(): string {
    this.pause();
    const { parts } = this;
    this.parts = '';
    return parts;
  }

  /** The same, at the end. A rise would go on in the texts that follow. */
  end(): string {
    if (this.rise !== 0) this.raise(0);
    return this.take();
  }
}

/** UTF-16, big end first, with its mark, in hexadecimal digits. */
const literal = (text: string) => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
const point = (value: number) => rounded(value, 2);

/** An address that a link leads to, or a place in this file. */
export const linkTo = (target: { address: string } | { place: string }, says: string): LinkData => ({
  Contents: pdfString(says),
  ...('place' in target
    ? { Dest: pdfString(target.place) }
    : { A: { Type: 'Action', S: 'URI', URI: pdfString(target.address) } }),
});
