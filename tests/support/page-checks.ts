import { readFileSync } from 'node:fs';
import { type Page as BrowserPage, expect, test as base } from '@playwright/test';

// What holds on every page, looked at while a test uses it: no script error, nothing from a third party.

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A test whose page may not print an error, throw, or ask another host for anything. */
export const test = base.extend<{ expectedErrors: RegExp[] }>({
  expectedErrors: [[], { option: true }],
  page: async ({ page, baseURL, expectedErrors }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()} ${message.location().url}`.trim());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:'))
        faults.push(`asked ${request.url()}`);
    });
    await use(page);
    expect(faults.filter((fault) => !expectedErrors.some((pattern) => pattern.test(fault)))).toEqual([]);
  },
});

type AxeResult = { violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[] };

/** What the colours alone decide, and is therefore asked again in the dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Everything axe finds on the page as it stands, one line each; and what it finds of the colours in the dark. */
export async function accessibilityFaults(page: BrowserPage): Promise<string[]> {
  // Through the debugger: the page's own content security policy would not let a script be added.
  await page.evaluate(AXE);
  const inLight = await axeFaults(page, { type: 'tag', values: RULES });
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await axeFaults(page, { type: 'rule', values: COLOUR_RULES });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...inLight, ...inDark.map((fault) => `in the dark: ${fault}`)];
}

async function axeFaults(page: BrowserPage, runOnly: { type: 'tag' | 'rule'; values: string[] }): Promise<string[]> {
  const { violations } = await page.evaluate(
    (only) => (window as unknown as { axe: { run(o: object): Promise<AxeResult> } }).axe.run({ runOnly: only }),
    runOnly,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary}`),
  );
}

/** How far the page is wider than the window, in CSS pixels: a reader on a phone would have to scroll sideways. */
export function overflow(page: BrowserPage): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Cumulative layout shift since the page began to load (web.dev/cls: good is under 0.1; ours does not shift). */
export function layoutShift(page: BrowserPage): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) sum += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => done(sum), 100));
      }),
  );
}
