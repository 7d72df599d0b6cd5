/** What is read at most. */
export const DOCUMENT_LIMITS = {
  bytes: 10 * 1024 * 1024,
  pages: 200,
  /** Characters (UTF-16 units) of text that come out of a document. */
  characters: 600_000,
  /** Milliseconds that a parser may take over a document, and of a PDF over each page; the whole of one may take thrice as many. */
  milliseconds: 20_000,
} as const;

export type DocumentProblemCode =
  | 'empty'
  | 'too-large'
  | 'too-many-pages'
  | 'wrong-type'
  | 'binary'
  | 'encrypted'
  | 'no-text'
  | 'damaged'
  | 'too-slow'
  | 'too-much-memory'
  | 'bomb';

/** Why a document was not read, and what to do about it: one sentence for people. */
export type DocumentProblem = { code: DocumentProblemCode; message: string };

/** What is read, for sentences. */
export const READ_KINDS = 'plain text, Markdown, HTML, Word (.docx) or PDF';

const PASTE = 'paste its text instead';

const MESSAGES: Readonly<Record<Exclude<DocumentProblemCode, 'wrong-type' | 'encrypted'>, string>> = {
  empty: 'The file is empty: choose another one, or paste the text.',
  'too-large': `The file has more than ${DOCUMENT_LIMITS.bytes / 1024 / 1024} MB: divide it, leave out its pictures, or ${PASTE}.`,
  'too-many-pages': `The PDF has more than ${DOCUMENT_LIMITS.pages} pages: send the part that holds the figures, or ${PASTE}.`,
  binary: `The file is not text, and of no kind that can be read here: send ${READ_KINDS}, or ${PASTE}.`,
  'no-text':
    'The document holds no text. It is probably a scan, that is pictures of pages: run text recognition (OCR) over it first, or type in the passages.',
  damaged: `The file is damaged or not whole, and cannot be read: save it anew from the program that made it, or ${PASTE}.`,
  'too-slow': `Reading the file took too long and was stopped: send a part of it, or ${PASTE}.`,
  'too-much-memory': `Reading the file took too much memory and was stopped: send a part of it, or ${PASTE}.`,
  bomb: `The file unpacks to far more than a document of this kind holds, and was not read: save it anew without what is embedded in it, or ${PASTE}.`,
};

export function problemOf(code: keyof typeof MESSAGES): DocumentProblem {
  return { code, message: MESSAGES[code] };
}

/** A file that somebody can still turn into one that is read. */
export function wrongType(what: string, instead: string): DocumentProblem {
  return { code: 'wrong-type', message: `This is ${what}, which cannot be read here: ${instead}.` };
}

export function encrypted(kind: 'PDF' | 'Word document'): DocumentProblem {
  return {
    code: 'encrypted',
    message: `The ${kind} is protected by a password: save a copy without it and send that, or ${PASTE}.`,
  };
}

export function tooMuchText(): DocumentProblem {
  const most = DOCUMENT_LIMITS.characters / 1_000_000;
  return {
    code: 'too-large',
    message: `The document holds more than ${most} million characters of text: divide it and send the parts.`,
  };
}
