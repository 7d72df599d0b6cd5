import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IMPORT_LIMITS, type ImportKind, type ImportRow } from '@/domain/imports/row';
import { columnWords } from '@/domain/imports/column-words';
import { csvOf } from '@/formats/csv';
import { csvRecords, guessSeparator, templateColumns } from '@/formats/import/csv';
import { readImportFile } from '@/formats/import/read-file';
import { CLAIM, csvFile, SOURCE } from '../../support/import-files';

async function rowsOf(file: string | Uint8Array, kind: ImportKind = 'sources'): Promise<ImportRow[]> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const read = await readImportFile(bytes, { name: 'test.csv', kind, format: 'csv' });
  if (!read.ok) throw new Error(read.problem);
  const rows: ImportRow[] = [];
  for await (const row of read.rows) rows.push(row);
  return rows;
}

async function problemOf(file: string | Uint8Array, kind: ImportKind = 'sources'): Promise<string | null> {
  const read = await readImportFile(typeof file === 'string' ? Buffer.from(file) : file, {
    name: 'x',
    kind,
    format: 'csv',
  });
  return read.ok ? null : read.problem;
}

async function recordsOf(text: string, separator = ',') {
  const records = [];
  for await (const record of csvRecords(text, separator)) records.push(record);
  return records;
}

describe('what is wrong with a row', () => {
  test('is said in words for people, and never in those of a program', async () => {
    const claims: [cells: Record<string, string>, column: string, message: string][] = [
      [{ statement: 'Short' }, 'statement', 'must have at least 10 characters'],
      [{ geography: 'United Kingdom', series: 'No Key!' }, 'series', 'is not written as it should be'],
      [{ period_end: 'spring' }, 'period_end', 'should be a date as YYYY, YYYY-MM or YYYY-MM-DD'],
    ];
    for (const [cells, column, message] of claims) {
      const [row] = await rowsOf(csvFile('claims', [{ ...CLAIM, ...cells }]), 'claims');
      expect(row?.faults).toEqual([{ column, message }]);
    }
    const [source] = await rowsOf(csvFile('sources', [{ ...SOURCE, url: 'nowhere', issued: 'May' }]));
    expect(source?.faults).toEqual([
      { column: 'issued', message: 'should be a date as YYYY, YYYY-MM or YYYY-MM-DD' },
      { column: 'url', message: 'must be an address that begins with http:// or https://' },
    ]);
    const every = await rowsOf(
      csvFile('claims', [Object.fromEntries(templateColumns('claims').map((c) => [c, '!']))]),
      'claims',
    );
    expect(JSON.stringify(every[0]?.faults)).not.toMatch(/[Ii]nvalid|expected|pattern|Too (small|big)|zod/);
  });
});

describe('the example of a template', () => {
  test.each(['claims', 'sources'] as const)(
    'for %s is right in every column, and refused if it is left in',
    async (kind) => {
      const columns = columnWords(kind);
      expect(columns.map(({ name }) => name)).toEqual(templateColumns(kind));
      const cells = Object.fromEntries(columns.map(({ name, example }) => [name, example ?? '']));
      const [row] = await rowsOf(csvFile(kind, [cells]), kind);
      const column = kind === 'claims' ? 'statement' : 'title';
      expect(row?.faults).toEqual([{ column, message: 'is the example of the template: delete this row' }]);
    },
  );

  test.each(['claims', 'sources'] as const)(
    'words that a column of %s is said to take are those it takes',
    async (kind) => {
      const sound = kind === 'claims' ? CLAIM : SOURCE;
      const verification = { verification_level: 'copy', verification_confidence: 'low', verification_how: 'Seen.' };
      for (const { name, words = [] } of columnWords(kind))
        for (const word of words) {
          const [row] = await rowsOf(csvFile(kind, [{ ...sound, ...verification, [name]: word }]), kind);
          expect([name, word, row?.faults.filter(({ message }) => message.includes('one of'))]).toEqual([
            name,
            word,
            [],
          ]);
        }
    },
  );
});

describe('the records of a CSV', () => {
  test('what our writer writes reads back the same, guard against formulas aside', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .filter((text) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), async (rows) => {
        const text = csvOf(['a', 'b', 'c'], rows).slice(1);
        const read = await recordsOf(text);
        const guarded = rows.map((row) => row.map((one) => (/^[=+\-@\t\r]/.test(one) ? `'${one}` : one)));
        expect(read.map((record) => ('cells' in record ? record.cells : record.fault))).toEqual([
          ['a', 'b', 'c'],
          ...guarded,
        ]);
      }),
      { numRuns: 200 },
    );
  });

  test('reading never throws, whatever the text, and loses no line before the end', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', '\r\n', ' ', '\t', '=', 'é'),
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(text, async (broken) => {
        for (const record of await recordsOf(broken)) expect(record.line).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test('a quotation mark that is never closed costs its row and no other', async () => {
    const read = await recordsOf('a,b\n1,2\n3,"four\n5,6\n7,8\n');
    expect(read).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 3, fault: 'A quotation mark opens here and is never closed.' },
      { line: 4, cells: ['5', '6'] },
      { line: 5, cells: ['7', '8'] },
    ]);
  });

  test('a cell over several lines counts its lines', async () => {
    const read = await recordsOf('a,b\r\n"one\r\ntwo",2\r\n3,4\r\n');
    expect(read.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  test.each([
    ['a;b;c\n1,5;2;3', ';'],
    ['a\tb\tc', '\t'],
    ['"a;b;c;d",b', ','],
    ['a', ','],
  ])('%j is separated by %j', (text, separator) => {
    expect(guessSeparator(text)).toBe(separator);
  });
});

describe('a file', () => {
  const text = 'Title;TYPE; DOI \nKinder – ein Bericht é;report;10.1000/ABC\n';
  const utf16 = (big: boolean) => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE', utf16(false)],
    ['UTF-16 BE', utf16(true)],
  ])('in %s is read with its accents, whatever the case and order of its columns', async (_, bytes) => {
    expect(await rowsOf(bytes)).toMatchObject([
      { line: 2, faults: [], record: { title: 'Kinder – ein Bericht é', doi: '10.1000/abc' } },
    ]);
  });

  test('in Windows-1252 is read, and says so', async () => {
    const bytes = Buffer.concat([
      Buffer.from('title,type\nRapport sur l'),
      Buffer.from([0x92, 0xe9]),
      Buffer.from('tat,report\n'),
    ]);
    const read = await readImportFile(bytes, { name: 'x', kind: 'sources', format: null });
    expect(read).toMatchObject({
      ok: true,
      encoding: 'Windows-1252',
      notes: [expect.stringContaining('Windows-1252')],
    });
    expect((await rowsOf(bytes))[0]?.record).toMatchObject({ title: 'Rapport sur l’état' });
  });

  test('that is no text is refused with what to do instead', async () => {
    expect(await problemOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toContain('Save the sheet as CSV');
    expect(await problemOf(Buffer.from('title,type\na\u0000b,report'))).toContain('NUL');
    expect(await problemOf('')).toBe('The file is empty.');
    expect(await problemOf('<rdf:RDF xmlns:z="x"></rdf:RDF>')).toContain('CSL JSON');
    expect(await problemOf(new Uint8Array(IMPORT_LIMITS.bytes + 1))).toContain('50 MB');
  });

  test('without a necessary column, or with one twice, is refused and names it', async () => {
    expect(await problemOf('title,doi\na,b')).toContain('missing: type');
    expect(await problemOf('title,type,Title\na,b,c')).toContain('twice: title');
  });

  test('names the columns that it has beyond those known', async () => {
    const read = await readImportFile(Buffer.from('title,type,colour\na,report,red'), {
      name: 'x',
      kind: 'sources',
      format: null,
    });
    expect(read).toMatchObject({ ok: true, notes: ['Columns that are not known and were not read: colour.'] });
  });
});

describe('a row', () => {
  test('of claims becomes a record that the schema takes, with null where nothing is said', async () => {
    const [row] = await rowsOf(csvFile('claims', [CLAIM]), 'claims');
    expect(row).toMatchObject({
      faults: [],
      citedSource: 'S1',
      record: {
        figure: { kind: 'count', value: 123457, low: null, of: null },
        population: { ageMin: null, ageMax: 17 },
        topics: ['online', 'trafficking'],
        doesNotMeasure: ['Anything outside this test.', 'Children nobody counted.'],
        definition: null,
        citations: [{ originState: 'origin', locator: 'p. 4' }],
        verification: { level: 'not-seen', confidence: 'low' },
      },
    });
  });

  test('that holds a formula holds data, and a formula is no number', async () => {
    const formula = '=HYPERLINK("http://x","y")';
    const [title, value] = [
      (await rowsOf(csvFile('sources', [{ ...SOURCE, title: formula }])))[0],
      (await rowsOf(csvFile('claims', [{ ...CLAIM, value: '=1+1' }]), 'claims'))[0],
    ];
    expect(title?.record).toMatchObject({ title: formula });
    expect(value?.faults).toEqual([
      { column: 'value', message: '"=1+1" should be a plain number such as 1800000 or 7.5' },
    ]);
  });

  test.each([
    ['kind', 'numbers', 'should be one of: count'],
    ['bound', '', 'is empty'],
    ['value', '1.8E+06', 'lost digits'],
    ['value', 'about 5', 'plain number'],
    ['value', '12.340', 'can be read in two ways'],
    ['age_max', '-3', 'whole number'],
    ['period_end', '31/12/2011', 'YYYY-MM-DD'],
    ['period_start', '2013', 'is after the end of the period'],
    ['geography', '', 'the name of a country or region'],
    ['topics', 'weather', 'trafficking'],
    ['does_not_measure', ' ', 'wrongly take'],
    ['origin', 'untraced', 'search_log'],
    ['origin', 'drawn', 'drawn_from'],
    ['source', '', 'is empty'],
    ['statement', 'x'.repeat(401), '400'],
    ['as_printed', 'one two three four five six seven eight nine', 'eight words'],
    ['verification_level', 'source', 'verification'],
  ])('with %s = "%s" says what it should be', async (column, cell, says) => {
    const [row] = await rowsOf(csvFile('claims', [{ ...CLAIM, [column]: cell }]), 'claims');
    expect(row?.record).toBeNull();
    const all = row?.faults.map((fault) => `${fault.column} ${fault.message}`).join('; ');
    expect(all).toContain(says);
  });

  test('with ten megabytes in a cell is a fault of that row, and no other', async () => {
    const rows = await rowsOf(csvFile('sources', [SOURCE, { ...SOURCE, note: 'x'.repeat(10_000_000) }, SOURCE]));
    expect(rows.map((row) => row.faults)).toEqual([
      [],
      [{ column: 'note', message: expect.stringContaining('10,000,000') }],
      [],
    ]);
  });

  test('with too few or too many cells says how many', async () => {
    const rows = await rowsOf('title,type\nonly\na,report,c\nb,report\n');
    expect(rows.map((row) => row.faults[0]?.message ?? null)).toEqual([
      expect.stringContaining('has 1 cells'),
      expect.stringContaining('has 3 cells'),
      null,
    ]);
  });

  test('with older terms in our own words gets a note for the review', async () => {
    const [row] = await rowsOf(
      csvFile('claims', [{ ...CLAIM, statement: 'A test counted 5 cases of child prostitution.' }]),
      'claims',
    );
    expect(row?.notes.join()).toContain('child prostitution');
  });

  test('whose country code lost its noughts gets them back', async () => {
    const [row] = await rowsOf(csvFile('claims', [{ ...CLAIM, geography: '1' }]), 'claims');
    expect(row?.record).toMatchObject({ geography: '001' });
  });
});

test('the templates hold the names of the columns and nothing that could be imported', async () => {
  for (const kind of ['claims', 'sources'] as const) expect(await rowsOf(csvFile(kind, []), kind)).toEqual([]);
  expect(templateColumns('claims')).toContain('does_not_measure');
});
