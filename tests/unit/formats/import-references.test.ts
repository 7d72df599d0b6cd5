import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportRow } from '@/domain/imports/row';
import { readImportFile } from '@/formats/import/read-file';

async function rowsOf(text: string): Promise<ImportRow[]> {
  const read = await readImportFile(Buffer.from(text), { name: 'library', kind: 'sources', format: null });
  if (!read.ok) throw new Error(read.problem);
  const rows: ImportRow[] = [];
  for await (const row of read.rows) rows.push(row);
  return rows;
}

const titles = (rows: readonly ImportRow[]) => rows.map(({ label, faults }) => [label, faults.length]);

describe('RIS', () => {
  test('an entry becomes a source with its people, date and DOI', async () => {
    const [row] = await rowsOf(
      'TY  - RPRT\r\nAU  - Hagemann, Frank\r\nAU  - International Labour Office\r\nTI  - Global child labour trends\r\nPY  - 2006\r\nDA  - 2006/04//\r\nPB  - ILO\r\nCY  - Geneva\r\nDO  - https://doi.org/10.1000/ABC\r\nUR  - javascript:alert(1)\r\nER  - \r\n',
    );
    expect(row).toMatchObject({
      faults: [],
      record: {
        type: 'report',
        title: 'Global child labour trends',
        author: [{ family: 'Hagemann', given: 'Frank' }, { literal: 'International Labour Office' }],
        issued: '2006-04',
        doi: '10.1000/abc',
        url: null,
        shortName: 'Hagemann and International Labour Office 2006',
        verification: { level: 'not-seen' },
      },
    });
    expect(row?.notes.join()).toContain('left out');
  });

  test('entries that are broken cost no other: a missing end, a missing type, no title', async () => {
    const rows = await rowsOf(
      'TY  - JOUR\nTI  - First\nPY  - 2001\nTY  - BOOK\nTI  - Second\nER  - \nAU  - Nobody\nTI  - Lost\nER  - \nTY  - JOUR\nnonsense\nER  - \n\nTY  - JOUR\nTI  - Last\nER  -',
    );
    expect(titles(rows)).toEqual([
      ['First', 0],
      ['Second', 0],
      [expect.stringContaining('Nobody'), 1],
      ['(without a title)', 1],
      ['Last', 0],
    ]);
    expect(rows.map(({ line }) => line)).toEqual([1, 4, 7, 10, 14]);
  });
});

describe('BibTeX', () => {
  test('entries with abbreviations, accents and braces are read', async () => {
    const rows = await rowsOf(
      '@comment{nothing}\n@string{ilo = "International Labour Office"}\n@techreport{h06, author={Hagemann, Frank and {International Labour Office}}, title={Global {Child} labour \\& trends: {\\"U}ber}, year=2006, institution=ilo}\n',
    );
    expect(rows).toMatchObject([
      {
        line: 3,
        reference: 'h06',
        faults: [],
        record: {
          title: 'Global Child labour & trends: Über',
          author: [{ family: 'Hagemann' }, { literal: 'International Labour Office' }],
          publisher: 'International Labour Office',
        },
      },
    ]);
  });

  test('a brace that is never closed costs one entry', async () => {
    const rows = await rowsOf(
      '@book{a, title={First}}\n@article{b, title = {never closed, year = 2001}\n\n@book{c, title={Third}, year=2003}\n',
    );
    expect(titles(rows)).toEqual([
      ['First', 0],
      [expect.stringContaining('@article'), 1],
      ['Third', 0],
    ]);
  });
});

describe('CSL-JSON', () => {
  test('a whole file is read, with fields of the wrong shape passed over', async () => {
    const rows = await rowsOf(
      JSON.stringify([
        {
          id: 'x',
          type: 'motion_picture',
          title: '<i>A</i> film',
          author: 'nobody',
          issued: { 'date-parts': [['2003', 5]] },
          DOI: 7,
        },
        5,
        null,
      ]),
    );
    expect(rows[0]).toMatchObject({
      faults: [],
      record: { title: 'A film', type: 'webpage', author: [], issued: '2003-05', doi: null },
    });
    expect(rows.slice(1).map(({ faults }) => faults.length)).toEqual([1, 1]);
  });

  test('of a broken file every item that is whole is read', async () => {
    const rows = await rowsOf(
      '[{"title": "First", "type": "book"},\n{"title": "Second", "type" "book"},\n{"title": "Third", "type": "book"}, {"title": "cut',
    );
    expect(titles(rows)).toEqual([
      ['First', 0],
      [expect.stringContaining('Second'), 1],
      ['Third', 0],
      [expect.stringContaining('cut'), 1],
    ]);
  });

  test('halves of characters and NUL, spelled out, never reach the database', async () => {
    const [row] = await rowsOf('[{"title": "A\\ud800B\\u0000C\\u0007D", "type": "book"}]');
    expect(row?.record).toMatchObject({ title: 'AB C D' });
  });

  test('script and markup in a title are text', async () => {
    const [row] = await rowsOf(JSON.stringify([{ title: '<script>alert(1)</script>', type: 'book' }]));
    expect(row?.record).toMatchObject({ title: '<script>alert(1)</script>' });
  });
});

test('reading a bibliography never throws, however broken', async () => {
  const piece = fc.constantFrom(
    'TY  - ',
    'ER  - ',
    'TI  - a',
    'AU  - ',
    'PY  - 20',
    '@book{',
    '@string{',
    'a=',
    '{',
    '}',
    '"',
    '\\',
    ',',
    '[',
    ']',
    ':',
    '\n',
    '\r\n',
    'title',
    '{"title":"x"}',
    '\ud800',
    '#',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('TY  - JOUR\n', '@book{a,', '[{'),
      fc.array(piece, { maxLength: 25 }),
      async (start, pieces) => {
        for (const row of await rowsOf(start + pieces.join('')))
          expect(row.faults.length > 0).toBe(row.record === null);
      },
    ),
    { numRuns: 400 },
  );
});
