import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runNode } from '../../src/cli/child';

const folder = await mkdtemp(join(tmpdir(), 'plumbline-checks-'));

function run(...args: string[]) {
  const file = join('src', 'cli', 'check-evidence.ts');
  return runNode(['--conditions=react-server', '--import', 'tsx', file, ...args], {
    DATABASE_URL: process.env.DATABASE_URL ?? '',
  });
}

test('the whole base is checked, as text and as SARIF, with each rule named', { timeout: 120_000 }, async () => {
  const text = await run('--severity', 'warning');
  expect(text.code).toBe(0);
  expect(text.output).toMatch(/\d{3} claims checked: 0 errors, \d+ warnings, \d+ notes\./);
  expect(text.output).toMatch(/^ {2}warning PL\d{3} {2}/m);
  expect(text.output).not.toMatch(/^ {2}note/m);
  const sarif = JSON.parse((await run('--format', 'sarif')).output);
  const [log] = sarif.runs;
  expect(sarif.version).toBe('2.1.0');
  expect(log.tool.driver.rules.map((rule: { id: string }) => rule.id)).toContain('PL024');
  expect(log.results.length).toBeGreaterThan(400);
  for (const { ruleId, ruleIndex } of log.results) expect(log.tool.driver.rules[ruleIndex].id).toBe(ruleId);
});

test('what is passed over stays in the result with its reason, and is not counted', { timeout: 120_000 }, async () => {
  const file = join(folder, 'passed.json');
  const reason = 'Provisional grades are said to be so on every page.';
  await writeFile(file, JSON.stringify([{ rule: 'PL004', claim: null, reason }]));
  const before = JSON.parse((await run('--format', 'json')).output);
  const after = JSON.parse((await run('--format', 'json', '--suppressions', file)).output);
  const passed = after.data.flatMap(
    (claim: { findings: { rule: string; severity: string; suppressed: string | null }[] }) =>
      claim.findings.filter(({ rule }) => rule === 'PL004'),
  );
  expect(passed.length).toBeGreaterThan(400);
  expect(new Set(passed.map(({ suppressed }: { suppressed: string }) => suppressed))).toEqual(new Set([reason]));
  const notes = passed.filter(({ severity }: { severity: string }) => severity === 'note').length;
  expect(after.counts.note).toBe(before.counts.note - notes);
  expect(after.counts.warning).toBe(before.counts.warning - (passed.length - notes));
});

test('it says how it is used, and what is wrong with a list of suppressions', { timeout: 60_000 }, async () => {
  expect(await run('--format', 'xml')).toMatchObject({ code: 1, output: expect.stringContaining('text|json|sarif') });
  const file = join(folder, 'short.json');
  await writeFile(file, JSON.stringify([{ rule: 'PL004', claim: null, reason: 'no' }]));
  expect(await run('--suppressions', file)).toMatchObject({ code: 1, output: expect.stringContaining('"reason"') });
  expect(await run('--suppressions', join(folder, 'none.json'))).toMatchObject({
    code: 1,
    output: expect.stringContaining('cannot be read'),
  });
});
