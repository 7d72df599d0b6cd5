import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A mail as whoever gets it reads it. */
export type ReadMail = { from: string; to: string; subject: string; type: string; text: string };

/**
 * Reads a mail of one part (RFC 5322, with RFC 2045 for the body and RFC 2047 for the headers). Written apart from what
 * writes the mails, so that a mistake there is not made here as well.
 *
 * @throws Error when it has more than one part, or a header is missing
 */
export function readMail(raw: string): ReadMail {
  const lines = raw.replaceAll('\r\n', '\n');
  const end = lines.indexOf('\n\n');
  if (end < 0) throw new Error('the mail has no body');
  const headers = new Map<string, string>();
  for (const line of lines
    .slice(0, end)
    .replaceAll(/\n[ \t]+/g, ' ')
    .split('\n')) {
    const [, name = '', value = ''] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`this is no header: ${line}`);
    headers.set(name.toLowerCase(), decodeWords(value));
  }
  const header = (name: string) => {
    const value = headers.get(name);
    if (value === undefined) throw new Error(`the mail has no ${name}`);
    return value;
  };
  const type = header('content-type');
  if (type.startsWith('multipart/')) throw new Error('the mail has several parts');
  const body = lines.slice(end + 2);
  const text = decodeBody(body, headers.get('content-transfer-encoding') ?? '7bit');
  return { from: header('from'), to: header('to'), subject: header('subject'), type, text };
}

function decodeBody(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable':
      return fromHex(body.replaceAll(/[ \t]*\n/g, '\n').replaceAll('=\n', ''));
    default:
      return body;
  }
}

/** Words like =?UTF-8?Q?caf=C3=A9?=; white space between two of them does not count. */
function decodeWords(value: string): string {
  return value
    .replaceAll(/(\?=)\s+(=\?)/g, '$1$2')
    .replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : fromHex(text.replaceAll('_', ' ')),
    );
}

function fromHex(text: string): string {
  const bytes = text.replaceAll(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The mails that lie in a data directory, the oldest first. */
export async function mailsIn(dataDirectory: string): Promise<(ReadMail & { file: string; mode: number })[]> {
  const folder = join(dataDirectory, 'mail');
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names
      .filter((name) => name.endsWith('.eml'))
      .sort()
      .map(async (name) => {
        const file = join(folder, name);
        return { ...readMail(await readFile(file, 'utf8')), file, mode: (await stat(file)).mode & 0o777 };
      }),
  );
}

/** The one link of a mail, which stands on a line of its own. */
export function linkOf({ text }: ReadMail): URL {
  const links = text.split('\n').filter((line) => /^https?:\/\/\S+$/.test(line));
  if (links.length !== 1) throw new Error(`a mail with ${links.length} links: ${text}`);
  return new URL(links[0] ?? '');
}
