import type { PlaceCount } from '../../../domain/place-counts';
import { RELIABILITY } from '../../../domain/words';
import { DataTable } from '../../../ui/data-table';

type PlaceTableProps = {
  caption: string;
  placeHead: string;
  places: readonly PlaceCount[];
  /** Whether places lie inside these: then what the list shows is more than what is theirs. */
  nested?: boolean;
};

/** Places with their claims, each a link to the list of them. */
export function PlaceTable({ caption, placeHead, places, nested = false }: PlaceTableProps) {
  return (
    <DataTable
      label={caption}
      className="place-table"
      caption={caption}
      heads={[placeHead, 'Claims', ...(nested ? ['With places inside'] : []), 'Best reliability', 'Latest year']}
    >
      {places.map(({ code, name, own, within, bestReliability, latestYear }) => (
        <tr key={code}>
          <th scope="row">
            <a href={`/claims?geography=${code}`} rel="nofollow">
              {name}
            </a>{' '}
            <span className="muted">{code}</span>
          </th>
          <td>{own.toLocaleString('en-GB')}</td>
          {nested ? <td>{within.toLocaleString('en-GB')}</td> : null}
          <td>
            <span className={`badge badge-${bestReliability}`}>{RELIABILITY[bestReliability].label}</span>
          </td>
          <td>{latestYear ?? <span className="unknown">not established</span>}</td>
        </tr>
      ))}
    </DataTable>
  );
}
