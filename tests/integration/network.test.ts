import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ClaimRecord } from '@/domain/claim';
import type { CitationRecord } from '@/domain/citation';
import { countOutcomes, fidelityOf, isOnward } from '@/domain/lineage/fidelity';
import { MINOR_DISTORTIONS } from '@/domain/citation';
import type { SourceRecord } from '@/domain/source';
import { getGraph, listFidelity, readNetwork } from '@/features/network/data';
import { NetworkDto } from '@/features/network/schema';
import { getLineage } from '@/features/lineage/data';
import { getSource } from '@/features/sources/data';
import { connect } from '../support/database';
import { citationRow, claimRow, ensureWorld, insert, newKey, sourceRow } from '../support/rows';

// Who draws on whom, as the database counts it, against the same counted from the files of the evidence base.

async function records<T>(folder: string): Promise<T[]> {
  const names = (await readdir(`prisma/seed/${folder}`)).filter((name) => name.endsWith('.json'));
  const files = await Promise.all(names.map((name) => readFile(`prisma/seed/${folder}/${name}`, 'utf8')));
  return files.flatMap((text) => JSON.parse(text) as T[]);
}

const sources = new Map<string, SourceRecord>();
const citations = new Map<string, CitationRecord & { claim: string }>();
let network: NetworkDto;

beforeAll(async () => {
  for (const source of await records<SourceRecord>('sources')) sources.set(source.key, source);
  for (const claim of await records<ClaimRecord>('claims')) {
    for (const citation of claim.citations) citations.set(citation.key, { ...citation, claim: claim.id });
  }
  network = await readNetwork();
});

const onward = () => [...citations.values()].filter(isOnward);
const sourceOf = (citation: { source: string }): SourceRecord => {
  const source = sources.get(citation.source);
  if (source === undefined) throw new Error(`${citation.source} is in no file`);
  return source;
};
const organisationKey = (source: SourceRecord) =>
  source.organisation === null ? `source:${source.id}` : `organisation:${source.organisation}`;

function grouped<T>(list: readonly T[], keyOf: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of list) groups.set(keyOf(member), [...(groups.get(keyOf(member)) ?? []), member]);
  return groups;
}

describe('who draws on whom', () => {
  test.each(['organisations', 'sources'] as const)(
    '%s: every pair and its numbers are those of the files',
    async (kind) => {
      const keyOf = kind === 'sources' ? (source: SourceRecord) => `source:${source.id}` : organisationKey;
      const drawn = onward().filter((citation) => citation.originState === 'drawn');
      const expected = [
        ...grouped(drawn, (citation) => {
          const from = citations.get(citation.drawnFrom ?? '');
          if (from === undefined) throw new Error(`${citation.key} draws on nothing that is there`);
          return JSON.stringify([keyOf(sourceOf(citation)), keyOf(sourceOf(from))]);
        }),
      ].map(([pair, list]) => {
        const [drawing, drawnOn] = JSON.parse(pair) as [string, string];
        const distorted = list.filter((citation) => citation.distortions.length > 0);
        const major = distorted.filter((c) => c.distortions.some((d) => !MINOR_DISTORTIONS.has(d.kind)));
        return { drawing, drawnOn, citations: list.length, distorted: distorted.length, major: major.length };
      });
      const graph = await getGraph(kind, 10_000);
      const got = graph.edges.map(({ self: _self, ...edge }) => edge);
      const order = (a: { drawing: string; drawnOn: string }, b: typeof a) =>
        a.drawing + a.drawnOn < b.drawing + b.drawnOn ? -1 : 1;
      expect(got.sort(order)).toEqual(expected.sort(order));
      expect(graph.total.citations).toBe(drawn.length);
      for (const edge of graph.edges) expect(edge.self).toBe(edge.drawing === edge.drawnOn);
      for (const node of graph.nodes) {
        const of = (end: 'drawing' | 'drawnOn') => graph.edges.filter((edge) => edge[end] === node.key && !edge.self);
        const sum = (edges: readonly { citations: number }[]) =>
          edges.reduce((total, edge) => total + edge.citations, 0);
        expect([node.drawsOn, node.drawing]).toEqual([of('drawing').length, sum(of('drawing'))]);
        expect([node.drawnOnBy, node.drawnOn]).toEqual([of('drawnOn').length, sum(of('drawnOn'))]);
      }
    },
  );

  test('a limit leaves out the weakest and keeps the totals', async () => {
    const [all, few] = await Promise.all([getGraph('organisations', 10_000), getGraph('organisations', 5)]);
    expect(few.edges).toEqual(all.edges.slice(0, 5));
    expect(few.total).toEqual(all.total);
    const ends = new Set(few.edges.flatMap((edge) => [edge.drawing, edge.drawnOn]));
    expect(few.nodes.map((node) => node.key).sort()).toEqual([...ends].sort());
  });

  test('works whose organisation is not established are never merged', () => {
    const unknown = network.organisations.nodes.filter((node) => node.organisation === null);
    expect(unknown.length).toBeGreaterThan(1);
    for (const node of unknown) expect(node.key).toBe(`source:${node.sourceId}`);
  });
});

describe('fidelity', () => {
  /** Onward citations but for those that draw on a work of the same node. */
  const ofOthers = (keyOf: (source: SourceRecord) => string) =>
    onward().filter((citation) => {
      const from = citations.get(citation.drawnFrom ?? '');
      return from === undefined || keyOf(sourceOf(from)) !== keyOf(sourceOf(citation));
    });

  test.each(['organisations', 'sources'] as const)(
    'of all %s is what the pure rule says of the files',
    async (kind) => {
      const keyOf = kind === 'sources' ? (source: SourceRecord) => `source:${source.id}` : organisationKey;
      const expected = [...grouped(ofOthers(keyOf), (citation) => keyOf(sourceOf(citation)))].map(([key, list]) => [
        key,
        fidelityOf(countOutcomes(list)),
      ]);
      const { entries, total } = await listFidelity(kind, 10_000);
      expect(Object.fromEntries(entries.map(({ key, fidelity }) => [key, fidelity]))).toEqual(
        Object.fromEntries(expected),
      );
      expect(total).toBe(expected.length);
    },
  );

  test('of one organisation is what a reader counts in the files by hand', () => {
    // The BBC: five onward citations, all traced; one passes its figure on unchanged.
    const entry = network.fidelity.organisations.entries.find(({ name }) => name === 'BBC');
    expect(entry?.fidelity).toMatchObject({ n: 5, traced: 5, untraced: 0, accurate: 1, share: 0.2, ranked: true });
  });

  test('untraced citations are never counted as accurate: six of them are no share at all', () => {
    const entry = network.fidelity.organisations.entries.find(({ name }) => name === 'US Department of Justice');
    expect(entry?.fidelity).toMatchObject({
      n: 6,
      untraced: 6,
      accurate: 0,
      share: null,
      interval: null,
      ranked: false,
    });
  });

  test('on a source is the same as in the network', async () => {
    for (const { sourceId, fidelity } of network.fidelity.sources.entries.slice(0, 20)) {
      expect((await getSource(sourceId ?? ''))?.fidelity).toEqual(fidelity);
    }
  });

  test('leaves out what draws on a work of one’s own, and only that', async () => {
    // As a reader counts them: all 6 onward citations of NCMEC draw on NCMEC, 12 of 13 of UNODC on UNODC, 16 of 101 of
    // ECPAT on ECPAT. One work, by UNICEF, draws on another place in itself.
    const { entries } = await listFidelity('organisations', 10_000);
    const count = (name: string) => entries.find((entry) => entry.name === name)?.fidelity.n;
    expect(['NCMEC', 'UNODC', 'ECPAT'].map(count)).toEqual([undefined, 1, 85]);
    const self = sources.get('unicef-sowc06-footnote-10');
    const all = onward().filter((citation) => citation.source === self?.key);
    expect((await getSource(self?.id ?? ''))?.fidelity.n).toBe(all.length - 1);
  });

  test('of a source that passes nothing on has no share', async () => {
    const passing = new Set(onward().map((citation) => citation.source));
    const silent = [...sources.values()].find((source) => !passing.has(source.key));
    expect((await getSource(silent?.id ?? ''))?.fidelity).toMatchObject({ n: 0, share: null, ranked: false });
  });
});

describe('claims', () => {
  test('passed on most: counted as in the files', () => {
    const counts = [...grouped(onward(), (citation) => citation.claim)].map(([, list]) => list.length);
    const most = counts.sort((a, b) => b - a).slice(0, network.mostRepeated.length);
    expect(network.mostRepeated.map((entry) => entry.citations)).toEqual(most);
  });

  test('passed on most: with the roots and dead ends that the lineage of each claim shows', async () => {
    for (const { claim, roots, untraced } of network.mostRepeated) {
      const support = (await getLineage(claim.id))?.measures.support;
      expect([claim.id, { roots, untraced }]).toEqual([
        claim.id,
        { roots: support?.roots, untraced: support?.untraced },
      ]);
    }
  });

  test('distorted most: by citations that changed the meaning, each with its kinds', () => {
    for (const { claim, fidelity, distortions } of network.mostDistorted) {
      const own = onward().filter((citation) => citation.claim === claim.id);
      expect([claim.id, fidelity]).toEqual([claim.id, fidelityOf(countOutcomes(own))]);
      const kinds = own.filter((c) => c.originState === 'drawn').flatMap((c) => c.distortions.map((d) => d.kind));
      expect(Object.fromEntries(distortions.map(({ kind, count }) => [kind, count]))).toEqual(
        Object.fromEntries([...grouped(kinds, (kind) => kind)].map(([kind, list]) => [kind, list.length])),
      );
    }
    const majors = network.mostDistorted.map(({ fidelity }) => fidelity.major);
    expect(majors).toEqual([...majors].sort((a, b) => b - a));
    expect(Math.min(...majors)).toBeGreaterThan(0);
  });
});

describe('loops', () => {
  test('the network is exactly what its schema says', () => {
    expect(NetworkDto.parse(network)).toEqual(network);
  });

  test('two organisations that draw on each other are shown with the figure that travels each way', async () => {
    const client = await connect('owner');
    await ensureWorld(client);
    const [north, south] = [`North ${newKey('o')}`, `South ${newKey('o')}`];
    const source = (organisation: string) => insert(client, 'sources', sourceRow({ organisation }));
    const [a, b] = [await source(north), await source(south)];
    const claim = await insert(client, 'claims', claimRow());
    await client.query(
      `insert into claim_index (claim_id, document, topics, geographies, population_group, figure_kind, method_kind,
        reliability, transmission, status, citations)
       values ($1, '', '{}', '{001}', 'children', 'count', 'not-stated', 'not-graded', 'accurate', 'current', 3)`,
      [claim],
    );
    const origin = await insert(client, 'citations', citationRow(claim, a));
    const drawn = (from: number) => ({ role: 'reports', origin_state: 'drawn', drawn_from_id: from });
    const onSouth = await insert(client, 'citations', citationRow(claim, b, { ...drawn(origin), position: 1 }));
    await insert(client, 'citations', citationRow(claim, a, { ...drawn(onSouth), position: 2 }));
    const before = network.loops;
    const { loops } = await readNetwork();
    const loop = loops.organisations.find(({ members }) => members.some(({ name }) => name === north));
    expect(loop?.members.map(({ name }) => name).sort()).toEqual([north, south].sort());
    expect(loop?.edges.map((edge) => [edge.drawing, edge.drawnOn, edge.claims.map(({ id }) => id)]).sort()).toEqual(
      [
        [`organisation:${north}`, `organisation:${south}`, [`C${claim}`]],
        [`organisation:${south}`, `organisation:${north}`, [`C${claim}`]],
      ].sort(),
    );
    expect(loops.organisations.length).toBe(before.organisations.length + 1);
    expect(loops.sources.length).toBe(before.sources.length + 1);
  });
});
