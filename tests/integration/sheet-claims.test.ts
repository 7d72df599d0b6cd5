import { expect, test } from 'vitest';
import { changesSince, isStale } from '@/domain/fact-sheet/changes-since';
import { LabelLanguage, WordingForm } from '@/domain/fact-sheet/sheet';
import { figureSpan, wordingOf } from '@/domain/fact-sheet/wording';
import { checkEvidence } from '@/features/checks/data';
import { type ClaimForSheet, readClaimsForSheet } from '@/features/fact-sheets/claim-data';
import { checkSheet } from '@/domain/fact-sheet/check-sheet';
import { LABELS } from '@/domain/fact-sheet/labels';
import { sheetOf } from '../support/fact-sheets';

const TODAY = '2026-11-26';

async function everything(): Promise<ClaimForSheet[]> {
  const ids: string[] = [];
  for await (const batch of checkEvidence(TODAY, [])) ids.push(...batch.map(({ id }) => id));
  return [...(await readClaimsForSheet(ids)).values()];
}

test('every claim of the evidence base can be said in three ways, with its figure in the words', async () => {
  const all = await everything();
  expect(all.length).toBeGreaterThan(400);
  for (const { frozen: claim } of all) {
    for (const form of WordingForm.options) {
      const words = wordingOf(claim, form);
      const { start, end } = figureSpan(claim, form);
      expect(words, claim.id).not.toMatch(/undefined|null|NaN|\s{2}|\(\s*\)/);
      expect(words.slice(start, end), `${claim.id} ${form}`).not.toBe('');
      expect(end, claim.id).toBeLessThanOrEqual(words.length);
    }
    expect(claim.notToSay.length, claim.id).toBeGreaterThan(0);
    expect(claim.citation, claim.id).not.toBeNull();
  }
});

test('ILO’s 1.8 million (C1) is said with its bound, its place and its year, and not as a flow', async () => {
  const claim = (await readClaimsForSheet(['C1'])).get('C1')?.frozen;
  if (claim === undefined) throw new Error('C1 is not there');
  expect(wordingOf(claim, 'figure')).toMatch(/^(about )?1\.8 million/);
  expect(wordingOf(claim, 'short')).toMatch(/World.*2000/);
  expect(claim.notToSay.join(' ')).toMatch(/every year/);
});

test('the short form of no current claim is at fault for its own words', async () => {
  const all = (await everything()).filter(({ checked }) => checked.status === 'current');
  const found = all.flatMap(({ checked }) => {
    const sheet = sheetOf([checked.id]);
    const blocks = sheet.blocks.map((block) => (block.kind === 'claim' ? { ...block, form: 'short' as const } : block));
    return checkSheet({ ...sheet, blocks }, new Map([[checked.id, checked]]), TODAY).filter(
      ({ severity, rule }) => severity === 'error' && rule !== 'PL001' && rule !== 'PL008',
    );
  });
  expect(found.map(({ rule, claims, message }) => `${rule} ${claims} ${message}`)).toEqual([]);
});

test('the approved sentence of no current claim is at fault for its own words', async () => {
  const all = (await everything()).filter(({ checked }) => checked.status === 'current');
  const found = all.flatMap(({ checked }) =>
    checkSheet(sheetOf([checked.id]), new Map([[checked.id, checked]]), TODAY).filter(
      ({ severity, rule }) => severity === 'error' && rule !== 'PL001' && rule !== 'PL008',
    ),
  );
  expect(found.map(({ rule, claims, message }) => `${rule} ${claims} ${message}`)).toEqual([]);
});

test('a claim has not changed since it was looked at, and each change of it is named', async () => {
  const then = (await readClaimsForSheet(['C1'])).get('C1')?.frozen;
  if (then === undefined) throw new Error('C1 is not there');
  expect(changesSince(then, structuredClone(then))).toEqual([]);
  const superseded = {
    ...then,
    status: 'superseded' as const,
    successors: [{ id: 'C37', statement: 'A later estimate.' }],
  };
  expect(changesSince(then, superseded)).toMatchObject([
    { kind: 'status', weighty: true, message: 'C1 is superseded by C37.' },
  ]);
  expect(changesSince(then, { ...then, reliability: 'high' }).map(({ kind }) => kind)).toEqual(['reliability']);
  expect(isStale(changesSince(then, { ...then, underReview: ['it is due again'] }))).toBe(false);
  expect(isStale(changesSince(then, null))).toBe(true);
});

test('every language has words for everything, and its own', () => {
  const shape = (value: object) =>
    JSON.stringify(value, (_, inner) => (typeof inner === 'object' ? inner : typeof inner));
  for (const language of LabelLanguage.options) {
    const { inEnglish: _, ...labels } = LABELS[language];
    const { inEnglish: __, ...english } = LABELS.en;
    expect(shape(labels), language).toBe(shape(english));
    if (language !== 'en') expect(labels.doesNotMeasure).not.toBe(english.doesNotMeasure);
  }
});
