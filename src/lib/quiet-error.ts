/**
 * An error of somebody's text, fit for the log: what kind it is and where it was thrown. What it says may quote the text,
 * which is nobody's but theirs.
 */
export function quietError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('something that is no error was thrown');
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const quiet = new Error(`${error.name} (what it says is left out)`);
  quiet.stack = [quiet.message, ...places].join('\n');
  return quiet;
}
