import { readFile } from 'node:fs/promises';
import { z } from 'zod';

// How long a work takes in a process that has not done it before, how long once it has, and how much memory it came to.

const ROUNDS = 5;

/** Milliseconds and bytes. `memory`: the most that the process ever held; `before`: what it held before the first time. */
export const Measured = z.object({
  name: z.string(),
  cold: z.number(),
  warm: z.number(),
  /** Of the processor, in all threads: what a busy machine changes least. */
  coldProcessor: z.number(),
  warmProcessor: z.number(),
  size: z.number().nullable(),
  memory: z.number().optional(),
  before: z.number().optional(),
});
export type Measured = z.infer<typeof Measured>;

/** @param between what is done before each time but the first, and is not measured */
export async function timesOf(
  name: string,
  work: () => unknown,
  between: () => Promise<void> = async () => {},
): Promise<Measured> {
  const once = async () => {
    const [started, used] = [performance.now(), process.cpuUsage()];
    const result = await work();
    const { user, system } = process.cpuUsage(used);
    return { ms: performance.now() - started, processor: (user + system) / 1000, result };
  };
  const first = await once();
  const times: { ms: number; processor: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await between();
    times.push(await once());
  }
  const [warm, warmProcessor] = [median(times.map(({ ms }) => ms)), median(times.map(({ processor }) => processor))];
  return { name, cold: first.ms, warm, coldProcessor: first.processor, warmProcessor, size: sizeOf(first.result) };
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function sizeOf(result: unknown): number | null {
  if (typeof result === 'string') return Buffer.byteLength(result);
  if (result instanceof Uint8Array) return result.length;
  if (!(result instanceof Map)) return null;
  return [...result.values()].reduce((sum, one) => sum + (one as Uint8Array).length, 0);
}

/** The most memory that this process ever held, in bytes. */
export async function peakMemory(): Promise<number> {
  // What Node says may be that of the process that started this one, on Linux; the kernel's own word is not.
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return Number(kilobytes ?? process.resourceUsage().maxRSS) * 1024;
}
