import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Block, Sheet } from '../../src/domain/fact-sheet/sheet';
import type { Actor } from '../../src/domain/permission';
import { makePerson, peopleDatabaseUrl } from './people';

// Releases in the database of the server under test, made and overtaken by the writes that the site itself uses.

const run = promisify(execFile);

async function command<Result>(what: string, argument: object): Promise<Result> {
  const { stdout } = await run(
    process.execPath,
    [
      '--conditions=react-server',
      '--import',
      'tsx',
      'tests/support/release-command.ts',
      what,
      JSON.stringify(argument),
    ],
    { env: { ...process.env, DATABASE_URL: peopleDatabaseUrl() } },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

export type TestRelease = { id: string; claim: string; sheet: string };

/** A release of a claim of its own and of C1. @param given.listed whether the gallery shows it */
export async function makeRelease(
  given: { title?: string; listed?: boolean; owner?: Actor } = {},
): Promise<TestRelease> {
  return command('release', { ...given, owner: given.owner ?? (await makePerson(['advocate'])) });
}

export const disputeClaim = (claim: string) => command<{ ok: boolean }>('dispute', { claim });
/** By a new claim. */
export const supersedeClaim = (claim: string) => command<{ successor: string }>('supersede', { claim });
export const retractClaim = (claim: string) => command<{ ok: boolean }>('retract', { claim });
export const mergeClaim = (claim: string, into: string) => command<{ ok: boolean }>('merge', { claim, into });
/** A published claim of its own, whatever is done to it. */
export const makeNewClaim = async () => (await command<{ id: string }>('claim', {})).id;

/** A sheet of somebody's own with this in it. @returns its id */
export async function makeSheetFor(owner: Actor, change: Partial<Sheet>): Promise<string> {
  const content: Sheet = {
    title: 'A sheet of a test',
    audience: '',
    language: 'en',
    style: 'apa',
    paper: 'a4',
    hasQrCode: true,
    blocks: [],
    overrides: [],
    ...change,
  };
  return (await command<{ id: string }>('sheet', { owner, content })).id;
}

/** Blocks in this order: claims by their id, texts, and headings behind `##`. */
export function blocksOf(...blocks: readonly string[]): Block[] {
  return blocks.map((words, index): Block => {
    const id = `b${index + 1}`;
    if (/^C\d+$/.test(words)) return { id, kind: 'claim', claim: words, form: 'sentence', chart: null };
    return words.startsWith('## ') ? { id, kind: 'heading', text: words.slice(3) } : { id, kind: 'prose', text: words };
  });
}
