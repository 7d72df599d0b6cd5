import { readdirSync } from 'node:fs';
import { unstable_doesMiddlewareMatch as doesMatch } from 'next/experimental/testing/server';
import { expect, test } from 'vitest';
import { config } from '@/proxy';

const matches = (path: string) => doesMatch({ config, url: path, nextConfig: {} });

test('files beside the pages answer for themselves, past the proxy', () => {
  const files = readdirSync('src/app', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/route.ts'))
    .map((file) => `/${file.replace('/route.ts', '')}`)
    .map((path) => path.replace('claims/[id]', 'claims/C1').replace('sources/[id]', 'sources/S1'))
    .map((path) => path.replace('[key]', 'some-key'))
    .map((path) => path.replace('fact-sheets/[release]/[file]', 'fact-sheets/R7KQ2M9XD/fact-sheet.csl.json'))
    .filter((path) => !path.startsWith('/api/'));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter(matches)).toEqual([]);
});

test.each([
  '/claims/C999999.csv',
  '/claims/C999999/nope.csv',
  '/claims/cite.bib',
  '/sources/S1.json',
  '/sources/S1/lineage.svg',
  '/series/nope.csv',
  '/series/chart.svg',
  '/topics/weather.png',
  '/topics/online/chart.svg',
  '/claims/C1',
  '/claims/C1/lineage',
  '/claims/C1/history',
  '/sources/S1/history',
  '/corrections',
  '/series/ilo-cse-children',
  '/gaps',
  '/verify',
  '/verify/R7KQ2M9XD',
  '/verify/filed',
  '/fact-sheets',
  '/fact-sheets/R7KQ2M9XD',
  '/fact-sheets/R7KQ2M9XD/other.pdf',
])('%s is a page, there or not, and goes through the proxy', (path) => {
  expect(matches(path)).toBe(true);
});
