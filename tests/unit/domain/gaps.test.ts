import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TopicCode } from '@/domain/claim';
import {
  areaLines,
  cellFilter,
  type GapCell,
  gapFinding,
  gapKind,
  gapMatrix,
  type GapRow,
  gapTally,
  POPULATION_LINES,
} from '@/domain/gaps';
import { Reliability } from '@/domain/grade';
import { NAMED_GAPS, namedFor } from '@/domain/named-gaps';

const NOW = 2026;
const LINES = POPULATION_LINES;
const TOPICS = [...TopicCode.options, null].map((code) => ({ code, name: code ?? 'All topics' }));

/** A claim as the matrix sees it, one topic and one line at a time. */
const row = fc.record<GapRow>({
  topic: fc.constantFrom(...TopicCode.options, null),
  line: fc.constantFrom(...LINES.map(({ code }) => code)),
  count: fc.integer({ min: 1, max: 5 }),
  bestReliability: fc.constantFrom(...Reliability.options),
  latestYear: fc.option(fc.integer({ min: 1990, max: NOW }), { nil: null }),
});
const rows = fc.array(row, { maxLength: 40 });
const matrixOf = (of: readonly GapRow[]) => gapMatrix(TOPICS, LINES, of, NOW);

/** Every cell with the topic and line it stands for. */
const cellsOf = (of: readonly GapRow[]) =>
  matrixOf(of).cells.flatMap((cells, i) =>
    cells.map((cell, j): [string, string | null, GapCell] => [LINES[i]?.code ?? '', TOPICS[j]?.code ?? null, cell]),
  );

describe('a matrix of gaps', () => {
  it('is the same in whatever order its claims come', () => {
    fc.assert(
      fc.property(
        rows.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(matrixOf(shuffled)).toEqual(matrixOf(list));
        },
      ),
    );
  });

  it('counts in each cell the claims of its topic and line, takes the best of them and the latest year', () => {
    fc.assert(
      fc.property(rows, (list) => {
        for (const [line, topic, cell] of cellsOf(list)) {
          const found = list.filter((one) => one.line === line && one.topic === topic);
          const years = found.flatMap(({ latestYear }) => latestYear ?? []).sort((a, b) => b - a);
          expect(cell.count).toBe(found.reduce((sum, { count }) => sum + count, 0));
          expect(cell.bestReliability).toBe(
            Reliability.options.find((level) => found.some(({ bestReliability }) => bestReliability === level)) ?? null,
          );
          expect(cell.latestYear).toBe(years[0] ?? null);
        }
      }),
    );
  });

  it('does not depend on how its claims were grouped before', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const single = list.flatMap((one) => Array.from({ length: one.count }, () => ({ ...one, count: 1 })));
        expect(matrixOf(single)).toEqual(matrixOf(list));
      }),
    );
  });

  it('never has more missing for one claim more, and never empties a cell', () => {
    const [, low, old] = ['nothing', 'only-low', 'only-outdated'];
    const missing = ({ gap }: GapCell): string[] =>
      gap === 'nothing' ? ['claim'] : gap === 'both' ? [low ?? '', old ?? ''] : gap === null ? [] : [gap];
    fc.assert(
      fc.property(rows, row, (list, more) => {
        const [before, after] = [cellsOf(list), cellsOf([...list, more])];
        for (const [i, [, , cell]] of before.entries()) {
          const next = after[i]?.[2];
          if (next === undefined) throw new Error('the matrices have the same cells');
          expect(next.count).toBeGreaterThanOrEqual(cell.count);
          if (cell.gap === 'nothing') continue;
          // One whose year nobody knew was not called old; a known old year may make it so.
          const known = missing(cell).concat(cell.latestYear === null ? ['only-outdated'] : []);
          expect(known).toEqual(expect.arrayContaining(missing(next)));
        }
      }),
    );
  });

  it('adds up: every pair is a gap of one kind or none, and references and totals are no pairs', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const matrix = matrixOf(list);
        const { pairs, ...kinds } = gapTally(matrix);
        expect(pairs).toBe((LINES.length - 1) * TopicCode.options.length);
        const filled = cellsOf(list).filter(
          ([line, topic, { gap }]) => line !== 'children' && topic !== null && gap === null,
        );
        expect(Object.values(kinds).reduce((sum, count) => sum + count, filled.length)).toBe(pairs);
      }),
    );
  });
});

describe('what is missing in a cell', () => {
  it.each([
    [{ count: 0, bestReliability: null, latestYear: null }, 'nothing'],
    [{ count: 1, bestReliability: 'low', latestYear: 2020 }, 'only-low'],
    [{ count: 1, bestReliability: 'not-graded', latestYear: null }, 'only-low'],
    [{ count: 1, bestReliability: 'high', latestYear: 2015 }, 'only-outdated'],
    [{ count: 1, bestReliability: 'very-low', latestYear: 2015 }, 'both'],
    [{ count: 1, bestReliability: 'moderate', latestYear: 2016 }, null],
    [{ count: 1, bestReliability: 'moderate', latestYear: null }, null],
  ] as const)('of %o is %s', (cell, gap) => expect(gapKind(cell, NOW)).toBe(gap));

  it('is told in a sentence that adds nothing to the numbers', () => {
    const tally = { pairs: 9, nothing: 1, 'only-low': 0, 'only-outdated': 2, both: 0 };
    expect(gapFinding(tally, 'a topic and a place')).toBe(
      'Of 9 pairs of a topic and a place, 1 has no claim and 2 have none of the last ten years',
    );
    expect(gapFinding({ ...tally, nothing: 0, 'only-outdated': 0 }, 'x')).toBe('Of 9 pairs of x, each has a claim');
  });
});

describe('the rows of the region matrix', () => {
  const areas = [
    { code: '002', name: 'Africa', parent: '001' },
    { code: '202', name: 'Sub-Saharan Africa', parent: '002' },
    { code: '017', name: 'Middle Africa', parent: '202' },
    { code: '015', name: 'Northern Africa', parent: '002' },
    { code: '142', name: 'Asia', parent: '001' },
  ];

  it('are the regions, each with the smallest areas inside it, whatever lies between', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(areas, { minLength: areas.length }), (shuffled) => {
        expect(areaLines(shuffled, '001').map(({ code, reference, within }) => [code, reference, within])).toEqual([
          ['002', true, null],
          ['017', false, '002'],
          ['015', false, '002'],
          ['142', true, null],
        ]);
      }),
    );
  });
});

describe('the gaps that the founding document named', () => {
  it('are marked in the tables wherever a row or column stands for them', () => {
    const named = (code: string) => namedFor('lines', code).map(({ key }) => key);
    expect(['145', '015'].flatMap(named)).toEqual(['middle-east', 'middle-east']);
    expect(['029', '017', '054', '057', '061'].flatMap(named)).toEqual([
      'caribbean',
      'central-africa',
      'pacific-islands',
      'pacific-islands',
      'pacific-islands',
    ]);
    expect(['boys', 'transgender-children', 'offenders'].flatMap(named)).toEqual([
      'adolescent-boys',
      'transgender-children',
      'demand',
    ]);
    expect(namedFor('topics', 'demand-offenders').map(({ key }) => key)).toEqual(['demand']);
  });

  it('each lead somewhere: to claims, or where no field records them to a search', () => {
    for (const { parts, search } of NAMED_GAPS) expect(parts.length > 0).toBe(search === null);
  });
});

describe('a cell', () => {
  it('stands for the filters of its row and its topic, and all topics for those of the row alone', () => {
    const [children] = LINES;
    expect(cellFilter(children, { code: 'online', name: '' })).toEqual({ topic: ['online'], population: ['children'] });
    expect(cellFilter(children, { code: null, name: '' })).toEqual({ population: ['children'] });
  });
});
