import { RANKED_MIN, rankedByFidelity } from '../../../domain/lineage/fidelity';
import { nodeHref } from '../../../domain/network';
import { DataTable } from '../../../ui/data-table';
import { intervalOfShareText, outcomesText, shareText } from '../../sources/components/fidelity-text';
import type { FidelityEntry, FidelityList, NetworkDto } from '../schema';
import { IntervalMark } from './interval-mark';

/** How often figures are passed on as they were found, by organisations and by works. */
export function Fidelity({ fidelity: { organisations, sources } }: { fidelity: NetworkDto['fidelity'] }) {
  return (
    <section aria-labelledby="fidelity">
      <h2 id="fidelity">How faithfully figures are passed on</h2>
      <Meaning />
      <FidelityOf list={organisations} title="Organisations" one="organisation" more="organisations" />
      <FidelityOf list={sources} title="Single works" one="work" more="works" />
    </section>
  );
}

function Meaning() {
  return (
    <p id="fidelity-meaning" className="network-note">
      Counted is each citation that passes on a figure of others; who draws on a work of their own is left out. Most
      faithful is one without a recorded distortion, which says no more than that: where nobody has seen the wording,
      none could be recorded. A distortion is <a href="/method#minor-distortions">minor</a> while the meaning is still
      there, and <a href="/method#major-distortions">major</a> when it changed. Untraced citations, of which nobody
      knows what they drew on, are counted apart and never as faithful; works that dispute or correct a figure are left
      out. The share is of the traced citations; its 95 % interval (Wilson 1927) says how far so few of them can tell,
      and nothing of how they came to be recorded. Nobody with fewer than {RANKED_MIN} is ranked. Among organisations, a
      work whose organisation is not established counts for itself.
    </p>
  );
}

type FidelityOfProps = { list: FidelityList; title: string; one: string; more: string };

function FidelityOf({ list: { entries, total }, title, one, more }: FidelityOfProps) {
  const ranked = rankedByFidelity(entries);
  const few = entries.filter((entry) => !entry.fidelity.ranked);
  const enough = ranked.length === 1 ? `1 ${one} has` : `${ranked.length} ${more} have`;
  const cut = entries.length < total ? ` Looked at are the ${entries.length} that pass on most.` : '';
  return (
    <>
      <h3>{title}</h3>
      <p>
        {total === 1 ? `1 ${one} passes` : `${total} ${more} pass`} figures on; {enough} at least {RANKED_MIN} traced
        citations.{cut}
      </p>
      {ranked.length === 0 ? null : <Ranking ranked={ranked} label={`${title}, ranked by fidelity`} />}
      {few.length === 0 ? null : (
        <details className="chart-table">
          <summary>
            {few.length} with fewer than {RANKED_MIN} traced citations, not ranked
          </summary>
          <ul className="network-few">
            {few.map((entry) => (
              <li key={entry.key}>
                <a href={nodeHref(entry)}>{entry.name}</a> <span className="meta">{outcomesText(entry.fidelity)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Ranking({ ranked, label }: { ranked: { rank: number; entry: FidelityEntry }[]; label: string }) {
  return (
    <DataTable
      label={label}
      className="network-table"
      heads={['Name', 'Rank', 'No distortion recorded', '95 % interval', 'Minor', 'Major', 'Untraced']}
    >
      {ranked.map(({ rank, entry }) => (
        <tr key={entry.key}>
          <th scope="row">
            <a href={nodeHref(entry)}>{entry.name}</a>
          </th>
          <td>{rank}</td>
          <td className="network-share">
            {entry.fidelity.accurate} of {entry.fidelity.traced} traced, <strong>{shareText(entry.fidelity)}</strong>
          </td>
          <td className="network-interval">
            <IntervalMark fidelity={entry.fidelity} />
            {intervalOfShareText(entry.fidelity)}
          </td>
          <td>{entry.fidelity.minor}</td>
          <td>{entry.fidelity.major}</td>
          <td>{entry.fidelity.untraced}</td>
        </tr>
      ))}
    </DataTable>
  );
}
