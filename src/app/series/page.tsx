import type { Metadata } from 'next';
import { SeriesList } from '@/features/series/components/series-list';
import { loadSeriesByTopic } from '@/features/series/loaders';

export const metadata: Metadata = {
  title: 'Series',
  description: 'Claims on one subject over time, with their changes of method and their breaks.',
};

export const dynamic = 'force-dynamic';

export default async function SeriesIndexPage() {
  const groups = await loadSeriesByTopic();
  return (
    <div>
      <h1>Series</h1>
      <p className="lead">
        Claims on one subject over time. Where the method, the definition or the way of collecting changed, the series
        breaks: figures on two sides of a break make no trend.
      </p>
      {groups.map(({ topic, series }) => (
        <section key={topic.code} aria-labelledby={`topic-${topic.code}`}>
          <h2 id={`topic-${topic.code}`}>{topic.name}</h2>
          <SeriesList series={series} />
        </section>
      ))}
    </div>
  );
}
