import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { marked } from 'marked';

/** A page of documentation that we write as Markdown under docs/. */
export type Guide = { code: string; title: string; html: string };

/** What is explained by a page each: problem types of the API, and checks. */
export type GuideFolder = 'errors' | 'checks';

// A handful of small files, read when a page of them is made: at build, at most once a minute after that, and for
// each request of the API's documentation, which names the address it is reached at.
const folderOf = (folder: GuideFolder) => join(process.cwd(), 'docs', folder);

/** The names of all pages of a folder, in alphabetical order. */
async function listCodes(folder: GuideFolder): Promise<string[]> {
  const files = await readdir(folderOf(folder));
  return files.flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -'.md'.length)] : [])).sort();
}

/** Every page of a folder. */
export async function listGuides(folder: GuideFolder): Promise<Guide[]> {
  return Promise.all((await listCodes(folder)).map((code) => readGuide(folder, code)));
}

/** One page; null when there is none of this name. */
export async function getGuide(folder: GuideFolder, code: string): Promise<Guide | null> {
  // Looked up among the files there are: a name is never made into a path by itself.
  return (await listCodes(folder)).includes(code) ? readGuide(folder, code) : null;
}

async function readGuide(folder: GuideFolder, code: string): Promise<Guide> {
  const [heading, ...rest] = marked.lexer(await readFile(join(folderOf(folder), `${code}.md`), 'utf8'));
  if (heading?.type !== 'heading' || heading.depth !== 1) {
    throw new Error(`docs/${folder}/${code}.md does not begin with a heading of the first level`);
  }
  // The files are our own and trusted, so their HTML is taken as it comes.
  return { code, title: String(heading.text), html: marked.parser(rest) };
}
