import { figureText, intervalText, unitText } from '../../../domain/figure-text';
import { shortPeriodText } from '../../../domain/series-text';
import { METHOD_KIND } from '../../../domain/words';
import { DataTable } from '../../../ui/data-table';
import { ReliabilityBadge, StatusTag } from '../../claims/components/badges';
import { OriginText } from '../../claims/components/origin-text';
import type { SeriesDto, SeriesPoint } from '../schema';

const HEADS = ['Claim', 'Period', 'Figure', 'Low–high', 'Whom and where', 'Method', 'Reliability', 'Changed', 'Origin'];

/** The series as a table: what the drawing shows, and what it cannot. */
export function SeriesTable({ series }: { series: SeriesDto }) {
  return (
    <DataTable label={`Table: ${series.name}`} className="series-table" heads={HEADS}>
      {series.points.map((point) => (
        <Row key={point.claim.id} point={point} />
      ))}
    </DataTable>
  );
}

function Row({ point: { claim, comparison } }: { point: SeriesPoint }) {
  const { figure } = claim;
  const changes = comparison?.changes ?? [];
  return (
    <tr>
      <th scope="row">
        <a href={`/claims/${claim.id}/${claim.slug}`}>{claim.id}</a>
      </th>
      <td>{shortPeriodText(claim.period)}</td>
      <td>
        {figureText(figure)} {unitText(figure)}
        {figure.of === null ? null : <span className="meta"> of {figure.of}</span>} <StatusTag status={claim.status} />
      </td>
      <td>{intervalText(figure) ?? '–'}</td>
      <td>
        {claim.population.description} <span className="meta">{claim.geography.name}</span>
        <p className="meta">Does not measure: {claim.doesNotMeasure.join(' ')}</p>
      </td>
      <td>{METHOD_KIND[claim.methodKind].label}</td>
      <td>
        <ReliabilityBadge level={claim.reliability} provisional={claim.grades.provisional} />
      </td>
      <td>
        {changes.length === 0 || comparison === null
          ? '–'
          : `Against ${comparison.to}: ${changes.map(({ text }) => text).join('; ')}`}
      </td>
      <td>
        <OriginText claim={claim} />
      </td>
    </tr>
  );
}
