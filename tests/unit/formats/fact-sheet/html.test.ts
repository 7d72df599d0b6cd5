import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlBody, renderHtml } from '@/formats/fact-sheet/html';
import { inlineSvg } from '@/formats/fact-sheet/inline-svg';
import { plainText } from '@/formats/fact-sheet/marks';
import type { Inline, Print, PrintBlock } from '@/formats/fact-sheet/print-model';
import { note, samplePrint, sampleSvg, scriptsPrint, text } from '../../../support/sample-print';
import { elementsIn, parseXml, textIn, type XmlElement } from '../../../support/xml';

const read = (print: Print, level?: 1 | 2) => parseXml(htmlBody(print, level));
const withId = (root: XmlElement, id: string) =>
  ['li', 'a', 'h1', 'h2', 'h3', 'h4'].flatMap((name) => elementsIn(root, name)).find((one) => one.attributes.id === id);
const prose = (...inlines: Inline[]): PrintBlock => ({ kind: 'paragraph', role: 'prose', inlines, tongue: null });

describe('a fact sheet as HTML', () => {
  it('says everything that stands in the tree', () => {
    for (const print of [samplePrint(), scriptsPrint()]) {
      const said = textIn(read(print));
      expect(said).toContain(print.title);
      for (const { title, facts } of print.notes) {
        expect(said).toContain(plainText(title));
        for (const { label, inlines } of facts) expect(said).toContain(`${label}${plainText(inlines)}`);
      }
    }
  });

  it('loads nothing, runs nothing, and allows neither', () => {
    const html = renderHtml(samplePrint());
    expect(html).toContain(
      '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">',
    );
    expect(html).not.toMatch(/<(script|link|iframe|object|embed|img)\b|\ssrc=|@import|url\((?!#)|\son\w+=/i);
  });

  it('names its release, its hash and its language in its head', () => {
    const html = renderHtml(scriptsPrint());
    expect(html).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/);
    expect(html).toContain('<meta name="plumbline:release" content="R7KQ2M9XD">');
    expect(html).toContain(`<meta name="plumbline:sha256" content="${'5f2c'.repeat(16)}">`);
    expect(html).toContain('<meta name="plumbline:verify" content="https://plumbline.example/verify/R7KQ2M9XD">');
    const preview = samplePrint();
    expect(renderHtml({ ...preview, metadata: { ...preview.metadata, sha256: null } })).not.toContain(
      'plumbline:sha256',
    );
  });

  it('leads from each mark to its note, and back to each mark', () => {
    const root = read(samplePrint());
    const marks = elementsIn(root, 'a').filter(({ attributes }) => attributes.role === 'doc-noteref');
    const back = elementsIn(root, 'a').filter(({ attributes }) => attributes.role === 'doc-backlink');
    expect(marks.length).toBe(12);
    expect(back.map(({ attributes }) => attributes.href).sort()).toEqual(
      marks.map(({ attributes }) => `#${attributes.id}`).sort(),
    );
    for (const { attributes } of marks) expect(withId(root, attributes.href?.slice(1) ?? '')?.name).toBe('li');
    const names = back.map(({ attributes }) => `${attributes.href} ${attributes['aria-label']}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has heads of columns and rows, and headings a level lower beneath a heading of the page', () => {
    const root = read(samplePrint());
    const scopes = elementsIn(root, 'th').map(({ attributes }) => attributes.scope);
    expect(scopes.filter((scope) => scope === 'col')).toHaveLength(3);
    expect(scopes.filter((scope) => scope === 'row')).toHaveLength(6);
    expect(elementsIn(root, 'h1')).toHaveLength(1);
    const lower = read(samplePrint(), 2);
    expect(elementsIn(lower, 'h1')).toEqual([]);
    expect(elementsIn(lower, 'h2').map(textIn)).toEqual([samplePrint().title]);
    expect(elementsIn(lower, 'h4').map(textIn)).toEqual(['Others']);
  });

  it('gives every drawing its words and ids of its own', () => {
    const figure: PrintBlock = {
      kind: 'figure',
      svg: sampleSvg('A line'),
      alt: 'A "rise"',
      caption: '',
    };
    const root = read(samplePrint({ body: [figure, figure] }));
    const drawings = elementsIn(root, 'svg');
    expect(drawings.map(({ attributes }) => attributes['aria-label'])).toEqual([
      'A "rise"',
      'A "rise"',
      'QR code: https://plumbline.example/verify/R7KQ2M9XD',
    ]);
    const ids = drawings.flatMap((drawing) => elementsIn(drawing, 'clipPath')).map(({ attributes }) => attributes.id);
    expect(ids).toEqual(['figure-1-frame', 'figure-2-frame']);
    const clipped = drawings
      .flatMap((drawing) => elementsIn(drawing, 'rect'))
      .map(({ attributes }) => attributes['clip-path']);
    expect(clipped.filter(Boolean)).toEqual(['url(#figure-1-frame)', 'url(#figure-2-frame)']);
  });

  it('shows a drawing that could do more than be looked at as a picture', () => {
    for (const inside of ['<script>alert(1)</script>', '<rect onclick="x()"/>', '<a href="https://a.example"/>'])
      expect(inlineSvg(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`, 'It', 'f')).toMatch(
        /^<img src="data:image\/svg\+xml;base64,[\w+/=]+" alt="It">$/,
      );
  });

  it('links nowhere but to the web, a mailbox and places of its own', () => {
    const hrefs = ['javascript:alert(1)', 'data:text/html,x', '/claims', ' https://a.example', 'https://a.example/"x'];
    const root = read(samplePrint({ body: hrefs.map((href) => prose(text('here', { href }))), notes: [], end: [] }));
    expect(elementsIn(root, 'a')).toEqual([]);
  });

  it('gives every text back as it was, and never takes it for markup', { timeout: 60_000 }, () => {
    const bare = { claims: 3, body: [], notes: [], end: [] };
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (words) => {
        const expected = words.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '');
        const table: PrintBlock = { kind: 'table', caption: words, heads: [words], rows: [[[text(words)]]] };
        const root = read(
          samplePrint({ ...bare, title: words, banner: words, body: [prose(text(words), note(99)), table] }),
        );
        expect(textIn(elementsIn(root, 'h1')[0] as XmlElement)).toBe(expected);
        const said = elementsIn(root, 'p').find(({ attributes }) => attributes.class === 'prose') as XmlElement;
        expect(textIn(said)).toBe(`${expected}99`);
        expect(elementsIn(root, 'th').map(textIn)).toEqual([expected, expected]);
        expect(renderHtml(samplePrint({ ...bare, title: words, footer: words })).split('</style>')).toHaveLength(2);
      }),
    );
    const hostile = '</style></title><script>alert(1)</script>"\'&amp;';
    expect(renderHtml(samplePrint({ title: hostile, footer: hostile }))).not.toContain('<script');
  });

  it('writes an empty sheet', () => {
    const root = read(samplePrint({ body: [], notes: [], end: [], subtitle: [] }));
    expect(elementsIn(root, 'section')).toEqual([]);
  });
});
