import { expect } from '@playwright/test';
import { accessibilityFaults, overflow, test } from '../support/page-checks';
import { makePerson, signIn } from '../support/people';

test('a stranger on the desk is led to the sign-in and from there back to where they wanted to go @dark', async ({
  page,
}) => {
  const editor = await makePerson(['editor']);
  await page.goto('/desk?from=a-test');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk%3Ffrom%3Da-test$/);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByLabel('E-mail address').fill(editor.email);
  await page.getByLabel('Password').fill('not the right one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').first()).toContainText('do not belong together');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('Password').fill(editor.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/desk\?from=a-test$/);
  await expect(page.getByText(editor.name).first()).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

test.describe('denied', () => {
  test.use({ expectedErrors: [/status of 403/] });

  test('who may not see a page is told so with status 403, and is not shown the way there', async ({ page }) => {
    await signIn(page, await makePerson(['advocate']));
    await expect(page.getByRole('link', { name: 'People' })).toHaveCount(0);
    const answer = await page.goto('/desk/people');
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not open to your account');
    await expect(page.getByText('an account is needed that is administrator')).toBeVisible();
  });
});
