import { expect, test } from 'vitest';
import { canonicalJson, sha256Of } from '@/lib/canonical-json';
import { countSteps, getSheet, listSheets, stateOfSheet } from '@/features/fact-sheets/data';
import { putSheetAway, replaceInSheet, saveSheet, undoSheet } from '@/features/fact-sheets/mutations';
import { getRelease, getReleaseFile } from '@/features/fact-sheets/release-data';
import { prisma } from '@/db/prisma';
import { ACTORS, SENIOR } from '../support/actors';
import { makeSheet, releaseSheet, sheetOf } from '../support/fact-sheets';

const TODAY = new Date().toISOString().slice(0, 10);

test('a release is kept character for character, and its hash is that of its canonical JSON', async () => {
  const actor = ACTORS.advocate;
  const id = await makeSheet(actor, sheetOf(['C1', 'C3']));
  const release = await getRelease(await releaseSheet(actor, id));
  if (release === null) throw new Error('it is not there');
  expect(sha256Of(release.canonical)).toBe(release.sha256);
  expect(canonicalJson(JSON.parse(release.canonical))).toBe(release.canonical);
  expect(release.document.claims.map((claim) => claim.id)).toEqual(['C1', 'C3']);
  expect(Buffer.from((await getReleaseFile(release.document.id, 'json')) ?? []).toString()).toBe(release.canonical);
});

test('a release cannot be changed or deleted, by nobody', async () => {
  const actor = ACTORS.advocate;
  const id = await releaseSheet(actor, await makeSheet(actor, sheetOf(['C1'])));
  for (const change of [
    "update fact_sheet_releases set document = '{}'",
    'delete from fact_sheet_releases',
    'delete from fact_sheet_files',
  ])
    await expect(prisma().$executeRawUnsafe(`${change}`)).rejects.toThrow();
  expect(await getRelease(id)).not.toBeNull();
});

test('a misquotation and a superseded claim keep a sheet from being released', async () => {
  const { blocking } = await stateOfSheet(sheetOf(['C6', 'C24']), TODAY);
  expect(new Set(blocking.map(({ rule }) => rule))).toEqual(new Set(['PL003', 'PL007']));
});

test('a save that comes too late loses nothing, and a step can be taken back', async () => {
  const actor = ACTORS.advocate;
  const id = await makeSheet(actor, sheetOf(['C1']));
  expect(await saveSheet(actor, { id, version: 1, content: sheetOf(['C1', 'C3']) })).toEqual({ ok: true, version: 2 });
  const late = await saveSheet(actor, { id, version: 1, content: sheetOf(['C5']) });
  expect(late).toMatchObject({ ok: false, problem: 'conflict', current: { version: 2 } });
  expect(await undoSheet(actor, { id, version: 2 })).toEqual({ ok: true, version: 3 });
  expect((await getSheet(actor, id))?.content.blocks).toHaveLength(1);
});

test('fifty steps can be taken back, also after some were taken back and others done', async () => {
  const actor = ACTORS.advocate;
  const id = await makeSheet(actor, sheetOf(['C1'], { title: '0' }));
  let version = 1;
  const done = async (work: typeof saveSheet | typeof undoSheet, title = '') => {
    const saved = await work(actor, { id, version, content: sheetOf(['C1'], { title }) });
    if (!saved.ok) throw new Error(saved.problem);
    version = saved.version;
  };
  for (let step = 1; step <= 55; step++) await done(saveSheet, String(step));
  expect(await countSteps(actor, id)).toBe(50);
  for (let step = 0; step < 20; step++) await done(undoSheet);
  expect((await getSheet(actor, id))?.content.title).toBe('35');
  await done(saveSheet, 'another');
  expect(await countSteps(actor, id)).toBe(31);
  for (let step = 0; step < 31; step++) await done(undoSheet);
  expect((await getSheet(actor, id))?.content.title).toBe('5');
  await done(undoSheet);
  expect((await getSheet(actor, id))?.content.title).toBe('5');
});

test('a claim is put in the place of another, and nobody else sees or changes the sheet', async () => {
  const [actor, other] = [ACTORS.advocate, SENIOR];
  const id = await makeSheet(actor, sheetOf(['C24', 'C1']));
  expect(await getSheet(other, id)).toBeNull();
  expect(await saveSheet(other, { id, version: 1, content: sheetOf([]) })).toEqual({ ok: false, problem: 'gone' });
  await replaceInSheet(actor, { id, version: 1, replacements: [{ from: 'C24', to: 'C31' }] });
  expect((await getSheet(actor, id))?.content.blocks.map((block) => block.kind === 'claim' && block.claim)).toEqual([
    'C31',
    'C1',
  ]);
  expect(await putSheetAway(other, { id, away: true })).toEqual({ ok: false, problem: 'gone' });
  await putSheetAway(actor, { id, away: true });
  expect((await listSheets(actor)).find((one) => one.id === id)).toMatchObject({ isDeleted: true, claims: 2 });
});
