import { isStopping } from './stopping';

// One calm line a step: its name while it runs, what came of it, and how long it took.

const INDENT = '  ';

/** Runs one step and prints its line. What `work` returns as `note` stands at the end of the line. */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  note: (result: T) => string = () => '',
): Promise<T> {
  const started = performance.now();
  const stopTicking = announce(name, started);
  try {
    const result = await work();
    stopTicking();
    const said = note(result);
    finish(`${INDENT}${name}`, `${said === '' ? '' : `${said}, `}${seconds(started)}`);
    return result;
  } catch (error) {
    stopTicking();
    // Interrupted, not failed.
    if (!isStopping()) finish(`${INDENT}${name}`, `failed, ${seconds(started)}`);
    throw error;
  }
}

export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** On a terminal the seconds count up; in a log the name is printed once, before the work, so that a halt is seen. */
function announce(name: string, started: number): () => void {
  process.stdout.write(`${INDENT}${name} … `);
  if (!process.stdout.isTTY) return () => {};
  const timer = setInterval(
    () => process.stdout.write(`\r${INDENT}${name} … ${Math.round((performance.now() - started) / 1000)} s `),
    1000,
  );
  return () => clearInterval(timer);
}

function finish(name: string, outcome: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K${name} … `);
  process.stdout.write(`${outcome}\n`);
}
