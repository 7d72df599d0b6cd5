import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { ReleaseDocument } from '../../src/domain/fact-sheet/release';
import { figureText } from '../../src/domain/figure-text';
import { RELIABILITY } from '../../src/domain/words';
import { isInstalled, runProgram, withFile } from '../support/other-programs';
import { accessibilityFaults, overflow, test } from '../support/page-checks';
import { makePerson, signIn } from '../support/people';
import { makeNewClaim, supersedeClaim } from '../support/release-steps';

// The whole way of a fact sheet: from the first claim to the day on which one of them is overtaken.

async function place(page: Page, claim: string): Promise<void> {
  await page.getByLabel('Place a claim: words, a number, or its id').fill(claim);
  await page.getByRole('button', { name: `Place ${claim}`, exact: true }).click();
  // Named in its block, with the words that will be printed.
  await expect(
    page.locator('.sheet-claim', { has: page.getByRole('link', { name: claim, exact: true }) }),
  ).not.toContainText('looked up');
}

const saved = (page: Page) => expect(page.getByText(/^Saved at/)).toBeVisible();

async function download(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ]);
  return readFile(await file.path());
}

/** Without blanks: programs break lines where they will. */
const bare = (text: string) => text.replaceAll(/\s+|\u00ad/g, '');

/** What every file has to say of every claim. */
function wordsOf({ claims, releasedAt, id, verifyAt }: ReleaseDocument): string[] {
  return [
    id,
    verifyAt,
    releasedAt.slice(0, 10),
    ...claims.flatMap(({ statement, figure, doesNotMeasure, citation, reliability, population, place: { name } }) => [
      statement,
      figureText(figure),
      population.description,
      name,
      RELIABILITY[reliability].label,
      ...doesNotMeasure,
      citation?.work.shortName ?? '',
      citation?.locator ?? '',
      citation?.work.title ?? '',
    ]),
  ];
}

function expectAll(text: string, document: ReleaseDocument, kind: string): void {
  const missing = wordsOf(document).filter((words) => !bare(text).includes(bare(words)));
  expect(missing, kind).toEqual([]);
}

test('a sheet of six claims is blocked, mended, released, opened by other programs, verified, and recalled', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  const own = await makeNewClaim();
  await signIn(page, await makePerson(['advocate']), '/desk/fact-sheets');
  await page.getByRole('button', { name: 'Begin a fact sheet' }).click();
  await page.waitForURL(/\/desk\/fact-sheets\/F\d+$/);
  const editor = page.url();
  const title = `Six figures and their footing ${own}`;
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('For whom it is written').fill('members of parliament');
  for (const claim of ['C3', 'C6', 'C24', 'C1', 'C61', own]) await place(page, claim);
  await page.getByRole('button', { name: 'Add a text' }).click();
  await page
    .getByRole('textbox', { name: 'Words of Text 7' })
    .fill('More than 2 million are affected. In the words of the ILO: {{C3 short}}.');
  await expect(page.getByRole('listitem', { name: 'Claim 2' })).toContainText('C6 is a misquotation of C61 and C62');
  await expect(page.getByRole('listitem', { name: 'Claim 3' })).toContainText('C24 is superseded by C31');
  await expect(page.getByRole('listitem', { name: 'Text 7' })).toContainText('“2 million” is typed by hand');

  // Blocked.
  await saved(page);
  await page.getByRole('link', { name: 'Preview and release' }).click();
  await expect(page.getByText('It cannot be released yet: 3 things are in the way.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Release/ })).toHaveCount(0);

  // Mended: what has one successor by one click, the rest by hand.
  await page.getByRole('button', { name: 'Put their successors in their place' }).click();
  await expect(page.getByText('Replaced in the whole sheet:')).toBeVisible();
  await expect(page.getByRole('listitem', { name: 'Claim 3' })).not.toContainText('C24');
  await page.getByRole('button', { name: 'Remove Claim 2' }).click();
  await place(page, 'C62');
  await page.getByRole('textbox', { name: /^Words of Text/ }).fill('In the words of the ILO: {{C3 short}}.');
  await expect(page.getByText('Nothing keeps it from being released')).toBeVisible();
  await saved(page);
  await page.goto(`${editor}/preview`);
  await page.getByRole('button', { name: 'Release it' }).click();
  await expect(page.getByText(/^Released as R/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Show it in the public gallery' }).click();
  await expect(page.getByText('stands in the public gallery')).toBeVisible();
  await page.getByRole('link', { name: /^Number 1:/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const release = /R[0-9A-Z]{8}/.exec(page.url())?.[0] ?? '';

  // Downloaded, and opened by other programs.
  const answer = await request.get(`/api/v1/fact-sheets/${release}`);
  const document = ReleaseDocument.parse(await answer.json());
  expect(document.claims).toHaveLength(6);
  const pdf = await download(page, 'PDF (A4)');
  opensAsPdf(pdf, document);
  const docx = await download(page, 'Word (A4)');
  opensAsDocx(docx, document);
  const html = (await download(page, 'Web page')).toString();
  expect(html).not.toMatch(/<script|src="http|@import/);
  const reader = await page.context().newPage();
  await reader.setContent(html);
  expectAll((await reader.locator('body').textContent()) ?? '', document, 'HTML');
  await reader.close();

  // Verified by its file.
  await page.goto('/verify');
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'sheet.pdf', mimeType: 'application/pdf', buffer: pdf });
  await page.getByRole('button', { name: 'Verify the file' }).click();
  await expect(page.getByText('Genuine', { exact: true })).toBeVisible();
  await expect(page.getByText('Still stands', { exact: true })).toBeVisible();
  await page.goto('/fact-sheets');
  await expect(page.getByRole('link', { name: title })).toBeVisible();

  // Overtaken: the page for verifying, the gallery and the owner's list say so, and a redraft is one click.
  const { successor } = await supersedeClaim(own);
  await page.goto(`/verify/${release}`);
  await expect(page.getByText('Stale', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(`${own} is superseded by ${successor}.`).first()).toBeVisible();
  await page.goto('/desk/fact-sheets');
  await expect(page.getByRole('region', { name: 'Stale releases' })).toContainText(
    `${own} is superseded by ${successor}.`,
  );
  await page.getByRole('button', { name: 'Redraft with the changes applied' }).click();
  await expect(page.getByText(`${own} by ${successor}`)).toBeVisible();
  await page.goto(`${editor}/preview`);
  await page.getByRole('button', { name: 'Release as number 2' }).click();
  await expect(page.getByText(/^Released as R/)).toBeVisible({ timeout: 60_000 });
  await page.goto(`/verify/${release}`);
  await expect(page.getByText(/newer release/i).first()).toBeVisible();
});

function opensAsPdf(pdf: Buffer, document: ReleaseDocument): void {
  if (isInstalled('qpdf'))
    withFile('sheet.pdf', pdf, (path) => expect(runProgram('qpdf', ['--check', path])?.code).toBe(0));
  if (!isInstalled('pdftotext', ['-v'])) return;
  withFile('sheet.pdf', pdf, (path) => {
    expectAll(runProgram('pdftotext', ['-raw', path, '-'])?.stdout ?? '', document, 'PDF');
    const info = runProgram('pdfinfo', [path])?.stdout ?? '';
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toContain(document.sheet.title);
    const tree = runProgram('pdfinfo', ['-struct', path])?.stdout ?? '';
    for (const tag of ['H1', 'H2', 'P', 'Link', 'Figure', 'L ']) expect(tree, tag).toContain(tag.trim());
    // The title is the first heading, and a heading stands above the notes.
    expect(tree.indexOf('H1')).toBeLessThan(tree.indexOf('H2'));
    expect(
      runProgram('pdffonts', [path])
        ?.stdout.split('\n')
        .slice(2)
        .filter((line) => line !== '' && !/yes\s+yes\s+yes/.test(line)),
    ).toEqual([]);
  });
}

function opensAsDocx(docx: Buffer, document: ReleaseDocument): void {
  if (!isInstalled('soffice') || !isInstalled('pdftotext', ['-v'])) return;
  withFile('sheet.docx', docx, (path, folder) => {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const run = runProgram(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path],
      120_000,
    );
    expect(run?.code).toBe(0);
    expectAll(runProgram('pdftotext', ['-raw', `${folder}/sheet.pdf`, '-'])?.stdout ?? '', document, 'DOCX');
  });
}

test('the pages of a sheet can be used by everybody @phone', async ({ page }) => {
  test.setTimeout(60_000);
  await signIn(page, await makePerson(['advocate']), '/desk/fact-sheets');
  await page.getByRole('button', { name: 'Begin a fact sheet' }).click();
  await page.waitForURL(/\/desk\/fact-sheets\/F\d+$/);
  const editor = page.url();
  await page.getByLabel('Title').fill('A sheet for small screens');
  await place(page, 'C24');
  await saved(page);
  for (const path of ['/desk/fact-sheets', editor, `${editor}/preview`, '/fact-sheets/new?add=C1,C24']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect([path, await overflow(page)]).toEqual([path, 0]);
    expect([path, await accessibilityFaults(page)]).toEqual([path, []]);
  }
});
