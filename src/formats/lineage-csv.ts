import type { LineageDto } from '../features/lineage/schema';
import { csvOf } from './csv';

/** A lineage as a table: a line for each citation, with what it drew from and what changed. */
export function lineageCsv({ claim, claims, nodes, edges, rivals }: LineageDto): string {
  const byTarget = new Map(edges.map((edge) => [edge.to, edge]));
  const reasons = new Map(rivals.map(({ id, reason }) => [id, reason]));
  const facts = new Map([claim, ...claims].map((one) => [one.id, one]));
  const heads = [
    'citation',
    'claim',
    'source',
    'work',
    'issued',
    'locator',
    'role',
    'printed',
    'state',
    'drawn_from',
    'steps_from_root',
    'recorded_distortions',
    'computed_differences',
    'rule_and_record_differ',
    'rival',
    'claim_reliability',
    'claim_does_not_measure',
  ];
  const rows = nodes.map((node) => {
    const edge = byTarget.get(node.id);
    return [
      node.id,
      node.claimId,
      node.source.id,
      node.source.shortName,
      node.source.issued,
      node.locator,
      node.role,
      node.figureAsPrinted,
      node.originState,
      edge?.from ?? null,
      node.depth,
      node.distortions.map(({ kind }) => kind).join('; ') || null,
      edge?.computed.map(({ kind, label }) => `${kind} (${label})`).join('; ') ?? null,
      edge === undefined ? null : edge.disagreement === null ? 'no' : 'yes',
      reasons.get(node.id) ?? null,
      facts.get(node.claimId)?.reliability ?? null,
      facts.get(node.claimId)?.doesNotMeasure.join(' ') ?? null,
    ];
  });
  return csvOf(heads, rows);
}
