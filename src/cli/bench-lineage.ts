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

function engineWorks(seed: number): Work[] {
  const { steps: rows, claims } = syntheticLineage(CITATIONS.engine, seed);
  const steps = rows.map(lineageStep);
  const facts = claims.map(({ number, ...claim }) => ({ id: `C${number}`, ...claim }));
  return [
    [
      'the least: copied and sorted by date',
      CITATIONS.engine,
      () => [...steps].sort((a, b) => Number(a.issued) - Number(b.issued) || a.id - b.id),
    ],
    ['the engine: graph, differences, rivals, support', CITATIONS.engine, () => lineageOf('C1', steps, facts)],
  ];
}

function drawingWorks(seed: number): Work[] {
  const few = syntheticLineage(CITATIONS.drawing, seed);
  const [small, large] = [toLineage('C1', few), toLineage('C1', syntheticLineage(CITATIONS.engine, seed))];
  const draw = (lineage: ReturnType<typeof toLineage>, isFolded: boolean) =>
    [COLUMN, NARROW].map((look) => pageSvg(lineageChart(lineage, look, isFolded)));
  return [
    ['drawn folded, for two widths', CITATIONS.engine, () => draw(large, true)],
    ['drawn whole, for two widths', CITATIONS.drawing, () => draw(small, false)],
    ['worked out and drawn whole, for two widths', CITATIONS.drawing, () => draw(toLineage('C1', few), false)],
  ];
}

/** Milliseconds of each work, the median of all rounds. In turn, so that what disturbs the machine disturbs all. */
function medianTimes(works: readonly Work[]): number[] {
  const times = works.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, [, , work]] of works.entries()) {
      const started = performance.now();
      work();
      times[index]?.push(performance.now() - started);
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN);
}

export function measureLineage(seed: number): LineageBench {
  // One after the other: what the second keeps in memory would be collected at the cost of the first.
  const measured = [engineWorks, drawingWorks].flatMap((worksOf) => {
    const works = worksOf(seed);
    const medians = medianTimes(works);
    return works.map(([name, citations], index) => ({ name, citations, ms: medians[index] ?? Number.NaN }));
  });
  const [least = Number.NaN, engine = Number.NaN, , , drawn = Number.NaN] = measured.map(({ ms }) => ms);
  const rows = measured.map(({ name, citations, ms }) => [name, citations.toLocaleString('en'), ms.toFixed(1)]);
  return {
    report: `${table(['lineage of one claim', 'citations', `ms, median of ${ROUNDS}`], rows)}\n\nThe engine takes ${(engine / least).toFixed(1)} times as long as copying and sorting alone.`,
    aims: [
      { what: 'lineage of 100,000 citations', reached: engine, limit: 200, atMost: true, unit: ' ms' },
      { what: 'lineage of 500 citations, worked out and drawn', reached: drawn, limit: 150, atMost: true, unit: ' ms' },
    ],
  };
}
