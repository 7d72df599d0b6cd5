import 'server-only';
import { cache } from 'react';
import { type PageChart, pageChart } from '../../formats/svg/chart';
import { seriesChart } from '../../formats/svg/series-chart';
import { getSeries, listSeries, seriesExists } from './data';
import type { SeriesDto, SeriesSummary } from './schema';

export { seriesExists };

export type SeriesPage = {
  series: SeriesDto;
  /** Null where no two figures can stand on one axis. */
  chart: PageChart | null;
};

/** One series with its drawing; null when no claim names this key. */
export const loadSeries = cache(async (key: string): Promise<SeriesPage | null> => {
  const series = await getSeries(key);
  return series && { series, chart: pageChart((look) => seriesChart(series, look)) };
});

/** Series of more than one claim, under the topic that most of their claims have. */
export async function loadSeriesByTopic(): Promise<{ topic: SeriesSummary['topic']; series: SeriesSummary[] }[]> {
  const groups = new Map<string, { topic: SeriesSummary['topic']; series: SeriesSummary[] }>();
  for (const series of await listSeries()) {
    if (series.claimCount < 2) continue;
    const group = groups.get(series.topic.code) ?? { topic: series.topic, series: [] };
    group.series.push(series);
    groups.set(series.topic.code, group);
  }
  return [...groups.values()].sort((a, b) => a.topic.name.localeCompare(b.topic.name, 'en'));
}
