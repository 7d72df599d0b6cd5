import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './src/cli/chromium';

const executablePath = findChromium() ?? undefined;

/** Every test of a reader's page runs on the three widths. The colours of the dark are asked for by the check of accessibility. */
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const tablet = { viewport: { width: 768, height: 1024 } };
const desktop = { viewport: { width: 1280, height: 800 } };

/**
 * The stories of the desk are told once, on a desktop: no width changes what happens in them. Those that look at pages are
 * tagged @phone, and run there as well.
 */
const DESK =
  /\/(accounts|appraisals|desk|evidence|fact-sheets|forms|history|import|queues|sheet-editor|sheet-limits|sheet-link)\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.data/test-results',
  globalSetup: './tests/support/server-setup.ts',
  // One: the layout shift of a page is measured, and two browsers beside the server keep two cores so busy that a typeface
  // arrives between two paints.
  workers: 1,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  reporter: [['list'], ['json', { outputFile: '.data/test-reports/e2e.json' }]],
  use: {
    // Set by the global setup, before this file is read again for each worker.
    baseURL: process.env.TEST_SERVER_URL ?? '',
    launchOptions: { executablePath, args: CHROMIUM_ARGS },
    screenshot: 'only-on-failure',
    video: 'off',
    trace: 'off',
  },
  projects: [
    { name: 'phone', testIgnore: DESK, use: { ...phone, colorScheme: 'light' } },
    { name: 'tablet', testIgnore: DESK, use: { ...tablet, colorScheme: 'light' } },
    { name: 'desktop', use: { ...desktop, colorScheme: 'light' } },
    { name: 'desk-on-phone', testMatch: DESK, grep: /@phone/, use: { ...phone, colorScheme: 'light' } },
  ],
});
