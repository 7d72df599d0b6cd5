/** Whether an address answers well before the patience ends; `given` up early when it says so. */
export async function answersWithin(url: string, patienceMs: number, givenUp = () => false): Promise<boolean> {
  for (const until = Date.now() + patienceMs; Date.now() < until && !givenUp(); ) {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
    if (response?.ok) return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}
