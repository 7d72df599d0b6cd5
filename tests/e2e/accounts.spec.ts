import { expect as baseExpect, type Page } from '@playwright/test';
import { type EmptySite, openEmptySite } from '../support/empty-site';
import { accessibilityFaults, overflow, test } from '../support/page-checks';
import { makePerson, signIn } from '../support/people';
import { totp } from '../support/totp';

/** A password takes its time to be checked, and that is meant. */
const expect = baseExpect.configure({ timeout: 15_000 });

/** What holds on every page here, whatever it shows. */
async function expectSound(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
}

test('a stranger on the desk is led to the sign-in and from there back to where they wanted to go @phone', async ({
  page,
}) => {
  const editor = await makePerson(['editor']);
  await page.goto('/desk?from=a-test');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk%3Ffrom%3Da-test$/);
  await expectSound(page);
  await page.getByLabel('E-mail address').fill(editor.email);
  await page.getByLabel('Password').fill('not the right one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').first()).toContainText('do not belong together');
  await expectSound(page);
  await page.getByLabel('Password').fill(editor.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/desk\?from=a-test$/);
  await expect(page.getByText(editor.name).first()).toBeVisible();
  await expectSound(page);
});

test('a public page shows the way to the desk only to a browser that is signed in', async ({ page }) => {
  const footer = page.getByRole('navigation', { name: 'Footer' });
  await page.goto('/about');
  await expect(footer.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await expect(footer.getByRole('link', { name: 'Desk' })).toBeHidden();
  await signIn(page, await makePerson(['editor']));
  await expect(footer.getByRole('link', { name: 'Desk' })).toBeVisible();
  await page.goto('/about');
  await expect(footer.getByRole('link', { name: 'Desk' })).toBeVisible();
  await expect(footer.getByRole('link', { name: 'Sign in' })).toBeHidden();
  await page.goto('/desk');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await expect(footer.getByRole('link', { name: 'Sign in' })).toBeVisible();
});

test('only who may see drafts is shown the way from a claim to its draft, and an advocate learns what they can do', async ({
  page,
}) => {
  const toDraft = page.getByRole('link', { name: 'Edit C1 at the desk' });
  await page.goto('/claims/C1');
  await expect(toDraft).toBeHidden();
  await signIn(page, await makePerson(['advocate']));
  await expect(page.getByText('An advocate makes and releases fact sheets')).toBeVisible();
  await expectSound(page);
  await page.goto('/claims/C1');
  await expect(page.getByRole('link', { name: 'Desk', exact: true })).toBeVisible();
  await expect(toDraft).toBeHidden();
  await page.context().clearCookies();
  await signIn(page, await makePerson(['editor']));
  await page.goto('/claims/C1');
  await expect(toDraft).toBeVisible();
});

test('a new key stands in the list beside it at once', async ({ page }) => {
  await signIn(page, await makePerson(['editor']), '/desk/account/keys');
  await expect(page.getByText('There is no key yet.')).toBeVisible();
  await page.getByLabel('What it is for').fill('A script');
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByText('This is the new key')).toBeVisible();
  await expect(page.getByText('There is no key yet.')).toBeHidden();
  await expect(page.getByRole('cell', { name: 'A script' })).toBeVisible();
  await expectSound(page);
});

test.describe('denied', () => {
  test.use({ expectedErrors: [/status of 403/] });

  test('who may not see a page is told so with status 403, and is not shown the way there @phone', async ({ page }) => {
    await signIn(page, await makePerson(['advocate']));
    await expect(page.getByRole('link', { name: 'People' })).toHaveCount(0);
    const answer = await page.goto('/desk/people');
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not open to your account');
    await expect(page.getByText('an account is needed that is administrator')).toBeVisible();
    await expectSound(page);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('somebody signs in, is told what is wrong, and signs out', async ({ page }) => {
    const editor = await makePerson(['editor']);
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(editor.email);
    await page.getByLabel('Password').fill('not the right one');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('do not belong together')).toBeVisible();
    await page.getByLabel('E-mail address').fill(editor.email);
    await page.getByLabel('Password').fill(editor.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Desk');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto('/desk');
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

const onNewSite = test.extend<object, { site: EmptySite }>({
  site: [
    async ({ browserName: _ }, use) => {
      const site = await openEmptySite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ site }, use) => use(site.address),
});

onNewSite.describe('a new site', () => {
  // Long: one story, told as it happens.
  onNewSite(
    'is set up, somebody is invited, joins, turns the second factor on and signs in with it',
    async ({ page, browser, site }) => {
      onNewSite.setTimeout(120_000);
      await page.goto(site.setUpLink);
      await expectSound(page);
      await page.getByLabel('Name').fill('Adil Admin');
      await page.getByLabel('E-mail address').fill('adil@example.org');
      await page.getByLabel('Password').fill('too short');
      await page.getByRole('button', { name: 'Make the first account' }).click();
      await expect(page.getByText('must have at least 12 characters').first()).toBeVisible();
      await page.getByLabel('Password').fill('a bucket of grey paint');
      await page.getByRole('button', { name: 'Make the first account' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Desk');
      await expect(page.getByText('(administrator, senior editor)')).toBeVisible();
      await page.goto(site.setUpLink);
      await expect(page.getByText('This link does not work')).toBeVisible();

      await page.goto('/desk/people');
      await expectSound(page);
      await page.getByRole('link', { name: 'Invite somebody' }).click();
      await page.getByLabel('E-mail address').fill('edda@example.org');
      await page.getByLabel('Works for').fill('ECPAT');
      await page.getByRole('button', { name: 'Invite' }).click();
      await expect(page.getByText('Roles: choose at least one.').first()).toBeVisible();
      for (const box of await page.getByRole('checkbox').all()) await expect(box).not.toBeChecked();
      await page.getByRole('checkbox', { name: 'editor', exact: true }).check();
      await expectSound(page);
      await page.getByRole('button', { name: 'Invite' }).click();
      await expect(page.getByText('edda@example.org is invited')).toBeVisible();
      await expect(page.getByText('no mail was sent')).toBeVisible();
      const link = (await page.locator('code.secret').textContent()) ?? '';
      await expectSound(page);
      await page.goto('/desk/people');
      await expect(page.getByRole('listitem').filter({ hasText: 'edda@example.org' })).toBeVisible();

      const context = await browser.newContext({ baseURL: site.address });
      const edda = await context.newPage();
      await edda.goto(link);
      await expect(edda.getByText('Adil Admin invites you to Plumbline as an editor.')).toBeVisible();
      await expectSound(edda);
      await edda.getByLabel('Name').fill('Edda Editor');
      await edda.getByLabel('Password').fill('a ladder against the wall');
      await edda.getByRole('button', { name: 'Make my account' }).click();
      await expect(edda.getByRole('heading', { level: 1 })).toHaveText('Desk');
      await expect(edda.getByRole('link', { name: 'People' })).toHaveCount(0);

      await edda.goto('/desk/account/two-factor');
      await edda.getByLabel('Password').fill('a ladder against the wall');
      await edda.getByRole('button', { name: 'Begin' }).click();
      const secret = (await edda.locator('code.secret').textContent()) ?? '';
      const recovery = (await edda.locator('.recovery-codes code').first().textContent()) ?? '';
      await expectSound(edda);
      await edda.getByRole('textbox', { name: 'Code' }).fill('000000');
      await edda.getByRole('button', { name: 'Turn it on' }).click();
      await expect(edda.getByText('This code is not right')).toBeVisible();
      await edda.getByRole('textbox', { name: 'Code' }).fill(totp(secret));
      await edda.getByRole('button', { name: 'Turn it on' }).click();
      await expect(edda.getByText('The second factor is on: from now on')).toBeVisible();
      await expectSound(edda);
      await edda.getByRole('button', { name: 'Sign out' }).click();

      for (const code of [totp(secret), recovery]) {
        await edda.goto('/sign-in?next=/desk/account');
        await edda.getByLabel('E-mail address').fill('edda@example.org');
        await edda.getByLabel('Password').fill('a ladder against the wall');
        await edda.getByRole('button', { name: 'Sign in' }).click();
        await expect(edda.getByRole('heading', { level: 1 })).toHaveText('The code from your app');
        await expectSound(edda);
        if (code === recovery) await edda.getByRole('link', { name: 'Use a recovery code' }).click();
        await edda.getByRole('textbox', { name: /code/i }).fill(code);
        await edda.getByRole('button', { name: 'Continue' }).click();
        await expect(edda.getByRole('heading', { level: 1 })).toHaveText('Account');
        if (code !== recovery) await edda.getByRole('button', { name: 'Sign out' }).click();
      }

      // A second device, which the first one ends.
      const other = await browser.newContext({ baseURL: site.address, storageState: await context.storageState() });
      await page.goto('/desk/account');
      await expect(page.getByRole('row').filter({ hasText: 'this one' })).toHaveCount(1);
      const stolen = await other.newPage();
      await stolen.goto('/desk');
      await expect(stolen.getByRole('heading', { level: 1 })).toHaveText('Desk');
      await edda.getByRole('button', { name: 'Sign out' }).click();
      await edda.waitForURL((url) => url.pathname === '/');
      await stolen.goto('/desk');
      await expect(stolen).toHaveURL(/\/sign-in/);
      await other.close();
      await context.close();
    },
  );
});
