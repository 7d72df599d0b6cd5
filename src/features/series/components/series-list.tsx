import type { SeriesSummary } from '../schema';

/** Series of one topic, each with how many claims it has, for which years, and how often it breaks. */
export function SeriesList({ series }: { series: readonly SeriesSummary[] }) {
  return (
    <ul className="series-list">
      {series.map((entry) => (
        <li key={entry.key}>
          <h3>
            <a href={`/series/${entry.key}`}>{entry.name}</a>
          </h3>
          <p className="meta">{extentText(entry)}</p>
        </li>
      ))}
    </ul>
  );
}

function extentText({ claimCount, yearStart, yearEnd, breakCount }: SeriesSummary): string {
  const years =
    yearStart === null || yearEnd === null
      ? 'years not established'
      : yearStart === yearEnd
        ? String(yearStart)
        : `${yearStart}–${yearEnd}`;
  const breaks = breakCount === 0 ? 'no break recorded' : breakCount === 1 ? '1 break' : `${breakCount} breaks`;
  return `${claimCount} claims · ${years} · ${breaks}`;
}
