import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '@/formats/csv';
import { pngOf } from '@/formats/png';
import { type Chart, fileSvg, pageSvg } from '@/formats/svg/chart';
import { escaped, textLine } from '@/formats/svg/markup';
import { shortened, textWidth, wrapped } from '@/formats/svg/text-fit';

const chart: Chart = {
  title: 'Two <b>points</b> & "a line"',
  units: 'children',
  sources: 'A test',
  width: 100,
  height: 40,
  body: textLine('1.8 → 2 million', { x: 0, y: 20 }),
};

describe('a chart', () => {
  it('never lets a text become markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(escaped(text)).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot);)/);
      }),
    );
    expect(pageSvg(chart)).not.toContain('<b>');
    expect(fileSvg(chart, 'http://localhost')).not.toContain('<b>');
  });

  it('names itself, and is one picture when there is nothing to follow in it', () => {
    expect(pageSvg(chart)).toContain('role="img"');
    expect(pageSvg({ ...chart, body: '<a href="#x"></a>' })).toContain('role="group"');
  });

  it('stands alone as a file: its title, unit, sources and address are drawn into it, without custom properties', () => {
    const file = fileSvg(chart, 'http://localhost/claims/C1');
    for (const text of ['points', 'children', 'A test', 'http://localhost/claims/C1']) expect(file).toContain(text);
    expect(file).not.toContain('var(');
  });

  it('becomes a PNG whose words are drawn', async () => {
    const withText = await pngOf(fileSvg(chart, 'http://localhost'));
    expect([...withText.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const without = await pngOf(fileSvg({ ...chart, body: '' }, 'http://localhost'));
    expect(withText.length).toBeGreaterThan(without.length);
  });
});

describe('a line of text', () => {
  it('is broken between words, and never loses one', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.integer({ min: 40, max: 400 }), (text, width) => {
        const lines = wrapped(text, width, 14);
        expect(lines.join(' ')).toBe(text.split(/\s+/).join(' '));
        for (const line of lines) if (line.includes(' ')) expect(textWidth(line, 14)).toBeLessThanOrEqual(width + 1e-6);
      }),
    );
  });

  it('is shortened only where it does not fit', () => {
    expect(shortened('short', 400, 14)).toBe('short');
    expect(shortened('a rather long line of words', 60, 14)).toMatch(/…$/);
  });
});

describe('a table as CSV', () => {
  it('quotes what needs it, leaves unknown cells empty and runs no formula', () => {
    expect(
      csvOf(
        ['a', 'b'],
        [
          ['x,"y"', null],
          ['=1+1', -2],
        ],
      ),
    ).toBe('\ufeffa,b\r\n"x,""y""",\r\n\'=1+1,-2\r\n');
  });
});
