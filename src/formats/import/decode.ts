import { IMPORT_LIMITS } from '../../domain/imports/row';

export type Decoded = { ok: true; text: string; encoding: string; notes: string[] } | { ok: false; problem: string };

const SAVE_AS = 'Save it as text in UTF-8 and send it again.';

/** What a file begins with that is no text of ours, and what to do instead. */
const OTHER_FILES: readonly [start: readonly number[], problem: string][] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is a spreadsheet or a packed file (xlsx, ods, zip). Save the sheet as CSV in UTF-8 and send that.',
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an old spreadsheet (xls). Save the sheet as CSV in UTF-8 and send that.'],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. An import takes CSV, CSL-JSON, RIS or BibTeX.'],
];

/**
 * The bytes of a file as text: UTF-8, UTF-16 with its byte order mark, and what is neither as Windows-1252, which a
 * note then says. Whatever holds NUL bytes is no text and is refused.
 */
export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.length > IMPORT_LIMITS.bytes) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return refused(
      `The file has ${size} MB; the most is ${IMPORT_LIMITS.bytes / 1024 / 1024} MB. Divide it and send the parts.`,
    );
  }
  const other = OTHER_FILES.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (other !== undefined) return refused(other[1]);
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes, 'utf-16le', 'UTF-16 LE');
  if (first === 0xfe && second === 0xff) return utf16(bytes, 'utf-16be', 'UTF-16 BE');
  if (bytes.includes(0))
    return refused(`The file holds NUL bytes: it is no text, or UTF-16 without its mark. ${SAVE_AS}`);
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8', notes: [] };
  } catch {
    const note = 'The file is not UTF-8 and was read as Windows-1252 (Latin-1): look at accents and quotation marks.';
    return { ok: true, text: windows1252(bytes), encoding: 'Windows-1252', notes: [note] };
  }
}

/** What Windows-1252 has in place of the control characters 80 to 9F of Latin-1. Node 20 decodes these as Latin-1. */
const MORE = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (letter) => MORE[letter.charCodeAt(0) - 0x80] ?? letter);
}

function utf16(bytes: Uint8Array, label: string, encoding: string): Decoded {
  const text = new TextDecoder(label).decode(bytes);
  if (text.includes('\u0000')) return refused(`The file holds NUL characters: it is no text. ${SAVE_AS}`);
  return { ok: true, text, encoding, notes: [] };
}

function refused(problem: string): Decoded {
  return { ok: false, problem };
}
