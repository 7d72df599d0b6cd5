import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const CONSOLE = 'tests/support/console.ts';

export default defineConfig({
  resolve: {
    alias: {
      // Outside Next nothing sets the condition that makes this marker harmless.
      'server-only': resolve('node_modules/server-only/empty.js'),
      '@': resolve('src'),
    },
  },
  test: {
    setupFiles: [CONSOLE],
    // Nothing is timed: this only ends what hangs, also on a machine with other work to do.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'architecture', include: ['tests/architecture.test.ts'] } },
      {
        extends: true,
        // Modules are loaded once and not for each file anew, which took half of the time: what is tested here keeps no state.
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/database-setup.ts'],
          setupFiles: [CONSOLE, 'tests/support/database.ts'],
          hookTimeout: 60_000,
          // So that a test can be the browser whose cookies Next would set.
          server: { deps: { inline: [/better-auth/] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          globalSetup: ['tests/support/server-setup.ts'],
        },
      },
    ],
  },
});
