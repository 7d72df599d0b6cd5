import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { kept } from '@/lib/kept';

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

  it('is no failure: whoever asks next tries again', async () => {
    let asked = 0;
    const load = kept(async () => {
      asked += 1;
      if (asked === 1) throw new Error('away');
      return asked;
    });
    await expect(load()).rejects.toThrow('away');
    expect(await load()).toBe(2);
  });
});
