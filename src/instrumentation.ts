/** Runs once in each server, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { sendLocationOnce, takeBrokenPathsLiterally } = await import('./lib/server-mends');
  sendLocationOnce();
  takeBrokenPathsLiterally();
}
