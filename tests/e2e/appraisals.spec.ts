import { expect, type Page } from '@playwright/test';
import pg from 'pg';
import { accessibilityFaults, overflow, test } from '../support/page-checks';
import { answerAacods, beginAppraisal } from '../support/appraisal-steps';
import { makePerson, peopleDatabaseUrl, signIn } from '../support/people';

// Two editors in browsers of their own, on a source of the evidence base that no other run has begun with.

async function freshSource(): Promise<string> {
  const rows = await run(
    `select 'S' || id as id from sources where id between 31 and 9999
      and not exists (select from appraisal_rounds where subject = 'S' || sources.id) order by random() limit 1`,
    [],
  );
  return rows[0].id;
}

/** Runs SQL with the rights of the web server. */
async function run(statement: string, values: unknown[]): Promise<pg.QueryResult['rows']> {
  const client = new pg.Client({ connectionString: peopleDatabaseUrl() });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}

/** A source that this test alone knows: it is changed and merged away. */
async function ownSource(title: string): Promise<string> {
  const rows = await run(
    `insert into sources (key, short_name, organisation, type, title, author, verification_level, verification_confidence, verification_how)
     values ('e2e-' || gen_random_uuid(), 'Test 2026', 'A body', 'report', $1, '[]', 'copy', 'low', 'Made up by a test.')
     returning 'S' || id as id`,
    [title],
  );
  return rows[0].id;
}

async function usable(page: Page) {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await expect(page.locator('h1')).toHaveCount(1);
}

test('two editors who differ settle it by consensus, and the grade is shown with how it came about @phone', async ({
  page,
  browser,
  baseURL,
}, { project }) => {
  test.setTimeout(180_000);
  const subject = await freshSource();
  const [ana, ben] = [
    await makePerson(['editor'], { name: 'Ana Test' }),
    await makePerson(['editor'], { name: 'Ben Test' }),
  ];
  await signIn(page, ana);
  await page.goto('/desk/appraisals');
  await usable(page);
  await page.getByLabel('Open a round for').fill(subject.toLowerCase());
  await page.getByRole('button', { name: 'Look it up' }).click();
  await usable(page);
  await page.getByRole('button', { name: 'Open the round' }).click();
  await expect(page).toHaveURL(/\/desk\/appraisals\/\d+$/);
  const round = page.url();
  await usable(page);

  await beginAppraisal(page, round);
  await usable(page);
  await page.getByRole('button', { name: 'Hand in for good' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Something is missing');
  await usable(page);
  await answerAacods(page, 'ana', { checked: true, letter: /^A · / });
  await page.getByRole('button', { name: 'Save and see the proposal' }).click();
  await expect(page.getByText('Proposed from your answers')).toContainText('A · Completely reliable');
  await page.getByRole('button', { name: 'Hand in for good' }).click();
  await expect(page.getByText('You have handed yours in')).toBeVisible();
  await usable(page);

  const { viewport, colorScheme } = project.use;
  const context = await browser.newContext({ baseURL, viewport, colorScheme });
  const other = await context.newPage();
  await signIn(other, ben);
  await beginAppraisal(other, round);
  await expect(other.getByText('says ana')).toHaveCount(0);
  await expect(other.getByText('Ana Test')).toHaveCount(0);
  await answerAacods(other, 'ben', { checked: false, letter: /^D · / });
  await other.getByRole('button', { name: 'Hand in for good' }).click();
  await expect(other.getByText('they judge differently')).toBeVisible();
  await expect(other.getByText('Ana Test').first()).toBeVisible();
  await usable(other);

  await page.reload();
  await page.getByRole('radio', { name: /^C · / }).check();
  await page.getByLabel('How you came to it together').fill('Half of the references were found.');
  await page.getByRole('button', { name: 'Offer this to the other' }).click();
  await expect(page.getByText('You offered this')).toBeVisible();
  await usable(page);
  await other.reload();
  await usable(other);
  await other.getByRole('button', { name: 'Accept it as the outcome' }).click();
  await expect(other.getByRole('heading', { name: 'Outcome' })).toBeVisible();
  await usable(other);
  await context.close();

  await page.goto(`/sources/${subject}`);
  const grade = page.getByRole('region', { name: 'Source reliability' });
  await expect(async () => {
    await page.reload();
    await expect(grade).toContainText('C · Fairly reliable', { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expect(grade).toContainText('Graded by two editors');
  await expect(grade).toContainText('settled their difference');
  await expect(grade.getByRole('link', { name: /AACODS/ })).toHaveAttribute('href', '/method/instruments/aacods');
  await usable(page);
  await page.goto('/method/agreement');
  await expect(page.getByRole('region', { name: /Agreement: Grey literature/ })).toContainText('under ten pairs');
  await usable(page);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('an editor begins, answers, is told what is missing, and hands in', async ({ page }, { project }) => {
    test.skip(project.name !== 'desktop');
    const editor = await makePerson(['editor']);
    await signIn(page, editor);
    await page.goto(`/desk/appraisals/new?subject=${await freshSource()}`);
    await page.getByRole('button', { name: 'Open the round' }).click();
    await page.getByRole('button', { name: 'Begin your appraisal' }).click();
    await expect(page.getByRole('alert').first()).toContainText('Say whether you have interests to declare');
    await page.getByRole('radio', { name: 'I have none to declare' }).check();
    await page.getByRole('button', { name: 'Begin your appraisal' }).click();
    await expect(page.getByRole('heading', { name: 'Questions' })).toBeVisible();
    await answerAacods(page, 'her', { checked: false, letter: /^A · / });
    await page.getByRole('button', { name: 'Hand in for good' }).click();
    await expect(page.getByRole('alert').first()).toContainText('your judgement differs from the proposal');
    await expect(
      page.getByRole('group', { name: /^2\.2/ }).getByRole('radio', { name: 'No', exact: true }),
    ).toBeChecked();
    await page.getByLabel('Why you judge otherwise than proposed').fill('Its data were seen in another work.');
    await page.getByRole('button', { name: 'Hand in for good' }).click();
    await expect(page.getByText('You have handed yours in')).toBeVisible();
  });
});

test('an editor who works for the publisher is told so and cannot begin', async ({ page }) => {
  const editor = await makePerson(['editor'], { affiliations: ['ilo'] });
  await signIn(page, editor);
  await page.goto('/desk/appraisals/new?subject=C1');
  await expect(page.getByText('You work for ilo')).toBeVisible();
});

test('the instruments and the agreement are public @phone', async ({ page }) => {
  for (const path of [
    '/method/instruments',
    '/method/instruments/counts',
    '/method/instruments/gather',
    '/method/agreement',
  ]) {
    expect((await page.goto(path))?.status()).toBe(200);
    await usable(page);
  }
});

test('an appraiser is told what changed meanwhile, and where a record went that was merged away @dark', async ({
  page,
  browser,
  baseURL,
}, { project }) => {
  test.setTimeout(180_000);
  const [subject, survivor] = [await ownSource('A report on something'), await ownSource('The same report')];
  const [ana, ben, sena] = [
    await makePerson(['editor'], { name: 'Ana Test' }),
    await makePerson(['editor'], { name: 'Ben Test' }),
    await makePerson(['senior-editor'], { name: 'Sena Test' }),
  ];
  await signIn(page, ana);
  await page.goto(`/desk/appraisals/new?subject=${subject}`);
  await page.getByRole('button', { name: 'Open the round' }).click();
  await expect(page).toHaveURL(/\/desk\/appraisals\/\d+$/);
  const round = page.url();
  await beginAppraisal(page, round);
  await answerAacods(page, 'ana', { checked: true, letter: /^A · / });
  await page.getByRole('button', { name: 'Hand in for good' }).click();
  await expect(page.getByText('You have handed yours in')).toBeVisible();

  const { viewport, colorScheme } = project.use;
  const context = await browser.newContext({ baseURL, viewport, colorScheme });
  const other = await context.newPage();
  await signIn(other, ben);
  await beginAppraisal(other, round);
  await answerAacods(other, 'ben', { checked: true, letter: /^B · / });
  const change = 'update sources set title = $2, version = version + 1 where id = $1';
  await run(change, [subject.slice(1), 'A report on something else']);
  await other.getByLabel('Why you judge otherwise than proposed').fill('Nobody cites it.');
  await other.getByRole('button', { name: 'Hand in for good' }).click();
  await expect(other.getByRole('alert').first()).toContainText('has changed since this page was made');
  await expect(other.getByText('It has changed since the first of the two handed in')).toBeVisible();
  await expect(other.getByText('Its bibliographic record changed.')).toBeVisible();
  await usable(other);
  await page.reload();
  await expect(page.getByText('It has changed since you handed in')).toBeVisible();
  await usable(page);
  await other.getByRole('button', { name: 'Hand in for good' }).click();
  await expect(other.getByText('they judge differently')).toBeVisible();
  await expect(other.getByText('It has changed since Ana Test handed in')).toBeVisible();
  await usable(other);
  await context.close();

  const third = await browser.newContext({ baseURL, viewport, colorScheme });
  const senior = await third.newPage();
  await signIn(senior, sena);
  await senior.goto(`/desk/records/${subject}/merge?with=${survivor}`);
  await senior.getByText(`Keep ${survivor}`).click();
  const step = senior.locator('details', { hasText: `Keep ${survivor}` });
  await step.getByLabel('Why the two are one').fill('The same report.');
  await step.getByLabel('I have looked at both').check();
  await step.getByRole('button', { name: `Merge ${subject} into ${survivor}` }).click();
  await expect(senior).toHaveURL(new RegExp(`/desk/records/${survivor}`));
  await third.close();

  expect((await page.reload())?.status()).toBe(200);
  await expect(page.getByText(`${subject} is no longer there`)).toBeVisible();
  await expect(page.getByText(`${subject} was merged into ${survivor}.`)).toBeVisible();
  await usable(page);
  await page.goto('/desk/appraisals');
  await expect(page.getByRole('region', { name: /^Differing/ }).getByText(subject)).toHaveCount(0);
  await usable(page);
  await page.goto(round);
  await page.getByRole('link', { name: survivor, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/desk/records/${survivor}`));
});
