import { describe, expect, it } from 'vitest';
import { TopicCode } from '@/domain/claim';
import { countryLetters } from '@/domain/country-number';
import { gapMatrix, POPULATION_LINES } from '@/domain/gaps';
import type { PlaceCount } from '@/domain/place-counts';
import { readBundledEvidence } from '@/features/evidence-base/bundle';
import { FILE, fileSvg, NARROW, pageSvg, WIDE } from '@/formats/svg/chart';
import { gapMatrixChart } from '@/formats/svg/gap-matrix';
import { worldMapChart } from '@/formats/svg/world-map';
import { worldShapes } from '@/formats/svg/world-shapes';

const bundle = await readBundledEvidence();
if (!bundle.ok) throw new Error(bundle.faults.join('\n'));
const countries = bundle.base.geographies.filter(({ kind }) => kind === 'country').map(({ code }) => code);
const numbers = Array.from({ length: 1000 }, (_, i) => String(i).padStart(3, '0'));
const shapes = await worldShapes();

const place = (code: string, own: number): PlaceCount => ({
  code,
  name: `Name of ${code}`,
  kind: 'country',
  own,
  within: own,
  bestReliability: 'low',
  latestYear: 2020,
});
const map = (places: readonly PlaceCount[], look = WIDE) =>
  worldMapChart({ countries: places, total: 249, sources: 'a test' }, shapes, look);

/** Sizes of text in a drawing. */
const sizes = (svg: string) => [...svg.matchAll(/font-size="([\d.]+)"/g)].map((match) => Number(match[1]));

describe('the numbers of ISO 3166-1', () => {
  it('are known for every country of the evidence base, each once', () => {
    const letters = numbers.map(countryLetters).filter((code) => code !== null);
    expect([...letters].sort()).toEqual([...countries].sort());
  });

  it('are those of the standard where everybody knows them', () => {
    expect(['116', '840', '826', '004', '516'].map(countryLetters)).toEqual(['KH', 'US', 'GB', 'AF', 'NA']);
  });
});

describe('the map', () => {
  it('knows where every country is that has a claim', () => {
    const used = new Set(bundle.base.claims.map(({ geography }) => geography).filter((code) => /[A-Z]/.test(code)));
    expect(used.size).toBeGreaterThan(0);
    for (const code of used) expect([code, shapes.middles.has(code)]).toEqual([code, true]);
  });

  it('shows the number of each country beside it, and its name', () => {
    const { body } = map([place('US', 31), place('KH', 9), place('VN', 5), place('TH', 4)]);
    for (const text of ['US 31', 'KH 9', 'VN 5', 'TH 4', 'Name of KH: 9 claims']) expect(body).toContain(text);
  });

  it('draws a state too small for its shapes as a dot, and leaves out one whose place nobody knows', () => {
    expect(shapes.land.some(({ code }) => code === 'SG')).toBe(false);
    const { body } = map([place('SG', 3), place('XX', 7)]);
    expect(body).toContain('SG 3');
    expect(body).toMatch(/<circle [^>]*r="4"/);
    expect(body).not.toContain('XX 7');
  });

  it('never sets two numbers on each other, with every country of the world on it', () => {
    const drawing = pageSvg(map(countries.map((code, i) => place(code, i + 1))));
    const boxes = [...drawing.matchAll(/<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="17" rx/g)].map(
      (match) => match.slice(1).map(Number) as [number, number, number],
    );
    expect(boxes.length).toBeGreaterThan(50);
    for (const [i, [x, y, width]] of boxes.entries()) {
      for (const [otherX, otherY, otherWidth] of boxes.slice(i + 1)) {
        const apart = x >= otherX + otherWidth || otherX >= x + width || Math.abs(y - otherY) >= 17;
        expect(apart).toBe(true);
      }
    }
  });

  it('with no claim at all is a map without numbers that says so', () => {
    const { title, body } = map([]);
    expect(title).toMatch(/^None of 249/);
    expect(body).not.toContain('NaN');
  });

  it.each([WIDE, NARROW, FILE])('has no text under 12 pixels, $width wide', (look) => {
    const { body, width } = map([place('US', 31), place('KH', 9)], look);
    expect(Math.min(...sizes(body))).toBeGreaterThanOrEqual(12);
    expect(width).toBe(look.width);
  });
});

describe('the drawing of a matrix of gaps', () => {
  const topics = [...TopicCode.options, null].map((code) => ({ code, name: code ?? 'All topics' }));
  const rows = [{ topic: 'online', line: 'girls', count: 4321, bestReliability: 'low', latestYear: 2001 } as const];
  const matrix = gapMatrix(topics, POPULATION_LINES, rows, 2026);
  const chart = gapMatrixChart(matrix, { pairs: 'a topic and a population', asOfYear: 2026, sources: 'a test' }, FILE);

  it('has every row and column, and says in words what is missing', () => {
    const drawing = fileSvg(chart, 'http://localhost/gaps');
    for (const text of ['Girls', 'Offenders', '4321', 'Low', '2001', 'nothing', '† named in 2014', 'Low and old']) {
      expect(drawing).toContain(text);
    }
    expect(drawing).not.toContain('var(');
    expect(Math.min(...sizes(chart.body))).toBeGreaterThanOrEqual(12);
  });

  it('hatches the cells without a claim, all of them and no other', () => {
    const empty = matrix.cells.flat().filter(({ count }) => count === 0).length;
    expect(chart.body.match(/fill="url\(#gap-hatching\)"/g)?.length).toBe(empty);
  });
});
