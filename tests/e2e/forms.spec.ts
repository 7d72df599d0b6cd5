import { expect, type Page } from '@playwright/test';
import { accessibilityFaults, test } from '../support/page-checks';
import { begin } from '../support/evidence-steps';
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

/** What has the focus, when it is a field of the form: its name, and how far it reaches out of what can be seen of it. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const bar = document.querySelector('.form-buttons-sticky');
    if (!(element instanceof HTMLElement) || !bar) return null;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const end = bar.contains(element) ? window.innerHeight : bar.getBoundingClientRect().top;
    const hidden = Math.max(-top, bottom - end, -left, right - document.documentElement.clientWidth);
    return {
      name: element.getAttribute('name') ?? element.textContent ?? '',
      hidden: Math.max(0, Math.round(hidden)),
      isOutlined: getComputedStyle(element).outlineStyle !== 'none',
      isInBar: bar.contains(element),
    };
  });
}

for (const [width, height] of [
  [1280, 900],
  [360, 740],
] as const) {
  test(`each field of the claim form is wholly in sight when it has the focus, at ${width} by ${height}`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await signIn(page, await makePerson(['editor']), '/desk/drafts');
    await begin(page, 'claim');
    const names: string[] = [];
    const faults: string[] = [];
    const step = async (key: 'Tab' | 'Shift+Tab') => {
      await page.keyboard.press(key);
      const stop = await focused(page);
      if (stop === null) throw new Error('nothing has the focus');
      names.push(stop.name);
      if (stop.hidden > 0) faults.push(`${key} to ${stop.name}: ${stop.hidden} px are hidden`);
      if (!stop.isOutlined) faults.push(`${key} to ${stop.name}: the focus is not seen`);
      return stop;
    };
    await page.getByLabel('Statement').focus();
    for (let count = 0; count < 100 && !(await step('Tab')).isInBar; count += 1);
    expect(names).toContain('verification.how');
    for (let count = 0; count < 100 && (await step('Shift+Tab')).name !== 'statement'; count += 1);
    expect(names.at(-1)).toBe('statement');
    expect(faults).toEqual([]);
  });
}
