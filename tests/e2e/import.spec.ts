import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { accessibilityFaults, overflow, test } from '../support/page-checks';
import { makePerson, signIn } from '../support/people';

// A file as people have it: Latin-1, formulas in cells, a row cut short, a quotation mark never closed, the same work twice.

function messyFile(mark: string): Buffer {
  const lines = [
    'Title;TYPE;author;issued;publisher;colour;key',
    `Études de cas ${mark};report;Müller, Jürgen;2001;Éditeur;red;a`,
    `=HYPERLINK("http://example.org/${mark}");report;;2002;;;b`,
    `Études de cas ${mark};report;;2001;;;c`,
    `Cut short ${mark};report`,
    `No such type ${mark};leaflet of sorts;;;;;d`,
    `Never closed ${mark};report;"oops;2003;;;e`,
    `The last work ${mark};book;;2004-02;;;f`,
  ];
  return Buffer.from(`${lines.join('\n')}\n`, 'latin1');
}

test('a messy file goes through preview, confirmation, report and undoing @phone', async ({ page }) => {
  test.slow();
  const mark = `${Date.now().toString(36)} ${test.info().project.name}`;
  await signIn(page, await makePerson(['editor']), '/desk/import');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: `messy ${mark}.csv`, mimeType: 'text/csv', buffer: messyFile(mark) });
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByText('To be confirmed.')).toBeVisible({ timeout: 20_000 });
  const main = page.getByRole('main');
  await expect(main).toContainText('Windows-1252');
  await expect(main).toContainText('Columns that are not known and were not read: colour.');
  await expect(main).toContainText('7 rows: 4 in order, 3 with faults. 1 is here already');
  await expect(main).toContainText('has 2 cells where the first line names 7');
  await expect(main).toContainText('"leaflet of sorts" should be one of: report');
  await expect(main).toContainText('A quotation mark opens here and is never closed.');
  await expect(page.getByRole('checkbox', { name: /Take line 2: Études/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /Take line 4/ })).not.toBeChecked();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('checkbox', { name: /Take line 8: The last work/ }).uncheck();
  await page.getByRole('button', { name: 'Keep these ticks' }).click();
  await page.getByRole('button', { name: 'Make 2 drafts' }).click();
  await expect(page.getByText('2 drafts of 7 rows came out of this import')).toBeVisible({ timeout: 20_000 });
  expect(await accessibilityFaults(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Report (CSV)' }).click(),
  ]);
  const report = await readFile(await download.path(), 'utf8');
  expect(report).toContain(`"'=HYPERLINK(""http://example.org/${mark}"")"`);
  expect(report).toMatch(/^2,source,Études de cas .*,imported,D\d+,S\d+/m);
  expect(report).toMatch(/^5,source,.*,faulty,/m);
  await page.getByText('Undo this import').click();
  await page.getByLabel('Reason').fill('It was the wrong file.');
  await page.getByRole('button', { name: 'Discard 2 drafts' }).click();
  await expect(page.getByText('It was the wrong file.')).toBeVisible({ timeout: 20_000 });
  await expect(main).toContainText('0 of them are still open');
  await expect(page.getByText('Undo this import')).toHaveCount(0);
});

test('a file that cannot be taken is refused with what to do instead', async ({ page }) => {
  await signIn(page, await makePerson(['editor']), '/desk/import');
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'library.rdf', mimeType: 'text/xml', buffer: Buffer.from('<rdf:RDF></rdf:RDF>') });
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByText(/choose "Export", then "CSL JSON" or "RIS"/)).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a file is sent, confirmed and undone by plain forms', async ({ page }) => {
    test.slow();
    const mark = `${Date.now().toString(36)} plain ${test.info().project.name}`;
    await signIn(page, await makePerson(['editor']), '/desk/import');
    const file = Buffer.from(`title,type\nA plain work ${mark},report\n`);
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'plain.csv', mimeType: 'text/csv', buffer: file });
    await page.getByRole('button', { name: 'Read the file' }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('button', { name: 'Make 1 draft' })).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.getByRole('button', { name: 'Make 1 draft' }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByText('1 draft of 1 row came out')).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.getByText('Undo this import').click();
    await page.getByLabel('Reason').fill('Only a test.');
    await page.getByRole('button', { name: 'Discard 1 draft' }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByText('Only a test.')).toBeVisible({ timeout: 500 });
    }).toPass();
  });
});

test.describe('somebody without the permission', () => {
  test.use({ expectedErrors: [/status of 403/] });

  test('gets neither the page, nor the template, nor a report, and cannot send a file', async ({ page }) => {
    await signIn(page, await makePerson(['advocate']));
    expect((await page.goto('/desk/import'))?.status()).toBe(403);
    for (const path of ['/desk/import/template-claims.csv', '/desk/import/1/report.csv']) {
      const answer = await page.request.get(path, { maxRedirects: 0 });
      expect([answer.status(), answer.headers().location]).toEqual([303, '/desk/denied?permission=import.run']);
    }
    const multipart = {
      kind: 'sources',
      file: { name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('title,type\na,report\n') },
    };
    const bare = await page.request.post('/desk/import/upload', { multipart, maxRedirects: 0 });
    expect(bare.status()).toBe(403);
    const origin = new URL(page.url()).origin;
    const sent = await page.request.post('/desk/import/upload', { multipart, maxRedirects: 0, headers: { origin } });
    expect([sent.status(), sent.headers().location]).toEqual([303, '/desk/denied?permission=import.run']);
  });
});
