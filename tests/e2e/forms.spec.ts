import { expect, type Page } from '@playwright/test';
import { accessibilityFaults, test } from '../support/page-checks';
import { makePerson, signIn } from '../support/people';

// What every form does, shown on one of them: they are all made of the same parts.

async function sendWrongPassword(page: Page) {
  await signIn(page, await makePerson(['editor']), '/desk/account');
  await page.getByLabel('Present password').fill('not the password at all');
  await page.getByLabel('New password').fill('another correct horse 42');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Present password is not your password');
}

test('what is wrong is said above the form, which has the focus, and beside its field', async ({ page }) => {
  await sendWrongPassword(page);
  await expect(page.getByRole('alert').first()).toBeFocused();
  const field = page.getByLabel('Present password');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/Present password is not your password\./);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a password that was sent never comes back with the form', async ({ page }) => {
  await sendWrongPassword(page);
  await expect(page.getByLabel('Present password')).toHaveValue('');
  await expect(page.getByLabel('New password')).toHaveValue('');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('what is wrong is said above the form and beside its field', async ({ page }) => {
    await sendWrongPassword(page);
    await expect(page.getByLabel('Present password')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('#field-current-error')).toContainText('Present password is not your password.');
  });
});
