import { describe, expect, test } from 'vitest';
import type { Aspect } from '@/domain/comparison/verdict';
import { leadToSurvivors } from '@/app/missing-file';
import { getComparison } from '@/features/comparison/data';
import { ComparisonDto } from '@/features/comparison/schema';
import { mergeRecords } from '@/features/records/mutations';
import { comparisonCsv } from '@/formats/comparison-csv';
import { FILE, fileSvg, NARROW, WIDE } from '@/formats/svg/chart';
import { comparisonChart } from '@/formats/svg/comparison-chart';
import { Moved } from '@/http/moved';
import { SENIOR } from '../support/actors';

// Comparisons over the bundled evidence base: what the founding examples taught is what they show.

async function compared(...ids: string[]): Promise<ComparisonDto> {
  const { comparison } = await getComparison(ids);
  if (comparison === null) throw new Error(`${ids} are not compared`);
  return comparison;
}

const aspectOf = ({ aspects }: ComparisonDto, name: Aspect) => aspects.find(({ aspect }) => aspect === name);

describe('the founding examples', () => {
  test('1.8 million at one time and 1.2 million a year are a stock and a flow', async () => {
    const found = aspectOf(await compared('C1', 'C3'), 'measure');
    expect(found).toMatchObject({ verdict: 'forbids' });
    expect(found?.sentence).toMatch(/C1 counts at one time, C3 counts over a period: a stock is not a flow/);
  });

  test('the ILO series breaks where its method changed and where an estimate was replaced', async () => {
    const { breaks, chart } = await compared('C1', 'C35', 'C39', 'C46');
    expect(breaks.map(({ from, to }) => `${from} ${to}`)).toEqual(expect.arrayContaining(['C1 C35', 'C35 C39']));
    expect(chart).toMatchObject({ drawable: true, scale: 'linear' });
    // Also for a reader who leaves out the claims in between.
    expect((await compared('C35', 'C46')).breaks).toMatchObject([{ from: 'C35', to: 'C46' }]);
    expect((await compared('C163', 'C164')).breaks).toEqual([]);
  });

  test('a count and a share are never drawn on one axis', async () => {
    const comparison = await compared('C4', 'C5');
    expect(comparison.chart).toMatchObject({ drawable: false });
    expect(comparison.chart.reason).toMatch(/C4.*C5/);
    expect(comparisonChart(comparison, WIDE)).toBeNull();
  });

  test('two years of one hotline may be compared, unless it counted in another way in between', async () => {
    const same = await compared('C142', 'C143');
    expect(same.aspects.filter(({ verdict }) => verdict === 'forbids')).toEqual([]);
    const { breaks, mustAcknowledge } = await compared('C141', 'C142');
    expect(breaks).toMatchObject([{ from: 'C141', to: 'C142', note: expect.stringMatching(/active searching/) }]);
    expect(mustAcknowledge).toBe(true);
  });
});

describe('what is found', () => {
  test('comes in the order asked for, with everything a claim is never shown without', async () => {
    const { known, unknown, comparison } = await getComparison(['C3', 'C999999', 'C1']);
    expect({ known, unknown }).toEqual({ known: ['C3', 'C1'], unknown: ['C999999'] });
    expect(ComparisonDto.parse(comparison)).toEqual(comparison);
    for (const { doesNotMeasure, origin } of comparison?.claims ?? []) {
      expect(doesNotMeasure.length).toBeGreaterThan(0);
      expect(origin).not.toBeNull();
    }
  });

  test('is no comparison where fewer than two are known', async () => {
    expect(await getComparison([])).toEqual({ comparison: null, known: [], unknown: [], moved: [] });
    const one = { comparison: null, known: ['C1'], unknown: ['C999999'], moved: [] };
    expect(await getComparison(['C1', 'C999999'])).toEqual(one);
  });

  test('names a part of a whole, whatever lies between them', async () => {
    // C273 … the shares of the regions are parts of C270, the world's total.
    const found = aspectOf(await compared('C270', 'C275'), 'relations');
    expect(found).toMatchObject({ verdict: 'forbids', sentence: expect.stringMatching(/C275 is part of C270/) });
    expect(aspectOf(await compared('C270', 'C275'), 'place')?.sentence).toMatch(
      /a part is not compared with its whole/,
    );
  });
});

describe('the chart', () => {
  test('has a row a claim with its grade in words, and draws each break with its words', async () => {
    const comparison = await compared('C1', 'C35', 'C39', 'C46');
    for (const look of [WIDE, NARROW, FILE]) {
      const chart = comparisonChart(comparison, look);
      for (const { id } of comparison.claims) expect(chart?.body).toContain(`${id} · `);
      expect(chart?.body).toContain('Very low reliability');
      expect(chart?.body.match(/stroke-dasharray/g)).toHaveLength(comparison.breaks.length);
      expect(chart?.body).toContain('Series break between C1 and C35');
      expect(chart?.title).toMatch(/not comparable/);
      expect(chart?.body).not.toMatch(/NaN|Infinity/);
    }
  });

  test('says so where its axis is logarithmic', async () => {
    const chart = comparisonChart(await compared('C1', 'C270'), WIDE);
    expect(chart?.body).toContain('Logarithmic axis: each labelled step is 10 times the one before.');
  });

  test('carries into a file what forbids comparing, and what each claim does not measure', async () => {
    const comparison = await compared('C1', 'C3');
    const notes = comparison.aspects.flatMap(({ verdict, sentence }) =>
      verdict === 'forbids' ? (sentence ?? []) : [],
    );
    const chart = comparisonChart(comparison, FILE, notes);
    if (chart === null) throw new Error('C1 and C3 both count children');
    const file = fileSvg(chart, 'http://localhost/compare?c=C1,C3');
    for (const text of [
      'a stock is not a flow',
      'C1 does not measure:',
      'C3 does not measure:',
      'Very low reliability',
    ]) {
      expect(file).toContain(text);
    }
  });
});

test('the table as a file has each verdict with its reason, and what each claim does not measure', async () => {
  const csv = comparisonCsv(await compared('C1', 'C3'));
  expect(csv).toMatch(/^\ufeffAspect,Verdict,Why,C1,C3\r\n/);
  expect(csv).toMatch(/Stock or flow,Forbids,/);
  expect(csv).toMatch(/Does not measure,,,/);
});

describe('the id of a claim that was merged', () => {
  const request = new Request('http://localhost/compare/table.csv?c=C144,C142,C143&shown=yes');

  test('is compared as what it became, and said to be', async () => {
    expect(await mergeRecords(SENIOR, 'C144', 'C143', 'The same figure.')).toEqual({ ok: true });
    const { comparison, ...found } = await getComparison(['C144', 'C142', 'C999999']);
    expect(comparison?.claims.map(({ id }) => id)).toEqual(['C143', 'C142']);
    expect(found).toEqual({
      known: ['C143', 'C142'],
      unknown: ['C999999'],
      moved: [{ from: 'C144', into: 'C143' }],
    });
    // Both at once are one claim.
    const both = await getComparison(['C144', 'C143']);
    expect(both).toMatchObject({ comparison: null, known: ['C143'], unknown: [] });
  });

  test('leads from the address of a file or the API to the one without it, and other ids lead nowhere', async () => {
    const ids = ['C144', 'C142', 'C143'];
    const { moved } = await getComparison(ids);
    expect(() => leadToSurvivors(request, 'c', ids, moved)).toThrow(
      new Moved('/compare/table.csv?c=C143,C142&shown=yes'),
    );
    expect(() => leadToSurvivors(request, 'c', ['C142', 'C141'], [])).not.toThrow();
  });
});
