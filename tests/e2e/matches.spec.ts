import { expect } from '@playwright/test';
import { inDatabase } from '../support/keys';
import { accessibilityFaults, overflow, test } from '../support/page-checks';
import { makePerson, signIn } from '../support/people';

// Reports of wrong matches, as editors see and settle them.

/** A report that waits. @returns words that only its sentence has */
async function addReport(changes: { reason?: string } = {}): Promise<{ id: number; mark: string }> {
  const mark = `choir ${Math.random().toString(36).slice(2, 9)}`;
  const [row] = await inDatabase(
    `insert into match_reports (sentence, figure, verdict, matched_claim, expected_claim, reason)
     values ($1, '1.8 million', 'distorted', 1, 3, $2) returning id`,
    [`In all, 1.8 million children sang in a ${mark} in 2000.`, changes.reason ?? 'It is about choirs.'],
  );
  return { id: Number(row?.id), mark };
}

test('an editor finds a report from the desk, reads it, and settles it with a note @phone', async ({ page }) => {
  const { id, mark } = await addReport();
  await signIn(page, await makePerson(['editor'], { name: 'Nora Note' }));
  await page.getByRole('link', { name: /reports? of (a )?wrong match/ }).click();
  await expect(page).toHaveURL(/\/desk\/matches$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wrong matches');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  const report = page.getByRole('article').filter({ hasText: mark });
  await expect(report.locator('mark')).toHaveText('1.8 million');
  await expect(report.getByRole('link', { name: 'C1', exact: true })).toHaveAttribute('href', '/claims/C1');
  await expect(report.getByRole('link', { name: 'C3', exact: true })).toHaveAttribute('href', '/claims/C3');
  await expect(report).toContainText('It is about choirs.');
  await report.getByText('Settle', { exact: false }).first().click();
  await report.getByLabel('What you found').fill('The rule took choirs for something else.');
  expect(await overflow(page)).toBe(0);
  await report.getByRole('button', { name: `Settle report ${id}` }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Settled.' })).toBeVisible();
  await expect(page.getByText(mark)).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Which reports' }).getByRole('link', { name: 'Settled' }).click();
  await expect(page.getByRole('article').filter({ hasText: mark })).toContainText('Nora Note');
  expect(await overflow(page)).toBe(0);
});

test('a note is asked for, beside the field, and a report that somebody else has settled says so', async ({ page }) => {
  const { id, mark } = await addReport();
  await signIn(page, await makePerson(['editor']), '/desk/matches');
  const report = page.getByRole('article').filter({ hasText: mark });
  await report.getByText('Settle', { exact: false }).first().click();
  const note = report.getByLabel('What you found');
  await note.fill('   ');
  await report.getByRole('button', { name: `Settle report ${id}` }).click();
  await expect(note).toHaveAttribute('aria-invalid', 'true');
  expect(await accessibilityFaults(page)).toEqual([]);
  await inDatabase(
    `update match_reports set settled_at = now(), settled_by_id = 'x', settled_by_name = 'Otto Other', note = 'Done.' where id = $1`,
    [id],
  );
  await note.fill('Mine.');
  await report.getByRole('button', { name: `Settle report ${id}` }).click();
  await expect(page.getByText('Otto Other has settled this report since you opened the page.')).toBeVisible();
});

test('many reports come page by page, and an address of a page that is not there leads back', async ({ page }) => {
  for (let n = 0; n < 21; n += 1) await addReport();
  await signIn(page, await makePerson(['senior-editor']), '/desk/matches');
  await expect(page.getByRole('article')).toHaveCount(20);
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.goto('/desk/matches?page=999&state=nonsense');
  await expect(page.getByText('Which reports', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'First page' }).click();
  await expect(page.getByRole('article')).toHaveCount(20);
});

test('a report is read as text, whatever stands in it', async ({ page }) => {
  const { mark } = await addReport({ reason: '<script>document.title = "owned"</script> \u202egnorw' });
  await signIn(page, await makePerson(['editor']), '/desk/matches');
  await expect(page.getByRole('article').filter({ hasText: mark })).toContainText('<script>document.title');
  await expect(page).toHaveTitle(/Wrong matches/);
});

test.describe('the reports are for editors alone', () => {
  test.use({ expectedErrors: [/status of 403/] });

  test('strangers are led to the sign-in, and other accounts are told what would be needed', async ({ page }) => {
    await page.goto('/desk/matches');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk%2Fmatches/);
    await signIn(page, await makePerson(['advocate']));
    await expect(page.getByText('wrong match')).toHaveCount(0);
    expect((await page.goto('/desk/matches'))?.status()).toBe(403);
    await expect(page.getByText('To see drafts and the queues, an account is needed')).toBeVisible();
  });
});
