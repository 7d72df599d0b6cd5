import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { findOffences } from './support/architecture';

function sourcesUnder(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (path === 'src/db/generated') return [];
    if (entry.isDirectory()) return sourcesUnder(path);
    return /\.tsx?$/.test(path) && !path.endsWith('.d.ts') ? [{ path, text: readFileSync(path, 'utf8') }] : [];
  });
}

test('every file keeps to its layer, its length and its purpose', () => {
  const files = sourcesUnder('src');
  expect(files.length).toBeGreaterThan(30);
  expect(findOffences(files)).toEqual([]);
});

describe('the checker catches', () => {
  const long = (lines: number) => Array.from({ length: lines }, (_, i) => `const x${i} = ${i};`).join('\n');
  const offences: [what: string, files: Record<string, string>, said: RegExp][] = [
    ['a domain file that reads the clock through Node', { 'src/domain/a.ts': "import fs from 'node:fs';" }, /only zod/],
    [
      'a page that queries the database',
      { 'src/app/page.tsx': "import { pool } from '../db/pool';" },
      /\(db\): app may import/,
    ],
    [
      'the same through the path alias',
      { 'src/app/page.tsx': "import { pool } from '@/db/pool';" },
      /\(db\): app may import/,
    ],
    [
      'the same through a dynamic import',
      { 'src/app/page.tsx': "export const a = () => import('../db/pool');" },
      /\(db\)/,
    ],
    [
      'a handler that goes round the features',
      { 'src/app/api/v1/a/route.ts': "import { sql } from '@/db/sql';" },
      /\(db\): api/,
    ],
    ['a library that knows the pages', { 'src/lib/a.ts': "import '../app/page';" }, /\(app\): lib may import nothing/],
    [
      'a format that takes a value from a schema',
      { 'src/formats/a.ts': "import { Claim } from '../features/claims/schema';" },
      /\(schema\)/,
    ],
    [
      'a passed-on export',
      { 'src/ui/a.tsx': "export { x } from '../domain/figure'; export const y = 1;" },
      /\(domain\): ui/,
    ],
    ['the driver outside db', { 'src/formats/a.ts': "import pg from 'pg';" }, /only db and cli may/],
    ['data without "server-only"', { 'src/features/claims/data.ts': 'export const a = 1;' }, /server-only/],
    ['actions without "use server"', { 'src/features/claims/actions.ts': 'export const a = 1;' }, /'use server'/],
    [
      'a file outside the vocabulary',
      { 'src/features/claims/helpers.ts': 'export const a = 1;' },
      /no place in the house/,
    ],
    ['a barrel file', { 'src/ui/index.ts': "export * from './button'; export { a } from './a';" }, /no barrel files/],
    ['a long file', { 'src/lib/a.ts': long(301) }, /is 301 lines long/],
    ['a long function', { 'src/lib/a.ts': `export function f() {\n${long(50)}\n}` }, /a function of 52 lines/],
    [
      'features that need each other',
      {
        'src/features/a/schema.ts': "import { b } from '../b/schema';",
        'src/features/b/schema.ts': "import { c } from '../c/schema';",
        'src/features/c/schema.ts': "import { a } from '../a/schema';",
      },
      /ring: (a → b → c → a|b → c → a → b|c → a → b → c) /,
    ],
  ];
  test.each(offences)('%s', (_what, files, said) => {
    const found = findOffences(Object.entries(files).map(([path, text]) => ({ path, text })));
    expect(found.join('\n')).toMatch(said);
  });
});

describe('the checker lets pass', () => {
  const fine: [what: string, path: string, text: string][] = [
    [
      'a page of loaders and components',
      'src/app/page.tsx',
      "import { loadClaim } from '@/features/claims/loaders';\nimport '@/app/globals.css';",
    ],
    [
      'a format that takes types from a schema',
      'src/formats/a.ts',
      "import type { ClaimDto } from '../features/claims/schema';",
    ],
    [
      'a long file that says why',
      'src/lib/a.ts',
      `// Long: one table, read as a whole.\n${'\n'.repeat(400)}export const a = 1;`,
    ],
    [
      'a long function that says why',
      'src/lib/a.ts',
      `export const a = 1;\n/** Long: one table. */\nexport function f() {\n${'\n'.repeat(60)}}`,
    ],
  ];
  test.each(fine)('%s', (_what, path, text) => {
    expect(findOffences([{ path, text }])).toEqual([]);
  });
});
