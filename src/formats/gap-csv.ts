import type { GapsDto } from '../features/gaps/schema';
import { csvOf } from './csv';

type Cell = Omit<GapsDto['regions'][number], 'area'>;

const HEADS = ['topic_code', 'topic', 'claims', 'best_reliability', 'latest_year', 'gap', 'named_in_2014', 'list'];

/** The region matrix as a table, a line a cell. An empty topic code stands for all topics together. */
export function regionCsv(cells: GapsDto['regions']): string {
  return csvOf(
    ['area_code', 'area', 'within_area_code', ...HEADS],
    cells.map(({ area, ...cell }) => [area.code, area.name, area.within, ...columns(cell)]),
  );
}

/** The population matrix as a table, a line a cell. */
export function populationCsv(cells: GapsDto['populations']): string {
  return csvOf(
    ['population_code', 'population', ...HEADS],
    cells.map(({ population, ...cell }) => [population.code, population.name, ...columns(cell)]),
  );
}

function columns({ topic, count, bestReliability, latestYear, gap, named, url }: Cell) {
  return [
    topic?.code ?? null,
    topic?.name ?? 'All topics',
    count,
    bestReliability,
    latestYear,
    gap,
    named.join(' '),
    url,
  ];
}
