import { setTimeout as delay } from 'node:timers/promises';

export type Kept<Answer> = { answer: Answer | null; isCurrent: boolean };

/**
 * An answer that takes long and is the same for everybody until something is written: worked out anew when the state
 * has changed, once at a time. Whoever asks waits for so long and gets what is there by then, and the work goes on
 * behind them.
 *
 * @param stateOf a word that is another one whenever the answer may be another
 */
export function keptAnswer<Answer>(stateOf: () => Promise<string>, work: () => Promise<Answer>) {
  let last: { of: string; answer: Answer } | null = null;
  let working: Promise<void> | null = null;

  async function workOut(): Promise<void> {
    const of = await stateOf();
    last = { of, answer: await work() };
  }

  /** @param patience in milliseconds; null: until it is there */
  return async function ask(patience: number | null): Promise<Kept<Answer>> {
    const end = patience === null ? Number.POSITIVE_INFINITY : performance.now() + patience;
    const of = await stateOf();
    while (last?.of !== of && performance.now() < end) {
      working ??= workOut().finally(() => {
        working = null;
      });
      if (patience === null) await working;
      else {
        const ended = new AbortController();
        const late = delay(end - performance.now(), null, { signal: ended.signal }).catch(() => null);
        await Promise.race([working, late]).finally(() => ended.abort());
      }
    }
    return { answer: last?.answer ?? null, isCurrent: last?.of === of };
  };
}
