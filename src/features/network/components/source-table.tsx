import { nodeHref } from '../../../domain/network';
import { DataTable } from '../../../ui/data-table';
import type { NetworkGraph, NetworkNode } from '../schema';

const SHOWN = 12;

/** The works that are drawn on, or draw, most. */
export function SourceTable({ graph: { nodes, edges, total } }: { graph: NetworkGraph }) {
  const drawnOn = [...nodes].sort((a, b) => b.drawnOn - a.drawnOn || b.drawing - a.drawing || (a.key < b.key ? -1 : 1));
  const [first] = drawnOn;
  const own = edges.filter((edge) => edge.self);
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      {first === undefined ? (
        <p className="muted">No work is recorded to draw on another yet.</p>
      ) : (
        <>
          <p>
            <a href={nodeHref(first)}>{first.name}</a> is the work drawn on most: in {first.drawnOn} citations, by{' '}
            {first.drawnOnBy} other works. {total.nodes} works draw on another or are drawn on, in {total.edges} pairs
            {own.length === 0
              ? ''
              : `; ${own.length === 1 ? 'one work draws' : `${own.length} works draw`} on another place in itself`}
            .
          </p>
          <Rows nodes={drawnOn.slice(0, SHOWN)} label="Sources drawn on most" />
          {drawnOn.length <= SHOWN ? null : (
            <details className="chart-table">
              <summary>{drawnOn.length - SHOWN} more</summary>
              <Rows nodes={drawnOn.slice(SHOWN)} label="More sources" />
            </details>
          )}
        </>
      )}
    </section>
  );
}

function Rows({ nodes, label }: { nodes: readonly NetworkNode[]; label: string }) {
  return (
    <DataTable
      label={label}
      className="network-table"
      heads={['Source', 'Drawn on by', 'in citations', 'Draws on', 'in citations']}
    >
      {nodes.map((node) => (
        <tr key={node.key}>
          <th scope="row">
            <a href={nodeHref(node)}>{node.name}</a>
            <span className="network-of">{node.organisation ?? 'organisation not established'}</span>
          </th>
          <td>{node.drawnOnBy}</td>
          <td>{node.drawnOn}</td>
          <td>{node.drawsOn}</td>
          <td>{node.drawing}</td>
        </tr>
      ))}
    </DataTable>
  );
}
