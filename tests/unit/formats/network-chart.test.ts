import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkGraph } from '@/features/network/schema';
import { FILE, fileSvg, NARROW, pageSvg, WIDE } from '@/formats/svg/chart';
import { networkChart } from '@/formats/svg/network-chart';

type Link = [drawing: string, drawnOn: string, citations: number, distorted: number];

function graphOf(links: readonly Link[]): NetworkGraph {
  const edges = [...new Map(links.map((link) => [`${link[0]} ${link[1]}`, link])).values()].map(
    ([drawing, drawnOn, citations, distorted]) => ({
      drawing: `organisation:${drawing}`,
      drawnOn: `organisation:${drawnOn}`,
      citations,
      distorted: Math.min(distorted, citations),
      major: 0,
      self: drawing === drawnOn,
    }),
  );
  const between = edges.filter((edge) => !edge.self);
  const sum = (list: typeof edges) => list.reduce((total, edge) => total + edge.citations, 0);
  const keys = [...new Set(edges.flatMap((edge) => [edge.drawing, edge.drawnOn]))];
  const nodes = keys.map((key) => {
    const [draws, drawn] = [between.filter((e) => e.drawing === key), between.filter((e) => e.drawnOn === key)];
    const name = key.slice('organisation:'.length);
    return {
      key,
      name,
      organisation: name,
      sourceId: null,
      drawsOn: draws.length,
      drawing: sum(draws),
      drawnOnBy: drawn.length,
      drawnOn: sum(drawn),
      own: sum(edges.filter((edge) => edge.self && edge.drawing === key)),
    };
  });
  const distorted = edges.reduce((total, edge) => total + edge.distorted, 0);
  return {
    nodes,
    edges,
    total: { nodes: nodes.length, edges: edges.length, citations: sum(edges), distorted, major: 0 },
  };
}

const name = fc.integer({ min: 0, max: 30 }).map((i) => `Organisation ${i} <of some "name" & length>`);
const links = fc.array(fc.tuple(name, name, fc.integer({ min: 1, max: 40 }), fc.nat(40)) as fc.Arbitrary<Link>, {
  maxLength: 70,
});

const FEW: Link[] = [
  ['ECPAT', 'ILO', 7, 6],
  ['UNICEF', 'ILO', 4, 0],
  ['ECPAT', 'UNICEF', 5, 2],
  ['ECPAT', 'ECPAT', 16, 1],
];

/** Boxes of organisations, or of the numbers on the lines: x, y, width and height of each. */
function boxesOf(svg: string, of: 'organisations' | 'numbers' = 'organisations'): [number, number, number, number][] {
  const corner = of === 'organisations' ? 3 : 2;
  const found = svg.matchAll(
    new RegExp(`<rect x="([\\d.-]+)" y="([\\d.-]+)" width="([\\d.-]+)" height="([\\d.-]+)" rx="${corner}"`, 'g'),
  );
  return [...found].map(([, ...numbers]) => numbers.map(Number) as [number, number, number, number]);
}

describe('the drawing of who draws on whom', () => {
  it('states what it found, with numbers from the data', () => {
    const { title } = networkChart(graphOf(FEW), WIDE);
    expect(title).toBe(
      'ILO is drawn on most: in 11 citations, by 2 others; of all 32 citations, 9 distort what they pass on.',
    );
    expect(networkChart(graphOf([]), WIDE).title).toBe('No organisation is recorded to draw on another yet.');
  });

  it('says in words how many citations of each line are distorted, wide and narrow', () => {
    const wide = networkChart(graphOf(FEW), WIDE).body;
    for (const words of ['>7, 6 distorted<', '>4<', '>5, 2 distorted<']) expect(wide).toContain(words);
    const narrow = networkChart(graphOf(FEW), NARROW).body;
    for (const words of ['>7<', '>≠6<', '>4<', '>5<', '>≠2<']) expect(narrow).toContain(words);
  });

  it('leads to the works of each organisation on a page, and nowhere in a file', () => {
    expect(pageSvg(networkChart(graphOf(FEW), WIDE))).toContain('href="/sources?q=UNICEF"');
    expect(pageSvg(networkChart(graphOf(FEW), NARROW))).toContain('href="/sources?q=UNICEF"');
    expect(fileSvg(networkChart(graphOf(FEW), FILE), 'http://localhost/network')).not.toContain('href');
  });

  it('keeps within its width, lets no box lie on another and no text be smaller than 12, whatever the graph', () => {
    fc.assert(
      fc.property(links, (list) => {
        for (const look of [WIDE, NARROW]) {
          const { body, width } = networkChart(graphOf(list), look);
          for (const [, size] of body.matchAll(/font-size="([\d.]+)"/g))
            expect(Number(size)).toBeGreaterThanOrEqual(12);
          expect(body).not.toMatch(/NaN|undefined|<of/);
          if (look === NARROW) continue;
          const boxes = [...boxesOf(body), ...boxesOf(body, 'numbers')];
          for (const [x, y, w, h] of boxes) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x + w).toBeLessThanOrEqual(width);
            const over = boxes.filter(([u, v, s, t]) => u < x + w && x < u + s && v < y + h && y < v + t);
            expect(over.length).toBe(1);
          }
        }
      }),
      { numRuns: 25 },
    );
  }, 30_000);

  it('draws a ring, and of a chain too long for its width the part that fits', () => {
    const ring = networkChart(
      graphOf([
        ['a', 'b', 1, 0],
        ['b', 'c', 2, 1],
        ['c', 'a', 3, 3],
      ]),
      WIDE,
    );
    expect(boxesOf(ring.body).length).toBe(3);
    expect(boxesOf(ring.body, 'numbers').length).toBe(3);
    const chain = Array.from({ length: 20 }, (_, i): Link => [`n${i}`, `n${i + 1}`, 40 - i, 0]);
    const { body } = networkChart(graphOf(chain), WIDE);
    expect(boxesOf(body).length).toBeGreaterThanOrEqual(2);
    expect(body).toContain(`Drawn: ${boxesOf(body).length} of 21 organisations`);
  });
});
