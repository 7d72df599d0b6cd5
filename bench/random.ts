// Chance that repeats: the same seed gives the same evidence on every machine, so that two runs measure one thing.

export type Random = {
  /** Evenly from 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** Whether something happens that happens this often. */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** An entry of a list whose first entries are the common ones, as in real life: rank r comes up 1/r as often. */
  pickZipf<T>(list: readonly T[]): T;
};

/** Mulberry32: 32 bits of state, good enough for made-up text. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[Math.min(index, list.length - 1)];
    if (found === undefined) throw new Error('nothing can be picked from an empty list');
    return found;
  };
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    pick: (list) => at(list, Math.floor(next() * list.length)),
    // The inverse of the sum of 1/r, which is close to a logarithm.
    pickZipf: (list) => at(list, Math.floor((list.length + 1) ** next()) - 1),
  };
}

/** Another seed for each part of the whole, so that a part can be made without those before it. */
export function seedOf(seed: number, part: number): number {
  return Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(part + 1, 0xc2b2ae35);
}
