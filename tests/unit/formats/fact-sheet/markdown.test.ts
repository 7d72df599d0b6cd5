import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '@/formats/fact-sheet/markdown';
import { plainText } from '@/formats/fact-sheet/marks';
import type { Inline, Print, PrintBlock } from '@/formats/fact-sheet/print-model';
import { note, samplePrint, scriptsPrint, text } from '../../../support/sample-print';
import { elementsIn, parseXml, textIn, type XmlElement } from '../../../support/xml';

/** What somebody else's reader makes of it. */
function read(print: Print): XmlElement {
  const html = marked.parse(renderMarkdown(print), { async: false, gfm: true });
  return parseXml(`<main>${html.replace(/<(br|hr)>/g, '<$1/>')}</main>`);
}

const squeezed = (words: string) => words.replace(/\s+/g, ' ').trim();
const prose = (...inlines: Inline[]): PrintBlock => ({ kind: 'paragraph', role: 'prose', inlines, tongue: null });
const bare = (body: PrintBlock[], more: Partial<Print> = {}) => samplePrint({ body, notes: [], end: [], ...more });

describe('a fact sheet as Markdown', () => {
  it('says everything that stands in the tree, with a footnote for each note', () => {
    for (const print of [samplePrint(), scriptsPrint()]) {
      const said = squeezed(textIn(read(print)));
      expect(said).toContain(print.title);
      for (const { number, title, facts } of print.notes) {
        expect(said).toContain(`[^${number}]: ${squeezed(plainText(title))}`);
        for (const { label, inlines } of facts) expect(said).toContain(squeezed(`${label}: ${plainText(inlines)}`));
      }
    }
  });

  it('ends with the release, its hash and where to verify it', () => {
    const { releaseId, sha256, verifyAt } = samplePrint().metadata;
    expect(renderMarkdown(samplePrint()).split('\n---\n').at(-1)).toMatch(
      new RegExp(`${releaseId}[\\s\\S]*${sha256}[\\s\\S]*\\(<${verifyAt}>\\)\\n$`),
    );
  });

  it('has headings, tables, lists and links that a reader knows', () => {
    const root = read(samplePrint());
    expect(elementsIn(root, 'h1').map(textIn)).toEqual([samplePrint().title]);
    expect(elementsIn(root, 'h3').map(textIn)).toEqual(['Others']);
    expect(elementsIn(root, 'tr')).toHaveLength(7);
    expect(elementsIn(root, 'li')).toHaveLength(2);
    expect(elementsIn(root, 'strong').map(textIn)).toContain('estimated');
    const targets = elementsIn(root, 'a').map(({ attributes }) => attributes.href);
    expect(targets).toContain('https://plumbline.example/claims/C1?view=a&b=c');
  });

  it('prints notes that nothing leads to', () => {
    const print = samplePrint({ claims: 3, body: [prose(text('Said'), note(2), note(7))], end: [] });
    const said = squeezed(textIn(read(print)));
    expect(said).toContain('Said[^2][7]');
    expect(said).toContain(`Notes 1. ${squeezed(plainText(print.notes[0]?.title ?? []))}`);
    expect(renderMarkdown(print)).not.toContain('[^1]');
  });

  it('gives every text back as it was, and never takes it for markup', { timeout: 60_000 }, () => {
    // Pieces that mean something to somebody, and any character at all.
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        ...'#-+=*_`~|<>[]()!\\&:$^'.split(''),
        '1.',
        '2) ',
        '[^1]',
        '](',
        '![',
        '<b>',
        '&amp;',
        '    ',
        '\n',
      ),
      fc.constantFrom(
        '\n\n',
        '---',
        '```',
        '- [ ] ',
        'https://a.example',
        'www.a.example',
        'a@b.example',
        '[a]: b',
        '<!--',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const words = pieces.join('');
        const expected = squeezed(
          words.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, ''),
        );
        const body: PrintBlock[] = [
          prose(text('Before.')),
          prose(text(words)),
          { kind: 'table', caption: '', heads: ['Head'], rows: [[[text(words)]]] },
          { kind: 'list', items: [{ inlines: [text(words)], tongue: null }] },
        ];
        const root = read(bare(body, { title: `T ${words}` }));
        expect(squeezed(textIn(elementsIn(root, 'h1')[0] as XmlElement))).toBe(squeezed(`T ${expected}`));
        expect(squeezed(textIn(elementsIn(root, 'td')[0] as XmlElement))).toBe(expected);
        expect(squeezed(elementsIn(root, 'li').map(textIn).join())).toBe(expected);
        const paragraphs = elementsIn(root, 'p').map(textIn).map(squeezed);
        expect(paragraphs.slice(0, -1).join('|')).toContain(squeezed(`Before.|${expected}`).replace(/\|$/, ''));
        const names = ['em', 'strong', 'code', 'del', 'img', 'blockquote', 'h2', 'h3', 'ol', 'pre', 'input', 'b'];
        for (const name of names) expect(elementsIn(root, name), name).toEqual([]);
        // The one link is that of the verification at the end.
        expect(elementsIn(root, 'a')).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps words strong and emphasised whatever stands beside them', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '.', '*', ' ', '说', '(', '_', '1') }), {
          minLength: 3,
          maxLength: 3,
        }),
        ([a = '', b = '', c = '']) => {
          const root = read(
            bare([prose(text('x'), text(a), text(b, { strong: true }), text(c, { emphasis: true }), text('y'))]),
          );
          const [paragraph] = elementsIn(root, 'p').filter((one) => textIn(one).startsWith('x'));
          expect(squeezed(textIn(paragraph as XmlElement))).toBe(squeezed(`x${a}${b}${c}y`));
          expect(elementsIn(paragraph as XmlElement, 'strong').map((one) => textIn(one))).toEqual(
            squeezed(b) === '' ? [] : [squeezed(b)],
          );
          expect(elementsIn(paragraph as XmlElement, 'em').map((one) => textIn(one))).toEqual(
            squeezed(c) === '' ? [] : [squeezed(c)],
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('links nowhere but to the web and a mailbox', () => {
    const hrefs = ['javascript:alert(1)', 'https://a.example/>x', '#figures', 'https://a.example/)('];
    const root = read(bare([prose(...hrefs.map((href) => text('here', { href })))]));
    const targets = elementsIn(root, 'a').map(({ attributes }) => attributes.href);
    expect(targets).toEqual(['https://a.example/)(', 'https://plumbline.example/verify/R7KQ2M9XD']);
  });

  it('writes an empty sheet', () => {
    expect(renderMarkdown(bare([], { title: '', subtitle: [] }))).toMatch(/^---\n\nPlumbline R7KQ2M9XD/);
  });
});
