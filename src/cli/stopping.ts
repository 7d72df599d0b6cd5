// How a command stops in good order: whatever was started is stopped again, the last one first, whether the command
// ended by itself, was interrupted, or lost its parent.

type Undo = () => Promise<unknown>;

const undos: Undo[] = [];
let stopping: Promise<void> | undefined;

/** Registers how to stop something. @returns a function that takes the registration back. */
export function onStop(undo: Undo): () => void {
  undos.push(undo);
  return () => {
    const index = undos.indexOf(undo);
    if (index >= 0) undos.splice(index, 1);
  };
}

/** Stops everything that was started. Two calls stop it once. */
export function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) {
      await undo().catch((error: unknown) => console.error(`Stopping: ${(error as Error).message}`));
    }
  })();
  return stopping;
}

export function isStopping(): boolean {
  return stopping !== undefined;
}

/**
 * Stops everything on Ctrl-C, on SIGTERM, when the terminal closes, and when the parent was killed (its channel
 * breaks). A terminal sends Ctrl-C to every process of the group and the parent passes it on: the second changes nothing.
 *
 * @param exitCode what to end with, asked when the signal comes
 */
export function stopOnSignals(exitCode: () => number): void {
  const stop = () => {
    if (isStopping()) return;
    process.stdout.write('\n  Stopping … ');
    void stopAll().then(() => {
      process.stdout.write('stopped\n');
      process.exit(exitCode());
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
  process.channel?.unref();
  // The terminal that showed our lines may be gone; that must not keep the database from being stopped.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
}
