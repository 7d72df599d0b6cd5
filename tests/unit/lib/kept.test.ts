import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { kept, oncePer } from '@/lib/kept';

describe('a kept result', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Counts how often it is asked; each answer takes 200 ms. */
  function slow() {
    let asked = 0;
    return kept(async () => {
      asked += 1;
      const mine = asked;
      await new Promise((done) => setTimeout(done, 200));
      return mine;
    });
  }

  it('is fetched once for all who ask while it is on its way', async () => {
    const load = slow();
    const all = Promise.all([load(), load(), load()]);
    await vi.advanceTimersByTimeAsync(200);
    expect(await all).toEqual([1, 1, 1]);
  });

  it('is kept for ten times as long as it took, and then fetched anew', async () => {
    const load = slow();
    const first = load();
    await vi.advanceTimersByTimeAsync(200);
    expect(await first).toBe(1);
    await vi.advanceTimersByTimeAsync(1_990);
    expect(await load()).toBe(1);
    await vi.advanceTimersByTimeAsync(20);
    const second = load();
    await vi.advanceTimersByTimeAsync(200);
    expect(await second).toBe(2);
  });

  it('is kept for a minute at most, however long it took', async () => {
    let asked = 0;
    const load = kept(async () => {
      asked += 1;
      const mine = asked;
      await new Promise((done) => setTimeout(done, 40_000));
      return mine;
    });
    const first = load();
    await vi.advanceTimersByTimeAsync(40_000);
    expect(await first).toBe(1);
    await vi.advanceTimersByTimeAsync(59_990);
    expect(await load()).toBe(1);
    await vi.advanceTimersByTimeAsync(20);
    const second = load();
    await vi.advanceTimersByTimeAsync(40_000);
    expect(await second).toBe(2);
  });

  it('is a failure for three seconds only: then whoever asks next tries again', async () => {
    let asked = 0;
    const load = kept(async () => {
      asked += 1;
      if (asked === 1) throw new Error('away');
      return asked;
    });
    await expect(load()).rejects.toThrow('away');
    await vi.advanceTimersByTimeAsync(2_990);
    await expect(load()).rejects.toThrow('away');
    expect(asked).toBe(1);
    await vi.advanceTimersByTimeAsync(20);
    expect(await load()).toBe(2);
  });
});

describe('what is made of a kept result', () => {
  it('is made once for each result, even where nothing was made of it', () => {
    let made = 0;
    const drawing = oncePer((_result: object) => {
      made += 1;
      return undefined;
    });
    const [one, other] = [{}, {}];
    for (const result of [one, one, other, one]) drawing(result);
    expect(made).toBe(2);
  });
});
