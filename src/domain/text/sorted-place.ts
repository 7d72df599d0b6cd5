/** Where the last of some numbers in order stands that is not above another, from 0; also 0 where all are above it. */
export function lastUpTo(sorted: readonly number[], at: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
