import { expect, type Page } from '@playwright/test';
import type { Sheet } from '../../src/domain/fact-sheet/sheet';
import { accessibilityFaults, overflow, test } from '../support/page-checks';
import { makePerson, signIn } from '../support/people';
import {
  blocksOf,
  makeNewClaim,
  makeRelease,
  makeSheetFor,
  mergeClaim,
  retractClaim,
  supersedeClaim,
} from '../support/release-steps';

// What the editor of fact sheets was not made for, and has to bear: nothing, too much, other scripts, what is no text, and an
// evidence base that moves on meanwhile. And its pages, as everybody can use them.

/** Signs an advocate in who has a sheet with this in it, and opens a page of it. @returns the address of its editor */
async function openSheet(page: Page, change: Partial<Sheet> = {}, part = ''): Promise<string> {
  const person = await makePerson(['advocate']);
  const id = await makeSheetFor(person, change);
  await signIn(page, person, `/desk/fact-sheets/${id}${part}`);
  return `/desk/fact-sheets/${id}`;
}

const saved = (page: Page) => expect(page.getByText(/^Saved at \d/)).toBeVisible();

test('an empty sheet says what it needs, in the editor and at its release', async ({ page }) => {
  const path = await openSheet(page, { title: '' });
  await expect(page.getByText('2 things to mend')).toBeVisible();
  await expect(page.getByText('Nothing stands here yet.')).toBeVisible();
  await page.goto(`${path}/preview`);
  const main = page.getByRole('main');
  await expect(main).toContainText('The sheet has no title: give it one.');
  await expect(main).toContainText('The sheet names no claim: place one at least.');
  await expect(page.getByRole('button', { name: /^Release/ })).toHaveCount(0);
});

test('a sheet of 500 claims is edited and saved, and its release says what is too much', async ({ page }) => {
  test.setTimeout(120_000);
  const claims = Array.from({ length: 500 }, (_, index) => `C${(index % 250) + 1}`);
  const path = await openSheet(page, { blocks: blocksOf(...claims) });
  await expect(page.getByRole('listitem', { name: 'Claim 500' })).toBeAttached();
  const title = page.getByLabel('Title');
  await title.fill('');
  // Where each letter draws every block anew, the page is still busy when the test's time is over.
  await title.pressSequentially('Five hundred claims');
  await expect(title).toHaveValue('Five hundred claims');
  await expect(page.getByText(/^Saved at \d/)).toBeVisible({ timeout: 20_000 });
  await page.goto(`${path}/preview`);
  await expect(page.getByRole('main')).toContainText('and a release has 200 at most: divide it into several.');
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test.describe('200 kB of prose', () => {
  const prose = 'Nobody knows how many there are; what is known is what was counted. '.repeat(2941);

  test('is written, saved and seen', async ({ page }) => {
    test.setTimeout(90_000);
    const path = await openSheet(page, { blocks: blocksOf('C1', 'Short.') });
    const text = page.getByLabel('Words of Text 2');
    await text.fill(prose);
    await expect(page.getByText(/^Saved at \d/)).toBeVisible({ timeout: 20_000 });
    await page.goto(path);
    expect(await text.inputValue()).toBe(prose);
    await page.goto(`${path}/preview`);
    await expect(page.getByRole('main')).toContainText('and a release has 100,000 at most');
  });

  test('five times over is too much: that is said, and all of it stays', async ({ page }) => {
    test.setTimeout(90_000);
    await openSheet(page, { blocks: blocksOf('C1', 'One.', 'Two.', 'Three.', 'Four.', 'The last one.') });
    for (const place of [2, 3, 4, 5]) await page.getByLabel(`Words of Text ${place}`).fill(prose);
    await expect(page.getByText(/^Saved at \d/)).toBeVisible({ timeout: 20_000 });
    const text = page.getByLabel('Words of Text 6');
    await text.fill(prose);
    const told = page.getByRole('status').filter({ hasText: /900 kB is the most that can be saved/ });
    await expect(told).toBeVisible({ timeout: 20_000 });
    expect(await text.inputValue()).toBe(prose);
    await text.fill('The last one, shortened.');
    await expect(page.getByText(/^Saved at \d/)).toBeVisible({ timeout: 20_000 });
  });
});

test('other scripts run their own way, and what is no text is shown as text or left out', async ({ page }) => {
  const title = 'أرقام يمكن الاعتماد عليها '.repeat(11).trim();
  const path = await openSheet(page, {
    title,
    blocks: blocksOf(
      'C1',
      'لا يُعرف العدد.',
      'איש אינו יודע כמה הם.',
      '没有人知道有多少。',
      '<script>alert(1)</script> & <b>bold</b>',
    ),
  });
  const direction = (label: string) => page.getByLabel(label).evaluate((field) => getComputedStyle(field).direction);
  expect(await direction('Title')).toBe('rtl');
  expect(await direction('Words of Text 2')).toBe('rtl');
  expect(await direction('Words of Text 3')).toBe('rtl');
  expect(await direction('Words of Text 4')).toBe('ltr');
  await page.getByLabel('Words of Text 4').evaluate((field: HTMLTextAreaElement) => {
    // What a paste can bring along: no keyboard types it.
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
    set?.call(field, '没有人\u0000\u0007知道\u000B有多少。\ud800');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('Words of Text 4')).toHaveValue('没有人知道有多少。');
  await expect(page.getByLabel('Title')).toHaveValue(title);
  await page.goto(`${path}/preview`);
  const sheet = page.getByRole('region', { name: 'The sheet as it prints' });
  await expect(sheet).toContainText('<script>alert(1)</script> & <b>bold</b>');
  await expect(sheet.getByRole('heading', { level: 2, name: title })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  for (const [file, begins] of [
    ['pdf', '%PDF'],
    ['docx', 'PK'],
  ] as const) {
    const answer = await page.request.get(`${path}/preview.${file}`);
    expect(answer.status()).toBe(200);
    expect((await answer.body()).subarray(0, begins.length).toString()).toBe(begins);
  }
});

test('a token that names nothing, and a claim that is not there, are said where they stand', async ({ page }) => {
  await openSheet(page, { blocks: blocksOf('C999999', 'One {{C1 and {{}} and {{C999999}}.') });
  await expect(page.getByRole('listitem', { name: 'Claim 1' })).toContainText(
    'The evidence base has no claim C999999.',
  );
  const checks = page.getByRole('list', { name: 'Checks of Text 2' });
  await expect(checks.getByRole('link', { name: 'Broken token' })).toHaveCount(3);
  await expect(checks.getByText('Pass it over')).toHaveCount(0);
  await page.getByRole('link', { name: 'Preview and release' }).click();
  await expect(page.getByText('It cannot be released yet')).toBeVisible();
});

test('a claim that was merged says what it became, and one click puts that in its place', async ({ page }) => {
  test.setTimeout(90_000);
  const [from, into] = [await makeNewClaim(), await makeNewClaim()];
  const path = await openSheet(page, { blocks: blocksOf(from) });
  expect((await mergeClaim(from, into)).ok).toBe(true);
  await page.reload();
  await expect(page.getByRole('list', { name: 'Checks of Claim 1' })).toContainText(into);
  await page.goto(`${path}/preview`);
  await page.getByRole('button', { name: 'Put their successors in their place' }).click();
  await expect(page.getByRole('listitem', { name: 'Claim 1' })).toContainText(into);
});

test('a claim that is retracted between preview and release: nothing is released, and it is said why', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const claim = await makeNewClaim();
  const person = await makePerson(['advocate']);
  const id = await makeSheetFor(person, { blocks: blocksOf(claim) });
  await signIn(page, person, `/desk/fact-sheets/${id}/preview`);
  const release = page.getByRole('button', { name: 'Release it' });
  await expect(release).toBeVisible();
  expect((await retractClaim(claim)).ok).toBe(true);
  await release.click();
  const alert = page.getByRole('alert').filter({ hasText: 'Nothing was released' });
  await expect(alert).toBeFocused();
  await page.reload();
  await expect(page.getByRole('main')).toContainText('It cannot be released yet');
  await expect(page.getByRole('heading', { name: 'Releases' })).toHaveCount(0);
});

test('whoever signs in as an advocate sees where to begin, and which release no longer stands', async ({ page }) => {
  test.setTimeout(90_000);
  const owner = await makePerson(['advocate']);
  const { claim } = await makeRelease({ owner, title: 'A sheet that is overtaken' });
  await supersedeClaim(claim);
  await signIn(page, owner);
  const main = page.getByRole('main');
  await expect(main).toContainText('“A sheet that is overtaken”, release 1, no longer stands as it is.');
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await main.getByRole('link', { name: 'Go to your fact sheets' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fact sheets');
  await page.getByRole('button', { name: 'Begin a fact sheet' }).click();
  await page.waitForURL(/\/desk\/fact-sheets\/F\d+$/);
});

test('of a preview the sheet alone is printed', async ({ page }) => {
  await openSheet(page, { blocks: blocksOf('C1') }, '/preview');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('region', { name: 'The sheet as it prints' })).toBeVisible();
  for (const name of ['Release it', 'Sign out']) await expect(page.getByText(name)).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.getByRole('navigation').first()).toBeHidden();
});

test('every page of a sheet can be used by everybody', { tag: '@phone' }, async ({ page }) => {
  test.setTimeout(90_000);
  const blocks = blocksOf(
    '## What is known',
    'Some 40 million, of whom {{C1 figure}}. {{C999999}}',
    'C1',
    'C6',
    'C24',
    'C12',
  );
  const path = await openSheet(page, { title: 'Exploitation in prostitution: '.repeat(10).slice(0, 300), blocks });
  await page.getByLabel('Place a claim').fill('trafficking in Asia');
  await expect(page.getByRole('button', { name: /^Place C/ }).first()).toBeVisible();
  for (const summary of await page.getByText('Pass it over, with a reason').all()) await summary.click();
  for (const address of [null, `${path}/preview`, '/desk/fact-sheets', '/desk']) {
    if (address !== null) await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect(await overflow(page), address ?? path).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page), address ?? path).toEqual([]);
  }
});
