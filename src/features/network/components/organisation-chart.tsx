import { nodeHref } from '../../../domain/network';
import { DataTable } from '../../../ui/data-table';
import { ChartFrame } from '../../../ui/chart-frame';
import type { NetworkPage } from '../loaders';
import type { NetworkEdge, NetworkGraph } from '../schema';

const DOWNLOADS = [
  { label: 'SVG', href: '/network/organisations.svg' },
  { label: 'PNG', href: '/network/organisations.png' },
  { label: 'CSV: who draws on whom', href: '/network/edges.csv' },
  { label: 'CSV: fidelity', href: '/network/fidelity.csv' },
];

/** The drawing, with every line of it and those it has no room for as a table. */
export function OrganisationChart({ graph, chart }: { graph: NetworkGraph; chart: NetworkPage['chart'] }) {
  const { edges, total } = graph;
  const all =
    edges.length === total.edges ? `All ${total.edges} pairs` : `The ${edges.length} strongest of ${total.edges} pairs`;
  return (
    <section aria-labelledby="organisations">
      <h2 id="organisations">Organisations</h2>
      <ChartFrame
        title={chart.title}
        units={chart.units}
        sources={chart.sources}
        svg={chart.svg}
        downloads={DOWNLOADS}
        tableLabel={`${all} as a table`}
      >
        <EdgeTable graph={graph} />
      </ChartFrame>
    </section>
  );
}

function EdgeTable({ graph: { nodes, edges } }: { graph: NetworkGraph }) {
  const named = new Map(nodes.map((node) => [node.key, node]));
  const link = (key: string) => {
    const node = named.get(key);
    return node === undefined ? key : <a href={nodeHref(node)}>{node.name}</a>;
  };
  return (
    <DataTable
      label="Organisations by who draws on whom"
      className="network-table"
      heads={['Who draws', 'On whom', 'Citations', 'Distorted', 'Meaning changed']}
    >
      {edges.map((edge) => (
        <EdgeRow key={`${edge.drawing} ${edge.drawnOn}`} edge={edge} link={link} />
      ))}
    </DataTable>
  );
}

function EdgeRow({ edge, link }: { edge: NetworkEdge; link: (key: string) => React.ReactNode }) {
  return (
    <tr>
      <th scope="row">{link(edge.drawing)}</th>
      <td>{edge.self ? 'its own work' : link(edge.drawnOn)}</td>
      <td>{edge.citations}</td>
      <td>{edge.distorted}</td>
      <td>{edge.major}</td>
    </tr>
  );
}
