import { intervalText } from '../../../domain/figure-text';
import { RELIABILITY } from '../../../domain/words';
import { ChartFrame } from '../../../ui/chart-frame';
import { Notice } from '../../../ui/notice';
import { figureTitle } from '../../claims/components/figure-mark';
import { comparisonHref, shownHref } from '../filters';
import type { ComparisonPage } from '../loaders';
import type { ComparisonDto } from '../schema';

type Props = { comparison: ComparisonDto; chart: ComparisonPage['chart'] };

/** The chart; or why it is withheld, and the link that shows it; or why there can be none. */
export function ComparisonFigure({ comparison, chart }: Props) {
  return (
    <section aria-labelledby="drawn">
      <h2 id="drawn">On one axis</h2>
      {comparison.chart.reason !== null ? (
        <Notice title="There is no chart of these claims" warn>
          <p>{comparison.chart.reason}</p>
        </Notice>
      ) : chart === null ? (
        <Withheld comparison={comparison} />
      ) : (
        <Drawn comparison={comparison} chart={chart} />
      )}
    </section>
  );
}

function obstacles({ aspects }: ComparisonDto) {
  return aspects.filter(({ verdict }) => verdict === 'forbids' || verdict === 'unknown');
}

function Withheld({ comparison }: { comparison: ComparisonDto }) {
  const ids = comparison.claims.map(({ id }) => id);
  return (
    <Notice title="The chart is withheld: side by side these figures mislead" warn>
      <ul>
        {obstacles(comparison).map(({ aspect, sentence }) => (
          <li key={aspect}>{sentence}</li>
        ))}
      </ul>
      <p>
        <a className="show-chart" href={`${shownHref(ids)}#drawn`} rel="nofollow">
          I have read this: show the chart
        </a>
      </p>
    </Notice>
  );
}

function Drawn({ comparison, chart }: { comparison: ComparisonDto; chart: NonNullable<ComparisonPage['chart']> }) {
  const ids = comparison.claims.map(({ id }) => id);
  const href = comparison.mustAcknowledge ? shownHref : comparisonHref;
  const against = obstacles(comparison);
  return (
    <>
      {against.length === 0 ? null : (
        <Notice
          title={`Not comparable as they are: ${against.map(({ label }) => label.toLowerCase()).join(', ')}`}
          warn
        >
          <p>
            <a href={comparisonHref(ids)}>Put the chart away again</a>
          </p>
        </Notice>
      )}
      <ChartFrame
        title={chart.title}
        units={chart.units}
        svg={chart.svg}
        sources={<Sources comparison={comparison} />}
        downloads={[
          { label: 'SVG', href: href(ids, '/chart.svg') },
          { label: 'PNG', href: href(ids, '/chart.png') },
          { label: 'CSV', href: comparisonHref(ids, '/table.csv') },
        ]}
        tableLabel="The figures as a list"
      >
        <Figures comparison={comparison} />
      </ChartFrame>
    </>
  );
}

function Sources({ comparison: { claims } }: { comparison: ComparisonDto }) {
  return claims.map(({ id, origin }, index) => (
    <span key={id}>
      {index > 0 ? '; ' : ''}
      {id}:{' '}
      {origin === null ? (
        'origin not established'
      ) : (
        <a href={`/sources/${origin.source.id}`}>{origin.source.shortName}</a>
      )}
    </span>
  ));
}

function Figures({ comparison: { claims, breaks } }: { comparison: ComparisonDto }) {
  return (
    <ul>
      {claims.map(({ id, figure, reliability }) => (
        <li key={id}>
          {id}: {figureTitle(figure)}
          {intervalText(figure) === null ? '' : ` (${intervalText(figure)})`}. Reliability:{' '}
          {RELIABILITY[reliability].label.toLowerCase()}.
        </li>
      ))}
      {breaks.map(({ from, to, note }) => (
        <li key={`${from} ${to}`}>
          Between {from} and {to}: {note}
        </li>
      ))}
    </ul>
  );
}
