import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Run,
} from 'docx';
import { cleanPrint } from './clean-print';
import { blocksOf, noteParagraphs } from './docx/blocks';
import { bookmark, words } from './docx/elements';
import { packedAgain } from './docx/pack';
import { paragraph, paragraphOptions } from './docx/paragraph';
import { textRuns, typedRuns, Writing } from './docx/runs';
import { MARGIN, PAPER, stylesOf } from './docx/styles';
import { keywordsOf, plainText } from './marks';
import type { Print } from './print-model';

/** A fact sheet as a file for word processors (ECMA-376), with a footnote for each note. */
export async function renderDocx(given: Print): Promise<Buffer> {
  const print = cleanPrint(given);
  const writing = new Writing(print);
  const children = [
    new Paragraph({ ...paragraphOptions(writing, 'Title'), children: typedRuns(writing, print.title) }),
    paragraph(writing, 'Subtitle', print.subtitle),
    ...(await blocksOf(writing, print.paper, print.body)),
  ];
  // What stands after the notes is written before them: it may have the first mark of one.
  const end = await blocksOf(writing, print.paper, print.end);
  const document = new Document({
    ...properties(print),
    styles: stylesOf(print.language, print.direction),
    numbering: { config: [{ reference: 'points', levels: [bullet()] }] },
    footnotes: footnotes(writing, print),
    sections: [
      {
        properties: { page: { size: PAPER[print.paper], margin: margins() } },
        headers: header(writing, print),
        footers: { default: footer(writing, print) },
        children: [...children, ...otherNotes(writing, print), ...end],
      },
    ],
  });
  const { language, direction, metadata } = print;
  const rest = { language, direction, created: metadata.created, pictures: writing.pictures };
  return Buffer.from(packedAgain(await Packer.toBuffer(document), rest));
}

function properties({ title, subtitle, metadata }: Print) {
  const { author, releaseId, sha256, verifyAt } = metadata;
  return {
    title,
    subject: plainText(subtitle),
    creator: author,
    lastModifiedBy: author,
    keywords: keywordsOf(metadata).join(', '),
    ...(verifyAt !== null && { description: verifyAt }),
    customProperties: [
      ...(releaseId === null ? [] : [{ name: 'Release', value: releaseId }]),
      ...(sha256 === null ? [] : [{ name: 'SHA-256', value: sha256 }]),
      ...(verifyAt === null ? [] : [{ name: 'Verify at', value: verifyAt }]),
    ],
  };
}

const margins = () => ({ top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, header: 510, footer: 510 });

const bullet = () => ({
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { start: 454, hanging: 284 } } },
});

/** The footnotes of the notes that have a mark. What a note says may be asked for as often as it likes, once here. */
function footnotes(writing: Writing, print: Print): Record<number, { children: Paragraph[] }> {
  const made: Record<number, { children: Paragraph[] }> = {};
  for (const note of print.notes) {
    const id = writing.footnotes.get(note.number);
    if (id === undefined || made[id] !== undefined) continue;
    const lead: ParagraphChild[] = [new Run({ children: words(writing.ownMarks ? `${note.number} ` : ' ') })];
    const [first, ...others] = noteParagraphs(writing, note, { style: 'FootnoteText', lead });
    // The package puts a counted number before it. One that does not count has its own.
    if (first !== undefined && writing.ownMarks) first.addRunToFront = () => first;
    made[id] = { children: first === undefined ? [] : [first, ...others] };
  }
  return made;
}

/** Notes that nothing leads to: they stand in the text, where no reader misses them. */
function otherNotes(writing: Writing, print: Print): Paragraph[] {
  const left = print.notes.filter(({ number }) => !writing.footnotes.has(number));
  if (left.length === 0) return [];
  return [
    new Paragraph({
      ...paragraphOptions(writing, 'Heading2'),
      children: textRuns(print.notesTitle, null, writing.direction),
    }),
    ...left.flatMap((note) => {
      const { start, end } = bookmark(writing.place(`note-${note.number}`), writing.next());
      const lead = [start, new Run({ bold: true, children: words(`${note.number}. `) }), end];
      const hasLines = print.notesAt === 'end';
      return noteParagraphs(writing, note, { style: hasLines ? 'FactSheetNote' : 'FactSheetMeta', lead, hasLines });
    }),
  ];
}

function header(writing: Writing, { banner }: Print) {
  if (banner === null) return {};
  const children = textRuns(banner, null, writing.direction);
  return { default: new Header({ children: [new Paragraph({ ...paragraphOptions(writing, 'Header'), children })] }) };
}

/** What stands at the foot, and beneath it the number of the page as fields that the program fills in. */
function footer(writing: Writing, { footer, pageText }: Print): Footer {
  const [page, of] = [3, 7];
  const pieces = pageText(page, of).split(/(\p{Nd}+)/u);
  const field: Record<number, string> = { [page]: PageNumber.CURRENT, [of]: PageNumber.TOTAL_PAGES };
  const numbers = pieces.map((piece) => {
    const code = field[digitValue(piece)];
    return new Run({ children: code === undefined ? words(piece) : [code], rightToLeft: writing.direction === 'rtl' });
  });
  return new Footer({
    children: [
      new Paragraph({ ...paragraphOptions(writing, 'Footer'), children: textRuns(footer, null, writing.direction) }),
      new Paragraph({ ...paragraphOptions(writing, 'Footer'), alignment: AlignmentType.END, children: numbers }),
    ],
  });
}

/** The value of one digit in any script: digits stand in tens, from zero up. */
function digitValue(text: string): number {
  if (!/^\p{Nd}$/u.test(text)) return -1;
  let zero = text.codePointAt(0) ?? 0;
  const digit = zero;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && digit - zero < 9) zero -= 1;
  return digit - zero;
}
