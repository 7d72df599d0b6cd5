import { ChartFrame } from '../../../ui/chart-frame';
import type { SeriesPage } from '../loaders';
import { SeriesPoints } from './series-points';
import { SeriesTable } from './series-table';

/** One series: the finding, the drawing with its table, and every claim in order of time. */
export function SeriesRecord({ page: { series, chart } }: { page: SeriesPage }) {
  const path = `/series/${series.key}`;
  return (
    <article>
      <p className="eyebrow">
        <a href="/series">Series</a>
      </p>
      <h1>{series.name}</h1>
      {series.description === null ? null : <p className="lead">{series.description}</p>}
      {chart === null ? (
        <NoChart series={series} path={path} />
      ) : (
        <ChartFrame
          {...chart}
          downloads={[
            { label: 'Drawing as SVG', href: `${path}/chart.svg` },
            { label: 'Drawing as PNG', href: `${path}/chart.png` },
            { label: 'Table as CSV', href: `${path}/series.csv` },
          ]}
        >
          <SeriesTable series={series} />
        </ChartFrame>
      )}
      <SeriesPoints series={series} />
    </article>
  );
}

function NoChart({ series, path }: { series: SeriesPage['series']; path: string }) {
  return (
    <>
      <p>
        <strong>{series.finding}</strong>
      </p>
      <p className="meta">
        Nothing is drawn: no two figures here share an axis. <a href={`${path}/series.csv`}>Table as CSV</a>
      </p>
    </>
  );
}
