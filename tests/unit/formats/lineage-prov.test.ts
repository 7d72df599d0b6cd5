import { describe, expect, it } from 'vitest';
import { syntheticLineage } from '../../../bench/lineage';
import { type LineageRow, toLineage } from '@/features/lineage/data';
import { lineageProv } from '@/formats/lineage-prov';

const base = syntheticLineage(1, 1);
const [claim] = base.claims;
const [step] = base.steps;
if (claim === undefined || step === undefined) throw new Error('the benchmark has a claim and a step');

type Step = LineageRow['steps'][number];
const origin: Step = {
  ...step,
  id: 1,
  originState: 'origin',
  drawnFromId: null,
  figureAsPrinted: '1.8 million children',
};
const drawn = (change: Partial<Step> = {}): Step => ({
  ...step,
  id: 2,
  role: 'reports',
  originState: 'drawn',
  drawnFromId: 1,
  figureAsPrinted: '1.8 million children',
  distortions: [],
  ...change,
});

const prov = (steps: readonly Step[], change: Partial<LineageRow> = {}) =>
  lineageProv(toLineage('C1', { ...base, steps: [...steps], ...change }), 'https://example.org');
const quotations = (document: ReturnType<typeof prov>) =>
  Object.values(document.wasDerivedFrom).filter((record) => JSON.stringify(record).includes('prov:Quotation')).length;

describe('a step of a lineage in PROV', () => {
  it('is a quotation where both wordings are known and nothing changed', () => {
    expect(quotations(prov([origin, drawn()]))).toBe(1);
  });

  it.each([
    ['a distortion was recorded', [origin, drawn({ distortions: [{ kind: 'caveat-dropped', note: 'Made up.' }] })]],
    ['the rules found a change', [origin, drawn({ figureAsPrinted: '1.8 million children each year' })]],
    ['it disputes the figure', [origin, drawn({ role: 'disputes' })]],
    ['it corrects the figure', [origin, drawn({ role: 'corrects' })]],
    ['its own wording is not known', [origin, drawn({ figureAsPrinted: null })]],
    ['the wording it drew on is not known', [{ ...origin, figureAsPrinted: null }, drawn()]],
  ] as [string, Step[]][])('is a plain derivation where %s', (_, steps) => {
    const document = prov(steps);
    expect(quotations(document)).toBe(0);
    expect(Object.values(document.wasDerivedFrom)).toContainEqual({
      'prov:generatedEntity': 'C1:2',
      'prov:usedEntity': 'C1:1',
    });
  });

  it('is a quotation of an origin whose wording stands at its claim', () => {
    const printed = { ...claim, figure: { ...claim.figure, asPrinted: '1.8 million children' } };
    const document = prov([{ ...origin, figureAsPrinted: null }, drawn()], { claims: [printed] });
    expect(quotations(document)).toBe(1);
    expect(document.entity['C1:1']).toMatchObject({ 'prov:value': '1.8 million children' });
  });
});

describe('claims in PROV', () => {
  const next = (methodKind: LineageRow['claims'][number]['methodKind'], seriesBreak = false) =>
    prov([origin], {
      claims: [claim, { ...claim, number: 2, methodKind }],
      successors: [{ claimId: 'C2', after: 'C1', kind: 'continues', note: null, seriesBreak, origin: null }],
      relations: [{ kind: 'continues', from: 'C2', to: 'C1' }],
    });

  it('are derived from what they continue, and never across a break in the series', () => {
    expect(Object.values(next(claim.methodKind).wasDerivedFrom)).toEqual([
      { 'prov:generatedEntity': 'claim:C2', 'prov:usedEntity': 'claim:C1' },
    ]);
    expect(next(claim.methodKind, true).wasDerivedFrom).toEqual({});
    expect(next('probability-survey').wasDerivedFrom).toEqual({});
  });

  it('all have their grade and what they do not measure, the later ones too', () => {
    const { entity } = next(claim.methodKind, true);
    for (const id of ['claim:C1', 'claim:C2']) {
      expect(entity[id]).toMatchObject({
        'plumbline:reliability': claim.reliability,
        'plumbline:doesNotMeasure': claim.doesNotMeasure,
      });
    }
  });
});
