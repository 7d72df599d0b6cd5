import type { Atom } from './atoms';
import type { FontFile } from './fonts';
import { FontInFile, isMark, ShownGlyphs } from './glyphs';
import type { Line, Paragraph } from './lines';
import { point, rounded } from './numbers';
import type { Span } from './spans';
import { type Element, Structure } from './structure';
import { pdfString, type Ref, type Writer, type WriterPage } from './writer';

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
  private readonly fonts = new Map<FontFile, FontInFile>();

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
  private own(owner: Owner, properties = '') {
    if (this.open === owner && properties === '') return;
    this.close();
    this.open = owner;
    if (owner !== 'artifact') {
      const mcid = this.structure.content(owner, this.page);
      this.put(`/${owner.ref.data.S} <</MCID ${mcid} ${properties}>> BDC`);
    } else this.put('/Artifact BMC');
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
    for (const run of runsBy(line.atoms, (atom) => atom.span)) {
      const { span } = (run[0] as Run[number]).atom;
      const { owner, link } = telling(span);
      if (span.wash !== null) this.wash(run, left, y, span);
      this.own(this.readAs(owner, run));
      this.paint(span.style.colour);
      const seen = isRightToLeft(run) ? run.toSorted((one, other) => one.x - other.x) : run;
      for (const part of runsBy(seen, (atom) => atom.file)) this.text(part, left, y - span.rise, 'letters');
      this.marks(owner, seen, left, y - span.rise);
      if (span.href !== null) this.underline(run, left, y, style.size);
      if (link !== null) this.link(link, run, left, y - span.rise);
    }
  }

  /**
   * Words from right to left are put on the page as they are seen, from left to right, because that is what programs that
   * know nothing of the structure expect. Those that know it are told how to read them.
   */
  private readAs(owner: Owner, run: Run): Owner {
    if (owner === 'artifact' || !isRightToLeft(run)) return owner;
    return this.structure.add(owner, 'Span', { reads: run.map(({ atom }) => atom.source).join('') });
  }

  /** The colour that words lie in, from a little above their capitals to a little below the line. */
  private wash(run: Run, left: number, y: number, { style: { size }, wash }: Span) {
    for (const { from, to } of extentsOf(run)) {
      this.box('artifact', left + from - 1, y - size * 0.9, to - from + 2, size * 1.2, wash ?? '');
    }
  }

  private underline(run: Run, left: number, y: number, size: number) {
    for (const { from, to } of extentsOf(run)) {
      this.put(`${point(left + from)} ${point(y + size * 0.16)} ${point(to - from)} ${point(size * 0.045)} re f`);
    }
  }

  /** Marks come after the letters of the line, and read as nothing: the letters have their characters too. */
  private marks(owner: Owner, run: Run, left: number, y: number) {
    const marked = run.filter(({ atom }) => atom.shape.glyphs.some(isMark));
    if (marked.length === 0) return;
    this.own(owner, '/ActualText ()');
    for (const part of runsBy(marked, (atom) => atom.file)) this.text(part, left, y, 'marks');
    this.close();
  }

  private text(run: Run, left: number, y: number, which: 'letters' | 'marks') {
    const first = run[0] as Run[number];
    const { size } = first.atom.span.style;
    const font = this.fontOf(first.atom.file);
    const start = left + first.x;
    this.put(`BT /${font.id} ${rounded(size, 2)} Tf 1 0 0 -1 ${point(start)} ${point(y)} Tm`);
    const shown = new ShownGlyphs();
    for (const { atom, x } of run) {
      const numbered = font.numbered(atom);
      for (const { glyph, number } of atom.level % 2 === 1 ? numbered.toReversed() : numbered) {
        if (isMark(glyph) !== (which === 'marks')) continue;
        shown.add(number, (left + x - start) / size + glyph.x, glyph.y * size, glyph.advance);
      }
    }
    this.put(`${shown.end()}ET`);
  }

  private fontOf(file: FontFile): FontInFile {
    const font = this.fonts.get(file) ?? new FontInFile(this.writer.font(file.font, file.key)._font);
    this.fonts.set(file, font);
    this.page.fonts[font.id] ??= font.embedded.ref();
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

const isRightToLeft = (run: Run) => run.some(({ atom }) => atom.level % 2 === 1);

/** Neighbours that have something in common, together. */
function runsBy(atoms: Run, common: (atom: Atom) => unknown): Run[] {
  const runs: Run[] = [];
  for (const placed of atoms) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && common(last[0].atom) === common(placed.atom)) last.push(placed);
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

/** An address that a link leads to, or a place in this file. */
export const linkTo = (target: { address: string } | { place: string }, says: string): LinkData => ({
  Contents: pdfString(says),
  ...('place' in target
    ? { Dest: pdfString(target.place) }
    : { A: { Type: 'Action', S: 'URI', URI: pdfString(target.address) } }),
});
