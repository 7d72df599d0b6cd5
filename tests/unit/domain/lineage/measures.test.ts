import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineageGraph } from '@/domain/lineage/graph';
import { networkMeasures, type Told, zombieIndex } from '@/domain/lineage/measures';
import { randomSteps } from '../../../support/random-lineage';

function told(id: number, changes: Partial<Told> = {}): Told {
  return {
    id,
    claimId: 'C1',
    sourceId: `S${id}`,
    issued: null,
    role: 'reports',
    originState: id === 0 ? 'origin' : 'drawn',
    drawnFromId: id === 0 ? null : 0,
    distortions: [],
    ...changes,
  };
}

describe('citation-network measures', () => {
  const graph = lineageGraph<Told>([
    told(0, { issued: '2002', role: 'states' }),
    told(1, { issued: '2004', distortions: ['caveat-dropped'] }),
    told(2, { issued: '2005', role: 'disputes' }),
    told(3, { issued: '2006' }),
    told(4, { issued: '2007', sourceId: 'S2' }),
    told(5),
  ]);

  it('count who tells of the criticism among those who could know of it', () => {
    expect(networkMeasures(graph, 'C1').bias).toEqual({ criticisedSince: '2005', passedOn: 2, tellOfIt: 1 });
    expect(networkMeasures(graph, 'C1', new Set(['S3'])).bias?.tellOfIt).toBe(2);
  });
  it('say nothing of bias where no dated criticism is recorded', () => {
    expect(networkMeasures(lineageGraph<Told>([told(0), told(1)]), 'C1').bias).toBeNull();
  });
  it('count works with data and without, and what was hardened', () => {
    expect(networkMeasures(graph, 'C1')).toMatchObject({
      amplification: { withData: 1, withoutData: 4 },
      invention: { hardened: 1, of: 4 },
    });
  });
  it('never count more than there is', () => {
    fc.assert(
      fc.property(randomSteps(), (steps) => {
        const random = lineageGraph<Told>(steps.map((step) => ({ ...step, distortions: [] })));
        const { bias, invention, amplification } = networkMeasures(random, 'C1');
        expect(invention.hardened).toBe(0);
        expect(invention.of).toBe(amplification.withoutData);
        if (bias !== null) expect(bias.tellOfIt).toBeLessThanOrEqual(bias.passedOn);
      }),
    );
  });
});

describe('the zombie index', () => {
  const graph = lineageGraph<Told>([
    told(0, { issued: '2002' }),
    told(1, { issued: '2010' }),
    told(2, { issued: '2012-05' }),
    told(3, { issued: '2012' }),
    told(4, { issued: '2017' }),
    told(5, { issued: '2013', role: 'disputes' }),
    told(6),
  ]);

  it('counts what came after, and leaves out what no date settles', () => {
    expect(zombieIndex(graph, 'C1', [{ since: '2012-03', because: 'superseded' }])).toEqual({
      since: '2012-03',
      because: 'superseded',
      after: 2,
      of: 3,
      age: { least: 0, median: 2.5, most: 5 },
    });
  });
  it('begins with the first of several ends', () => {
    const ends = [
      { since: '2014', because: 'superseded' as const },
      { since: '2011', because: 'disputed' as const },
      { since: null, because: 'disputed' as const },
    ];
    expect(zombieIndex(graph, 'C1', ends)).toMatchObject({ since: '2011', because: 'disputed', after: 3, of: 4 });
  });
  it('is none of a claim that nothing ended', () => {
    expect(zombieIndex(graph, 'C1', [])).toBeNull();
    expect(zombieIndex(graph, 'C1', [{ since: null, because: 'disputed' }])).toBeNull();
  });
});
