import { expect, type Page } from '@playwright/test';

// Appraising, step by step, as an editor does it in a browser.

export async function beginAppraisal(page: Page, round: string) {
  await page.goto(round);
  await page.getByRole('radio', { name: 'I have none to declare' }).check();
  await page.getByRole('button', { name: 'Begin your appraisal' }).click();
  await expect(page.getByRole('heading', { name: 'Questions' })).toBeVisible();
}

/** Yes to every question, except that its statements cannot be checked where `checked` is false. */
export async function answerAacods(
  page: Page,
  mark: string,
  { checked, letter }: { checked: boolean; letter: RegExp },
) {
  for (const question of await page
    .getByRole('group')
    .filter({ has: page.getByRole('radio', { name: 'Yes' }) })
    .all()) {
    await question.getByRole('radio', { name: 'Yes' }).check();
  }
  if (!checked) {
    const question = page.getByRole('group', { name: /^2\.2/ });
    await question.getByRole('radio', { name: 'No', exact: true }).check();
    await question.getByRole('textbox').fill(`No reference leads anywhere, says ${mark}.`);
  }
  await page.getByRole('radio', { name: letter }).check();
}
