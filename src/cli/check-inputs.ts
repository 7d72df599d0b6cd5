import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { DOCUMENT_LIMITS } from '../formats/document-text/problems';
import type { Unread } from '../formats/text-check/report';
import { Failure } from './failure';

// What there is to check: files, folders, or what comes from a pipe.

/** Names of the kinds that are read; in a folder, others are passed over. */
const READ = /\.(?:txt|text|md|markdown|html?|docx|pdf)$/i;

/** `path` is null for what comes from a pipe. */
export type Input = { name: string; path: string | null };

/**
 * @param given as typed; a folder stands for the documents in it, however deep
 * @param from folder that paths are relative to
 * @returns also what there is not, each with why
 */
export async function inputsOf(given: readonly string[], from: string): Promise<{ inputs: Input[]; unread: Unread[] }> {
  const inputs: Input[] = [];
  const unread: Unread[] = [];
  for (const one of given) {
    if (one === '-') inputs.push({ name: 'stdin', path: null });
    else {
      const found = await inputsAt(resolve(from, one), one, from).catch((error: unknown) => {
        if (!(error instanceof Failure)) throw error;
        unread.push({ name: one, message: error.message });
        return [];
      });
      inputs.push(...found);
    }
  }
  return { inputs: [...new Map(inputs.map((input) => [input.path, input])).values()], unread };
}

async function inputsAt(path: string, typed: string, from: string): Promise<Input[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(
      error.code === 'ENOENT' ? `There is no ${typed}.` : `${typed} cannot be read: ${error.code ?? error.message}.`,
    );
  });
  if (!found.isDirectory()) return [{ name: nameOf(path, from), path }];
  const paths = await documentsIn(path, typed);
  if (paths.length === 0) {
    throw new Failure(`${typed} holds no document that can be read: .txt, .md, .html, .docx or .pdf.`);
  }
  return paths.map((one) => ({ name: nameOf(one, from), path: one }));
}

/** Hidden folders and installed packages are nobody's drafts; links are not followed, so that no folder comes twice. */
async function documentsIn(folder: string, typed: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${typed} cannot be read: ${error.code ?? error.message}.`);
  });
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) paths.push(...(await documentsIn(path, path)));
    else if (entry.isFile() && READ.test(entry.name)) paths.push(path);
  }
  return paths;
}

/** A name within the folder that the command was called in; of what lies outside, the file's own name. */
function nameOf(path: string, from: string): string {
  const name = relative(from, path);
  return name.startsWith('..') || name === '' ? basename(path) : name;
}

/** The bytes, and at most one more than are read of any document: whoever reads them sees that they are too many. */
export async function bytesOf({ path, name }: Input): Promise<Uint8Array> {
  const stream = path === null ? process.stdin : createReadStream(path, { end: DOCUMENT_LIMITS.bytes });
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > DOCUMENT_LIMITS.bytes) break;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure(`${name} cannot be read: ${code ?? message}.`);
  }
  return Buffer.concat(chunks);
}
