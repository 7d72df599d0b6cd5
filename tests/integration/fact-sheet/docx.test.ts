import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { renderDocx } from '@/formats/fact-sheet/docx';
import { stretches } from '@/formats/fact-sheet/docx/runs';
import { plainText } from '@/formats/fact-sheet/marks';
import type { Print, PrintBlock } from '@/formats/fact-sheet/print-model';
import { isInstalled, runProgram, withFile } from '../../support/other-programs';
import { note, samplePrint, scriptsPrint, text } from '../../support/sample-print';
import { elementsIn, parseXml, textIn, type XmlElement } from '../../support/xml';

type Opened = Record<string, XmlElement>;

/** Every part of the file, read by somebody else than who wrote it. */
async function opened(print: Print): Promise<Opened> {
  const files = unzipSync(await renderDocx(print));
  return Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, parseXml(strFromU8(bytes))]),
  );
}

const part = (files: Opened, name: string): XmlElement => {
  const found = files[`word/${name}.xml`];
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const value = (element: XmlElement | undefined) => element?.attributes['w:val'];
const first = (element: XmlElement | undefined, name: string) =>
  element === undefined ? undefined : elementsIn(element, name)[0];
const paragraphs = (root: XmlElement) =>
  elementsIn(root, 'w:p').map((element) => ({
    style: value(first(element, 'w:pStyle')),
    words: elementsIn(element, 'w:t').map(textIn).join(''),
    element,
  }));
const prose = (words: string): PrintBlock => ({
  kind: 'paragraph',
  role: 'prose',
  inlines: [text(words)],
  tongue: null,
});

describe('a fact sheet as DOCX', { timeout: 60_000 }, () => {
  it('has title, headings, claims and caveats in styles that Word knows by name', async () => {
    const files = await opened(samplePrint());
    const found = paragraphs(part(files, 'document'));
    expect(found[0]).toMatchObject({ style: 'Title', words: samplePrint().title });
    expect(found.filter(({ style }) => style === 'Heading2').map(({ words }) => words)).toEqual([
      'Which figures there are',
      'References',
      'How to verify this sheet',
    ]);
    for (const style of ['Subtitle', 'Heading3', 'FactSheetClaim', 'FactSheetCaveat', 'FactSheetMeta', 'ListBullet'])
      expect(found.map((paragraph) => paragraph.style)).toContain(style);
    const styles = elementsIn(part(files, 'styles'), 'w:style');
    const named = new Map(styles.map((style) => [style.attributes['w:styleId'], style]));
    for (const { style } of found) expect(named.has(style ?? ''), style).toBe(true);
    expect(value(first(named.get('Heading2'), 'w:name'))).toBe('heading 2');
    expect(value(first(named.get('Heading2'), 'w:outlineLvl'))).toBe('1');
    expect(value(first(named.get('Heading3'), 'w:outlineLvl'))).toBe('2');
  });

  it('has one footnote a note, with its title and every fact, and refers to it again where it is marked again', async () => {
    const print = samplePrint();
    const files = await opened(print);
    const footnotes = elementsIn(part(files, 'footnotes'), 'w:footnote').filter(
      ({ attributes }) => attributes['w:type'] === undefined,
    );
    expect(footnotes).toHaveLength(print.notes.length);
    print.notes.forEach(({ title, facts }, at) => {
      const said = textIn(footnotes[at] as XmlElement);
      expect(said).toContain(plainText(title));
      for (const { label, inlines } of facts) expect(said).toContain(`${label}: ${plainText(inlines)}`);
    });
    const document = part(files, 'document');
    const referred = elementsIn(document, 'w:footnoteReference').map(({ attributes }) => attributes['w:id']);
    expect(referred).toEqual(print.notes.map((_, at) => String(at + 1)));
    const again = elementsIn(document, 'w:fldSimple').map(({ attributes }) => attributes['w:instr']);
    expect(again).toHaveLength(6);
    const bookmarks = elementsIn(document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    for (const instruction of again) expect(bookmarks).toContain(/NOTEREF (\w+)/.exec(instruction ?? '')?.[1]);
    const ids = elementsIn(document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('prints the numbers of the notes as they are where they do not run from 1, and notes that nothing leads to', async () => {
    const print = samplePrint({ claims: 3 });
    const body = [{ ...prose('Said'), inlines: [text('Said'), note(3), text(' and said'), note(9), note(3)] }];
    const files = await opened({ ...print, body: body as PrintBlock[] });
    const document = part(files, 'document');
    expect(textIn(document)).toContain('Said3 and said93');
    const [reference] = elementsIn(document, 'w:footnoteReference');
    expect(reference?.attributes['w:customMarkFollows']).toBe('1');
    const footnotes = elementsIn(part(files, 'footnotes'), 'w:footnote').map(textIn);
    expect(footnotes.filter((said) => said.startsWith('3 '))).toHaveLength(1);
    const words = textIn(document);
    expect(words).toContain(print.notesTitle);
    for (const { facts } of print.notes.slice(0, 2))
      for (const { inlines } of facts) expect(words).toContain(plainText(inlines));
  });

  it('says its language, and that of every run in another', async () => {
    const english = await opened(samplePrint());
    expect(value(first(first(part(english, 'styles'), 'w:rPrDefault'), 'w:lang'))).toBe('en');
    expect(textIn(first(english['docProps/core.xml'], 'dc:language') as XmlElement)).toBe('en');
    const files = await opened(scriptsPrint());
    const document = part(files, 'document');
    expect(first(first(part(files, 'styles'), 'w:rPrDefault'), 'w:lang')?.attributes['w:bidi']).toBe('ar');
    const runs = elementsIn(document, 'w:r').map((run) => ({
      words: textIn(run),
      language: first(run, 'w:lang')?.attributes ?? {},
      isRtl: first(run, 'w:rtl') !== undefined,
    }));
    expect(runs).toContainEqual({ words: 'ארגון העבודה הבינלאומי', language: { 'w:bidi': 'he' }, isRtl: true });
    const chinese = runs.find(({ words }) => words.includes('国际劳工组织'));
    expect(chinese).toMatchObject({ language: { 'w:eastAsia': 'zh-Hans' }, isRtl: false });
    expect(runs.find(({ words }) => words === 'International Labour Organization')?.isRtl).toBe(false);
    const [title, ...others] = paragraphs(document);
    expect(first(title?.element, 'w:bidi')).toBeDefined();
    const claim = others.find(({ style }) => style === 'FactSheetClaim');
    expect(first(claim?.element, 'w:bidi')).toBeUndefined();
    expect(first(first(document, 'w:sectPr'), 'w:bidi')).toBeDefined();
  });

  it('has tables whose head is repeated, pictures with what they show in words, and links', async () => {
    const files = await opened(samplePrint());
    const document = part(files, 'document');
    const table = first(document, 'w:tbl');
    expect(elementsIn(table as XmlElement, 'w:tblHeader')).toHaveLength(1);
    const before = paragraphs(document).find(({ words }) => words.startsWith('Table 1'));
    expect(before?.style).toBe('Caption');
    const pictures = elementsIn(document, 'wp:docPr').map(({ attributes }) => attributes);
    expect(pictures.map(({ descr }) => descr)).toEqual([
      'A line that rises and falls',
      'QR code: https://plumbline.example/verify/R7KQ2M9XD',
    ]);
    expect(new Set(pictures.map(({ id }) => id)).size).toBe(2);
    const targets = elementsIn(files['word/_rels/document.xml.rels'] as XmlElement, 'Relationship');
    const byId = new Map(targets.map(({ attributes }) => [attributes.Id, attributes.Target]));
    const links = elementsIn(document, 'w:hyperlink').map(({ attributes }) => byId.get(attributes['r:id'] ?? ''));
    expect(links).toContain('https://plumbline.example/claims/C1?view=a&b=c');
    expect(links).not.toContain(undefined);
  });

  it('says what it is and how it is verified in its properties, and the number of the page at its foot', async () => {
    const files = await opened(samplePrint({ banner: 'A preview', paper: 'letter' }));
    const custom = textIn(files['docProps/custom.xml'] as XmlElement);
    for (const said of ['R7KQ2M9XD', '5f2c'.repeat(16), 'https://plumbline.example/verify/R7KQ2M9XD'])
      expect(custom).toContain(said);
    const core = files['docProps/core.xml'] as XmlElement;
    expect(textIn(first(core, 'cp:keywords') as XmlElement)).toContain('R7KQ2M9XD');
    expect(textIn(first(core, 'dcterms:modified') as XmlElement)).toBe('2026-11-26T02:00:00Z');
    const footer = textIn(part(files, 'footer1'));
    expect(footer).toContain('Plumbline R7KQ2M9XD');
    expect(footer).toMatch(/Page PAGE\s*of NUMPAGES/);
    expect(textIn(part(files, 'header1'))).toBe('A preview');
    expect(first(part(files, 'document'), 'w:pgSz')?.attributes).toMatchObject({ 'w:w': '12240', 'w:h': '15840' });
  });

  it('is the same to the byte for the same sheet, a year later and in another zone', async () => {
    const [zone, one] = [process.env.TZ, await renderDocx(scriptsPrint())];
    try {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 366 * 86_400_000 });
      process.env.TZ = zone === 'Asia/Kathmandu' ? 'UTC' : 'Asia/Kathmandu';
      expect((await renderDocx(scriptsPrint())).equals(one)).toBe(true);
    } finally {
      vi.useRealTimers();
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('is well-formed and keeps its words whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (words) => {
        const print = samplePrint({ claims: 3, title: words, body: [prose(words)], footer: words, banner: words });
        const files = await opened({ ...print, end: [] });
        const expected = words
          .replace(/\r\n?/g, '\n')
          .replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
          .replace(/\s*\n\s*/g, ' ');
        const found = paragraphs(part(files, 'document'));
        expect(found.find(({ style }) => style === 'Normal')?.words).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('takes no words for a field or a place of its own', async () => {
    const words = ['CURRENT', 'TOTAL_PAGES', '{points-0} {default-bullet-numbering-0} {{C1}}'];
    const files = await opened(samplePrint({ body: words.map(prose), end: [] }));
    const found = paragraphs(part(files, 'document')).map((paragraph) => paragraph.words);
    expect(found).toEqual(expect.arrayContaining(words));
    expect(elementsIn(part(files, 'document'), 'w:instrText')).toEqual([]);
  });

  it('writes an empty sheet, 200 kB of prose and 500 notes', async () => {
    const empty = samplePrint({ body: [], notes: [], end: [], subtitle: [], title: '' });
    expect((await renderDocx(empty)).length).toBeGreaterThan(1000);
    const long = samplePrint({ body: [prose('Counted or estimated? '.repeat(9_100))] });
    expect(textIn(part(await opened(long), 'document')).length).toBeGreaterThan(200_000);
    const many = await opened(samplePrint({ claims: 500 }));
    expect(elementsIn(part(many, 'footnotes'), 'w:footnote').length).toBeGreaterThanOrEqual(500);
  });

  it('links nowhere but to the web, a mailbox and places of its own', async () => {
    const hrefs = ['javascript:alert(1)', 'file:///etc/passwd', 'https://[', 'https://a.example/ü?q="', '#figures'];
    const inlines = hrefs.map((href) => text('here ', { href }));
    const files = await opened(
      samplePrint({ body: [{ kind: 'paragraph', role: 'prose', inlines, tongue: null }], end: [], notes: [] }),
    );
    const relations = elementsIn(files['word/_rels/document.xml.rels'] as XmlElement, 'Relationship');
    expect(relations.filter(({ attributes }) => attributes.TargetMode === 'External')).toEqual([]);
    expect(elementsIn(part(files, 'document'), 'w:hyperlink')).toHaveLength(1);
  });
});

describe('text of two directions', () => {
  it('is cut where its direction changes, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ש', 'ع', '1', ' ', '(', '。', '́') }), (words) => {
        for (const base of ['ltr', 'rtl'] as const) {
          const cut = stretches(words, base);
          expect(cut.map((one) => one.text).join('')).toBe(words);
          for (const one of cut) expect(one.text).not.toMatch(one.rtl ? /a/ : /[שع]/);
        }
      }),
    );
  });
});

const areInstalled = isInstalled('soffice') && isInstalled('pdftotext', ['-v']);

describe.skipIf(!areInstalled)('LibreOffice', { timeout: 180_000 }, () => {
  it('opens a fact sheet, with every fact, every footnote and the marks that come again', async () => {
    const print = samplePrint();
    const [sheet, scripts] = [await renderDocx(print), await renderDocx(scriptsPrint())];
    const [said = '', inScripts = ''] = withFile('sheet.docx', sheet, (path, folder) => {
      const other = join(folder, 'scripts.docx');
      writeFileSync(other, scripts);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const converting = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, path, other];
      expect(runProgram('soffice', converting, 150_000)?.code).toBe(0);
      return [path, other].map((one) => runProgram('pdftotext', ['-raw', one.replace('.docx', '.pdf'), '-'])?.stdout);
    });
    const squeezed = (words: string) => words.replace(/[\s-]+/g, '');
    const found = squeezed(said);
    // A fact may run over the foot of a page: its beginning stands on one side.
    for (const { title, facts } of print.notes)
      for (const inlines of [title, ...facts.map((fact) => fact.inlines)])
        expect(found).toContain(squeezed(plainText(inlines)).slice(0, 20));
    expect(found).toContain('Saidoncemore2,andagain3.');
    expect(said).toMatch(/Page 1 of \d/);
    expect(inScripts).toContain('国际劳工组织');
  });
});
