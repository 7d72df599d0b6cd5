import { setTimeout as delay } from 'node:timers/promises';

/**
 * Gives each host one caller at a time, with a pause after each: a server is never asked twice at once, however many
 * links lead to it.
 */
export class HostTurns {
  readonly #freeAt = new Map<string, number>();
  readonly #last = new Map<string, Promise<void>>();

  /** @param gapMs pause after an answer, in milliseconds */
  constructor(
    readonly gapMs: number,
    readonly signal?: AbortSignal,
  ) {}

  /** Whether the host could be asked at once. */
  isFree(host: string): boolean {
    return !this.#last.has(host) && (this.#freeAt.get(host) ?? 0) <= performance.now();
  }

  /** Waits for the host's turn; what it gives ends the turn. Once stopped, nobody waits any more. */
  async take(host: string): Promise<() => void> {
    const before = this.#last.get(host) ?? Promise.resolve();
    let end = () => {};
    const ours = new Promise<void>((done) => {
      end = done;
    });
    const all = before.then(() => ours);
    this.#last.set(host, all);
    await before;
    const wait = (this.#freeAt.get(host) ?? 0) - performance.now();
    if (wait > 0 && !this.signal?.aborted) await delay(wait, null, { signal: this.signal }).catch(() => null);
    return () => {
      this.#freeAt.set(host, performance.now() + this.gapMs);
      if (this.#last.get(host) === all) this.#last.delete(host);
      end();
    };
  }
}

/**
 * Works through a list, so many at once. Whoever is free takes the first item whose host is free, so that a long line
 * before one host holds nobody up; where none is, the first.
 */
export async function inTurns<T>(
  items: readonly T[],
  options: { atOnce: number; hostOf: (item: T) => string; turns: HostTurns; isStopped: () => boolean },
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const taken = new Set<string>();
  const lane = async () => {
    while (waiting.length > 0 && !options.isStopped()) {
      const isNext = (item: T) => !taken.has(options.hostOf(item)) && options.turns.isFree(options.hostOf(item));
      const [item] = waiting.splice(Math.max(0, waiting.findIndex(isNext)), 1);
      if (item === undefined) return;
      taken.add(options.hostOf(item));
      await work(item).finally(() => taken.delete(options.hostOf(item)));
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, lane));
}
