import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlText } from '@/domain/text/html-text';

test.each([
  ['<p>At any time <b>1.8</b>&nbsp;million&#32;children</p>', 'At any time 1.8 million children'],
  ['one<br>two<div>three</div>four', 'one two three four'],
  ['f<i>i</i>ve', 'five'],
  ['<head><title>T</title></head><body>text', 'text'],
  ['a<script>var x = "<p>not this</p>";</script>b', 'a b'],
  ['a<SCRIPT src=x>document.write("</scripty>")</SCRIPT >b', 'a b'],
  ['a<style>p > b { }</style>b<!-- a comment > --> c', 'a b c'],
  ['<a title="x > y" href=\'a>b\'>word</a>', 'word'],
  ['3 < 4 and 5 > 4', '3 < 4 and 5 > 4'],
  ['&ldquo;quoted&rdquo; &amp;amp; &unknown; &#x2014;', '“quoted” &amp; &unknown; —'],
  ['&#0;&#1114112;&#xD800;', '\ud800'],
  ['<p>no end <a href="', 'no end'],
  ['a<script>never closed', 'a'],
  ['', ''],
])('%j reads %j', (html, text) => {
  expect(htmlText(html)).toBe(text);
});

test('what stands in a script is never part of the text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, inside) => {
      const text = htmlText(`${before.replaceAll('<', '')}<script>${inside.replaceAll('<', '')}SECRET</script>`);
      expect(text).not.toContain('SECRET');
    }),
  );
});

test('a page made to be slow takes no more than its length', () => {
  const pages = ['<'.repeat(500_000), '<a '.repeat(200_000), '<!--'.repeat(200_000), '<script>'.repeat(100_000)];
  const begun = performance.now();
  for (const page of [...pages, '&'.repeat(500_000), `<p title="${'x'.repeat(500_000)}`]) htmlText(page);
  expect(performance.now() - begun).toBeLessThan(2000);
});
