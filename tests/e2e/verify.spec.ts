import { createHash } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { accessibilityFaults, overflow, test } from '../support/page-checks';
import { disputeClaim, makeRelease, supersedeClaim, type TestRelease } from '../support/release-steps';

// Somebody holds a fact sheet in their hands, and asks whether it is genuine and still stands.

let release: TestRelease;
let json: Buffer;
test.beforeAll(async ({ request }) => {
  release = await makeRelease({ title: 'Figures that a test released' });
  const response = await request.get(`/fact-sheets/${release.id}/fact-sheet.json`);
  expect(response.status()).toBe(200);
  json = await response.body();
});

async function verifyFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.goto('/verify');
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  await page.getByRole('button', { name: 'Verify the file' }).click();
  await page.waitForURL(/\/verify\?/);
}

async function holds(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await overflow(page)]).toEqual([width, 0]);
  }
}

test('a file that was released is genuine, and which release it is stands beside it', async ({ page }) => {
  await verifyFile(page, 'renamed.json', json);
  const found = page.getByRole('region', { name: 'Figures that a test released' });
  await expect(found.getByText('Genuine', { exact: true })).toBeVisible();
  await expect(found.getByText('Still stands', { exact: true })).toBeVisible();
  await expect(found.getByText('byte for byte, the file “JSON” of release 1')).toBeVisible();
  await expect(found.getByText(createHash('sha256').update(json).digest('hex')).first()).toBeVisible();
  await holds(page);
});

test('a JSON that a program laid out anew is genuine by what it says', async ({ page }) => {
  await verifyFile(page, 'pretty.json', Buffer.from(JSON.stringify(JSON.parse(json.toString()), null, 2)));
  await expect(page.getByText('its content is genuine')).toBeVisible();
});

test('a file that was changed is not genuine, and leads to what it was made from', async ({ page }) => {
  await verifyFile(page, 'changed.json', Buffer.from(json.toString().replace('twelve children', 'twenty children')));
  await expect(page.getByText('Not genuine', { exact: true })).toBeVisible();
  await expect(page.getByText('it was changed, or made from it')).toBeVisible();
  await holds(page);
  await page.getByRole('link', { name: release.id }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Figures that a test released');
});

test('a file of something else, an empty one and no file each get an answer', async ({ page }) => {
  await verifyFile(page, 'letter.txt', Buffer.from('Dear all'));
  await expect(page.getByText('no release is named in it')).toBeVisible();
  await verifyFile(page, 'empty.pdf', Buffer.alloc(0));
  await expect(page.getByRole('alert').first()).toContainText('The file is empty');
  await page.goto('/verify?problem=no-file');
  await expect(page.getByRole('alert').first()).toContainText('No file was chosen.');
  await holds(page);
});

test('a file that is larger than any release is refused in words', async ({ page }) => {
  await verifyFile(page, 'large.pdf', Buffer.alloc(31 * 1024 * 1024, 1));
  await expect(page.getByRole('alert').first()).toContainText('larger than 30 MB');
});

test('an id, typed as well as it could be read, leads to its release', async ({ page }) => {
  await page.goto('/verify');
  const field = page.getByLabel('Id of the release, its address, or a SHA-256');
  await field.fill(` ${release.id.toLowerCase().slice(0, 5)} ${release.id.slice(5)}`);
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page).toHaveURL(`/verify/${release.id}`);
  await expect(page.getByText('An id can be printed on anything')).toBeVisible();
  await holds(page);
});

test.describe('what nobody released', () => {
  test.use({ expectedErrors: [/404/] });

  test('a hash of nothing, an id of nothing and nonsense each get an answer', async ({ page }) => {
    const field = page.getByLabel('Id of the release, its address, or a SHA-256');
    await page.goto('/verify');
    await field.fill('0'.repeat(64));
    await page.getByRole('button', { name: 'Look it up' }).click();
    await expect(page.getByText('Not genuine', { exact: true })).toBeVisible();
    await field.fill('R00000000');
    await page.getByRole('button', { name: 'Look it up' }).click();
    await expect(page.getByRole('alert').first()).toContainText('No release has this id');
    await field.fill('What is this?');
    await page.getByRole('button', { name: 'Look it up' }).click();
    await expect(page.getByRole('alert').first()).toContainText('neither the id of a release nor a SHA-256');
    await expect(field).toHaveValue('What is this?');
    const unknown = await page.goto('/verify/R00000000');
    expect(unknown?.status()).toBe(404);
    await expect(page.getByRole('alert').first()).toContainText('No release has this id');
    await holds(page);
  });
});

test('an editor’s dispute and a successor make a release stale, and the page says which claim and how', async ({
  page,
}) => {
  const [disputed, superseded] = [await makeRelease({ title: 'To be disputed' }), await makeRelease({ listed: true })];
  expect(await disputeClaim(disputed.claim)).toEqual({ ok: true });
  const { successor } = await supersedeClaim(superseded.claim);
  await page.goto(`/verify/${disputed.id}`);
  await expect(page.getByText('Stale', { exact: true })).toBeVisible();
  const changed = page.getByRole('region', { name: disputed.claim, exact: true });
  await expect(changed.getByText('is now disputed: The sample is contested.')).toBeVisible();
  await expect(changed.getByRole('row', { name: 'Status Current Disputed' })).toBeVisible();
  await holds(page);
  await page.goto(`/verify/${superseded.id}`);
  await expect(page.getByText(`${superseded.claim} is superseded by ${successor}.`)).toBeVisible();
  await page.goto(`/fact-sheets/${superseded.id}`);
  await page.getByRole('link', { name: 'What has changed since' }).click();
  await expect(page).toHaveURL(`/verify/${superseded.id}`);
  await page.goto('/fact-sheets');
  const entry = page.getByRole('listitem').filter({ has: page.locator(`a[href="/fact-sheets/${superseded.id}"]`) });
  await expect(entry.getByText('Stale', { exact: true })).toBeVisible();
  await expect(page.locator(`a[href="/fact-sheets/${disputed.id}"]`)).toHaveCount(0);
  await holds(page);
});

test('a release is read on the site, its files are saved under a good name, and its hash is that of the JSON', async ({
  page,
}) => {
  await page.goto(`/fact-sheets/${release.id}`);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  await expect(page.getByText('Anything outside this test.', { exact: true })).toBeVisible();
  await holds(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('navigation', { name: 'Files' }).getByRole('link', { name: 'Web page' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`figures-that-a-test-released-${release.id}.html`);
  const hash = createHash('sha256').update(json).digest('hex');
  await expect(page.getByText(hash).first()).toBeVisible();
});
