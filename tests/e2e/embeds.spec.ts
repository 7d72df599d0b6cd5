import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Frame, type Page, test } from '@playwright/test';
import { accessibilityFaults, overflow } from '../support/page-checks';

// Cards on a page of somebody else: another server, so another origin.

const today = new Date().toISOString().slice(0, 10);
const CARDS = ['/embed/claims/C1', '/embed/claims/C6', '/embed/claims/C28', `/embed/claims/C5@${today}`];

let elsewhere: Server;
let article = '';

test.beforeAll(async () => {
  elsewhere = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en"><title>An article</title><main><h1>An article</h1>${article}</main></html>`,
    );
  });
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
});

test.afterAll(() => new Promise((done) => elsewhere.close(done)));

/** Opens the article with this in it, and gives what was asked for and by which frame. */
async function read(page: Page, markup: string) {
  article = markup;
  const asked: { url: string; frame: Frame }[] = [];
  page.on('request', (request) => asked.push({ url: request.url(), frame: request.frame() }));
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  return asked;
}

/** The code that the page of a claim offers for pasting. */
async function codeOf(page: Page, claim: string, which: 'Live' | 'Frozen'): Promise<string> {
  await page.goto(`/claims/${claim}`);
  const section = page.getByRole('region', { name: 'Embed this claim' });
  await section.getByText('The code to paste').click();
  const code = section.locator('dl > div', { hasText: which }).first().locator('code');
  return (await code.textContent()) ?? '';
}

test('the code of a claim shows its card on a page of another origin, whole, and the card asks for nothing', async ({
  page,
}) => {
  for (const which of ['Live', 'Frozen'] as const) {
    const code = await codeOf(page, 'C1', which);
    const asked = await read(page, code);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toContainText('1.8 million');
    await expect(frame.getByRole('heading', { name: 'Does not measure' })).toBeVisible();
    await expect(frame.getByText(/^(Very low|Low|Moderate|High) reliability/)).toBeVisible();
    await expect(frame.getByText('First stated in')).toBeVisible();
    await expect(frame.getByRole('contentinfo').or(frame.locator('footer'))).toContainText(
      which === 'Live' ? 'As it stands on' : '(UTC)',
    );
    const inner = asked.filter((request) => request.frame !== page.mainFrame());
    expect(inner.map(({ url }) => url)).toEqual([/src="([^"]+)"/.exec(code)?.[1]]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
});

test('the code is unfolded and copied with the keyboard alone, and stands where everybody can read it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/claims/C1');
  const section = page.getByRole('region', { name: 'Embed this claim' });
  await section.getByRole('link', { name: 'See the card' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const copy = section.getByRole('button', { name: 'Copy the code: Live' });
  await expect(copy).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(copy).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(section.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<iframe src="[^"]+\/embed\/claims\/C1" /);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test('the frame is as high as the card needs', async ({ page, viewport }) => {
  test.skip((viewport?.width ?? 0) < 600, 'the code is for 560 pixels; on a phone the card is scrolled in its frame');
  for (const claim of ['C1', 'C6', 'C28', 'C83']) {
    await read(page, await codeOf(page, claim, 'Live'));
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
    const card = page.frames()[1];
    const hidden = await card?.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    expect([claim, hidden]).toEqual([claim, 0]);
  }
});

test('a link of the card leaves the frame', async ({ page, baseURL }) => {
  await read(page, await codeOf(page, 'C28', 'Live'));
  await page.frameLocator('iframe').getByRole('link', { name: 'C33' }).click();
  await page.waitForURL(`${baseURL}/claims/C33/**`);
});

test('a page of the site is refused in the frame', async ({ page, baseURL }) => {
  for (const path of ['/claims/C1', '/', '/sign-in', '/embed/claims']) {
    await read(page, `<iframe src="${baseURL}${path}" title="A page"></iframe>`);
    await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/');
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1, name: 'Plumbline' })).toHaveCount(0);
  }
});

for (const path of CARDS) {
  test(`${path} can be read by everybody, also at 240 pixels, and with other people’s text sizes`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 240, height: 400 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

test.describe('what cannot be shown', () => {
  const missing: [path: string, said: string][] = [
    ['/embed/claims/C999999', 'No claim has this id.'],
    ['/embed/claims/C1@2001-01-01', 'was not there yet'],
    ['/embed/claims/C1@2026-02-31', 'is no day'],
  ];
  for (const [path, said] of missing) {
    test(`${path} says why, in the frame`, async ({ page, baseURL }) => {
      await read(page, `<iframe src="${baseURL}${path}" title="A card"></iframe>`);
      await expect(page.frameLocator('iframe').getByText(said)).toBeVisible();
      await page.goto(path);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the code can be unfolded and selected, and the card read', async ({ page }) => {
    const code = await codeOf(page, 'C1', 'Live');
    expect(code).toMatch(/^<iframe src="[^"]+\/embed\/claims\/C1" /);
    await page.getByRole('link', { name: 'See the card' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('1.8 million');
  });
});
