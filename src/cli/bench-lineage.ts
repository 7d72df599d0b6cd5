import { syntheticLineage } from '../../bench/lineage';
import { type Aim, table } from '../../bench/report';
import { lineageOf } from '../domain/lineage/lineage';
import { NARROW, COLUMN, pageSvg } from '../formats/svg/chart';
import { lineageChart } from '../formats/svg/lineage-drawing';
import { lineageStep, toLineage } from '../features/lineage/data';

// How long the descent of a heavily cited claim takes, beside the least that must be done with as many citations:
// copying them and sorting them by date.

const CITATIONS = { engine: 100_000, drawing: 500 };
const ROUNDS = 15;

export type LineageBench = { report: string; aims: Aim[] };

type Work = [name: string, citations: number, work: () => unknown];

function worksOf(seed: number): Work[] {
  const many = syntheticLineage(CITATIONS.engine, seed);
  const few = syntheticLineage(CITATIONS.drawing, seed);
  const steps = many.steps.map(lineageStep);
  const facts = many.claims.map(({ number, ...claim }) => ({ id: `C${number}`, ...claim }));
  const [lineage, large] = [toLineage('C1', few), toLineage('C1', many)];
  return [
    [
      'the least: copied and sorted by date',
      CITATIONS.engine,
      () => [...steps].sort((a, b) => Number(a.issued) - Number(b.issued) || a.id - b.id),
    ],
    ['the engine: graph, differences, rivals, support', CITATIONS.engine, () => lineageOf('C1', steps, facts)],
    [
      'drawn folded, for two widths',
      CITATIONS.engine,
      () => [COLUMN, NARROW].map((look) => pageSvg(lineageChart(large, look, true))),
    ],
    [
      'drawn whole, for two widths',
      CITATIONS.drawing,
      () => [COLUMN, NARROW].map((look) => pageSvg(lineageChart(lineage, look, false))),
    ],
    [
      'worked out and drawn',
      CITATIONS.drawing,
      () => [COLUMN, NARROW].map((look) => pageSvg(lineageChart(toLineage('C1', few), look, false))),
    ],
  ];
}

export function measureLineage(seed: number): LineageBench {
  const works = worksOf(seed);
  // In turn, so that what disturbs the machine disturbs all of them.
  const times = works.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, [, , work]] of works.entries()) {
      const started = performance.now();
      work();
      times[index]?.push(performance.now() - started);
    }
  }
  const median = (list: readonly number[]) =>
    [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
  const medians = times.map(median);
  const [least = Number.NaN, engine = Number.NaN, , , drawn = Number.NaN] = medians;
  const rows = works.map(([name, citations], index) => [
    name,
    citations.toLocaleString('en'),
    (medians[index] ?? Number.NaN).toFixed(1),
  ]);
  return {
    report: `${table(['lineage of one claim', 'citations', `ms, median of ${ROUNDS}`], rows)}\n\nThe engine takes ${(engine / least).toFixed(1)} times as long as copying and sorting alone.`,
    aims: [
      { what: 'lineage of 100,000 citations', reached: engine, limit: 200, atMost: true, unit: ' ms' },
      { what: 'lineage of 500 citations, worked out and drawn', reached: drawn, limit: 150, atMost: true, unit: ' ms' },
    ],
  };
}
