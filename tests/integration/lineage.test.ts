import { beforeAll, describe, expect, test } from 'vitest';
import { edgeWords } from '@/domain/lineage/edge-words';
import { getLineage } from '@/features/lineage/data';
import { LineageDto } from '@/features/lineage/schema';
import { FILE } from '@/formats/svg/chart';
import { findingOf, lineageChart } from '@/formats/svg/lineage-drawing';
import { connect } from '../support/database';
import { citationRow, claimRow, ensureWorld, insert, sourceRow } from '../support/rows';

// The descent of the founding examples, over the bundled evidence base.

async function lineage(id: string): Promise<LineageDto> {
  const found = await getLineage(id);
  if (found === null) throw new Error(`${id} is in the evidence base`);
  return found;
}

/** The citation by a work, or all of them when several claims state it there. */
const by = ({ nodes }: LineageDto, name: string) => nodes.filter((node) => node.source.shortName === name);

/** What is said of the step to this work, recorded and computed. */
function changes(of: LineageDto, name: string): string[] {
  const ids = by(of, name).map(({ id }) => id);
  return of.edges
    .filter((edge) => ids.includes(edge.to))
    .flatMap((edge) => edgeWords(edge, 'detected victims of all ages').map(({ text }) => text));
}

describe('1.8 million', () => {
  let found: LineageDto;
  beforeAll(async () => {
    found = await lineage('C1');
  });

  test('goes back to one work, with the rival of 1995 beside it', () => {
    expect(found.measures.support).toMatchObject({ citations: 6, roots: 1, untraced: 0 });
    expect(
      found.rivals.map(({ id, reason }) => [found.nodes.find((node) => node.id === id)?.source.shortName, reason]),
    ).toEqual([['UNICEF 1995', 'in-print-before']]);
    expect(findingOf(found)).toContain('UNICEF 1995');
  });

  test('shows the four documents of footnote 10 of the founding document', () => {
    for (const name of ['UNICEF SOWC 2005', 'UNICEF SOWC 2006', 'UNICEF Indonesia fact sheet', 'A/HRC/22/54 (2012)']) {
      expect(by(found, name).some((node) => node.claimId === 'C2')).toBe(true);
    }
  });

  test('goes on in the later estimates of the ILO, with the change of method as a break', () => {
    expect(found.successors.map(({ claim, after }) => [claim.id, after])).toEqual([
      ['C35', 'C1'],
      ['C39', 'C35'],
      ['C46', 'C39'],
    ]);
    expect(found.successors[1]?.isBreak).toBe(true);
  });

  test('never says that nothing changed where the wording is not known', () => {
    const [report] = by(found, 'UNICEF SOWC 2006').filter((node) => node.claimId === 'C1');
    expect(report?.figureAsPrinted).toBeNull();
    expect(found.edges.find(({ to }) => to === report?.id)?.severity).toBe('unknown');
  });

  test('shows what is recorded of a citation whose source nobody found', () => {
    const [sheet] = by(found, 'UNICEF Indonesia fact sheet').filter((node) => node.claimId === 'C2');
    expect(sheet?.originState).toBe('untraced');
    expect(sheet?.distortions.map(({ kind }) => kind)).toContain('stock-to-flow');
    expect(lineageChart(found, FILE).body).toMatch(/◇ Scope widened/);
  });

  test('shows how it was rounded on the way', () => {
    expect(changes(found, 'BBC News 2005 (children)')).toContain('Rounded: 1.8 million → 2 million');
  });
});

describe('the other founding examples', () => {
  test('7 %: percentage points of a share became per cent, and the share a count', async () => {
    expect(changes(await lineage('C6'), 'ECPAT scan 2014')).toContain(
      'Unit changed: share of detected victims: percentage points → per cent, share → count',
    );
  });

  test('40–50 %: a share of all forced labour was attached to another whole', async () => {
    const [word] = changes(await lineage('C5'), 'ECPAT scan 2014').filter((text) =>
      text.startsWith('Denominator swapped'),
    );
    expect(word).toMatch(/of all 12\.3 million people in forced labour → of the 1\.39 million/);
  });

  test('1.2 million: every purpose of trafficking became the sexual one', async () => {
    expect(changes(await lineage('C3'), 'Sharing Value')).toContain(
      'Scope narrowed: any exploitation → sexual exploitation',
    );
  });

  test('one million a year: in print a year before the work that it would have to come from', async () => {
    const found = await lineage('C21');
    const rival = found.rivals.find(({ reason }) => reason === 'in-print-before');
    expect(found.nodes.find(({ id }) => id === rival?.id)?.source.shortName).toBe('The Japan Times 2000');
  });

  test('where a rule and the record differ, both are given', async () => {
    const found = await lineage('C266');
    const differing = found.edges.flatMap(({ disagreement }) => disagreement ?? []);
    expect(differing).toMatchObject([
      { computedOnly: [{ kind: 'inflated', label: '8.1 % → 8.3 %' }], recordedOnly: ['rounded'] },
    ]);
  });
});

describe('every claim', () => {
  test('has a lineage that holds its citations, draws and keeps to its shape', async () => {
    const client = await connect();
    const { rows } = await client.query<{ id: number; citations: number }>(
      'select claim_id as id, count(*)::int as citations from citations group by 1 order by 1',
    );
    expect(rows.length).toBeGreaterThan(400);
    for (const { id, citations } of rows) {
      const found = await lineage(`C${id}`);
      expect(LineageDto.parse(found)).toEqual(found);
      expect(found.nodes.filter((node) => node.claimId === `C${id}`)).toHaveLength(citations);
      expect(found.components.flatMap(({ members }) => members).sort()).toEqual(
        found.nodes.map((node) => node.id).sort(),
      );
      expect(lineageChart(found, FILE).body).toContain('<text');
    }
  });

  test('that is not there has none', async () => {
    expect(await getLineage('C999999')).toBeNull();
    expect(await getLineage('S1')).toBeNull();
  });
});

test('a ring of citations is shown once and never followed for ever', async () => {
  const client = await connect('owner');
  await ensureWorld(client);
  const [claim, source] = [await insert(client, 'claims', claimRow()), await insert(client, 'sources', sourceRow())];
  const first = await insert(
    client,
    'citations',
    citationRow(claim, source, { origin_state: 'untraced', search_log: 'Looked.' }),
  );
  const second = await insert(
    client,
    'citations',
    citationRow(claim, source, { origin_state: 'drawn', drawn_from_id: first }),
  );
  await client.query(`update citations set origin_state = 'drawn', drawn_from_id = $1 where id = $2`, [second, first]);
  const found = await lineage(`C${claim}`);
  expect(found.components).toMatchObject([{ kind: 'loop', root: null }]);
  expect([...(found.components[0]?.loop ?? [])].sort()).toEqual([first, second].sort());
  expect(found.measures.support).toMatchObject({ citations: 2, roots: 0, looped: 2 });
  expect(findingOf(found)).toMatch(/ring/);
});
