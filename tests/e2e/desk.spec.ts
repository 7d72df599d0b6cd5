import { type Browser, expect as baseExpect, type Page } from '@playwright/test';
import type { Role } from '../../src/domain/permission';
import { answerAacods, beginAppraisal } from '../support/appraisal-steps';
import { handIn, makeClaim, makeSource, mark, publish } from '../support/evidence-steps';
import { test } from '../support/page-checks';
import { makePerson, signIn } from '../support/people';

// One piece of evidence from its first draft to readers, by several people who each see what is theirs.

/** A record's page may be ten seconds old. */
const expect = baseExpect.configure({ timeout: 15_000 });

test.use({ expectedErrors: [/status of 40[34]/] });

/** Somebody signed in, in a browser of their own. */
async function somebody(browser: Browser, baseURL: string | undefined, role: Role, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await signIn(page, await makePerson([role], { name }));
  return page;
}

// Long: one story, told as it happens.
test('a source is drafted, appraised by two who differ, settled, published with its grade, and cited by a claim', async ({
  page: stranger,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const words = mark();
  const ana = await somebody(browser, baseURL, 'editor', 'Ana Author');
  const ben = await somebody(browser, baseURL, 'editor', 'Ben Blind');
  const sam = await somebody(browser, baseURL, 'senior-editor', 'Sam Senior');
  const advocate = await somebody(browser, baseURL, 'advocate', 'Ada Advocate');

  const draft = await makeSource(ana, `Study ${words}`);
  await handIn(ana, draft);
  await ana.getByRole('link', { name: /^Appraise S\d+$/ }).click();
  const subject = /S\d+/.exec(ana.url())?.[0] ?? '';
  await ana.getByRole('button', { name: 'Open the round' }).click();
  await ana.waitForURL(/\/desk\/appraisals\/\d+$/);
  const round = ana.url();

  // Nobody outside sees it, at any address; who may not edit is told what would be needed.
  for (const path of [
    `/sources/${subject}`,
    `/api/v1/sources/${subject}`,
    `/sources/${subject}/cite.ris`,
    `/sources/${subject}/history`,
  ]) {
    expect([path, (await stranger.request.get(path)).status()]).toEqual([path, 404]);
  }
  expect(await (await stranger.request.get(`/api/v1/sources?q=${words}`)).json()).toMatchObject({ data: [] });
  await stranger.goto(draft);
  await expect(stranger).toHaveURL(/\/sign-in\?next=/);
  expect((await advocate.goto(`${draft}/edit`))?.status()).toBe(403);
  await expect(advocate.getByText('editor or senior editor').first()).toBeVisible();

  await beginAppraisal(ana, round);
  await answerAacods(ana, 'ana', { checked: true, letter: /^A · / });
  await ana.getByRole('button', { name: 'Hand in for good' }).click();
  await expect(ana.getByText('You have handed yours in')).toBeVisible();
  await beginAppraisal(ben, round);
  await expect(ben.getByText('Ana Author')).toHaveCount(0);
  await answerAacods(ben, 'ben', { checked: false, letter: /^D · / });
  await ben.getByRole('button', { name: 'Hand in for good' }).click();
  await expect(ben.getByText('they judge differently')).toBeVisible();
  await ana.reload();
  await ana.getByRole('radio', { name: /^C · / }).check();
  await ana.getByLabel('How you came to it together').fill('Half of the references were found.');
  await ana.getByRole('button', { name: 'Offer this to the other' }).click();
  await expect(ana.getByText('You offered this')).toBeVisible();
  await ben.reload();
  await ben.getByRole('button', { name: 'Accept it as the outcome' }).click();
  await expect(ben.getByRole('heading', { name: 'Outcome' })).toBeVisible();

  // Settled, and still nobody's but the desk's, until a senior editor publishes it.
  expect((await stranger.request.get(`/sources/${subject}`)).status()).toBe(404);
  expect(await publish(sam, draft)).toBe(subject);
  await expect
    .poll(async () => (await stranger.request.get(`/sources/${subject}`)).status(), { timeout: 15_000 })
    .toBe(200);
  await stranger.goto(`/sources/${subject}`);
  const grade = stranger.getByRole('region', { name: 'Source reliability' });
  await expect(grade).toContainText('C · Fairly reliable');
  await expect(grade).toContainText('Graded by two editors');

  const claimDraft = await makeClaim(ana, `in ${words}`, subject);
  await handIn(ana, claimDraft);
  const claim = await publish(sam, claimDraft);
  await stranger.goto(`/claims/${claim}/history`);
  await expect(stranger.locator('.event').filter({ hasText: 'Sam Senior' }).first()).toContainText('Published');
  await stranger.goto(`/claims?q=${words}`);
  await expect(stranger.getByRole('link', { name: /^A made-up report/ })).toHaveAttribute(
    'href',
    new RegExp(`/claims/${claim}/`),
  );
});
