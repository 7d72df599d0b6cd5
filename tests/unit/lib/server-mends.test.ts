import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodable } from '@/lib/server-mends';

test.each([
  ['/claims/%ff', '/claims/%25ff'],
  ['/claims/%?q=%', '/claims/%25?q=%'],
  ['/claims/C1?q=%ff', '/claims/C1?q=%ff'],
  ['/a?b?c', '/a?b?c'],
])('%s is taken as %s', (url, taken) => expect(decodable(url)).toBe(taken));

test('whatever the address, its path can be decoded, and a second look changes nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (path, search) => {
      const url = decodable(`/${path.replaceAll('?', '')}?${search}`);
      expect(() => decodeURIComponent(url.slice(0, url.indexOf('?')))).not.toThrow();
      expect(decodable(url)).toBe(url);
      expect(url.endsWith(`?${search}`)).toBe(true);
    }),
  );
});
