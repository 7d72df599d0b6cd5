import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Target } from './load';

const run = promisify(execFile);

/** Resident memory of a process and of everything it started, in MB (10^6 bytes). */
export async function residentMemory(pid: number): Promise<number> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([pid]);
  let kilobytes = 0;
  // Parents have lower numbers nearly always; a few passes see to the rest.
  for (let pass = 0; pass < 4; pass += 1) {
    for (const [child = 0, parent = 0] of processes) if (family.has(parent)) family.add(child);
  }
  for (const [member = 0, , rss = 0] of processes) if (family.has(member)) kilobytes += rss;
  return (kilobytes * 1024) / 1e6;
}

/** What a page weighs, in bytes; `status` other than 200 says that there is no such page. */
export type Weight = { status: number; bytes: number; gzipped: number; elements: number; scripts: number };

export async function weigh(url: string): Promise<Weight> {
  const response = await fetch(url, { headers: { 'Accept-Encoding': 'identity' } });
  const body = await response.text();
  // The scripts that hold React's data are no elements of the page, and "nomodule" is for browsers of the past.
  const markup = body.replaceAll(/<script[^>]*>[\s\S]*?<\/script>/g, '');
  const sources = [...body.matchAll(/<script\b[^>]*>/g)].flatMap(([tag]) =>
    /\bnomodule\b/i.test(tag) ? [] : [/\bsrc="([^"]+)"/.exec(tag)?.[1] ?? ''],
  );
  let scripts = 0;
  for (const source of new Set(sources.filter((found) => found !== ''))) {
    const script = await fetch(new URL(source.replaceAll('&amp;', '&'), url), {
      headers: { 'Accept-Encoding': 'identity' },
    });
    scripts += gzipSync(Buffer.from(await script.arrayBuffer())).length;
  }
  return {
    status: response.status,
    bytes: Buffer.byteLength(body),
    gzipped: gzipSync(body).length,
    elements: markup.match(/<[a-z]/gi)?.length ?? 0,
    scripts,
  };
}

/** A page of the bare Next application with as many elements and as many bytes as another page. */
export async function pageLike(address: string, wanted: Weight): Promise<Target> {
  const path = (letters: number) => `/?elements=${wanted.elements}&letters=${letters}`;
  const bytes = async (letters: number) => (await weigh(`${address}${path(letters)}`)).bytes;
  const [few, many] = [await bytes(10), await bytes(110)];
  const letters = Math.max(1, Math.round(10 + ((wanted.bytes - few) * 100) / (many - few)));
  return { address, paths: [path(letters)] };
}
