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

test('tick two claims, compare them, read what differs, and see the chart', async ({ page }) => {
  await page.goto('/claims?q=ILO+2002');
  await page.getByRole('checkbox', { name: 'Compare C1', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Compare C3', exact: true }).check();
  await page.getByRole('button', { name: 'Compare the ticked claims' }).click();
  await expect(page).toHaveURL(/\/compare\?c=C\d+&c=C\d+$/);
  await expect(page.getByRole('main')).toContainText('a stock is not a flow');
  await expect(page.getByRole('row', { name: /Stock or flow/ })).toContainText('Forbids');
  await expect(page.getByRole('img')).toHaveCount(0);
  await page.getByRole('link', { name: /show the chart/ }).click();
  await expect(page.getByRole('img', { name: /not comparable/ }).and(page.locator(':visible'))).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'SVG' })).toHaveAttribute('href', /shown=yes/);
});

test('add a claim to a comparison and take one away', async ({ page }) => {
  await page.goto('/compare?c=C39,C46');
  await page.getByRole('textbox', { name: /add a claim/i }).fill('c35');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('columnheader', { name: 'C35' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Series break');
  await page.getByRole('link', { name: 'Remove C35 from the comparison' }).click();
  await expect(page.getByRole('columnheader')).toHaveText(['Aspect', 'C39', 'C46']);
});

test('a claim leads to comparisons with those it is related to', async ({ page }) => {
  await page.goto('/claims/C46');
  await page.getByRole('main').locator('a[href="/compare?c=C46,C39"]').click();
  await expect(page.getByRole('columnheader')).toHaveText(['Aspect', 'C46', 'C39']);
});

test('what cannot be compared is named, with the nearest page that helps, and the rest is compared', async ({
  page,
}) => {
  await page.goto('/compare?c=C1,C3,C1,S3,C999999,%3Cb%3E');
  const main = page.getByRole('main');
  for (const text of [/C1 was named more than once/, /No claim has the id C999999/, /S3 is the id of a source/]) {
    await expect(main).toContainText(text);
  }
  await expect(main.getByRole('link', { name: 'See source S3' })).toHaveAttribute('href', '/sources/S3');
  await expect(page.getByRole('columnheader')).toHaveText(['Aspect', 'C1', 'C3']);
  await page.goto('/compare?c=C46');
  await expect(main.locator('a[href="/compare?c=C46,C39"]')).toBeVisible();
});

for (const path of [
  '/claims/C999999',
  '/claims/C999999/words',
  '/claims/C999999.csv',
  '/claims/C999999/nope.csv',
  '/sources/x',
  '/sources/S999999.json',
  '/series/weather',
  '/series/nope.csv',
  '/topics/weather',
  '/topics/weather.png',
  '/gaps/nope.csv',
  '/nowhere',
]) {
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
  '/claims/C1/lineage',
  '/claims/C61',
  '/compare',
  '/compare?c=C1,C3',
  '/sources',
  '/sources/S1',
  '/series',
  '/series/ilo-cse-children',
  '/network',
  '/topics/online',
  '/terminology',
  '/gaps',
  '/map',
  '/method',
  '/check',
  '/docs/api',
]) {
  test(`${path} shows all it has`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // Content that waits for a script to be shown stands in such a container.
    await expect(page.locator('div[hidden] *')).toHaveCount(0);
  });
}

test('what a claim does not add up with, and what only has its number, stand on its page', async ({ page }) => {
  await page.goto('/claims/C6');
  const arithmetic = page.getByRole('region', { name: 'Does it add up?' });
  await expect(arithmetic).toContainText('Does not agree');
  await expect(arithmetic).toContainText('+7 points, +35 %');
  await expect(page.getByRole('region', { name: 'Same number, other claim' })).toContainText('C100');
  await page.goto('/claims/C3');
  await expect(page.getByRole('region', { name: 'Same number, other claim' })).toContainText(
    'No other claim recorded here has the number 1.2 million',
  );
});
