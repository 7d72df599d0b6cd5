import type { Page } from '@playwright/test';

// Making evidence at the desk, step by step, as an editor does it in a browser.

/** A word that no other run of these tests has used. */
export function mark(): string {
  return `t${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;
}

/** Begins a new record and gives the address of its draft. */
export async function begin(page: Page, kind: 'source' | 'claim'): Promise<string> {
  await page.goto(`/desk/drafts/new?kind=${kind}`);
  await page.getByRole('button', { name: `Begin a new ${kind}` }).click();
  await page.waitForURL(/\/desk\/drafts\/D\d+\/edit/);
  return new URL(page.url()).pathname.replace('/edit', '');
}

export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/saved=yes/);
}

async function fillVerification(page: Page): Promise<void> {
  await page.getByLabel('Where it was seen').selectOption('source');
  await page.getByRole('radio', { name: 'high confidence' }).check();
  await page.getByLabel('What was looked at').fill('Made up by a test.');
}

export async function makeSource(page: Page, title: string): Promise<string> {
  const draft = await begin(page, 'source');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Short name').fill(`${title} 2026`);
  await page.getByLabel('Type').selectOption('report');
  await fillVerification(page);
  await save(page);
  return draft;
}

export async function handIn(page: Page, draft: string): Promise<void> {
  await page.goto(draft);
  await page.getByRole('button', { name: 'Hand in for review' }).click();
  await page.waitForURL(/done=submit/);
}

/** Publishes what was handed in, and gives its public id. */
export async function publish(page: Page, draft: string): Promise<string> {
  await page.goto(draft);
  const steps = page.getByRole('region', { name: 'What next' });
  await steps.locator('summary', { hasText: 'Publish' }).click();
  await steps.getByRole('textbox', { name: 'Why' }).first().fill('A test.');
  await steps.getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL(/\/desk\/records\/[SC]\d+/);
  return /[SC]\d+/.exec(page.url())?.[0] ?? '';
}

export async function makeClaim(page: Page, words: string, sourceId: string): Promise<string> {
  const draft = await begin(page, 'claim');
  await page.getByLabel('Statement').fill(`A made-up report counts 4,321 children ${words}.`);
  await page.getByLabel('What it does not measure').fill('Children anywhere else.');
  await page.getByRole('checkbox', { name: 'Vulnerability' }).check();
  await page.getByRole('radio', { name: 'Count', exact: true }).check();
  await page.getByLabel('Value').fill('4,321');
  await page.getByLabel('Unit').fill('children');
  await page.getByLabel('How it is stated').selectOption('exact');
  await page.getByLabel('Who or what is counted').selectOption('children');
  await page.locator('[name="population.description"]').fill('Children under 18.');
  await page.getByRole('combobox', { name: /^Place/ }).fill('Thailand');
  await fillVerification(page);
  await page.getByRole('button', { name: 'Save and go on to the method' }).click();
  await page.waitForURL(/\/method/);
  await page.getByRole('radio', { name: 'Census' }).check();
  await save(page);
  await page.goto(`${draft}/citations/new`);
  await page.getByRole('combobox', { name: /^Source/ }).fill(sourceId);
  await page.getByRole('radio', { name: 'States it' }).check();
  await page.getByRole('radio', { name: 'Origin', exact: true }).check();
  await fillVerification(page);
  await save(page);
  return draft;
}

/** Both, by somebody who may both. */
export async function handInAndPublish(page: Page, draft: string): Promise<string> {
  await handIn(page, draft);
  return publish(page, draft);
}
