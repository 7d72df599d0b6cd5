import { describe, expect, test } from 'vitest';
import { readBundledEvidence } from '@/features/evidence-base/bundle';
import { loadBundledEvidence } from '@/features/evidence-base/mutations';
import { getSeries, listSeries, seriesExists } from '@/features/series/data';
import { FILE, fileSvg, NARROW, WIDE } from '@/formats/svg/chart';
import { seriesCsv } from '@/formats/series-csv';
import { seriesChart } from '@/formats/svg/series-chart';
import { connect } from '../support/database';

const owner = await connect('owner');
const bundle = await readBundledEvidence();
if (!bundle.ok) throw new Error(bundle.faults.join('\n'));
const { base } = bundle;

async function series(key: string) {
  const found = await getSeries(key);
  if (found === null) throw new Error(`no series ${key}`);
  return found;
}

describe('the bundled series', () => {
  test('hold every claim that names them, superseded and misquoted ones too', async () => {
    const listed = await listSeries();
    expect(listed.map(({ key }) => key).sort()).toEqual(base.series.map(({ key }) => key).sort());
    for (const { key, claimCount } of listed) {
      const wanted = base.claims.filter((claim) => claim.series === key).map(({ id }) => id);
      const { points } = await series(key);
      expect([key, points.map(({ claim }) => claim.id).sort()]).toEqual([key, wanted.sort()]);
      expect(claimCount).toBe(wanted.length);
    }
  });

  test('draw each claim once, or say that it is not drawn, and never a line across a break', async () => {
    for (const { key } of base.series) {
      const found = await series(key);
      const broken = new Set(found.relations.filter((r) => r.seriesBreak).map(({ from, to }) => `${to} ${from}`));
      expect([key, found.joined.filter(({ from, to }) => broken.has(`${from} ${to}`))]).toEqual([key, []]);
      for (const look of [WIDE, NARROW, FILE]) {
        const chart = seriesChart(found, look);
        if (chart === null) continue;
        expect([key, chart.body.includes('NaN'), chart.body.includes('Infinity')]).toEqual([key, false, false]);
        const drawn = (chart.body.match(/<title>/g) ?? []).length;
        const left = Number(/Not drawn: (\d+)/.exec(chart.units)?.[1] ?? 0);
        expect([key, drawn + left]).toEqual([key, found.points.length]);
      }
    }
  });

  test('show ILO’s estimates of children as four figures with three breaks and no line', async () => {
    const found = await series('ilo-cse-children');
    expect(found.points.map(({ claim }) => claim.id)).toEqual(['C1', 'C35', 'C39', 'C46']);
    expect(found.breakCount).toBe(3);
    expect(found.joined).toEqual([]);
    expect(found.finding).toMatch(/breaks three times, so they make no trend/);
    const chart = seriesChart(found, WIDE);
    expect(chart?.body).toContain('method changed');
    expect(chart?.body).toContain('945,000, superseded');
  });

  test('draw NCMEC’s counts in powers of ten, joined up to the break of 2024 and after it', async () => {
    const found = await series('ncmec-reports');
    expect(found.joined).toHaveLength(26);
    expect(found.joined).not.toContainEqual({ from: 'C185', to: 'C186' });
    expect(seriesChart(found, WIDE)?.body).toContain('logarithmic axis');
  });

  test('draw no line at all between unlike figures', async () => {
    expect((await series('criticism')).joined).toEqual([]);
  });

  test('have no drawing where no claim has a number', async () => {
    expect(seriesChart(await series('conflict-frequency'), WIDE)).toBeNull();
  });

  test('leave the page’s addresses out of a file, and name each claim in the table', async () => {
    const found = await series('ilo-cse-children');
    const chart = seriesChart(found, FILE);
    expect(chart && fileSvg(chart, 'http://localhost/series/ilo-cse-children')).not.toContain('<a ');
    const lines = seriesCsv(found).trim().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toContain('does_not_measure');
  });
});

describe('a series key', () => {
  test.each(['nothing', '', '../etc', 'ILO', '\u0000', 'x'.repeat(200)])(
    'that names nothing is not there: %j',
    async (key) => {
      expect(await getSeries(key)).toBeNull();
      expect(await seriesExists(key)).toBe(false);
    },
  );

  test('that a migration used as a name gets the name of the bundle, and an editor’s name stays', async () => {
    await owner.query("update series set name = key where key = 'criticism'");
    await owner.query("update series set name = 'Renamed here' where key = 'ncmec-reports'");
    await loadBundledEvidence();
    expect((await series('criticism')).name).toBe(base.series.find(({ key }) => key === 'criticism')?.name);
    expect((await series('ncmec-reports')).name).toBe('Renamed here');
  });
});
