import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { Paragraph } from 'docx';
import { docxOf, pdfOf, pdfWithPages } from '../support/documents';
import { accessibilityFaults, overflow, test } from '../support/page-checks';

// Somebody has written something with figures in it, and asks what stands behind them.

const FAITHFUL =
  'The International Labour Organization estimated that 1.8 million children were exploited in prostitution and in sexual material worldwide in 2000.';
const UNLISTED = 'In our district alone, 4,350 children were helped by outreach teams last winter.';

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check the text' }).click();
  await expect(page.getByRole('heading', { name: /^(\d+ figures?|No figure was found)$/ })).toBeVisible();
}

async function choose(page: Page, name: string, bytes: Uint8Array | Buffer): Promise<void> {
  await page.goto('/check');
  await page.getByLabel('Or a file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
}

const finding = (page: Page, number: number) => page.locator(`#f${number}`);

test('the example has a faithful, a distorted and an unlisted figure, each with what to do about it', async ({
  page,
}) => {
  await page.goto('/check');
  await expect(page.getByText('The text is read and forgotten.')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Try an example' }).click();
  await check(page);
  await expect(finding(page, 1)).toContainText('Faithful');
  await expect(finding(page, 1).getByRole('link', { name: /1\.8 million children/ })).toHaveAttribute(
    'href',
    /^\/claims\/C1\//,
  );
  await expect(finding(page, 1)).toContainText('Very low reliability');
  await expect(finding(page, 1)).toContainText('Does not measure:');
  await expect(finding(page, 2)).toContainText('Distorted');
  await expect(finding(page, 2).locator('.distortions li').first()).toContainText('Stock to flow.');
  await expect(finding(page, 3)).toContainText('No source known');
  await expect(page.getByRole('link', { name: /^1 Distorted/ })).toHaveAttribute('href', '#f2');
  expect(await accessibilityFaults(page)).toEqual([]);
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await overflow(page)]).toEqual([width, 0]);
  }
});

test('after it was sent, the answer has the focus, and the title of the page says it', async ({ page }) => {
  await page.goto('/check?example=yes');
  await check(page);
  await expect(page).toHaveTitle('Checked: 3 figures · Plumbline');
  await expect(page.getByRole('heading', { name: '3 figures' })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Checked. 3 figures: 1 distorted' })).toHaveCount(1);
});

test('a link to a claim opens beside the result, which is kept nowhere else', async ({ page, context }) => {
  await page.goto('/check?example=yes');
  await check(page);
  const [claim] = await Promise.all([
    context.waitForEvent('page'),
    finding(page, 1)
      .getByRole('link', { name: /1\.8 million children .*opens in a new tab/ })
      .click(),
  ]);
  await expect(claim).toHaveURL(/\/claims\/C1\//);
  await expect(finding(page, 1)).toBeVisible();
  const leaving = page.locator('.text-check a:not([href^="#"]):not([target="_blank"])');
  expect(await leaving.evaluateAll((links) => links.map((link) => link.outerHTML))).toEqual([]);
});

test('findings are hidden by verdict, and keys and links pass over what is hidden', async ({ page }) => {
  await page.goto('/check?example=yes');
  await check(page);
  await expect(page.getByRole('heading', { name: '3 figures' })).toBeFocused();
  await page.getByRole('checkbox', { name: 'Distorted (1)' }).uncheck();
  await expect(finding(page, 2)).toBeHidden();
  await page.keyboard.press('n');
  await expect(finding(page, 1)).toBeFocused();
  await page.keyboard.press('n');
  await expect(finding(page, 3)).toBeFocused();
  await finding(page, 1).getByRole('link', { name: 'Next figure' }).click();
  await expect(page).toHaveURL(/#f3$/);
  // Somebody who asks for it by its mark sees it all the same.
  await page.locator('#m2').click();
  await expect(finding(page, 2)).toBeInViewport();
});

test('the second finding about a claim leads to the first, and does not say it all again', async ({ page }) => {
  await page.goto('/check?example=yes');
  await check(page);
  await expect(finding(page, 1)).toContainText('Does not measure:');
  await expect(finding(page, 1)).toContainText('What not to say');
  await expect(finding(page, 2).locator('.matched-claim')).not.toContainText('Does not measure:');
  await expect(finding(page, 2)).not.toContainText('What not to say');
  await expect(finding(page, 2)).toContainText('Very low reliability');
  await finding(page, 2).getByRole('link', { name: 'as in finding 1' }).first().click();
  await expect(finding(page, 1)).toBeInViewport();
});

test('on a phone the approved sentence is copied from beside the verdict, and every target takes a finger', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/check?example=yes');
  await check(page);
  const copy = finding(page, 2).getByRole('button', { name: 'Copy the approved sentence' });
  await expect(copy).toHaveCount(1);
  const [head, button] = [await finding(page, 2).locator('h3').boundingBox(), await copy.boundingBox()];
  expect((button?.y ?? 1e9) - (head?.y ?? 0) - (head?.height ?? 0)).toBeLessThan(30);
  const small = await page
    .locator('main :is(a, button, summary, label, input:not([type="hidden"]))')
    .evaluateAll((all) =>
      all.flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        return one.checkVisibility() && (width < 24 || height < 24) ? [`${one.outerHTML} ${width} ${height}`] : [];
      }),
    );
  expect(small).toEqual([]);
});

test('a mark in the text leads to its finding and back, and says its verdict in words', async ({ page }) => {
  await page.goto('/check?example=yes');
  await check(page);
  const mark = page.getByRole('link', { name: '4,350 (figure 3: No source known)' });
  await mark.click();
  await expect(page).toHaveURL(/#f3$/);
  await expect(finding(page, 3)).toBeInViewport();
  await finding(page, 3)
    .getByRole('link', { name: /Back to it in the text/ })
    .click();
  await expect(page).toHaveURL(/#m3$/);
  await expect(mark).toBeInViewport();
});

test('keys lead from finding to finding, and type where somebody types', async ({ page }) => {
  await page.goto('/check?example=yes');
  await check(page);
  await expect(page.getByText('leads to the next finding')).toBeVisible();
  // It is there where scripts are at work.
  await expect(finding(page, 1).getByRole('button', { name: /Copy the approved sentence/ })).toBeVisible();
  for (const [key, number] of [
    ['n', 1],
    ['j', 2],
    ['n', 3],
    ['n', 3],
    ['p', 2],
    ['k', 1],
  ] as const) {
    await page.keyboard.press(key);
    await expect(finding(page, number)).toBeFocused();
  }
  await page.keyboard.press('Control+j');
  await expect(finding(page, 1)).toBeFocused();
  await finding(page, 1).getByText('Wrong match?').click();
  const reason = finding(page, 1).getByLabel('What is wrong');
  await reason.pressSequentially('no, jinx');
  await expect(reason).toHaveValue('no, jinx');
  await expect(reason).toBeFocused();
});

test('a Word document and a PDF are read, page by page where there are pages', async ({ page }) => {
  await choose(
    page,
    'release.docx',
    await docxOf({ sections: [{ children: [new Paragraph(FAITHFUL), new Paragraph(UNLISTED)] }] }),
  );
  await check(page);
  await expect(page.getByText('release.docx')).toBeVisible();
  await expect(finding(page, 1)).toContainText('Faithful');
  await expect(finding(page, 2)).toContainText('4,350');
  const pdf = await pdfOf((made) => {
    for (let number = 1; number <= 20; number += 1) {
      if (number > 1) made.addPage();
      made.fontSize(11).text(number === 20 ? FAITHFUL : `Here part ${number} of the report begins.`);
    }
  });
  await choose(page, 'report.pdf', pdf);
  const heard = page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const said: string[] = [];
        const status = document.querySelector('.check-progress');
        new MutationObserver(() => {
          said.push(status?.textContent ?? '');
          if (said.at(-1)?.startsWith('Looking')) done(said);
        }).observe(status as Node, { subtree: true, childList: true, characterData: true });
      }),
  );
  await page.getByRole('button', { name: 'Check the text' }).click();
  const said = await heard.catch(() => null);
  // The page may be gone before its last word is heard.
  if (said !== null) expect(said.join(' ')).toMatch(/Page \d+ of 20/);
  await expect(finding(page, 1)).toContainText('1.8 million');
  await expect(finding(page, 1).locator('h3')).toContainText('page 20');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'JSON', exact: true }).click(),
  ]);
  const kept = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(kept.texts[0]).toMatchObject({ name: 'report.pdf', data: { findings: [{ page: 20 }] } });
  // What is changed has no pages any more.
  await page.getByRole('button', { name: 'Change the text' }).click();
  await check(page);
  await expect(finding(page, 1).locator('h3')).not.toContainText('page');
});

test('what cannot be read is named beside its field, with what to do', async ({ page }) => {
  test.slow();
  const encrypted = await pdfOf((pdf) => pdf.text(FAITHFUL), { userPassword: 'secret', ownerPassword: 'secret' });
  const scan = await pdfOf((pdf) => pdf.rect(50, 50, 300, 300).fill('#888888'));
  for (const [name, bytes, says] of [
    ['empty.txt', Buffer.alloc(0), 'The file is empty'],
    ['picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'cannot be read here'],
    ['secret.pdf', encrypted, 'protected by a password'],
    ['scan.pdf', scan, 'holds no text'],
    ['long.pdf', await pdfWithPages(201), 'more than 200 pages'],
    ['large.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 97), 'more than 10 MB'],
  ] as const) {
    await choose(page, name, bytes);
    await page.getByRole('button', { name: 'Check the text' }).click();
    const field = page.getByLabel('Or a file');
    await expect(field, name).toHaveAttribute('aria-invalid', 'true');
    await expect(field, name).toHaveAccessibleDescription(new RegExp(says));
    await expect(page.getByRole('alert').first()).toBeFocused();
  }
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto('/check');
  await page.getByRole('button', { name: 'Check the text' }).click();
  await expect(page.getByLabel('Text', { exact: true })).toHaveAccessibleDescription(/There is nothing to check/);
});

test('a text without figures says so', async ({ page }) => {
  await page.goto('/check');
  await page.getByLabel('Text', { exact: true }).fill('On 3 May 2019 we met in room 12.');
  await check(page);
  await expect(page.getByRole('heading', { name: 'No figure was found' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('the text can be changed and checked again, and matched claims go into a fact sheet', async ({
  page,
  context,
}) => {
  await page.goto('/check?example=yes');
  await check(page);
  await page.getByRole('button', { name: 'Change the text' }).click();
  const field = page.getByLabel('Text', { exact: true });
  await expect(field).toHaveValue(/^The International Labour Organization/);
  // A field that was filled before keeps only what is typed once scripts are at work.
  await page.waitForLoadState('networkidle');
  await field.fill(FAITHFUL);
  await check(page);
  await expect(page.getByRole('heading', { name: '1 figure', exact: true })).toBeVisible();
  // Its reliability is very low: nobody puts it before others without having chosen it.
  const box = page.getByRole('checkbox', { name: /^C1: .*very low reliability/ });
  await expect(box).not.toBeChecked();
  await box.check();
  const [sheet] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Make a fact sheet' }).click(),
  ]);
  await expect(sheet).toHaveURL(/\/fact-sheets\/new\?add=C1$/);
  await expect(sheet.getByLabel('Text and claims')).toHaveValue('{{C1}}');
  await expect(finding(page, 1)).toBeVisible();
});

test('a wrong match is reported with the sentence and nothing else', async ({ page }) => {
  await page.goto('/check?example=yes');
  await check(page);
  await finding(page, 2).getByText('Wrong match?').click();
  await finding(page, 2).getByLabel('The claim that is meant').fill('X9');
  await finding(page, 2).getByRole('button', { name: 'Tell the editors' }).click();
  await expect(finding(page, 2).getByLabel('The claim that is meant')).toHaveAttribute('aria-invalid', 'true');
  await finding(page, 2).getByLabel('The claim that is meant').fill('');
  await finding(page, 2).getByLabel('What is wrong').fill(`It is another figure (${test.info().project.name}).`);
  expect(await accessibilityFaults(page)).toEqual([]);
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === 'POST'),
    finding(page, 2).getByRole('button', { name: 'Tell the editors' }).click(),
  ]);
  await expect(finding(page, 2).getByText('Thank you.')).toBeVisible();
  expect(request.postData()).toContain('Every year, 1.8 million children');
  expect(request.postData()).not.toContain('4,350');
});

test('the findings are kept as files of five kinds', async ({ page }) => {
  await page.goto('/check?example=yes');
  await check(page);
  for (const [label, name, begins] of [
    ['PDF', 'text-checked.pdf', '%pdf'],
    ['Word', 'text-checked.docx', 'PK'],
    ['Web page', 'text-checked.html', '<!doctype html'],
    ['JSON', 'text-checked.json', '{'],
    ['SARIF', 'text-checked.sarif', '{'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: label, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    expect((await readFile(await download.path())).toString('latin1').toLowerCase()).toMatch(
      new RegExp(`^${begins.toLowerCase()}`),
    );
  }
  await expect(page.getByRole('status').filter({ hasText: 'Made: text-checked.sarif' })).toBeVisible();
  await expect(finding(page, 1)).toBeVisible();
});

test.describe('when too much was sent within an hour', () => {
  test.use({ expectedErrors: [/status of 429|ERR_FAILED/] });

  test('a file of the findings is not made, the page stays, and says when to try again', async ({ page }) => {
    await page.goto('/check?example=yes');
    await check(page);
    // What the server answers is held by tests/contract/check-text.test.ts: nobody waits here until it has had enough.
    const sentence = 'No file was made. Try again in 7 minutes.';
    await page.route('**/check/report.pdf', (route) => route.fulfill({ status: 429, body: `${sentence}\n` }));
    await page.getByRole('button', { name: 'PDF', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible();
    await expect(finding(page, 1)).toContainText('Faithful');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.route('**/check/report.json', (route) => route.abort());
    await page.getByRole('button', { name: 'JSON', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'The connection broke off' })).toBeVisible();
    await expect(finding(page, 1)).toContainText('Faithful');
    await page.unrouteAll();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PDF', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('text-checked.pdf');
  });
});

test('on paper the text and its findings are printed, folded ones too', async ({ page }) => {
  await page.goto('/check?example=yes');
  await check(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.checked-text')).toBeVisible();
  await expect(finding(page, 1).getByText('the same number').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change the text' })).toBeHidden();
  await expect(finding(page, 1).getByText('Wrong match?')).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a text, a file, what is wrong with either, and a report of a wrong match', async ({ page, context }) => {
    await page.goto('/check?example=yes');
    await check(page);
    await expect(finding(page, 2)).toContainText('Distorted');
    await expect(page).toHaveTitle('Checked: 3 figures · Plumbline');
    await expect(page.getByText('leads to the next finding')).toBeHidden();
    await page.getByRole('checkbox', { name: 'Faithful (1)' }).uncheck();
    await expect(finding(page, 1)).toBeHidden();
    await finding(page, 3).getByText('Is there a claim for it?').click();
    await finding(page, 3).getByLabel('What is wrong').fill(`Nothing, only a test (${test.info().project.name}).`);
    const [answer] = await Promise.all([
      context.waitForEvent('page'),
      finding(page, 3).getByRole('button', { name: 'Tell the editors' }).click(),
    ]);
    await expect(answer.getByText('Thank you: the editors will see your report.')).toBeVisible();
    await expect(finding(page, 3)).toBeVisible();
    await page.getByRole('button', { name: 'Change the text' }).click();
    await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/^The International/);
    await choose(page, 'release.txt', Buffer.from(FAITHFUL));
    await check(page);
    await expect(finding(page, 1)).toContainText('Faithful');
    await choose(page, 'release.pdf', await pdfOf((pdf) => void pdf.addPage().text(FAITHFUL)));
    await check(page);
    await expect(finding(page, 1).locator('h3')).toContainText('page 2');
    await choose(page, 'empty.txt', Buffer.alloc(0));
    await page.getByRole('button', { name: 'Check the text' }).click();
    await expect(page.getByLabel('Or a file')).toHaveAttribute('aria-invalid', 'true');
    await page.goto('/check');
    await page.getByRole('button', { name: 'Check the text' }).click();
    await expect(page.getByLabel('Text', { exact: true })).toHaveAccessibleDescription(/There is nothing to check/);
  });
});

test('a file of fifty megabytes is refused in words where no script looks at it first', async ({ baseURL }) => {
  const form = new FormData();
  form.set('file', new File([Buffer.alloc(50 * 1024 * 1024)], 'large.pdf'));
  const response = await fetch(`${baseURL}/check`, { method: 'POST', body: form });
  expect(response.status).toBe(413);
  expect(await response.text()).toContain('Files of up to 10 MB are read.');
});

test('dropping a file on the form chooses it', async ({ page }) => {
  await page.goto('/check');
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
    return transfer;
  }, FAITHFUL);
  await page.locator('.check-form').dispatchEvent('dragover', { dataTransfer: data });
  await page.locator('.check-form').dispatchEvent('drop', { dataTransfer: data });
  await check(page);
  await expect(page.getByText('dropped.txt')).toBeVisible();
});

test('what a page of another site sends is not read', async ({ baseURL }) => {
  for (const path of ['/check/read', '/check/report.json']) {
    const form = new FormData();
    form.set('text', FAITHFUL);
    form.set('file', new File([FAITHFUL], 'release.txt'));
    const headers = { Origin: 'https://elsewhere.example' };
    const response = await fetch(`${baseURL}${path}`, { method: 'POST', body: form, headers });
    expect([path, response.status]).toEqual([path, 403]);
  }
});
