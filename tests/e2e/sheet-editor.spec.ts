import { expect, type Page } from '@playwright/test';
import { test } from '../support/page-checks';
import { makePerson, signIn } from '../support/people';
import { blocksOf, makeSheetFor } from '../support/release-steps';
import type { Sheet } from '../../src/domain/fact-sheet/sheet';

// The editor of fact sheets, as those who write one meet it: with the keyboard or a mouse, with scripts and without, in two
// tabs, and on a bad line.

/** Signs an advocate in who has a sheet with this in it, and opens its editor. @returns the address of the editor */
async function openSheet(page: Page, change: Partial<Sheet> = {}): Promise<string> {
  const person = await makePerson(['advocate']);
  const id = await makeSheetFor(person, change);
  await signIn(page, person, `/desk/fact-sheets/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Fact sheet ${id}`);
  return `/desk/fact-sheets/${id}`;
}

const saved = (page: Page) => expect(page.getByText(/^Saved at \d/)).toBeVisible();
const names = (page: Page) =>
  page
    .getByRole('list', { name: 'Blocks of the sheet' })
    .locator('> li')
    .evaluateAll((items) => items.map((item) => item.id));

test('a sheet is written with the keyboard alone, and the focus is always where one goes on', async ({ page }) => {
  test.setTimeout(90_000);
  await openSheet(page, { title: '' });
  const keyboard = page.keyboard;
  await page.getByLabel('Title').focus();
  await keyboard.type('What the figures carry');
  await page.getByRole('button', { name: 'Add a heading' }).focus();
  await keyboard.press('Enter');
  const heading = page.getByLabel('Words of Heading 1');
  await expect(heading).toBeFocused();
  await keyboard.type('What is known');
  await page.getByLabel('Place a claim').focus();
  await keyboard.type('C24');
  await keyboard.press('Enter');
  const place = page.getByRole('button', { name: 'Place C24', exact: true });
  await place.focus();
  await keyboard.press('Enter');
  await expect(place).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Placed C24 at the end of the sheet.' })).toHaveCount(1);
  await expect(page.getByRole('listitem', { name: 'Claim 2' })).toContainText('12.3 million');
  await saved(page);

  // The field that somebody writes in keeps the focus, and the place in it.
  await heading.focus();
  await keyboard.press('Home');
  await keyboard.press('Alt+ArrowDown');
  await expect(page.getByLabel('Words of Heading 2')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Moved to place 2 of 2.' })).toHaveCount(1);
  await keyboard.type('All ');
  await expect(page.getByLabel('Words of Heading 2')).toHaveValue('All What is known');
  await page.getByRole('button', { name: 'Move Heading 2 up' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Move Heading 1 up' })).toBeFocused();

  await page.getByRole('button', { name: 'Remove Heading 1' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Claim 1' })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Removed Heading 1. Undo brings it back.' })).toHaveCount(1);
  await saved(page);
  await page.getByRole('button', { name: 'Undo' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByLabel('Words of Heading 1')).toHaveValue('All What is known');

  // The finding that keeps it from being released is passed over, and that is taken back.
  const finding = page
    .getByRole('list', { name: 'Checks of Claim 2' })
    .getByRole('listitem')
    .filter({ hasText: 'Superseded' });
  await finding.getByText('Pass it over, with a reason').press('Enter');
  await finding.getByLabel('Reason, which is printed').focus();
  await keyboard.type('short');
  await keyboard.press('Enter');
  await expect(finding.getByLabel('Reason, which is printed')).toHaveValue('short');
  await keyboard.type(' but it is what the law of 2005 quotes');
  await keyboard.press('Enter');
  await expect(finding).toContainText('Because: short but it is what the law of 2005 quotes');
  const back = finding.getByRole('button', { name: 'Do not pass it over' });
  await expect(back).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Nothing keeps it from being released' })).toHaveCount(1);
  await keyboard.press('Enter');
  await expect(finding.getByText('Pass it over, with a reason')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: '1 thing to mend' })).toHaveCount(1);

  // What was typed a moment ago is in the preview.
  await page.getByLabel('Title').focus();
  await keyboard.type('!');
  await page.getByRole('link', { name: 'Preview and release' }).press('Enter');
  await page.waitForURL(/\/preview$/);
  await expect(page.getByRole('heading', { name: 'What the figures carry!' })).toBeVisible();
});

test('Enter in a field saves, and takes nothing back', async ({ page }) => {
  await openSheet(page, { blocks: blocksOf('## Before', 'C1') });
  const heading = page.getByLabel('Words of Heading 1');
  await heading.fill('After');
  await saved(page);
  await heading.fill('After all');
  await heading.press('Enter');
  await saved(page);
  await page.reload();
  await expect(heading).toHaveValue('After all');
});

test('a block is dragged with a mouse past blocks of another height, and comes to rest', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 2400 });
  await openSheet(page, { blocks: blocksOf('## One', 'C6', 'C1', 'A text of {{C12 figure}}.') });
  const handle = (name: string) => page.getByRole('listitem', { name, exact: true }).locator('.sheet-handle');
  const target = await page.getByRole('listitem', { name: 'Claim 3' }).boundingBox();
  const from = await handle('Heading 1').boundingBox();
  if (target === null || from === null) throw new Error('nothing to drag');
  await page.mouse.move(from.x + 20, from.y + 8);
  await page.mouse.down();
  for (const part of [0.1, 0.3, 0.5, 0.7, 0.9, 1]) {
    await page.mouse.move(from.x + 30, from.y + (target.y + target.height - 10 - from.y) * part, { steps: 5 });
  }
  await page.mouse.up();
  await saved(page);
  expect(await names(page)).toEqual(['b2', 'b3', 'b1', 'b4']);
  await page.reload();
  expect(await names(page)).toEqual(['b2', 'b3', 'b1', 'b4']);
  await expect(page.getByLabel('Words of Text 4')).toHaveValue('A text of {{C12 figure}}.');
});

test('what is typed while something is being saved is kept, and Undo takes back one step at a time', async ({
  page,
}) => {
  const path = await openSheet(page, { blocks: blocksOf('C1', 'Begun.') });
  await page.route('**/desk/fact-sheets/*', async (route) => {
    if (route.request().method() === 'POST') await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  const text = page.getByLabel('Words of Text 2');
  const words = ' It goes on, letter by letter, while earlier ones are on their way, and none of them is lost.';
  await text.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words, { delay: 60 });
  await expect(text).toHaveValue(`Begun.${words}`);
  await saved(page);
  await text.fill('Something else.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(text).toHaveValue(`Begun.${words}`);
  // Letters that come while Undo is under way are what is meant.
  await page.getByRole('button', { name: 'Undo' }).click();
  await text.fill('Written meanwhile.');
  await saved(page);
  await expect(text).toHaveValue('Written meanwhile.');
  await page.goto(path);
  await expect(text).toHaveValue('Written meanwhile.');
});

test.describe('in two tabs', () => {
  for (const choice of ['Keep what stands here', 'Take what was saved there']) {
    test(`${choice}: the other comes back with Undo`, async ({ page, context }) => {
      const path = await openSheet(page, { blocks: blocksOf('C1', 'As it was.') });
      const other = await context.newPage();
      await other.goto(path);
      // Filling selects and then types: between the two the page must not be taking its fields over.
      await other.waitForLoadState('networkidle');
      await other.getByLabel('Words of Text 2').fill('Written there.');
      await saved(other);
      const text = page.getByLabel('Words of Text 2');
      await text.fill('Written here.');
      const alert = page.getByRole('alert').filter({ hasText: 'This sheet was saved in another tab or window.' });
      await expect(alert).toBeVisible();
      await text.press('End');
      await page.keyboard.type(' And more.');
      await page.getByRole('button', { name: choice }).click();
      await expect(alert).toHaveCount(0);
      const [first, second] = choice.startsWith('Keep')
        ? ['Written here. And more.', 'Written there.']
        : ['Written there.', 'Written here. And more.'];
      await expect(text).toHaveValue(first);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(text).toHaveValue(second);
      await other.reload();
      await expect(other.getByLabel('Words of Text 2')).toHaveValue(second);
    });
  }
});

test.describe('on a bad line', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|unexpected response|Failed to fetch/] });

  test('offline it is said, what is typed stays, and is saved when the line is back', async ({ page, context }) => {
    const path = await openSheet(page, { blocks: blocksOf('C1', 'As it was.') });
    await context.setOffline(true);
    const text = page.getByLabel('Words of Text 2');
    await text.fill('Written in a tunnel.');
    await expect(page.getByRole('status').filter({ hasText: 'Not saved: the site cannot be reached.' })).toBeVisible();
    await text.press('End');
    await page.keyboard.type(' And after it.');
    await context.setOffline(false);
    await saved(page);
    await page.goto(path);
    await expect(text).toHaveValue('Written in a tunnel. And after it.');
  });

  test('a session that has ended is said, and what was typed is saved after signing in elsewhere', async ({
    page,
    context,
  }) => {
    const person = await makePerson(['advocate']);
    const id = await makeSheetFor(person, { blocks: blocksOf('C1', 'As it was.') });
    await signIn(page, person, `/desk/fact-sheets/${id}`);
    await context.clearCookies();
    const text = page.getByLabel('Words of Text 2');
    await text.fill('Written too late.');
    await expect(page.getByRole('status').filter({ hasText: 'you are no longer signed in' })).toBeVisible();
    await signIn(await context.newPage(), person, '/desk');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await saved(page);
    await page.reload();
    await expect(text).toHaveValue('Written too late.');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every button works, and what was typed beside it is saved with it', async ({ page }) => {
    test.setTimeout(90_000);
    const path = await openSheet(page, { title: '' });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.getByLabel('Title').fill('Without scripts');
    await press('Add a heading');
    await page.getByLabel('Words of Heading 1').fill('What is known');
    await press('Add a text');
    await page.getByLabel('Words of Text 2').fill('Of them, {{C1 figure}} are children.');
    await page.getByLabel('Place a claim').fill('12.3 million');
    await press('Search');
    await expect(page.getByLabel('Words of Text 2')).toHaveValue('Of them, {{C1 figure}} are children.');
    await press('Place C24');
    await page.getByLabel('Wording').selectOption('short');
    await press('Move Claim 3 up');
    await expect(page.getByRole('listitem', { name: 'Claim 2' })).toContainText('at least 12.3 million people');
    await press('Remove Heading 1');
    await expect(page.getByLabel('Words of Heading 1')).toHaveCount(0);
    await press('Undo');
    await expect(page.getByLabel('Words of Heading 1')).toHaveValue('What is known');

    const finding = page
      .getByRole('list', { name: 'Checks of Claim 2' })
      .getByRole('listitem')
      .filter({ hasText: 'Superseded' });
    await finding.getByText('Pass it over, with a reason').click();
    await finding.getByLabel('Reason, which is printed').fill('too short');
    await page.getByLabel('Title').fill('Without any scripts');
    await finding.getByRole('button', { name: 'Pass it over' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'a reason has at least ten characters' })).toBeVisible();
    await expect(finding.getByLabel('Reason, which is printed')).toHaveValue('too short');
    await expect(page.getByLabel('Title')).toHaveValue('Without any scripts');
    await finding.getByLabel('Reason, which is printed').fill('It is what the law of 2005 quotes.');
    await finding.getByRole('button', { name: 'Pass it over' }).click();
    await expect(finding).toContainText('Because: It is what the law of 2005 quotes.');
    await press('Do not pass it over');
    await expect(finding).not.toContainText('Because:');
    await page.goto(`${path}/preview`);
    await expect(page.getByRole('heading', { name: 'Without any scripts' })).toBeVisible();
  });

  test('a form that is older than what is saved is not saved over it unasked', async ({ page, context }) => {
    const path = await openSheet(page, { blocks: blocksOf('C1', 'As it was.') });
    const other = await context.newPage();
    await other.goto(path);
    await other.getByLabel('Words of Text 2').fill('Written there.');
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByLabel('Words of Text 2').fill('Written here.');
    for (let time = 0; time < 2; time += 1) {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'saved in another tab' })).toBeVisible();
      await expect(page.getByLabel('Words of Text 2')).toHaveValue('Written here.');
    }
    await page.getByRole('button', { name: 'Keep what stands here' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'saved in another tab' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByLabel('Words of Text 2')).toHaveValue('Written there.');
  });
});
