import { figureText, unitText } from '../../../domain/figure-text';
import { edgeWords } from '../../../domain/lineage/edge-words';
import { type OutlineLine, outlineOf } from '../../../domain/lineage/outline';
import { dateText } from '../../../domain/partial-date';
import { LINEAGE_GROUP, ORIGIN_STATE, RIVAL_REASON } from '../../../domain/words';
import { ReliabilityBadge } from '../../claims/components/badges';
import type { LineageDto, LineageEdge, LineageNode, Successor } from '../schema';

/** The drawing in words: the same lines in the same order. */
export function LineageList({ lineage, isFolded }: { lineage: LineageDto; isFolded: boolean }) {
  const all: Indexes = {
    lineage,
    edges: new Map(lineage.edges.map((edge) => [edge.to, edge])),
    nodes: new Map(lineage.nodes.map((node) => [node.id, node])),
    rivals: new Map(lineage.rivals.map(({ id, reason }) => [id, reason])),
  };
  const { claim, nodes, components, rivals } = lineage;
  const lines = outlineOf({ claimId: claim.id, nodes, components, rivals }, isFolded);
  return (
    <>
      {groupsOf(lines).map(({ heading, entries }, index) => (
        <div key={`${heading.group} ${heading.root?.id ?? index}`} className="lineage-group">
          <p className="lineage-group-title">
            {LINEAGE_GROUP[heading.group]}
            {heading.root === null ? '' : `: ${heading.root.source.shortName}`}
          </p>
          <ol className="lineage-list">
            {entries.map((entry) =>
              entry.type === 'folded' ? (
                <li key="folded">
                  {entry.nodes.length} more citations. <a href={`/claims/${lineage.claim.id}/lineage`}>Open them all</a>
                </li>
              ) : entry.type === 'step' ? (
                <StepItem key={entry.node.id} all={all} node={entry.node} />
              ) : null,
            )}
          </ol>
        </div>
      ))}
      <Successors list={lineage.successors} />
    </>
  );
}

type Line = OutlineLine<LineageNode>;
type Heading = Extract<Line, { type: 'heading' }>;

function groupsOf(lines: readonly Line[]): { heading: Heading; entries: Line[] }[] {
  const groups: { heading: Heading; entries: Line[] }[] = [];
  for (const line of lines) {
    if (line.type === 'heading') groups.push({ heading: line, entries: [] });
    else groups.at(-1)?.entries.push(line);
  }
  return groups;
}

type Indexes = {
  lineage: LineageDto;
  edges: ReadonlyMap<number, LineageEdge>;
  nodes: ReadonlyMap<number, LineageNode>;
  rivals: ReadonlyMap<number, LineageDto['rivals'][number]['reason']>;
};

function StepItem({ all: { lineage, edges, nodes, rivals }, node }: { all: Indexes; node: LineageNode }) {
  const edge = edges.get(node.id) ?? null;
  const { source, claimId, figureAsPrinted, originState, searchLog } = node;
  const from = nodes.get(edge?.from ?? Number.NaN);
  const rival = rivals.get(node.id);
  return (
    <li>
      <a href={`/claims/${claimId}#citation-${node.id}`}>{source.shortName}</a>
      {claimId === lineage.claim.id ? '' : `, claim ${claimId}`}
      <span className="meta">, {source.issued === null ? 'date not established' : dateText(source.issued)}</span>
      {': '}
      {figureAsPrinted === null ? (
        <span className="unknown">printed wording not established</span>
      ) : (
        <q>{figureAsPrinted}</q>
      )}
      {'. '}
      {from === undefined ? `${ORIGIN_STATE[originState].label}. ` : `Drawn from ${from.source.shortName}. `}
      {searchLog === null ? '' : `Looked for: ${searchLog} `}
      {rival === undefined ? (
        ''
      ) : (
        <strong>
          {RIVAL_REASON[rival]}
          {claimId === lineage.claim.id ? '' : ', in a claim that contradicts this one'}.{' '}
        </strong>
      )}
      <Words edge={edge} node={node} />
    </li>
  );
}

function Words({ edge, node }: { edge: LineageEdge | null; node: LineageNode }) {
  const words = edgeWords(edge ?? { computed: [], recorded: node.distortions, disagreement: null });
  if (words.length > 0) return <>{`${words.map(({ text }) => text).join('; ')}.`}</>;
  if (edge === null) return null;
  return <>{edge.severity === 'unknown' ? 'No wording to compare.' : 'No change found.'}</>;
}

function Successors({ list }: { list: readonly Successor[] }) {
  if (list.length === 0) return null;
  return (
    <div className="lineage-group">
      <p className="lineage-group-title">The line goes on: later estimates</p>
      <ol className="lineage-list">
        {list.map(({ claim, note, isBreak, origin }) => (
          <li key={claim.id}>
            <a href={`/claims/${claim.id}/${claim.slug}`}>
              {claim.id}: {figureText(claim.figure)} {unitText(claim.figure)}
            </a>{' '}
            <ReliabilityBadge level={claim.reliability} />
            {claim.period === null ? '' : `, ${claim.period}`}
            {`, ${origin?.shortName ?? 'origin not established'}. `}
            {isBreak ? <strong>Break in the series. </strong> : null}
            {note}
          </li>
        ))}
      </ol>
    </div>
  );
}
