import { expect, test } from 'vitest';
import type { Correction } from '../../../src/features/history/schema';
import { correctionsAtom } from '../../../src/formats/corrections-atom';

const HEAD = { position: 9, hash: 'a'.repeat(64), at: '2026-11-25T10:00:00.000Z' };
const CORRECTION: Correction = {
  position: 7,
  at: '2026-11-25T09:00:00.000Z',
  kind: 'corrected',
  actor: 'A <b> & C',
  subject: 'C12',
  title: 'A "claim" with <script>alert(1)</script> & ]]> in it',
  summary: 'Changed.\u0001',
  reason: '<img src=x onerror=alert(1)>',
  figure: { before: '≈ 1.8 million children', after: '≈ 1.2 million children' },
  changed: 'Figure',
};

const feed = (list: Correction[]) => correctionsAtom(list, HEAD, 'https://plumbline.example');

test('has what RFC 4287 asks for: ids that stay, times, and where it is', () => {
  const xml = feed([CORRECTION]);
  expect(xml).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
  expect(xml).toContain('<id>tag:plumbline.example,2026:plumbline/corrections</id>');
  expect(xml).toContain('<id>tag:plumbline.example,2026:plumbline/event/7</id>');
  expect(xml).toContain('rel="self" href="https://plumbline.example/corrections.atom"');
  expect(xml).toContain('href="https://plumbline.example/claims/C12/history#event-7"');
  expect(xml.match(/<updated>2026-11-25T09:00:00.000Z<\/updated>/g)).toHaveLength(2);
  expect(xml).toContain(HEAD.hash);
});

test('names the figure before and after, and the reason', () => {
  expect(feed([CORRECTION])).toContain('<del>≈ 1.8 million children</del> → <ins>≈ 1.2 million children</ins>');
  expect(feed([CORRECTION])).toContain('Reason:');
});

test('nothing that somebody typed becomes markup, and no character breaks the XML', () => {
  const xml = feed([CORRECTION]);
  expect(xml).not.toContain('<script>');
  expect(xml).not.toContain('<img');
  expect(xml).not.toContain('\u0001');
  expect(xml).toContain('A &lt;b&gt; &amp; C');
  // Each CDATA section ends where the library ended it.
  expect(xml.match(/<!\[CDATA\[/g)?.length).toBe(xml.match(/\]\]>/g)?.length);
});

test('is a feed even when nothing was corrected yet', () => {
  expect(feed([])).toContain('<updated>2026-11-25T10:00:00.000Z</updated>');
});
