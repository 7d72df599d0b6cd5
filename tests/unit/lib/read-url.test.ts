import { expect, test } from 'vitest';
import { readUrl } from '@/lib/read-url';

test('an address with letters of other alphabets is read, however many have been read before', () => {
  for (let count = 0; count < 50_000; count += 1) readUrl('https://bücher.example/straße');
  expect(readUrl('https://bücher.example/straße')?.href).toBe('https://xn--bcher-kva.example/stra%C3%9Fe');
});

test('a relative address is read with its base, and without one it is none', () => {
  expect(readUrl('../a', 'https://example.org/b/c')?.href).toBe('https://example.org/a');
  expect(readUrl('../a')).toBe(null);
  expect(readUrl('http://')).toBe(null);
});
