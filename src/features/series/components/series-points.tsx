import { Fragment } from 'react';
import { ClaimItem } from '../../claims/components/claim-item';
import type { SeriesDto, SeriesPoint } from '../schema';

/** Every claim of the series in order of time, and between them what changed. */
export function SeriesPoints({ series }: { series: SeriesDto }) {
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">The claims in order of time</h2>
      <ul className="claim-list">
        {series.points.map((point) => (
          <Fragment key={point.claim.id}>
            <ChangeNote point={point} />
            <ClaimItem claim={point.claim} />
          </Fragment>
        ))}
      </ul>
    </section>
  );
}

/** What the next claim has otherwise than the one it is set against. */
function ChangeNote({ point: { claim, comparison } }: { point: SeriesPoint }) {
  if (comparison === null) return null;
  const broken = comparison.changes.some(({ kind }) => kind === 'break');
  const others = comparison.changes.filter(({ kind }) => kind !== 'break');
  return (
    <li className={broken ? 'series-change series-break' : 'series-change'}>
      <p>
        {broken ? <strong>Break in the series. </strong> : null}
        {comparisonText(claim.id, comparison)}
        {comparison.note === null ? null : ` ${comparison.note}`}
      </p>
      {others.length === 0 && broken ? null : (
        <p className="meta">
          {others.length === 0
            ? 'Same kind of figure, unit, group, place and kind of method.'
            : `What differs: ${others.map(({ text }) => text).join('; ')}.`}
        </p>
      )}
    </li>
  );
}

const VERB = { continues: 'continues', supersedes: 'supersedes' } as const;

function comparisonText(id: string, { to, relation }: NonNullable<SeriesPoint['comparison']>): string {
  return relation === null ? `${id} stands after ${to}; no relation is recorded.` : `${id} ${VERB[relation]} ${to}.`;
}
