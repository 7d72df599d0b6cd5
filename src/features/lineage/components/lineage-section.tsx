import { ChartFrame } from '../../../ui/chart-frame';
import type { LineageView } from '../loaders';
import { LineageList } from './lineage-list';
import { LineageMeasures } from './lineage-measures';

/** Where the figure comes from: the descent drawn, the same as a list, and what its citing did to it. */
export function LineageSection({ view }: { view: LineageView }) {
  const { lineage, isFolded } = view;
  const path = `/claims/${lineage.claim.id}`;
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage">Where it comes from</h2>
      <LineageChart view={view} />
      <p className="meta">
        {isFolded ? (
          <>
            {lineage.nodes.length} places are recorded, too many to draw here.{' '}
            <a href={`${path}/lineage`}>All of them, drawn whole</a>
          </>
        ) : (
          <a href={`${path}/lineage`}>The lineage on a page of its own</a>
        )}
        {' · '}
        <a href="/method#lineage">How it is worked out</a>
      </p>
      <LineageMeasures lineage={lineage} />
    </section>
  );
}

/** The drawing with the list beside it and the files. */
export function LineageChart({ view }: { view: LineageView }) {
  const { lineage, title, units, sources, svg, isFolded } = view;
  const path = `/claims/${lineage.claim.id}/lineage`;
  return (
    <>
      <ChartFrame
        title={title}
        units={units}
        sources={sources}
        svg={svg}
        room="column"
        downloads={[
          { label: 'SVG', href: `${path}.svg` },
          { label: 'PNG', href: `${path}.png` },
          { label: 'CSV', href: `${path}.csv` },
        ]}
        tableLabel="The same as a list"
      >
        <LineageList lineage={lineage} isFolded={isFolded} />
      </ChartFrame>
      <Legend />
    </>
  );
}

/** What the marks say; on paper and in a screen reader too. */
function Legend() {
  const marks = [
    ['●', 'origin', 'accent'],
    ['✓', 'no change found at this step', 'level-high'],
    ['◆', 'minor distortion', 'level-low'],
    ['▲', 'major distortion', 'warn'],
    ['○', 'found by rule, recorded by nobody; dotted: untraced', 'muted'],
    ['?', 'no wording to compare', 'muted'],
    ['◇', 'recorded of an untraced citation', 'muted'],
    ['◀', 'rival lineage', 'warn'],
    ['×', 'critic', 'accent'],
    ['■', 'later estimate', 'line-strong'],
    ['‖', 'break in the series', 'warn'],
  ] as const;
  return (
    <ul className="lineage-legend" aria-label="What the marks say">
      {marks.map(([mark, meaning, colour]) => (
        <li key={meaning}>
          <span aria-hidden="true" style={{ color: `var(--${colour})` }}>
            {mark}
          </span>{' '}
          {meaning}
        </li>
      ))}
    </ul>
  );
}
