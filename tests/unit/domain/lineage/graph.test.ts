import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rivals } from '@/domain/lineage/chronology';
import { lineageGraph, type Step } from '@/domain/lineage/graph';
import { collapsed, independentSupport } from '@/domain/lineage/support';
import { randomSteps } from '../../../support/random-lineage';

function step(id: number, drawnFromId: number | null, changes: Partial<Step> = {}): Step {
  return {
    id,
    claimId: 'C1',
    sourceId: `S${id}`,
    issued: String(2000 + id),
    role: 'reports',
    originState: drawnFromId === null ? 'origin' : 'drawn',
    drawnFromId,
    ...changes,
  };
}

describe('a graph of citations, whatever its shape', () => {
  it('has every citation in exactly one component', () => {
    fc.assert(
      fc.property(randomSteps(), (steps) => {
        const { components, componentOf, placeOf } = lineageGraph(steps);
        const members = components.flatMap((component) => component.members);
        expect([...members].sort((a, b) => a - b)).toEqual(steps.map(({ id }) => id).sort((a, b) => a - b));
        for (const [number, component] of components.entries()) {
          for (const id of component.members) expect(componentOf[placeOf(id)]).toBe(number);
        }
      }),
    );
  });

  it('has roots that draw on nothing, and rings whose members draw on each other', () => {
    fc.assert(
      fc.property(randomSteps(), (steps) => {
        const { components, step: stepOf } = lineageGraph(steps);
        for (const { kind, root, loop } of components) {
          if (root !== null) expect(stepOf(root)?.drawnFromId).toBeNull();
          expect([kind === 'loop', root === null, loop.length > 0]).toEqual(Array(3).fill(kind === 'loop'));
          for (const [index, id] of loop.entries()) {
            expect(stepOf(id)?.drawnFromId).toBe(loop[(index + 1) % loop.length]);
          }
        }
      }),
    );
  });

  it('names each citation after the one it draws on, one step farther out', () => {
    fc.assert(
      fc.property(randomSteps(), (steps) => {
        const { components, depthOf, placeOf, step: stepOf } = lineageGraph(steps);
        for (const { members, loop, depth } of components) {
          for (const [index, id] of members.entries()) {
            if (loop.includes(id) || index === 0) continue;
            const parent = stepOf(id)?.drawnFromId ?? Number.NaN;
            expect(members.indexOf(parent)).toBeLessThan(index);
            expect(depthOf[placeOf(id)] ?? Number.NaN).toBe((depthOf[placeOf(parent)] ?? Number.NaN) + 1);
          }
          expect(depth).toBe(Math.max(...members.map((id) => depthOf[placeOf(id)] ?? Number.NaN)));
        }
      }),
    );
  });

  it('does not depend on the order of the input', () => {
    fc.assert(
      fc.property(randomSteps(), fc.infiniteStream(fc.nat()), (steps, numbers) => {
        const shuffled = steps.map((entry) => ({ entry, at: numbers.next().value ?? 0 }));
        const other = lineageGraph(shuffled.sort((a, b) => a.at - b.at).map(({ entry }) => entry));
        const one = lineageGraph(steps);
        expect(other.components).toEqual(one.components);
        expect(rivals(other, 'C1', new Set(['C2']))).toEqual(rivals(one, 'C1', new Set(['C2'])));
        expect(independentSupport(other, 'C1')).toEqual(independentSupport(one, 'C1'));
      }),
    );
  });

  it('collapses to its roots, and collapsed again stays as it is', () => {
    fc.assert(
      fc.property(randomSteps(), (steps) => {
        const once = collapsed(lineageGraph(steps));
        expect(collapsed(lineageGraph(once))).toEqual(once);
      }),
    );
  });

  it('never has more independent roots than citations', () => {
    fc.assert(
      fc.property(randomSteps(), (steps) => {
        const { citations, roots, untraced, looped } = independentSupport(lineageGraph(steps), 'C1');
        expect(roots + untraced + looped).toBeLessThanOrEqual(citations);
        expect(roots === 0).toBe(untraced + looped === citations);
      }),
    );
  });

  it('ends on a chain longer than a call stack, and on one ring of everything', () => {
    const count = 50_000;
    const chain = Array.from({ length: count }, (_, id) => step(id, id === 0 ? null : id - 1, { issued: null }));
    expect(lineageGraph(chain).components).toMatchObject([{ kind: 'origin', depth: count - 1, leaves: 1 }]);
    const ring = chain.map((entry) =>
      entry.id === 0 ? { ...entry, drawnFromId: count - 1, originState: 'drawn' as const } : entry,
    );
    expect(lineageGraph(ring).components[0]?.loop).toHaveLength(count);
  });

  it('refuses a citation given twice, and one that draws on what is not given', () => {
    expect(() => lineageGraph([step(1, null), step(1, null)])).toThrow(/twice/);
    expect(() => lineageGraph([step(1, 2)])).toThrow(/not given/);
  });
});

describe('independent support', () => {
  it('counts many citations of one origin as one root', () => {
    const steps = [step(0, null), ...Array.from({ length: 40 }, (_, index) => step(index + 1, index % 3))];
    expect(independentSupport(lineageGraph(steps), 'C1')).toEqual({ citations: 41, roots: 1, untraced: 0, looped: 0 });
  });

  it('counts one work that is drawn on twice once, and leaves critics out', () => {
    const steps = [
      step(0, null, { sourceId: 'S9', claimId: 'C2' }),
      step(1, null, { sourceId: 'S9', claimId: 'C3' }),
      step(2, 0),
      step(3, 1),
      step(4, 1, { role: 'disputes' }),
      step(5, null, { originState: 'untraced' }),
    ];
    expect(independentSupport(lineageGraph(steps), 'C1')).toEqual({ citations: 3, roots: 1, untraced: 1, looped: 0 });
  });
});

describe('a rival lineage opens', () => {
  const origin = step(5, null, { issued: '2002-04' });
  const reasons = (...others: Step[]) =>
    rivals(lineageGraph([origin, ...others]), 'C1', new Set(['C2'])).map(({ id, reason }) => [id, reason]);

  it('where the figure was in print before its origin', () => {
    expect(reasons(step(1, null, { issued: '1995', claimId: 'C2' }))).toEqual([[1, 'in-print-before']]);
    expect(reasons(step(1, null, { issued: '2002-03', originState: 'untraced' }))).toEqual([[1, 'in-print-before']]);
  });
  it('where a work is older than the one it is said to draw on', () => {
    expect(reasons(step(6, 5, { issued: '2002-03' }))).toEqual([[6, 'older-than-its-origin']]);
  });
  it('where another work states it as its own', () => {
    expect(reasons(step(6, null, { issued: '2006' }))).toEqual([[6, 'second-origin']]);
  });
  it('but not with a claim that does not contradict it, nor with the same work', () => {
    expect(reasons(step(6, null, { claimId: 'C3' }))).toEqual([]);
    expect(reasons(step(6, null, { sourceId: 'S5' }))).toEqual([]);
  });
  it('but not where the dates settle nothing', () => {
    expect(reasons(step(6, 5, { issued: '2002' }))).toEqual([]);
    expect(reasons(step(6, null, { issued: null, originState: 'untraced' }))).toEqual([]);
  });
});
