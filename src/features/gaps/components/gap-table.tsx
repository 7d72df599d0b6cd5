import { Fragment } from 'react';
import { cellFilter, type GapCell, type GapLine, type GapMatrix, type GapTopic } from '../../../domain/gaps';
import { namedFor } from '../../../domain/named-gaps';
import { GAP_KIND, RELIABILITY } from '../../../domain/words';
import { DataTable } from '../../../ui/data-table';
import { gapHref } from '../schema';

type GapTableProps = {
  /** What the table shows, as a sentence: the finding. */
  finding: string;
  /** What the table is called by whoever cannot see where it begins. */
  name: string;
  lineHead: string;
  matrix: GapMatrix;
  /** Address of the files, without their ending: /gaps/regions. */
  files: string;
};

/** One matrix: topics across, areas or populations down, every cell a link to the claims it counts. */
export function GapTable({ finding, name, lineHead, matrix, files }: GapTableProps) {
  return (
    <div className="gap-matrix">
      <DataTable
        label={name}
        caption={<span>{finding}</span>}
        heads={[
          lineHead,
          ...matrix.topics.map((topic) => (
            <Fragment key={topic.code ?? 'all'}>
              {topic.name}
              <NamedMark kind="topics" code={topic.code} />
            </Fragment>
          )),
        ]}
      >
        {matrix.lines.map((line, row) => (
          <tr key={line.code} className={line.reference ? 'gap-reference' : undefined}>
            <th scope="row">
              {line.name}
              <NamedMark kind="lines" code={line.code} />
            </th>
            {matrix.topics.map((topic, column) => (
              <Cell key={topic.code ?? 'all'} line={line} topic={topic} cell={matrix.cells[row]?.[column]} />
            ))}
          </tr>
        ))}
      </DataTable>
      <nav className="chart-downloads" aria-label={`Files: ${name}`}>
        {['svg', 'png', 'csv'].map((kind) => (
          <a key={kind} href={`${files}.${kind}`} download>
            {kind.toUpperCase()}
          </a>
        ))}
      </nav>
    </div>
  );
}

/** The sign of a gap that the founding document named, with the way to what it said. */
function NamedMark({ kind, code }: { kind: 'topics' | 'lines'; code: string | null }) {
  return namedFor(kind, code).map((gap) => (
    <a key={gap.key} className="gap-named" href={`#named-${gap.key}`}>
      <span aria-hidden="true">† </span>named in 2014<span className="visually-hidden">: {gap.name}</span>
    </a>
  ));
}

type CellProps = { line: GapLine; topic: GapTopic; cell: GapCell | undefined };

function Cell({ line, topic, cell }: CellProps) {
  if (cell === undefined) return <td />;
  const { count, bestReliability, latestYear, gap } = cell;
  const hidden = (text: string) => <span className="visually-hidden">{text}</span>;
  const claims = count === 1 ? 'claim' : 'claims';
  return (
    <td className={gap === null ? undefined : `gap-${gap}`}>
      <a
        href={gapHref(cellFilter(line, topic))}
        rel="nofollow"
        data-mark={gap === null ? undefined : GAP_KIND[gap].mark}
      >
        {hidden(`${line.name}, ${topic.name}: `)}
        <strong>{count.toLocaleString('en-GB')}</strong>
        {bestReliability === null ? (
          hidden(` ${claims}, gap: `)
        ) : (
          <>
            {hidden(` ${claims}, best reliability `)}
            <span className={`badge badge-${bestReliability}`}>{RELIABILITY[bestReliability].label}</span>
            {hidden(', latest year ')}
            <span>{latestYear ?? 'no year known'}</span>
            {gap === null ? null : hidden(', gap: ')}
          </>
        )}
        {gap === null ? null : <span className="gap-word">{GAP_KIND[gap].label.toLowerCase()}</span>}
      </a>
    </td>
  );
}
