import { expect } from '@playwright/test';
import { accessibilityFaults, layoutShift, overflow, test } from '../support/page-checks';

// Every kind of page, on every width; its colours in light and dark.

const PAGES = [
  '/',
  '/claims',
  '/claims?q=1.8m&topic=prostitution',
  '/claims?q=zzzzqqqq',
  '/claims?topic=weather&yearFrom=soon',
  '/claims/C1',
  '/claims/C6',
  '/claims/C1/lineage',
  '/claims/C1/history',
  '/claims/C61',
  '/claims/C165',
  '/compare',
  '/compare?c=C1',
  '/compare?c=C1,C35,C39,C46&shown=yes',
  '/compare?c=C141,C142',
  '/compare?c=c1,C1,S3,C999999,x,C4,C5,C7,C35,C39',
  '/sources',
  '/sources?q=ILO',
  '/sources/S1',
  '/sources/S1/history',
  '/corrections',
  '/corrections?kind=merged',
  '/fact-sheets',
  '/fact-sheets?cursor=nonsense',
  '/fact-sheets/new?add=C1,C24&title=Two+figures',
  '/check',
  '/check?example=yes',
  '/verify',
  '/verify?problem=no-id&q=x',
  `/verify?hash=${'0'.repeat(64)}`,
  '/series',
  '/series/ilo-cse-children',
  '/series/ncmec-reports',
  '/series/unodc-child-share',
  '/series/disrupting-harm',
  '/series/conflict-frequency',
  '/network',
  '/topics',
  '/topics/online',
  '/terminology',
  '/claims?age=10-14&population=survivors',
  '/gaps',
  '/map',
  '/method',
  '/method/instruments',
  '/method/instruments/aacods',
  '/method/agreement',
  '/about',
  '/safeguarding',
  '/docs/api',
  '/docs/checks',
  '/docs/checks/stock-as-flow',
  '/docs/errors',
  '/docs/errors/not-found',
];

for (const path of PAGES) {
  test(`${path} can be used by everybody`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await layoutShift(page)).toBeLessThan(0.01);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page).toHaveTitle(/Plumbline/);
    const footer = page.getByRole('contentinfo');
    await expect(footer.getByRole('link', { name: /safeguarding/i })).toHaveAttribute('href', '/safeguarding');
  });
}

test.describe('what is not there', () => {
  test.use({ expectedErrors: [/404/] });
  for (const path of [
    '/claims/C999999',
    '/claims/x',
    '/sources/S999999',
    '/series/weather',
    '/fact-sheets/R00000000',
    '/topics/weather',
    '/method/instruments/none',
    '/docs/errors/none',
    '/nowhere',
  ]) {
    test(`${path} is a page that helps`, async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible();
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  }
});

test('the id of a check leads to its page', async ({ page }) => {
  await page.goto('/docs/checks/PL011');
  await expect(page).toHaveURL('/docs/checks/stock-as-flow');
});
