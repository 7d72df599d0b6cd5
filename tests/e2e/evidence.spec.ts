import { expect, type Page } from '@playwright/test';
import { accessibilityFaults, overflow, test } from '../support/page-checks';
import { begin, handInAndPublish, makeClaim, makeSource, mark, save } from '../support/evidence-steps';
import { makePerson, signIn } from '../support/people';

// Making evidence at the desk, as an editor does it: in a browser, with scripts and without.

const EDITORS = ['editor', 'senior-editor'] as const;

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('an editor makes a source and a claim, and a senior editor publishes them', async ({ page }) => {
      test.setTimeout(120_000);
      const words = mark();
      await signIn(page, await makePerson(EDITORS), '/desk/drafts');
      const sourceId = await handInAndPublish(page, await makeSource(page, `Report ${words}`));
      const claimId = await handInAndPublish(page, await makeClaim(page, `in ${words}`, sourceId));
      const response = await page.goto(`/claims/${claimId}`);
      expect(response?.status()).toBe(200);
      const main = page.getByRole('main');
      await expect(main).toContainText(words);
      await expect(main).toContainText('Thailand');
      await expect(main.getByRole('link', { name: `Report ${words} 2026`, exact: true })).toHaveAttribute(
        'href',
        `/sources/${sourceId}`,
      );
    });

    test('an unfinished form is saved, and says what is missing beside its fields', async ({ page }) => {
      await signIn(page, await makePerson(EDITORS), '/desk/drafts');
      await begin(page, 'claim');
      await page.getByLabel('Value').fill('about two million');
      await save(page);
      const summary = page.getByRole('region', { name: 'Saved, but not whole yet' });
      await expect(summary).toBeFocused();
      await expect(page.getByLabel('Value')).toHaveValue('about two million');
      await expect(page.getByLabel('Value')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel('Value')).toHaveAccessibleDescription(/Value must be a number/);
      await summary.getByRole('link', { name: 'Statement is needed' }).click();
      await expect(page).toHaveURL(/#field-statement$/);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });

    test('the second of two who save one draft sees both versions and chooses', async ({ page, browser, baseURL }) => {
      const words = mark();
      await signIn(page, await makePerson(EDITORS), '/desk/drafts');
      const draft = await makeSource(page, `Both ${words}`);
      const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: scripts });
      const other = await context.newPage();
      await signIn(other, await makePerson(EDITORS), '/desk/drafts');
      await page.goto(`${draft}/edit`);
      await other.goto(`${draft}/edit`);
      await other.getByLabel('What the work says').fill('Their words.');
      await save(other);
      await context.close();
      await page.getByLabel('What the work says').fill('My words.');
      await page.getByLabel('Volume').fill('7');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const clash = page.getByRole('region', { name: 'Somebody else saved this meanwhile' });
      await expect(clash).toContainText('Their words.');
      await expect(clash).toContainText('My words.');
      await clash.getByRole('radio', { name: /^Theirs/ }).check();
      await clash.getByRole('button', { name: 'Save what is chosen' }).click();
      await page.waitForURL(/saved=yes/);
      await expect(page.getByLabel('What the work says')).toHaveValue('Their words.');
      await expect(page.getByLabel('Volume')).toHaveValue('7');
    });
  });
}

test('markup in every text field is shown as text and never run', async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, await makePerson(EDITORS), '/desk/drafts');
  const attack = `<img src=x onerror=alert(1)><script>document.title='taken'</script>`;
  const draft = await makeSource(page, 'Markup');
  await page.goto(`${draft}/edit`);
  for (const name of ['shortName', 'title', 'organisation', 'publisher', 'says', 'note', 'citedAs', 'author']) {
    await page.locator(`[name="${name}"]`).fill(attack);
  }
  await save(page);
  await page.goto(draft);
  await expect(page.getByRole('main')).toContainText('<img src=x onerror=alert(1)>');
  await expect(page).toHaveTitle(/Plumbline/);
  expect(await page.getByRole('main').locator('img[src="x"]').count()).toBe(0);
});

test('what may be there already is found while typing', async ({ page }) => {
  await signIn(page, await makePerson(EDITORS), '/desk/drafts');
  await begin(page, 'source');
  await page.getByLabel('Title').pressSequentially('Every child counts: new global estimates on child labour');
  const hits = page.getByRole('status', { name: 'Possible duplicates' });
  await expect(hits.getByRole('link', { name: 'S2', exact: true })).toBeVisible();
  await expect(hits).toContainText('The same title');
});

/** Answers every question of the browser with yes, and writes down that it was asked. */
function questions(page: Page): string[] {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  return asked;
}

const kept = (page: Page) => page.getByRole('status').filter({ hasText: /was kept at \d\d:\d\d/ });

test('what is typed is kept, stands in the form again, and is saved or dropped', async ({ page }) => {
  await signIn(page, await makePerson(EDITORS), '/desk/drafts');
  const draft = await begin(page, 'source');
  await page.getByLabel('Title').pressSequentially('Typed and never saved');
  await expect(kept(page)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByLabel('Title')).toBeFocused();
  await page.goto(draft);
  await page.getByRole('link', { name: 'The source', exact: true }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Typed and never saved');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Drop it' }).click();
  await page.waitForURL(/done=dropped/);
  await page.goto(`${draft}/edit`);
  await expect(page.getByLabel('Title')).toHaveValue('');
});

test('the browser asks before text is left that is nowhere else, and not when it is saved or kept', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await signIn(page, await makePerson(EDITORS), '/desk/drafts');
  const draft = await begin(page, 'source');
  const asked = questions(page);
  await page.getByLabel('Title').pressSequentially('Left at once');
  await page.goto('/about');
  expect(asked.splice(0)).toEqual(['beforeunload']);
  // Nothing was typed.
  await page.goto(`${draft}/edit`);
  await page.getByLabel('Title').click();
  await page.goto('/about');
  await page.goto(`${draft}/edit`);
  await page.getByLabel('Title').fill('Saved');
  await save(page);
  await page.goto('/about');
  await page.goto(`${draft}/edit`);
  await page.getByLabel('Title').pressSequentially('Kept');
  await expect(kept(page)).toBeVisible({ timeout: 15_000 });
  await page.goto('/about');
  expect(asked).toEqual([]);
});

test('text stays in the form when it cannot be saved, and the browser asks before it is left', async ({ page }) => {
  const words = mark();
  await signIn(page, await makePerson(EDITORS), '/desk/drafts');
  const draft = await makeSource(page, `Closed ${words}`);
  await page.goto(`${draft}/edit`);
  const other = await page.context().newPage();
  await other.goto(draft);
  await other.locator('summary', { hasText: 'Discard the draft' }).click();
  await other.getByRole('button', { name: 'Discard the draft' }).click();
  await other.waitForURL(/done=discard/);
  const asked = questions(page);
  await page.getByLabel('What the work says').pressSequentially('Long thought about.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('This draft was discarded meanwhile.')).toBeVisible();
  await expect(page.getByLabel('What the work says')).toHaveValue('Long thought about.');
  await page.goto('/about');
  expect(asked).toEqual(['beforeunload']);
});

test('two who type in one draft at once each find their own text again', async ({ page, browser, baseURL }) => {
  test.setTimeout(90_000);
  await signIn(page, await makePerson(EDITORS), '/desk/drafts');
  const draft = await begin(page, 'source');
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const other = await context.newPage();
  await signIn(other, await makePerson(EDITORS), '/desk/drafts');
  await other.goto(`${draft}/edit`);
  await page.getByLabel('Title').pressSequentially('Mine');
  await other.getByLabel('Title').pressSequentially('Theirs');
  await Promise.all([
    expect(kept(page)).toBeVisible({ timeout: 15_000 }),
    expect(kept(other)).toBeVisible({ timeout: 15_000 }),
  ]);
  for (const [who, text] of [
    [page, 'Mine'],
    [other, 'Theirs'],
  ] as const) {
    await who.goto(`${draft}/edit`);
    await expect(who.getByLabel('Title')).toHaveValue(text);
  }
  await context.close();
});

test.describe('who may not see a draft', () => {
  test.use({ expectedErrors: [/40[34]/] });

  test('does not: a stranger at any address, and an advocate at the desk', async ({ page, browser, baseURL }) => {
    test.setTimeout(90_000);
    const words = mark();
    await signIn(page, await makePerson(EDITORS), '/desk/drafts');
    const draft = await makeSource(page, `Secret ${words}`);
    const recordId = /S\d+/.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? '';
    const context = await browser.newContext({ baseURL: baseURL ?? '' });
    const stranger = context.request;
    for (const path of [draft, `${draft}/edit`, '/desk/drafts?show=all', `/desk/records/${recordId}`]) {
      const response = await stranger.get(path, { maxRedirects: 0 });
      expect(response.status(), path).toBe(303);
      expect(response.headers().location).toContain('/sign-in');
    }
    for (const path of [`/sources/${recordId}`, `/sources/${recordId}/cite.bib`, `/api/v1/sources/${recordId}`]) {
      expect((await stranger.get(path)).status(), path).toBe(404);
    }
    for (const path of [`/sources?q=${words}`, `/api/v1/sources?q=${words}`]) {
      expect(await (await stranger.get(path)).text(), path).not.toContain(`Secret ${words}`);
    }
    const advocate = await context.newPage();
    await signIn(advocate, await makePerson(['advocate']));
    for (const path of [draft, `${draft}/edit`, '/desk/drafts', `/desk/records/S1`]) {
      const response = await advocate.goto(path);
      expect(response?.status(), path).toBe(403);
      await expect(advocate.getByRole('main')).toContainText('an account is needed that is editor or senior editor');
      expect(await advocate.content()).not.toContain(words);
    }
    await context.close();
  });
});

test('a merged source leads to its survivor: page, words behind it, file and API', async ({ page }) => {
  test.setTimeout(120_000);
  const words = mark();
  await signIn(page, await makePerson(EDITORS), '/desk/drafts');
  const stays = await handInAndPublish(page, await makeSource(page, `One ${words}`));
  const goes = await handInAndPublish(page, await makeSource(page, `Two ${words}`));
  expect((await page.request.get(`/sources/${goes}`)).status()).toBe(200);
  await page.goto(`/desk/records/${stays}/merge?with=${goes}`);
  await page.locator('summary', { hasText: `Keep ${stays}` }).click();
  await page.getByLabel('Why the two are one').first().fill('The same work.');
  await page.getByRole('checkbox', { name: 'I have looked at both' }).first().check();
  await page.getByRole('button', { name: `Merge ${goes} into ${stays}` }).click();
  await page.waitForURL(/done=merged/);
  const moved = async (path: string) => {
    const response = await page.request.get(path, { maxRedirects: 0 });
    return `${response.status()} ${new URL(response.headers().location ?? '/nowhere', page.url()).pathname}`;
  };
  await expect.poll(() => moved(`/sources/${goes}`), { timeout: 10_000 }).toBe(`308 /sources/${stays}`);
  expect(await moved(`/sources/${goes}/two-${words}`)).toBe(`308 /sources/${stays}`);
  expect(await moved(`/sources/${goes}/cite.ris`)).toBe(`308 /sources/${stays}/cite.ris`);
  expect(await moved(`/api/v1/sources/${goes}`)).toBe(`308 /api/v1/sources/${stays}`);
});

test('more text than any record holds is refused in words', async ({ page }) => {
  await signIn(page, await makePerson(EDITORS), '/desk/drafts');
  const draft = await begin(page, 'source');
  const response = await page.request.post(`${draft}/edit`, {
    headers: { Origin: new URL(page.url()).origin, 'Sec-Fetch-Site': 'same-origin' },
    multipart: { title: 'x'.repeat(10 * 1024 * 1024) },
  });
  expect(response.status()).toBe(413);
  expect(await response.text()).toContain('A field takes 20,000 characters');
});

test('every page of a draft can be used by everybody', { tag: '@phone' }, async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, await makePerson(EDITORS), '/desk/drafts');
  const draft = await begin(page, 'claim');
  const pages = [
    '/desk/drafts',
    '/desk/drafts/new?kind=source&title=children',
    '/desk/drafts/new?kind=claim',
    draft,
    `${draft}/edit?check=yes`,
    `${draft}/method`,
    `${draft}/citations/new?from=C1`,
    `${draft}/relations/new`,
    '/desk/records/C1',
    '/desk/records/C1/merge?with=C3',
  ];
  for (const path of pages) {
    await page.goto(path);
    expect(await accessibilityFaults(page), path).toEqual([]);
    expect(await overflow(page), path).toBeLessThanOrEqual(0);
    await expect(page.locator('h1')).toHaveCount(1);
  }
});
