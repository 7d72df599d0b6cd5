import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from '../../../src/lib/local-path';

test.each(['/desk', '/desk/people?done=yes', '/claims/C1', '/claims?q=1.8%20million'])('%s is led on to', (path) => {
  expect(localPath(path, '/fallback')).toBe(path);
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  'desk',
  '',
  ' //evil.example',
  `/${'x'.repeat(3000)}`,
  undefined,
  ['/desk', '/desk'],
])('%j is not', (given) => {
  expect(localPath(given, '/fallback')).toBe('/fallback');
});

test('whatever is given, a browser stays on this site', () => {
  const here = 'https://plumbline.example';
  const parts = fc.array(
    fc.constantFrom('/', '\\', '.', ':', '@', '?', '#', '\t', '%2f', 'evil.example', 'https:', 'a'),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        parts.map((part) => part.join('')),
      ),
      (given) => {
        expect(new URL(localPath(given, '/desk'), here).origin).toBe(here);
      },
    ),
  );
});
