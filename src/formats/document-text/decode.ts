/** Bytes as text; null where they are none. */
export function decodeLetters(bytes: Uint8Array): string | null {
  const text = decoded(bytes);
  return text === null || !isSane(text) ? null : text;
}

function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: an older encoding, which a page names and a plain text does not.
    return inOlderEncoding(bytes);
  }
}

/** What Windows-1252 has in place of the control characters 80 to 9F of Latin-1. Node 20 decodes these as Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function inOlderEncoding(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const named = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(start)?.[1]?.toLowerCase();
  if (named !== undefined && !/^(utf-?8|utf-?16|iso-8859-1|latin-?1|us-ascii|windows-1252)/.test(named)) {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      // A name that nobody knows says nothing.
    }
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter);
}

/** How much of a text may be control characters and letters that nobody could decode: one in two hundred. */
const ODD_SHARE = 0.005;

/** Text of people holds hardly any control characters; what any bytes give in an old encoding is full of them. */
function isSane(text: string): boolean {
  if (text.includes('\0')) return false;
  const odd = text.match(/(?![\t\n\r\f])\p{Cc}|[\ufffd\ufffe]/gu);
  return (odd?.length ?? 0) <= text.length * ODD_SHARE;
}
