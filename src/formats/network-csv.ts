import type { FidelityEntry, NetworkGraph } from '../features/network/schema';
import { csvOf } from './csv';

type Both<Part> = { organisations: Part; sources: Part };

const EDGE_HEADS = [
  'between',
  'who_draws',
  'who_draws_key',
  'on_whom',
  'on_whom_key',
  'citations',
  'distorted',
  'meaning_changed',
  'own_work',
];

/** Who draws on whom as a table, a row a pair: organisations, then single works. */
export function edgesCsv({ organisations, sources }: Both<NetworkGraph>): string {
  return csvOf(EDGE_HEADS, [...edgeRows('organisations', organisations), ...edgeRows('sources', sources)]);
}

function edgeRows(between: string, { nodes, edges }: NetworkGraph) {
  const names = new Map(nodes.map((node) => [node.key, node.name]));
  return edges.map(({ drawing, drawnOn, citations, distorted, major, self }) => [
    between,
    names.get(drawing) ?? null,
    drawing,
    names.get(drawnOn) ?? null,
    drawnOn,
    citations,
    distorted,
    major,
    self ? 'yes' : 'no',
  ]);
}

type Column = readonly [head: string, cell: (entry: FidelityEntry) => string | number | null];

const FIDELITY: readonly Column[] = [
  ['name', ({ name }) => name],
  ['key', ({ key }) => key],
  ['citations', ({ fidelity }) => fidelity.n],
  ['traced', ({ fidelity }) => fidelity.traced],
  ['accurate', ({ fidelity }) => fidelity.accurate],
  ['minor', ({ fidelity }) => fidelity.minor],
  ['major', ({ fidelity }) => fidelity.major],
  ['untraced', ({ fidelity }) => fidelity.untraced],
  ['share_accurate', ({ fidelity }) => fidelity.share],
  ['interval_95_low', ({ fidelity }) => fidelity.interval?.low ?? null],
  ['interval_95_high', ({ fidelity }) => fidelity.interval?.high ?? null],
  ['enough_to_rank', ({ fidelity }) => (fidelity.ranked ? 'yes' : 'no')],
];

/** How faithfully figures of others are passed on as a table: a row an organisation, then a row a work. */
export function fidelityCsv({ organisations, sources }: Both<readonly FidelityEntry[]>): string {
  const rows = (of: string, entries: readonly FidelityEntry[]) =>
    entries.map((entry) => [of, ...FIDELITY.map(([, cell]) => cell(entry))]);
  return csvOf(
    ['of', ...FIDELITY.map(([head]) => head)],
    [...rows('organisation', organisations), ...rows('source', sources)],
  );
}
