import { EnvError } from '../lib/env';
import { isStopping, stopAll } from './stopping';

/** Something that was to be expected and that the person at the keyboard can mend: the message says how. */
export class Failure extends Error {
  override name = 'Failure';
}

/**
 * Runs a command to its end and stops what it started. An expected failure prints its message and nothing else;
 * anything unexpected keeps its stack, because then it is a fault of ours.
 *
 * @param command gives the exit code
 * @param failed what to end with when it fails
 */
export async function runCommand(command: () => Promise<number>, failed = 1): Promise<never> {
  let code = failed;
  try {
    code = await command();
  } catch (error) {
    // What breaks because we are stopping is no news; the signal's handler ends the process.
    if (isStopping()) await new Promise(() => {});
    console.error(error instanceof Failure || error instanceof EnvError ? `\n${error.message}` : error);
  }
  await stopAll();
  await printed();
  process.exit(code);
}

/** Until everything that was said has left us: whoever reads a long answer from a pipe gets the end of it, too. */
async function printed(): Promise<void> {
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))));
}
