import { FootnoteReferenceRun, type IRunOptions, type ParagraphChild, Run, ShadingType } from 'docx';
import { sha256Of } from '../../../lib/canonical-json';
import { followable, languageTag } from '../clean-print';
import { marksInOrder } from '../marks';
import type { Inline, Print, Tone, Tongue } from '../print-model';
import { TONES } from '../tones';
import { tongueOf } from '../tongue';
import { bookmark, Jump, Link, MarkAgain, OwnMark, words } from './elements';
import { FONTS } from './styles';

/** What is written down while a document is made, so that numbers and names come in order, and so the same each time. */
export class Writing {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Notes that have a footnote, by number, with the id of the footnote. */
  readonly footnotes = new Map<number, number>();
  /** Pictures by the word that stands for each until the file is packed again. */
  readonly pictures = new Map<string, Uint8Array>();
  readonly #notes: ReadonlySet<number>;
  readonly #notesAt: Print['notesAt'];
  /** Whether marks are met as 1, 2, 3 …: a program that counts footnotes itself comes to the same numbers. */
  readonly #counts: boolean;
  /** Headings that a link may lead to, by id, with their bookmarks. */
  readonly #places = new Map<string, string>();
  #last = 0;

  constructor(print: Print) {
    this.language = print.language;
    this.direction = print.direction;
    this.#notes = new Set(print.notes.map(({ number }) => number));
    this.#notesAt = print.notesAt;
    this.#counts = marksInOrder(print).every((number, at) => number === at + 1);
  }

  next(): number {
    this.#last += 1;
    return this.#last;
  }

  /** @returns what stands for the picture: the same for the same one */
  keepPicture(picture: Uint8Array): Buffer {
    const word = sha256Of(picture);
    this.pictures.set(word, picture);
    return Buffer.from(word);
  }

  /** Word allows 40 letters and digits in the name of a bookmark: ids of ours may have anything. */
  place(id: string): string {
    const name = this.#places.get(id) ?? `place_${this.#places.size + 1}`;
    this.#places.set(id, name);
    return name;
  }

  get ownMarks(): boolean {
    return !this.#counts;
  }

  /** The mark of a note: its footnote where it is met first, later a reference to that; or what leads to it. */
  mark(number: number): ParagraphChild[] {
    const known = this.footnotes.get(number);
    const again: IRunOptions = { style: 'FootnoteReference' };
    if (!this.#notes.has(number)) return [new Run({ ...again, children: words(String(number)) })];
    if (this.#notesAt === 'end') {
      return [new Jump([new Run({ ...again, children: words(String(number)) })], this.place(`note-${number}`))];
    }
    if (known !== undefined) {
      return this.#counts
        ? [new MarkAgain(`note_${known}`, number, again) as never]
        : [new Jump([new Run({ ...again, children: words(String(number)) })], `note_${known}`)];
    }
    const id = this.footnotes.size + 1;
    this.footnotes.set(number, id);
    const { start, end } = bookmark(`note_${id}`, this.next());
    return [start, this.#counts ? new FootnoteReferenceRun(id) : new OwnMark(id, String(number)), end];
  }
}

type Look = { strong?: boolean; emphasis?: boolean; tone?: Tone };

/** Inlines as runs. `inFootnote`: a footnote cannot have footnotes, so a mark is a number there. */
export function runs(
  writing: Writing,
  inlines: readonly Inline[],
  around: Tongue,
  { inFootnote = false, ...look }: Look & { inFootnote?: boolean } = {},
): ParagraphChild[] {
  return inlines.flatMap((inline): ParagraphChild[] => {
    if (inline.kind === 'note') {
      if (!inFootnote) return writing.mark(inline.number);
      return [new Run({ style: 'FootnoteReference', children: words(String(inline.number)) })];
    }
    const href = followable(inline.href);
    const options = {
      strong: look.strong || inline.strong,
      emphasis: look.emphasis || inline.emphasis,
      linked: href !== null,
      tone: inline.tone,
    };
    const made = textRuns(inline.text, inline.tongue ?? around, around?.direction ?? writing.direction, options);
    if (href === null) return made;
    // Word holds the whole file for damaged when one address is not written as it should be.
    if (href.startsWith('#')) return [new Jump(made, writing.place(href.slice(1)))];
    return [new Link(made, `L${writing.next()}`, new URL(href).href)];
  });
}

/** Words that somebody typed and whose language nobody said. */
export const typedRuns = (writing: Writing, text: string) => textRuns(text, tongueOf(text, writing), writing.direction);

/** An invisible letter of a direction. Beside a stop, it keeps that with the words it ends (UAX #9, section 2.6). */
const MARKS = { ltr: '\u200e', rtl: '\u200f' };

/** Text as runs, one for each stretch of a direction. Line feeds are spaces, as in the prose they come from. */
export function textRuns(
  text: string,
  tongue: Tongue,
  base: 'ltr' | 'rtl',
  { strong, emphasis, tone, linked = false }: Look & { linked?: boolean } = {},
): Run[] {
  const direction = tongue?.direction ?? base;
  const mark = direction === base ? '' : MARKS[direction];
  return stretches(`${mark}${text.replace(/\s*\n\s*/g, ' ')}${mark}`, direction).map(
    ({ text, rtl }) =>
      new Run({
        ...(linked && { style: 'Hyperlink' }),
        ...(strong && { bold: true }),
        ...(emphasis && { italics: true }),
        ...(tone !== undefined && toneOptions(tone)),
        ...(rtl && { rightToLeft: true }),
        ...tongueOptions(tongue, rtl),
        children: words(text),
      }),
  );
}

function toneOptions(tone: Tone): IRunOptions {
  const [color, fill] = [TONES[tone].ink, TONES[tone].wash].map((colour) => colour.slice(1));
  return { color, shading: { type: ShadingType.CLEAR, color: 'auto', fill } };
}

/** Language and typeface of a run: Word keeps one of each for Latin, for East Asian and for right-to-left text. */
function tongueOptions(tongue: Tongue, rtl: boolean): IRunOptions {
  const language = tongue === null ? null : languageTag(tongue.language);
  if (language === null) return {};
  const eastAsia = FONTS.eastAsia(language);
  if (eastAsia !== null) return { language: { eastAsia: language }, font: { eastAsia, hint: 'eastAsia' } };
  return { language: rtl || tongue?.direction === 'rtl' ? { bidirectional: language } : { value: language } };
}

const RTL = '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}';
const HAS_RTL = new RegExp(`[${RTL}]`, 'u');
const PIECES = new RegExp(`(?:[${RTL}]\\p{M}*)+|(?:(?![${RTL}])\\p{L}\\p{M}*)+|[^\\p{L}]+`, 'gu');

/**
 * Text cut where its direction changes. Word orders the words of a run by what is written on the run and not by the
 * letters, so that English in a run for Arabic comes out with its words turned round. Digits, spaces and punctuation
 * go with what is on both sides of them, or else with the text around (as in UAX #9, rules N1 and N2).
 */
export function stretches(text: string, base: 'ltr' | 'rtl'): { text: string; rtl: boolean }[] {
  const isRtl = base === 'rtl';
  if (!isRtl && !HAS_RTL.test(text)) return [{ text, rtl: false }];
  const pieces = text.match(PIECES) ?? [];
  const sides = pieces.map((piece) => (HAS_RTL.test(piece) ? true : /\p{L}/u.test(piece) ? false : null));
  const merged: { text: string; rtl: boolean }[] = [];
  pieces.forEach((piece, at) => {
    const [before, after] = [sides[at - 1] ?? isRtl, sides[at + 1] ?? isRtl];
    const rtl = sides[at] ?? (before === after ? before : isRtl);
    const last = merged.at(-1);
    if (last?.rtl === rtl) last.text += piece;
    else merged.push({ text: piece, rtl });
  });
  return merged;
}
