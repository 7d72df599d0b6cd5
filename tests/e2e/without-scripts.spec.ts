import { expect, test } from '@playwright/test';

// A page that only reads works without JavaScript, whole and at once.

test.use({ javaScriptEnabled: false });

test('search, filter and page through claims', async ({ page }) => {
  await page.goto('/claims');
  const total = await page.getByRole('main').locator('a[href^="/claims/C"]').count();
  expect(total).toBeGreaterThan(0);
  await page.goto('/claims?q=children');
  await expect(page.getByRole('main').locator('a[href^="/claims/C"]').first()).toBeVisible();
  const next = page.getByRole('link', { name: /next/i });
  await next.click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(page.getByRole('main').locator('a[href^="/claims/C"]').first()).toBeVisible();
});

test('a search form sends what was typed', async ({ page }) => {
  await page.goto('/claims');
  const search = page.getByRole('main').getByRole('searchbox');
  await search.fill('7%');
  await search.press('Enter');
  await expect(page).toHaveURL(/q=7%25/);
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('7%');
  await expect(page.getByRole('main').locator('a[href^="/claims/C6/"]').first()).toBeVisible();
});

for (const path of ['/claims/C999999', '/claims/C999999/words', '/sources/x', '/topics/weather', '/nowhere']) {
  test(`${path} says that nothing is there`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible();
    await expect(page.getByRole('contentinfo').getByRole('link', { name: /safeguarding/i })).toBeVisible();
  });
}

for (const path of [
  '/',
  '/claims/C1',
  '/sources',
  '/sources/S1',
  '/network',
  '/topics/online',
  '/terminology',
  '/method',
  '/docs/api',
]) {
  test(`${path} shows all it has`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // Content that waits for a script to be shown stands in such a container.
    await expect(page.locator('div[hidden] *')).toHaveCount(0);
  });
}
