import { DataTable } from '../../../ui/data-table';
import { NotEstablished } from '../../../ui/facts';
import { comparisonHref } from '../filters';
import type { ComparisonDto } from '../schema';
import { VerdictMark } from './difference-list';

/** Aspect by aspect, a column a claim. Wider than a phone: then it scrolls in itself, and its heads stay in sight. */
export function ComparisonTable({ comparison: { claims, aspects } }: { comparison: ComparisonDto }) {
  return (
    <section aria-labelledby="aspects">
      <h2 id="aspects">Side by side</h2>
      <DataTable
        label="The claims side by side, as a table"
        className="comparison-table"
        heads={[
          'Aspect',
          ...claims.map(({ id }) => (
            <a key={id} href={`#${id}`}>
              {id}
            </a>
          )),
        ]}
      >
        {aspects.map(({ aspect, label, verdict, values }) => (
          <tr key={aspect} className={`row-${verdict}`}>
            <th scope="row">
              {label}
              <VerdictMark verdict={verdict} />
            </th>
            {values.map(({ claim, text }) => (
              <td key={claim}>{text ?? <NotEstablished />}</td>
            ))}
          </tr>
        ))}
      </DataTable>
      <p className="meta">
        <a
          href={comparisonHref(
            claims.map(({ id }) => id),
            '/table.csv',
          )}
          download
        >
          The table as CSV
        </a>
      </p>
    </section>
  );
}
