/**
 * Answers everybody with one result for ten times as long as it took to get, and lets those who ask meanwhile wait for
 * the same one: what costs much is then never more than a tenth of what the server does, however many ask. A failure
 * is not kept.
 */
export function kept<T>(load: () => Promise<T>): () => Promise<T> {
  let current: { result: Promise<T>; until: number } | null = null;
  return () => {
    if (current !== null && performance.now() < current.until) return current.result;
    const begun = performance.now();
    const entry = { result: load(), until: Number.POSITIVE_INFINITY };
    current = entry;
    entry.result.then(
      () => {
        const now = performance.now();
        entry.until = now + 10 * (now - begun);
      },
      () => {
        if (current === entry) current = null;
      },
    );
    return entry.result;
  };
}
