import { step, seconds } from './steps';
import { isStopping, stopOnSignals } from './stopping';
import { ensureChromium } from './chromium';
import type { Outcome } from './child';
import { Failure, runCommand } from './failure';
import { generateClient } from './generate-client';
import { checkEvidence, checkMigrations, checkStyle, checkTypes, checkUnusedCode } from './static-checks';
import { openTestDatabases, type TestDatabases } from './test-database';
import { everyCore, type Result, runPlaywright, runVitest } from './test-runners';
import { startTestServer } from './test-server';

// npm test: the whole proof, and npm run check (--quick): the part for working. A failing step does not keep the next
// from running where that one still tells something. The last line counts the tests; a check that is no test and
// fails counts as one failure, so that the line never says less than the exit code.

const tally = { passed: 0, failed: 0, skipped: 0 };

type Work = () => Promise<Outcome | Result>;

/** Runs one part of the proof, prints its line and, when it failed, what it said. @returns whether all is well. */
async function prove(name: string, work: Work): Promise<boolean> {
  const started = performance.now();
  const outcome = await Promise.resolve()
    .then(work)
    .catch((error: Error) => ({
      code: 1,
      output: error instanceof Failure ? error.message : String(error.stack),
    }));
  // Interrupted, not failed: the signal's handler ends the process.
  if (isStopping()) await new Promise(() => {});
  const isCheck = 'code' in outcome;
  const failed = isCheck ? Number(outcome.code !== 0) : outcome.failed;
  const counted = isCheck ? (failed ? 'failed' : 'in order') : `${outcome.passed} passed, ${failed} failed`;
  console.log(`  ${name} … ${counted}, ${seconds(started)}`);
  if (failed > 0) console.log(`\n${outcome.output.replaceAll(/^/gm, '    ')}\n`);
  tally.failed += failed;
  if (!isCheck) {
    tally.passed += outcome.passed;
    tally.skipped += outcome.skipped;
  }
  return failed === 0;
}

const staticChecks = () => [
  prove('Types', checkTypes),
  prove('Style', checkStyle),
  prove('Evidence base', checkEvidence),
];

/** Without database, build and browser; everything at once. */
async function proveQuickly(): Promise<void> {
  await step('Database client', generateClient);
  await Promise.all([
    ...staticChecks(),
    prove('Architecture and unit tests', () => runVitest(['architecture', 'unit'], {}, everyCore())),
  ]);
}

async function proveAll(): Promise<void> {
  await step('Database client', generateClient);
  await Promise.all([...staticChecks(), prove('Unused code', checkUnusedCode)]);
  const databases = await step('PostgreSQL for the tests', openTestDatabases);
  const env = { TEST_DATABASE_URL: databases.adminUrl };
  await prove('Migrations agree with the models', () => checkMigrations(databases));
  await prove('Architecture, unit and integration tests', () =>
    runVitest(['architecture', 'unit', 'integration'], env),
  );
  await proveServed(databases, env);
}

/** What needs the production server. Without one, both parts have failed and neither has anything to tell. */
async function proveServed(databases: TestDatabases, env: Record<string, string>): Promise<void> {
  let server = { address: '', databaseUrl: '' };
  const isUp = await prove('Production server, built and started', async () => {
    server = await startTestServer(databases);
    return { code: 0, output: '' };
  });
  if (!isUp) return console.log('  Contract and end-to-end tests … not run: they need the server');
  const served = { ...env, TEST_SERVER_URL: server.address, TEST_SERVER_DATABASE_URL: server.databaseUrl };
  await prove('Contract tests', () => runVitest(['contract'], served));
  let browser = '';
  const hasBrowser = await prove('Browser', async () => {
    browser = await ensureChromium();
    return { code: 0, output: '' };
  });
  if (!hasBrowser) return console.log('  End-to-end tests … not run: they need a browser');
  await prove('End-to-end tests in Chromium', () => runPlaywright({ ...served, CHROMIUM_PATH: browser }));
}

await runCommand(async () => {
  stopOnSignals(() => 130);
  const started = performance.now();
  const isQuick = process.argv.includes('--quick');
  console.log(isQuick ? 'Plumbline: the quick checks' : 'Plumbline: the whole proof');
  await (isQuick ? proveQuickly() : proveAll());
  console.log(`\nDone in ${seconds(started)}.`);
  process.once('exit', () => {
    const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
    console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`);
  });
  return tally.failed === 0 ? 0 : 1;
});
