import { type DocumentProblem, encrypted, problemOf, wrongType } from './problems';

export type DocumentFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf';

/** What a file is by what it holds. Whether text is Markdown or HTML is settled later, from its name as well. */
export type Kind = { kind: 'letters' | 'docx' | 'pdf' } | { kind: 'refused'; problem: DocumentProblem };

const PDF_OR_PASTE = 'save it as Word (.docx) or PDF, or paste its text';
const PICTURE = 'run text recognition (OCR) over it, or type in the passages';

/** Kinds of files that people send by mistake, known by their first bytes (in hexadecimal digits). */
const OTHER_FILES: readonly [start: RegExp, what: string, instead: string][] = [
  [/^7b5c727466/, 'a file in Rich Text Format (.rtf)', PDF_OR_PASTE],
  [/^(89504e47|ffd8ff|47494638|424d.{8}0{8}|49492a00|4d4d002a|52494646.{8}57454250)/, 'a picture', PICTURE],
  [/^.{8}66747970/, 'a film or a picture', PICTURE],
  [
    /^(4944330[234]|4f676753|664c6143|52494646.{8}5741|fffb|fff3)/,
    'a recording',
    'write down what is said, and paste it',
  ],
  [
    /^(1f8b08|377abcaf|526172211a07|425a683[1-9]314159|fd377a585a)/,
    'a packed file',
    'unpack it and send what is in it',
  ],
  [/^25215053/, 'a PostScript file', 'save it as PDF, or paste its text'],
  [/^(7f454c46|4d5a9000)/, 'a program', 'send a document'],
];

/** How far into a file the mark of a PDF may stand; every reader of PDF looks so far. */
const PDF_MARK_WITHIN = 1024;

/** Decides by content alone: the name of a file is often wrong. */
export function kindOf(bytes: Uint8Array): Kind {
  const start = Buffer.from(bytes.subarray(0, 32)).toString('hex');
  if (/^504b(0304|0506)/.test(start)) return zipKind(bytes);
  if (isPdf(bytes)) return { kind: 'pdf' };
  if (start.startsWith('d0cf11e0a1b11ae1')) return refused(compoundProblem(bytes));
  const other = OTHER_FILES.find(([pattern]) => pattern.test(start));
  return other === undefined ? { kind: 'letters' } : refused(wrongType(other[1], other[2]));
}

/** Something may stand before the mark; in a text that only speaks of PDF, the rest of one is missing. */
function isPdf(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, PDF_MARK_WITHIN)).toString('latin1');
  const at = start.search(/%PDF-\d/);
  if (at < 0) return false;
  return start.slice(0, at).trim() === '' || Buffer.from(bytes).includes('endobj');
}

const refused = (problem: DocumentProblem): Kind => ({ kind: 'refused', problem });

/** Office files are packed folders; which one it is shows in the names in its list, which stand there unpacked. */
function zipKind(bytes: Uint8Array): Kind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = (name: string) => file.includes(name, 0, 'latin1');
  if (names('word/')) return { kind: 'docx' };
  if (names('xl/workbook')) {
    return refused(wrongType('a spreadsheet', 'copy the text from it and paste that, or save it as PDF'));
  }
  if (names('ppt/presentation')) return refused(wrongType('a set of slides', 'save it as PDF, or paste its text'));
  if (names('vnd.oasis.opendocument')) return refused(wrongType('an OpenDocument file', PDF_OR_PASTE));
  if (names('application/epub')) return refused(wrongType('an electronic book', 'paste the passages'));
  // The name of a Word document's main part is free; this list of parts is not.
  if (names('[Content_Types].xml')) return { kind: 'docx' };
  return refused(wrongType('a packed file', 'unpack it and send what is in it'));
}

/** The container of old Office files, and of new ones with a password. Names in it are in UTF-16. */
function compoundProblem(bytes: Uint8Array): DocumentProblem {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = (name: string) => file.includes(Buffer.from(name, 'utf16le'));
  if (names('EncryptedPackage')) return encrypted('Word document');
  if (names('WordDocument')) return wrongType('an old Word document (.doc)', PDF_OR_PASTE);
  if (names('Workbook') || names('Book')) {
    return wrongType('an old spreadsheet (.xls)', 'copy the text from it and paste that, or save it as PDF');
  }
  return problemOf('binary');
}

/** Of text, which of three kinds it is: HTML says so itself, Markdown only by its name. */
export function letterFormat(name: string, text: string): 'text' | 'markdown' | 'html' {
  if (/\.(html?|xhtml)$/i.test(name)) return 'html';
  if (/\.(md|markdown|mdown|mkd)$/i.test(name)) return 'markdown';
  const isPage = /^\s*(<\?xml[^>]{0,200}\?>\s*)?(<!--[\s\S]{0,2000}?-->\s*)?<(!doctype\s+html|html|head|body)[\s>]/i;
  return isPage.test(text.slice(0, 4000)) ? 'html' : 'text';
}
