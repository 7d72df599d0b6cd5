import { describe, expect, test } from 'vitest';
import { checkEvidence, getClaimChecks, listCheckedClaims } from '@/features/checks/data';
import { getLineage } from '@/features/lineage/data';

const TODAY = '2026-11-25';

async function everything() {
  const all = [];
  for await (const batch of checkEvidence(TODAY, [])) all.push(...batch);
  return all;
}

test('how many works stand behind a claim is what its lineage says, for every claim', async () => {
  const ids = (await everything()).map(({ id }) => id);
  const claims = await listCheckedClaims(ids);
  expect(claims).toHaveLength(ids.length);
  for (const claim of claims) {
    const lineage = await getLineage(claim.id);
    expect({ id: claim.id, ...claim.support }).toEqual({ id: claim.id, ...lineage?.measures.support });
  }
});

describe('the bundled evidence base', () => {
  test('is checked whole, each claim once, in the order of its number', async () => {
    const all = await everything();
    const numbers = all.map(({ id }) => Number(id.slice(1)));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(400);
  });

  test('UNODC’s seven per cent (C6) names what it misquotes, and who changed it', async () => {
    const { findings } = (await getClaimChecks('C6', TODAY)) ?? {};
    const found = findings?.filter(({ rule }) => rule === 'PL003') ?? [];
    expect(found.find(({ citation }) => citation === null)?.message).toMatch(/C61 and C62.*seven percentage points/);
    expect(found.filter(({ citation }) => citation !== null).length).toBeGreaterThan(1);
  });

  test('ILO’s estimate of 2005 (C24) names its successor', async () => {
    const { findings } = (await getClaimChecks('C24', TODAY)) ?? {};
    expect(findings?.find(({ rule }) => rule === 'PL007')?.message).toContain('C31');
  });

  test('every finding says what is wrong and what to do', async () => {
    const findings = (await everything()).flatMap((claim) => claim.findings);
    expect(findings.length).toBeGreaterThan(400);
    for (const { message, remedy } of findings) {
      expect(message).toMatch(/[.:!?”’]$/);
      expect(remedy).toMatch(/[.”]$/);
      expect(message).not.toMatch(/undefined|null|\bNaN\b|\[object/);
    }
  });
});

test('no claim has no checks', async () => {
  expect(await getClaimChecks('C999999', TODAY)).toBeNull();
  expect(await getClaimChecks('x', TODAY)).toBeNull();
});
