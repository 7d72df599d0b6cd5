import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { HostTurns, inTurns } from '@/lib/host-turns';

type Seen = { host: string; from: number; to: number };

async function run(hosts: readonly string[], atOnce: number, gapMs: number): Promise<Seen[]> {
  const turns = new HostTurns(gapMs);
  const seen: Seen[] = [];
  await inTurns(hosts, { atOnce, hostOf: (host) => host, turns, isStopped: () => false }, async (host) => {
    const release = await turns.take(host);
    const from = performance.now();
    await delay(10);
    seen.push({ host, from, to: performance.now() });
    release();
  });
  return seen.sort((a, b) => a.from - b.from);
}

test('a host is asked one at a time, with the pause between', async () => {
  const seen = await run(['a', 'b', 'a', 'c', 'a', 'b'], 4, 60);
  expect(seen).toHaveLength(6);
  for (const host of ['a', 'b', 'c']) {
    const ofHost = seen.filter((one) => one.host === host);
    ofHost.slice(1).forEach((one, index) => {
      expect(one.from - (ofHost[index]?.to ?? 0)).toBeGreaterThanOrEqual(55);
    });
  }
});

test('never more at once than allowed, and a long line before one host holds nobody up', async () => {
  const seen = await run([...Array(5).fill('slow'), 'b', 'c', 'd', 'e', 'f'], 2, 50);
  for (const one of seen) {
    expect(seen.filter((other) => other.from <= one.from && one.from < other.to).length).toBeLessThanOrEqual(2);
  }
  expect(seen.findIndex(({ host }) => host === 'f')).toBeLessThan(8);
});

test('nobody waits once it is stopped', async () => {
  const stopping = new AbortController();
  const turns = new HostTurns(60_000, stopping.signal);
  (await turns.take('a'))();
  const waiting = turns.take('a');
  stopping.abort();
  const begun = performance.now();
  (await waiting)();
  expect(performance.now() - begun).toBeLessThan(100);
});
