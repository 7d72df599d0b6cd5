import { expect } from '@playwright/test';
import pg from 'pg';
import { accessibilityFaults, overflow, test } from '../support/page-checks';
import { makePerson, peopleDatabaseUrl, signIn } from '../support/people';

// What somebody sees of a change: on the record, in its history, in the log and the feed; and how it is taken back.

const CLAIM = 'C222';
const SENTENCE = 'Quokkas & <b>numbats</b>, somebody wrote in a test.';
/** What of it stands in no definition of ours. */
const WRONG = 'Quokkas';

/** A change as an editor makes it: the record, and its event with the whole record before and after. */
async function change(): Promise<void> {
  const client = new pg.Client({ connectionString: peopleDatabaseUrl() });
  await client.connect();
  try {
    await client.query('begin');
    const number = Number(CLAIM.slice(1));
    await client.query('update claims set definition = $2, version = version + 1 where id = $1', [number, SENTENCE]);
    await client.query(
      `insert into events (actor, action, subject, summary, reason, before, after)
       select 'Edda Editor', 'changed', $1, 'Changed.', 'The publisher sent a correction.',
         jsonb_set(after, '{figure,value}', '12345'), jsonb_set(after, '{definition}', to_jsonb($2::text))
       from events where subject = $1 and action = 'added'`,
      [CLAIM, SENTENCE],
    );
    await client.query(
      `insert into events (actor, action, subject, summary, after)
       values ('Edda Editor', 'begun', 'D123', 'Began a draft that nobody outside may see.', '{"title": "Secret draft"}')`,
    );
    await client.query('commit');
  } finally {
    await client.end();
  }
}

test.beforeAll(change);

test('a reader sees what changed, word by word, with who, when and why', { tag: '@phone' }, async ({ page }) => {
  await page.goto(`/claims/${CLAIM}`);
  await page.getByRole('link', { name: 'All changes, word by word' }).click();
  await expect(page).toHaveURL(`/claims/${CLAIM}/history`);
  const event = page.locator('.event').filter({ hasText: 'The publisher sent a correction.' }).first();
  await expect(event.getByText('Edda Editor')).toBeVisible();
  await expect(event.locator('ins').filter({ hasText: WRONG })).toBeVisible();
  await expect(event.locator('del').filter({ hasText: '12,345' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

test('any two versions can be compared, by a form that needs no script', async ({ page }) => {
  await page.goto(`/claims/${CLAIM}/history`);
  const form = page.getByRole('form', { name: 'Compare two versions' });
  const versions = await form.getByLabel('Earlier version').locator('option').all();
  const first = await versions.at(-1)?.getAttribute('value');
  await form.getByLabel('Earlier version').selectOption(first ?? '');
  await form.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { name: new RegExp(`^From no. ${first} to no. `) })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto(`/claims/${CLAIM}/history?from=x&to=1`);
  await expect(page.getByText('Part of this address could not be used')).toBeVisible();
});

test('the log of corrections names the figure before and after, and is a feed, too', { tag: '@phone' }, async ({
  page,
  request,
}) => {
  await page.goto('/corrections');
  const line = page.locator('.event').filter({ hasText: CLAIM }).filter({ hasText: '12,345' }).first();
  await expect(line.locator('del')).toContainText('12,345');
  await expect(page.getByRole('heading', { name: 'The seal of the history' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('link', { name: 'Retracted', exact: true }).click();
  await expect(page).toHaveURL('/corrections?kind=retracted');
  await page.goto('/corrections');
  const address = await page.locator('link[rel=alternate][type="application/atom+xml"]').getAttribute('href');
  expect(address).toMatch(/\/corrections\.atom$/);
  const feed = await request.get('/corrections.atom');
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  const text = await feed.text();
  expect(text).toContain(`/claims/${CLAIM}/history#event-`);
  expect(text).not.toContain('Secret draft');
  const again = await request.get('/corrections.atom', { headers: { 'If-None-Match': feed.headers().etag ?? '' } });
  expect(again.status()).toBe(304);
});

test.describe('what is not public', () => {
  test.use({ expectedErrors: [/404|status of 403/] });

  test('has no history for a stranger', async ({ page, request }) => {
    for (const path of ['/claims/D123/history', '/claims/C999999/history', '/sources/C1/history']) {
      expect((await page.goto(path))?.status()).toBe(404);
    }
    expect((await request.get('/api/v1/claims/D123/history')).status()).toBe(404);
    await page.goto('/desk/history?subject=D123');
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  });

  test('is there for an editor, who may not restore, and of people only for administrators', async ({ page }) => {
    await signIn(page, await makePerson(['editor']), '/desk/history?subject=D123');
    await expect(page.getByText('Began a draft that nobody outside may see.').first()).toBeVisible();
    await page.goto(`/desk/history?subject=${CLAIM}`);
    await expect(page.getByRole('link', { name: /Restore this version/ })).toHaveCount(0);
    await page.goto('/desk/history/1/restore');
    await expect(page.getByText('an account is needed that is senior editor')).toBeVisible();
    await page.goto('/desk/history?subject=person:somebody');
    await expect(page.getByText('an account is needed that is administrator')).toBeVisible();
  });
});

test('a senior editor restores the earlier version, with a reason that everybody can read', async ({ page }) => {
  await change();
  await signIn(page, await makePerson(['senior-editor'], { name: 'Sena Senior' }), `/desk/history?subject=${CLAIM}`);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  const added = page.locator('.event').filter({ hasText: 'Added with the bundled evidence base' });
  await added.getByRole('link', { name: /Restore this version/ }).click();
  await expect(page.locator('del').filter({ hasText: WRONG })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByLabel('Reason').fill('The correction was of another report.');
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(page).toHaveURL(`/desk/history?subject=${CLAIM}`, { timeout: 15_000 });
  await page.goto(`/claims/${CLAIM}/history`);
  const restored = page.locator('.event').first();
  await expect(restored).toContainText('Restored');
  await expect(restored).toContainText('The correction was of another report.');
  await expect(restored.locator('del').filter({ hasText: WRONG })).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('history, log and restoring are all there', async ({ page }) => {
    await page.goto(`/claims/${CLAIM}/history`);
    await expect(page.locator('.event').first()).toBeVisible();
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page.getByRole('heading', { name: /^From no\. / })).toBeVisible();
    await page.goto('/corrections');
    await expect(page.locator('.event').first()).toBeVisible();
    await signIn(page, await makePerson(['senior-editor']), `/desk/history?subject=${CLAIM}`);
    const added = page.locator('.event').filter({ hasText: 'Added with the bundled evidence base' });
    await added.getByRole('link', { name: /Restore this version/ }).click();
    await expect(page.getByRole('heading', { name: 'What would change' })).toBeVisible();
  });
});
