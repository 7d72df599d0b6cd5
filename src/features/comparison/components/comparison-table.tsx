import { NotEstablished } from '../../../ui/facts';
import { comparisonHref } from '../filters';
import type { ComparisonDto } from '../schema';
import { VerdictMark } from './difference-list';

/** Aspect by aspect, a column a claim. Wider than a phone: then it scrolls in itself, and its heads stay in sight. */
export function ComparisonTable({ comparison: { claims, aspects } }: { comparison: ComparisonDto }) {
  return (
    <section aria-labelledby="aspects">
      <h2 id="aspects">Side by side</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="table-scroll" tabIndex={0} aria-label="The claims side by side, as a table">
        <table className="comparison-table">
          <thead>
            <tr>
              <th scope="col">Aspect</th>
              {claims.map(({ id }) => (
                <th key={id} scope="col">
                  <a href={`#${id}`}>{id}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </section>
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
