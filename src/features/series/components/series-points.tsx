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
            <ChangeNote point={point} relations={series.relations} />
            <ClaimItem claim={point.claim} />
          </Fragment>
        ))}
      </ul>
    </section>
  );
}

type ChangeNoteProps = { point: SeriesPoint; relations: SeriesDto['relations'] };

/** What the next claim has otherwise than the one it is set against. */
function ChangeNote({ point: { claim, comparison }, relations }: ChangeNoteProps) {
  if (comparison === null) return null;
  const also = relations.filter(({ from, to }) => from === claim.id && to !== comparison.to);
  const broken = comparison.changes.some(({ kind }) => kind === 'break');
  const others = comparison.changes.filter(({ kind }) => kind !== 'break');
  return (
    <li className={broken ? 'series-change series-break' : 'series-change'}>
      <p>
        {broken ? <strong>Break in the series. </strong> : null}
        {comparisonText(claim.id, comparison)}
        {comparison.note === null ? null : ` ${comparison.note}`}
        {also.map(({ to, kind, note }) => ` It also ${VERB[kind]} ${to}.${note === null ? '' : ` ${note}`}`)}
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
