import { expect } from '@playwright/test';
import pg from 'pg';
import { accessibilityFaults, overflow, test } from '../support/page-checks';
import { makePerson, peopleDatabaseUrl, signIn } from '../support/people';

// Queues and the link checker at the desk. The server under test denies every host, so that a run asks nobody.

async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: peopleDatabaseUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A source of its own whose link is broken, with an archived copy. */
async function addBrokenLink(): Promise<{ id: string; title: string }> {
  return inDatabase(async (client) => {
    const mark = Math.random().toString(36).slice(2, 8);
    const [url, title] = [`https://gone-${mark}.example.org/report.pdf`, `A report that went away ${mark}`];
    const { rows } = await client.query(
      `insert into sources (key, short_name, type, title, author, url, verification_level, verification_confidence, verification_how)
       values ($1, 'Gone 2026', 'report', $2, '[]', $3, 'copy', 'high', 'Read in a test.') returning id`,
      [`gone-${mark}`, title, url],
    );
    await client.query(
      `insert into link_states (source_number, url, state, checked_at, status, error, failures, failed_first, broken_since, archive_url, archive_at)
       values ($1, $2, 'broken', now(), 404, 'The server answers with 404', 2, now() - interval '3 days', now(), $3, '2013-01-02T03:04:05Z')`,
      [rows[0].id, url, `https://web.archive.org/web/20130102030405/${url}`],
    );
    return { id: `S${rows[0].id}`, title };
  });
}

test('an editor finds what waits, takes it, and gives it back @phone', async ({ page }) => {
  const { id, title } = await addBrokenLink();
  const editor = await makePerson(['editor']);
  await signIn(page, editor);
  await expect(page.getByRole('heading', { name: 'What waits' })).toBeVisible();
  await page.getByRole('link', { name: 'Broken links' }).click();
  await expect(page).toHaveURL(/\/desk\/queues\/broken-links$/);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  const item = page.getByRole('listitem').filter({ hasText: title });
  await expect(item).toContainText('Nobody has it');
  await item.getByRole('button', { name: 'Assign to me' }).click();
  await expect(item).toContainText('You have it');
  await page.getByRole('navigation', { name: 'Whose' }).getByRole('link', { name: 'Mine' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: title })).toHaveCount(1);
  await item.getByRole('button', { name: 'Give back' }).click();
  await expect(page.getByText('You have nothing from this queue')).toBeVisible();
  await page.goto(`/desk/links/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Link of Gone 2026');
  await expect(page.getByText('The server answers with 404.')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

const PAGES = [
  '/desk/queues',
  ...['to-appraise', 'untraced', 'checks-failing', 'drafts', 'in-review', 'returned'].map(
    (name) => `/desk/queues/${name}`,
  ),
  '/desk/queues/untraced?whose=mine&page=9',
  '/desk/links',
  '/desk/links?view=broken',
  '/desk/checks',
  '/desk/checks/PL003',
];
for (const path of PAGES) {
  test(`${path} is readable @phone`, async ({ page }) => {
    await signIn(page, await makePerson(['editor']));
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
}

test('two editors cannot both take the same task', async ({ page, browser, baseURL }) => {
  const { title } = await addBrokenLink();
  await signIn(page, await makePerson(['editor'], { name: 'First Editor' }), '/desk/queues/broken-links?order=newest');
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const other = await context.newPage();
  await signIn(other, await makePerson(['editor']), '/desk/queues/broken-links?order=newest');
  const take = (on: typeof page) =>
    on.getByRole('listitem').filter({ hasText: title }).getByRole('button', { name: 'Assign to me' }).click();
  await take(page);
  await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('You have it');
  await take(other);
  await expect(other.getByText('Somebody else took it')).toBeVisible();
  await expect(other.getByRole('listitem').filter({ hasText: title })).toContainText('First Editor has it');
  await context.close();
});

test('a reader is told that a link is no longer there, and where a copy is', async ({ page }) => {
  const { id } = await addBrokenLink();
  await page.goto(`/sources/${id}`);
  await expect(page.getByText('it is no longer there')).toBeVisible();
  const copy = page.getByRole('link', { name: 'archived copy of 2 January 2013' });
  await expect(copy).toHaveAttribute('rel', 'external noopener');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a run of the link checker says what became of it, and still does after a reload', async ({ page }) => {
  await inDatabase((client) => client.query("update link_runs set state = 'cancelled' where state = 'running'"));
  await signIn(page, await makePerson(['editor']), '/desk/links');
  await page.getByRole('button', { name: /^Check all \d+ links/ }).click();
  const ended = page.getByText(/The last run checked \d+ links?: all of them|The network seems to be away/);
  await expect(ended).toBeVisible({ timeout: 20_000 });
  await page.reload();
  await expect(ended).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a check of one link that found no network says so on the page of that link, and on no other', async ({
  page,
}) => {
  const { id } = await addBrokenLink();
  const other = await addBrokenLink();
  await inDatabase((client) =>
    client.query(
      `insert into link_runs (state, scope, source_number, total, worker, started_by_id, started_by_name, ended_at)
       values ('network-away', 'one', $1, 1, 'a test', 'a-test', 'A Test', now())`,
      [Number(id.slice(1))],
    ),
  );
  await signIn(page, await makePerson(['editor']), `/desk/links/${id}`);
  await expect(page.getByText('It could not be checked: the network seems to be away')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto(`/desk/links/${other.id}`);
  await expect(page.getByText('the network seems to be away')).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('tasks can be taken and links be checked', async ({ page }) => {
    const { title } = await addBrokenLink();
    await signIn(page, await makePerson(['editor']), '/desk/queues/broken-links?order=newest');
    const item = page.getByRole('listitem').filter({ hasText: title });
    await item.getByRole('button', { name: 'Assign to me' }).click();
    await expect(item).toContainText('You have it');
    await expect(page).toHaveURL(/order=newest/);
    await page.goto('/desk/links');
    await page.getByRole('button', { name: /^Check all/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Links');
  });
});

test.describe('denied', () => {
  test.use({ expectedErrors: [/status of 403/] });

  test('an advocate sees neither queues nor links', async ({ page }) => {
    await signIn(page, await makePerson(['advocate']));
    await expect(page.getByRole('heading', { name: 'What waits' })).toHaveCount(0);
    for (const path of ['/desk/queues', '/desk/queues/drafts', '/desk/links', '/desk/links/S1']) {
      expect((await page.goto(path))?.status(), path).toBe(403);
    }
  });
});

test('an editor sees how often each check finds something, and where', async ({ page }) => {
  await signIn(page, await makePerson(['editor']), '/desk/checks');
  const row = page.getByRole('row', { name: /PL007 Superseded/ });
  // On its own page a superseded claim is a warning: an error is only what puts it to use.
  await expect(row.getByRole('cell')).toHaveText(['–', /^\d+$/, '–']);
  await row.getByRole('link', { name: 'Superseded' }).click();
  await expect(page.getByRole('main')).toContainText('C24 is superseded by C31');
  await page.getByRole('link', { name: 'C24', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Checks' })).toContainText('Superseded');
});
