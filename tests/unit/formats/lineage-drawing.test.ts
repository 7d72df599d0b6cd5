import { describe, expect, it } from 'vitest';
import { syntheticLineage } from '../../../bench/lineage';
import { isCritic } from '@/domain/citation';
import { toLineage } from '@/features/lineage/data';
import { ofRoot } from '@/features/lineage/filters';
import { lineageCsv } from '@/formats/lineage-csv';
import { COLUMN, fileSvg, NARROW, pageSvg } from '@/formats/svg/chart';
import { lineageChart } from '@/formats/svg/lineage-drawing';

const large = toLineage('C1', syntheticLineage(120, 3));
const small = toLineage('C1', syntheticLineage(20, 3));
const marks = (svg: string) => svg.match(/<a href/g)?.length ?? 0;

describe('the drawing of a lineage', () => {
  it('has a line for every citation where there are few', () => {
    expect(marks(pageSvg(lineageChart(small, COLUMN)))).toBe(small.nodes.length);
    expect(marks(pageSvg(lineageChart(small, NARROW)))).toBe(small.nodes.length);
  });

  it('folds where there are many, counting every citation it folds away, and opens on demand', () => {
    const folded = pageSvg(lineageChart(large, COLUMN));
    expect(marks(folded)).toBeLessThan(40);
    expect(folded).toContain('Open them all');
    const counted = [...folded.matchAll(/>(\d+) citations (?:go|lead)/g)].reduce(
      (sum, match) => sum + Number(match[1]),
      0,
    );
    expect(counted).toBeGreaterThan(80);
    expect(marks(pageSvg(lineageChart(large, COLUMN, false)))).toBe(large.nodes.length);
  });

  it('shows one group alone', () => {
    const root = large.components.find(({ members }) => members.length > 3)?.root ?? -1;
    const part = ofRoot(large, root);
    expect(part?.nodes.length).toBe(large.components.find((component) => component.root === root)?.members.length);
    expect(ofRoot(large, -5)).toBeNull();
  });

  it('keeps every mark within the drawing', () => {
    for (const look of [COLUMN, NARROW]) {
      const { body, width, height } = lineageChart(large, look, false);
      for (const [, x, y] of body.matchAll(/<circle cx="([\d.-]+)" cy="([\d.-]+)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThan(width);
        expect(Number(y)).toBeLessThan(height);
      }
    }
  });

  it('says with a mark and with words what its colour says', () => {
    const signs = { none: '✓', minor: '◆', major: '▲', unrecorded: '○', unknown: '?' };
    const critics = new Set(large.nodes.filter(isCritic).map(({ id }) => id));
    // A critic argues with the figure: that nothing changed is not said of it.
    const expected = large.edges.filter(({ severity, to }) => severity === 'major' || !critics.has(to));
    for (const look of [COLUMN, NARROW]) {
      const { body } = lineageChart(large, look, false);
      const lines = new Map(
        [...body.matchAll(/<a href="[^"]*#citation-(\d+)"[^>]*>(.*?)<\/a>/gs)].map(([, id, line = '']) => [
          Number(id),
          {
            triangle: /<path d="M[\d.-]+ [\d.-]+L[\d.-]+ [\d.-]+H[\d.-]+Z"/.test(line),
            text: line.replace(/<[^>]*>/g, ''),
          },
        ]),
      );
      for (const { to, severity } of expected) expect(lines.get(to)?.text, `${to}`).toContain(`${signs[severity]} `);
      const having = (sign: string) => [...lines.values()].filter(({ text }) => text.includes(sign)).length;
      const edges = (wanted: string) => expected.filter(({ severity }) => severity === wanted).length;
      expect(edges('major')).toBeGreaterThan(10);
      expect(edges('none')).toBeGreaterThan(10);
      expect(having('▲')).toBe(edges('major'));
      expect(having('✓ No change found')).toBe(edges('none'));
      expect([...lines.values()].filter(({ triangle }) => triangle)).toHaveLength(edges('major'));
    }
  });

  it('leads nowhere as a file, and lets no name become markup', () => {
    const [first, ...others] = small.nodes;
    if (first === undefined) throw new Error('there are citations');
    const named = { ...small, nodes: [{ ...first, source: { ...first.source, shortName: '<script>"&' } }, ...others] };
    const file = fileSvg(lineageChart(named, COLUMN), 'http://localhost');
    expect(file).not.toMatch(/<a |<script/);
  });
});

it('the table of a lineage has a line for each citation', () => {
  expect(lineageCsv(small).trim().split('\r\n')).toHaveLength(small.nodes.length + 1);
});
