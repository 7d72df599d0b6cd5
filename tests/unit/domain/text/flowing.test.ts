import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { flowing } from '@/domain/text/flowing';

describe('a text runs on over the ends of its lines', () => {
  it.each([
    ['some 6.3 \nmillion people', 'some 6.3 million people'],
    ['grew by 7 per\ncent', 'grew by 7 per cent'],
    ['two  blanks,   and three', 'two blanks, and three'],
    [
      'a line that is as long as a line is when it is full \nThe next sentence',
      'a line that is as long as a line is when it is full The next sentence',
    ],
    [
      'a line that is as long as a line is when it is full \n24,000 reports',
      'a line that is as long as a line is when it is full 24,000 reports',
    ],
  ])('%j', (text, expected) => {
    expect(flowing(text).text).toBe(expected);
  });
});

describe('what has a line of its own keeps it', () => {
  it.each([
    'A heading\nThe first sentence of it.',
    'One paragraph.\n\nanother one.',
    'a line that is as long as a line is when it is full\n- an item',
    'a line that is as long as a line is when it is full\n2. Another item',
    'a line that is as long as a line is when it is full\n12 UNICEF quoted it in its own press release',
    'a line that is as long as a line is when it is full\n14\nand the next page',
    'a line that is as long as a line is and ends in 2012\n345 children',
    'In the table 12  345',
  ])('%j', (text) => {
    expect(flowing(text).text).toBe(text);
  });
});

/** Words with all kinds of gaps between them. */
const gapped = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'Kenya', '12', '7 per cent', '2012', '•', '3.', 'children’s', '“quoted”', '😀'),
      fc.constantFrom(' ', '  ', '\n', ' \n', '\n\n', ' \n  ', '\t\t', ''),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.flat().join(''));

test('each of its characters stands where it says that it stands, but for the blanks in place of gaps', () => {
  fc.assert(
    fc.property(gapped, (text) => {
      const { text: flow, placed } = flowing(text);
      for (let at = 0; at < flow.length; at += 1) {
        const { start, end } = placed({ start: at, end: at + 1 });
        const there = text.slice(start, end);
        expect(there === flow[at] || (flow[at] === ' ' && /^\s$/.test(there))).toBe(true);
      }
      expect(flow.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
    }),
  );
});

test('a part of it is the same part of the text, whatever gaps are in it', () => {
  fc.assert(
    fc.property(gapped, fc.nat(), fc.nat(), (text, one, other) => {
      const { text: flow, placed } = flowing(text);
      const [start, end] = [one % (flow.length + 1), other % (flow.length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      const there = placed({ start, end });
      expect(there.start).toBeGreaterThanOrEqual(0);
      expect(there.end).toBeLessThanOrEqual(text.length);
      expect(text.slice(there.start, there.end).replace(/\s+/g, '')).toBe(flow.slice(start, end).replace(/\s+/g, ''));
    }),
  );
});

test('it runs on already when it ran on once', () => {
  fc.assert(
    fc.property(gapped, (text) => {
      const { text: flow } = flowing(text);
      expect(flowing(flow).text.replace(/\s+/g, ' ')).toBe(flow.replace(/\s+/g, ' '));
    }),
  );
});
