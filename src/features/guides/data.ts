import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { marked } from 'marked';

/** A page of documentation that we write as Markdown under docs/. */
export type Guide = { code: string; title: string; html: string };

// A handful of small files, read when a page of them is made: at build, at most once a minute after that, and for
// each request of the API's documentation, which names the address it is reached at.
const ERRORS = join(process.cwd(), 'docs', 'errors');

/** The codes of all problem types that are explained, in alphabetical order. */
async function listErrorCodes(): Promise<string[]> {
  const files = await readdir(ERRORS);
  return files.flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -'.md'.length)] : [])).sort();
}

/** The explanation of every problem type. */
export async function listErrorGuides(): Promise<Guide[]> {
  return Promise.all((await listErrorCodes()).map(readErrorGuide));
}

/** The explanation of one problem type; null when there is none of this code. */
export async function getErrorGuide(code: string): Promise<Guide | null> {
  // Looked up among the files there are: a code is never made into a path by itself.
  return (await listErrorCodes()).includes(code) ? readErrorGuide(code) : null;
}

async function readErrorGuide(code: string): Promise<Guide> {
  const [heading, ...rest] = marked.lexer(await readFile(join(ERRORS, `${code}.md`), 'utf8'));
  if (heading?.type !== 'heading' || heading.depth !== 1) {
    throw new Error(`docs/errors/${code}.md does not begin with a heading of the first level`);
  }
  // The files are our own and trusted, so their HTML is taken as it comes.
  return { code, title: String(heading.text), html: marked.parser(rest) };
}
