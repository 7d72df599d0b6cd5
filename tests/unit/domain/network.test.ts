import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components, loopsOf, strongest } from '@/domain/network';

const node = fc.integer({ min: 0, max: 12 }).map((number) => `n${number}`);
const edges = fc.array(fc.record({ drawing: node, drawnOn: node, citations: fc.integer({ min: 1, max: 9 }) }), {
  maxLength: 60,
});

/** What can be reached from a node, itself included: told apart from the algorithm under test. */
function reachable(from: string, links: readonly { drawing: string; drawnOn: string }[]): Set<string> {
  const seen = new Set([from]);
  for (let before = 0; before < seen.size; ) {
    before = seen.size;
    for (const { drawing, drawnOn } of links) if (seen.has(drawing)) seen.add(drawnOn);
  }
  return seen;
}

describe('components', () => {
  it('hold every node exactly once', () => {
    fc.assert(
      fc.property(edges, (links) => {
        const nodes = new Set(links.flatMap(({ drawing, drawnOn }) => [drawing, drawnOn]));
        const members = components(links).flat();
        expect(members.length).toBe(nodes.size);
        expect(new Set(members)).toEqual(nodes);
      }),
    );
  });

  it('hold two nodes together exactly where each leads to the other', () => {
    fc.assert(
      fc.property(edges, (links) => {
        const home = new Map(components(links).flatMap((members, index) => members.map((member) => [member, index])));
        for (const a of home.keys()) {
          const fromA = reachable(a, links);
          for (const b of home.keys()) {
            expect(home.get(a) === home.get(b)).toBe(fromA.has(b) && reachable(b, links).has(a));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same in whatever order the links come', () => {
    fc.assert(
      fc.property(
        edges.chain((links) => fc.tuple(fc.constant(links), fc.shuffledSubarray(links, { minLength: links.length }))),
        ([links, shuffled]) => {
          expect(components(shuffled)).toEqual(components(links));
        },
      ),
    );
  });

  it('of a chain and of a ring of 100,000 are found, each node looked at once', () => {
    const chain = Array.from({ length: 100_000 }, (_, i) => ({ drawing: `n${i}`, drawnOn: `n${i + 1}` }));
    expect(loopsOf(chain)).toEqual([]);
    const ring = [...chain, { drawing: 'n100000', drawnOn: 'n0' }];
    expect(loopsOf(ring).map((members) => members.length)).toEqual([100_001]);
  });
});

describe('loops', () => {
  it('hold nobody who only draws on itself', () => {
    expect(loopsOf([{ drawing: 'a', drawnOn: 'a' }])).toEqual([]);
  });

  it('are told apart where one only leads into the other', () => {
    const ring = (...members: string[]) =>
      members.map((drawing, i) => ({ drawing, drawnOn: members[(i + 1) % members.length] ?? '' }));
    const links = [...ring('a', 'b'), { drawing: 'b', drawnOn: 'c' }, ...ring('c', 'd', 'e')];
    expect(loopsOf(links)).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
  });
});

describe('the strongest', () => {
  it('are never more than asked for, never alone, and lose no line between them', () => {
    fc.assert(
      fc.property(edges, fc.integer({ min: 2, max: 14 }), (links, most) => {
        const { nodes, edges: kept } = strongest(links, most);
        expect(nodes.length).toBeLessThanOrEqual(most);
        const ends = new Set(kept.flatMap(({ drawing, drawnOn }) => [drawing, drawnOn]));
        expect(new Set(nodes)).toEqual(ends);
        const inside = (link: (typeof links)[number]) =>
          nodes.includes(link.drawing) && nodes.includes(link.drawnOn) && link.drawing !== link.drawnOn;
        expect(kept).toEqual(links.filter(inside));
      }),
    );
  });

  it('are those with most citations', () => {
    const edge = (drawing: string, drawnOn: string, citations: number) => ({ drawing, drawnOn, citations });
    const links = [edge('a', 'b', 5), edge('c', 'b', 3), edge('d', 'b', 1), edge('e', 'e', 50)];
    expect(strongest(links, 3).nodes).toEqual(['b', 'a', 'c']);
  });
});
