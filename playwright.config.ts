import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './src/cli/chromium';

const executablePath = findChromium() ?? undefined;

/** Every test runs on the three widths; those tagged @dark also in the dark, where colours can go wrong. */
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const tablet = { viewport: { width: 768, height: 1024 } };
const desktop = { viewport: { width: 1280, height: 800 } };

/**
 * The stories of the desk are told once, on a desktop: no width changes what happens in them. Those that look at pages are
 * tagged @dark, and so run on the phone as well.
 */
const DESK = /\/(accounts|appraisals|desk|evidence|forms|history|import|queues)\.spec\.ts$/;

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
    { name: 'phone-dark', grep: /@dark/, use: { ...phone, colorScheme: 'dark' } },
    { name: 'desktop-dark', grep: /@dark/, use: { ...desktop, colorScheme: 'dark' } },
  ],
});
