import { expect } from '@playwright/test';
import { test } from '../support/page-checks';

// What a researcher and an advocate come for.

test('a researcher finds where 1.8 million comes from', async ({ page }) => {
  await page.goto('/');
  const search = page.getByRole('main').getByRole('searchbox');
  await search.fill('1.8 million');
  await search.press('Enter');
  await expect(page).toHaveURL(/\/claims\?q=1\.8\+million/);
  const result = page
    .getByRole('main')
    .getByRole('link', { name: /1\.8 million/ })
    .first();
  await expect(page.locator('mark').first()).toBeVisible();
  await result.click();
  await expect(page).toHaveURL(/\/claims\/C1\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1.8 million');
  await expect(page.getByRole('heading', { name: /does not measure/i })).toBeVisible();
  await expect(page.getByRole('heading', { name: /citations/i })).toBeVisible();
});

test('every spelling of a number finds the same claims', async ({ page }) => {
  const found: string[][] = [];
  for (const q of ['1.8 million', '1,800,000', '1.8m']) {
    await page.goto(`/claims?q=${encodeURIComponent(q)}`);
    found.push(
      await page
        .getByRole('main')
        .locator('a[href^="/claims/C"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')),
    );
  }
  expect(found[0]?.length).toBeGreaterThan(0);
  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
});

test('a mistyped word is forgiven, and said to be', async ({ page }) => {
  await page.goto('/claims?q=traficking');
  await expect(page.getByRole('main')).toContainText(/traficking/);
  await expect(page.getByRole('main')).toContainText(/trafficking/);
  await expect(page.getByRole('main').locator('a[href^="/claims/C"]').first()).toBeVisible();
});

test('a filter that cannot be used is dropped with a notice, and the rest holds', async ({ page }) => {
  await page.goto('/claims?topic=weather&q=children');
  await expect(page.getByRole('main')).toContainText(/topic/i);
  await expect(page.getByRole('main')).toContainText(/must be one of/);
  await expect(page.getByRole('main').locator('a[href^="/claims/C"]').first()).toBeVisible();
});

test('nothing found says what to try', async ({ page }) => {
  await page.goto('/claims?q=zzzzqqqq');
  await expect(page.getByRole('main')).toContainText(/no claim/i);
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
});

test('the permanent address works and the readable one is set right', async ({ request }) => {
  expect((await request.get('/claims/C1')).status()).toBe(200);
  const wrong = await request.get('/claims/C1/not-its-words', { maxRedirects: 0 });
  expect(wrong.status()).toBe(308);
  expect(wrong.headers().location).toMatch(/^\/claims\/C1\/[a-z0-9-]+$/);
  expect((await request.get(wrong.headers().location ?? '')).status()).toBe(200);
});

test('a claim gives its reference in four styles and three files', async ({ page }) => {
  await page.goto('/claims/C1');
  for (const style of ['APA', 'Chicago', 'Vancouver', 'Harvard']) {
    await expect(page.getByRole('main').getByText(style, { exact: true })).toBeAttached();
  }
  for (const kind of ['bib', 'ris', 'json']) {
    await expect(page.locator(`a[href="/claims/C1/cite.${kind}"]`)).toBeAttached();
  }
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'Claim', identifier: 'C1' });
});

test('on paper a claim keeps its text and loses the navigation', async ({ page }) => {
  await page.goto('/claims/C1');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('navigation').first()).toBeHidden();
});

test('the keyboard alone leads past the navigation to the content', async ({ page }) => {
  await page.goto('/claims');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: /skip/i });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#/);
  await page.keyboard.press('Tab');
  const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
  expect(inMain).toBe(true);
});

test('the keyboard alone compares two claims of the list', async ({ page }) => {
  await page.goto('/claims?q=iwf');
  for (const id of ['C141', 'C142']) {
    await page.getByRole('checkbox', { name: `Compare ${id}`, exact: true }).focus();
    await page.keyboard.press('Space');
  }
  const button = page.getByRole('button', { name: 'Compare the ticked claims' });
  await expect(button).toBeInViewport();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/compare\?/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare claims');
  const table = page.getByRole('region', { name: /as a table/ });
  await table.focus();
  await expect(table).toBeFocused();
});

test('an empty cell of the map of gaps leads to a list that is empty, a filled one to what it counts', async ({
  page,
}) => {
  await page.goto('/gaps');
  const table = page.getByRole('region', { name: 'Claims by topic and region' });
  await table.getByRole('link', { name: /^Caribbean, Terminology: 0 claims.*nothing/ }).click();
  await expect(page.getByRole('main')).toContainText(/no claim/i);
  await page.goBack();
  const filled = table.getByRole('link', { name: /^South-eastern Asia, All topics: \d+ claims/ });
  const count = /: (\d+) claims/.exec((await filled.textContent()) ?? '')?.[1];
  await filled.click();
  await expect(page.getByRole('heading', { name: `${count} claims` })).toBeVisible();
});

test('a gap that the founding document named leads to what it said, and to its source', async ({ page }) => {
  await page.goto('/gaps');
  await page.getByRole('link', { name: /named in 2014.*The Caribbean/ }).click();
  await expect(page.getByRole('heading', { name: /The Caribbean/ })).toBeInViewport();
  await page.getByRole('main').getByRole('link', { name: 'ECPAT scan 2014' }).click();
  await expect(page).toHaveURL(/\/sources\/S1\b/);
});
