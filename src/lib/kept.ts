/** In milliseconds. */
const [KEPT_MAX, FAILURE_KEPT] = [60_000, 3_000];

/**
 * Answers everybody with one result for ten times as long as it took to get, a minute at most, and lets those who ask
 * meanwhile wait for the same one: what costs much is then never more than a tenth of what the server does, however
 * many ask, unless it takes longer than six seconds. A failure is kept for three seconds: a database that cannot answer
 * is not asked again by everybody who was waiting.
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
        entry.until = now + Math.min(KEPT_MAX, 10 * (now - begun));
      },
      () => {
        entry.until = performance.now() + FAILURE_KEPT;
      },
    );
    return entry.result;
  };
}

/** Makes something of a result once, for as long as that result is kept: a drawing, say. */
export function oncePer<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const made = new WeakMap<From, { is: Made }>();
  return (from) => {
    const before = made.get(from);
    if (before !== undefined) return before.is;
    const is = make(from);
    made.set(from, { is });
    return is;
  };
}
