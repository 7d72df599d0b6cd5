import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runNode } from '../../src/cli/child';
import { connect } from '../support/database';
import { csvFile, SOURCE } from '../support/import-files';

const owner = await connect('owner');
const folder = await mkdtemp(join(tmpdir(), 'plumbline-import-'));

function run(...args: string[]) {
  const file = join('src', 'cli', 'import.ts');
  return runNode(['--conditions=react-server', '--import', 'tsx', file, ...args], {
    DATABASE_URL: process.env.DATABASE_URL ?? '',
  });
}

async function openDrafts(): Promise<number> {
  return Number((await owner.query("select count(*) from drafts where state = 'draft'")).rows[0].count);
}

test('the command previews, imports with a report, ends with 1 for faults, and undoes', {
  timeout: 120_000,
}, async () => {
  const [file, report] = [join(folder, 'works.csv'), join(folder, 'report.csv')];
  await writeFile(
    file,
    csvFile('sources', [SOURCE, { ...SOURCE, title: '=2+2', doi: '' }, { ...SOURCE, type: 'leaflet', doi: '' }]),
  );
  const dry = await run(file, '--kind', 'sources', '--dry-run');
  expect([dry.code, await openDrafts()]).toEqual([1, 0]);
  expect((await owner.query('select from imports')).rowCount).toBe(0);
  expect(dry.output).toContain('3 rows: 2 in order, 1 with faults');
  expect(dry.output).toContain('line 4: type "leaflet" should be one of');
  const done = await run(file, '--kind', 'sources', '--report', report);
  expect([done.code, await openDrafts()]).toEqual([1, 2]);
  expect(await readFile(report, 'utf8')).toMatch(/^3,source,'=2\+2,imported,D\d+,S\d+/m);
  const id = /--undo (\d+)/.exec(done.output)?.[1] ?? '';
  const bare = await run('--undo', id);
  expect([bare.code, await openDrafts()]).toEqual([1, 2]);
  const undone = await run('--undo', id, '--reason', 'A test.');
  expect([undone.code, await openDrafts()]).toEqual([0, 0]);
  expect(undone.output).toContain('2 drafts were discarded.');
});

test('the command says what it takes, and what is wrong with a file, before it opens a database', {
  timeout: 60_000,
}, async () => {
  const rdf = join(folder, 'library.rdf');
  await writeFile(rdf, '<rdf:RDF></rdf:RDF>');
  expect(await run('nowhere.csv', '--kind', 'claims')).toMatchObject({
    code: 1,
    output: expect.stringContaining('nowhere.csv cannot be read'),
  });
  expect(await run(rdf, '--kind', 'sources')).toMatchObject({ code: 1, output: expect.stringContaining('CSL JSON') });
  expect(await run(rdf, '--kind', 'cats')).toMatchObject({
    code: 1,
    output: expect.stringContaining('--kind claims|sources'),
  });
});
