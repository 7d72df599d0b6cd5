import { expect } from '@playwright/test';
import { accessibilityFaults, overflow, test } from '../support/page-checks';
import { makePerson, signIn } from '../support/people';
import { blocksOf, makeSheetFor } from '../support/release-steps';

// A fact sheet in a link, for whoever has no account: it grows from claim to claim, and comes along into an account.

const TEXT = 'Text and claims';

test('claims that are added from their pages come together in one sheet, which stays when one goes back', async ({
  page,
}) => {
  await page.goto('/claims/C1');
  await page
    .getByRole('link', { name: /Add C1 to a fact sheet/ })
    .first()
    .click();
  await expect(page.getByLabel(TEXT)).toHaveValue('{{C1}}');
  await page.getByLabel('Title').fill('Two figures');
  await page.getByRole('button', { name: 'Check and show' }).click();
  await page.waitForURL(/title=Two\+figures/);
  await page.goto('/claims/C3');
  await page
    .getByRole('link', { name: /Add C3 to a fact sheet/ })
    .first()
    .click();
  await expect(page.getByLabel(TEXT)).toHaveValue('{{C1}}\n\n{{C3}}');
  await expect(page.getByLabel('Title')).toHaveValue('Two figures');
  await page.goBack();
  await expect(page).toHaveURL(/\/claims\/C3$/);
  await page.goForward();
  await expect(page.getByLabel(TEXT)).toHaveValue('{{C1}}\n\n{{C3}}');
  await page.reload();
  await expect(page.getByLabel(TEXT)).toHaveValue('{{C1}}\n\n{{C3}}');
});

test('opening the page anew writes nothing over the sheet that this browser keeps', async ({ page }) => {
  await page.goto('/fact-sheets/new');
  await page.getByLabel('Title').fill('Typed and not sent');
  await page.getByLabel(TEXT).fill('Of them, {{C1 figure}}.');
  await page.goto('/fact-sheets/new');
  const offer = page.getByRole('status').filter({ hasText: 'This browser keeps a sheet: “Typed and not sent”.' });
  await expect(offer).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await offer.getByRole('button', { name: 'Go on with it' }).click();
  await expect(page.getByLabel(TEXT)).toHaveValue('Of them, {{C1 figure}}.');
  await page.goto('/fact-sheets/new');
  await offer.getByRole('button', { name: 'Forget it' }).click();
  await page.goto('/fact-sheets/new?add=C3');
  await expect(page.getByLabel(TEXT)).toHaveValue('{{C3}}');
});

test('Enter in a field checks the sheet, and places nothing', async ({ page }) => {
  await page.goto('/fact-sheets/new?text=%7B%7BC1%7D%7D&q=trafficking');
  await expect(page.getByRole('button', { name: /^Place C/ }).first()).toBeVisible();
  await page.getByLabel('Title').fill('One figure');
  await page.getByLabel('Title').press('Enter');
  await page.waitForURL(/title=One\+figure/);
  await expect(page.getByLabel(TEXT)).toHaveValue('{{C1}}');
});

test('a sheet that is too long for a link says so, loses nothing, and comes along into an account', async ({
  page,
}) => {
  const long = `{{C1}}\n\n${'Nobody knows how many there are. '.repeat(300).trim()}`;
  await page.goto('/fact-sheets/new');
  await page.getByLabel('Title').fill('A long sheet');
  await page.getByLabel(TEXT).fill(long);
  await page.getByRole('button', { name: 'Check and show' }).click();
  const told = page.getByRole('status').filter({ hasText: 'The sheet is too long for a link.' });
  await expect(told).toBeVisible();
  await expect(page.getByLabel(TEXT)).toHaveValue(long);
  const person = await makePerson(['advocate']);
  await told.getByRole('link', { name: 'sign in' }).click();
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/fact-sheets\/new\?kept=yes$/);
  await expect(page.getByLabel(TEXT)).toHaveValue(long);
  await page.getByRole('button', { name: 'Save it to your account' }).click();
  await page.waitForURL(/\/desk\/fact-sheets\/F\d+$/);
  await expect(page.getByLabel('Title')).toHaveValue('A long sheet');
  await expect(page.getByLabel('Words of Text 2')).toHaveValue(long.split('\n\n')[1] ?? '');
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a sheet in a link is saved to the account of whoever signs in from there, whole', async ({ page }) => {
      const person = await makePerson(['advocate']);
      await page.goto('/fact-sheets/new?language=fr&style=chicago&paper=letter');
      await page.getByLabel('Title').fill('Des chiffres & des sources');
      await page.getByLabel('For whom it is written').fill('Qui les cite');
      await page.getByLabel(TEXT).fill('## Ce que l’on sait\n\n{{C1 short}}\n\nUn texte, {{C12 figure}}.');
      await page.getByRole('button', { name: 'Check and show' }).click();
      await page.getByRole('main').getByRole('link', { name: 'sign in' }).click();
      await page.getByLabel('E-mail address').fill(person.email);
      await page.getByLabel('Password').fill(person.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(/\/fact-sheets\/new\?title/);
      await page.getByRole('button', { name: 'Save it to your account' }).click();
      await page.waitForURL(/\/desk\/fact-sheets\/F\d+$/);
      await expect(page.getByLabel('Title')).toHaveValue('Des chiffres & des sources');
      await expect(page.getByLabel('For whom it is written')).toHaveValue('Qui les cite');
      await expect(page.getByLabel('Words of Heading 1')).toHaveValue('Ce que l’on sait');
      await expect(page.getByRole('listitem', { name: 'Claim 2' }).getByLabel('Wording')).toHaveValue('short');
      await expect(page.getByLabel('Words of Text 3')).toHaveValue('Un texte, {{C12 figure}}.');
      for (const [label, value] of [
        ['Language of the labels', 'fr'],
        ['Style of the references', 'chicago'],
        ['Paper', 'letter'],
      ] as const)
        await expect(page.getByLabel(label)).toHaveValue(value);
    });

    test('whoever is signed in adds claims to a sheet of their own', async ({ page }) => {
      const person = await makePerson(['advocate']);
      const id = await makeSheetFor(person, { title: 'Mine', blocks: blocksOf('C12') });
      await signIn(page, person);
      await page.goto('/fact-sheets/new?add=C1,C3');
      await page.getByLabel('Sheet', { exact: true }).selectOption({ label: `${id} Mine` });
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.waitForURL((url) => url.pathname === `/desk/fact-sheets/${id}`);
      await expect(page.getByRole('listitem', { name: 'Claim 3' })).toContainText('C3');
    });
  });
}

test('what is wrong with a link is said, and the rest of it stands', async ({ page }) => {
  const link = new URLSearchParams({
    title: 'T'.repeat(400),
    text: '{{C1}}',
    language: 'xx',
    style: 'chicago',
    paper: 'a9',
  });
  await page.goto(`/fact-sheets/new?${link}&add=C3,foo,C0&title=again`);
  const main = page.getByRole('main');
  await expect(main).toContainText('Not everything in the link could be taken.');
  await expect(main).toContainText('The title is longer than 300 characters, and was cut.');
  await expect(main).toContainText('language: “xx” is no choice, and was left out.');
  await expect(main).toContainText('foo, C0: not the id of a claim, such as C1.');
  await expect(page.getByLabel(TEXT)).toHaveValue('{{C1}}\n\n{{C3}}');
  await expect(page.getByLabel('Style of the references')).toHaveValue('chicago');
  await expect(page.getByLabel('Title')).toHaveValue('T'.repeat(300));
});

test('the page can be used by everybody', { tag: '@phone' }, async ({ page }) => {
  const link = new URLSearchParams({
    title: 'A sheet in a link',
    text: '## What is known\n\nSome 40 million, of whom {{C1 figure}}.\n\n{{C6}}',
    q: 'trafficking in Asia',
  });
  for (const path of ['/fact-sheets/new', `/fact-sheets/new?${link}`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  }
});
