import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
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
/** A claim that no other test knows. */
export const makeOwnClaim = async () => (await command<{ claim: string }>('claim', {})).claim;
