import { expect } from '@playwright/test';
import { accessibilityFaults, overflow, test } from '../support/page-checks';

// Where a figure comes from, as a reader sees it.

const drawing = 'figure.chart .chart-drawing:visible svg';

test('1.8 million shows its line, its rival and what goes on from it', async ({ page }) => {
  await page.goto('/claims/C1');
  const svg = page.locator(drawing).first();
  await expect(svg).toBeVisible();
  for (const text of ['ILO 2002', 'UNICEF 1995', 'Rival lineage', 'The line goes on', 'Break in the series']) {
    await expect(svg.getByText(new RegExp(text)).first()).toBeVisible();
  }
  await expect(page.getByText(/6 citations, 1 root/)).toBeVisible();
});

test('the drawing can be walked through with the keyboard, each step saying what it shows', async ({ page }) => {
  await page.goto('/claims/C6/lineage');
  const links = page.locator(`${drawing} a`);
  await links.first().focus();
  await page.keyboard.press('Tab');
  await expect(links.nth(1)).toBeFocused();
  await expect(links.nth(1)).toHaveAccessibleName(/percentage points → per cent.*drawn from UNODC 2012/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/claims\/C6.*#citation-\d+$/);
});

test('the list beside the drawing says the same', async ({ page }) => {
  await page.goto('/claims/C6/lineage');
  await page.getByText('The same as a list').click();
  const list = page.locator('.lineage-list').first();
  await expect(list.getByText(/percentage points → per cent, share → count/)).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a drawing enlarged with the text scrolls by itself, and not the page', async ({ page }) => {
  await page.goto('/claims/C1/lineage');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await expect(page.locator(drawing).first()).toBeVisible();
});

test('the drawing can be kept as a file', async ({ request }) => {
  const svg = await request.get('/claims/C1/lineage.svg');
  expect(svg.headers()['content-type']).toContain('image/svg+xml');
  expect(await svg.text()).toContain('UNICEF 1995');
  const png = await request.get('/claims/C1/lineage.png');
  expect([...(await png.body()).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  const csv = await request.get('/claims/C1/lineage.csv');
  expect(await csv.text()).toContain('drawn_from');
  for (const kind of ['svg', 'png', 'csv'])
    expect((await request.get(`/claims/C999999/lineage.${kind}`)).status()).toBe(404);
});

test('on paper the drawing stays', async ({ page }) => {
  await page.goto('/claims/C1');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator(drawing).first()).toBeVisible();
});

test.describe('a lineage that is not there', () => {
  test.use({ expectedErrors: [/404/] });
  test('is a page that helps', async ({ page }) => {
    expect((await page.goto('/claims/C999999/lineage'))?.status()).toBe(404);
    await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible();
  });
});
