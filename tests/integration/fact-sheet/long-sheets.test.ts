import { describe, expect, test } from 'vitest';
import { checkSheet } from '@/domain/fact-sheet/check-sheet';
import { type Block, EMPTY_SHEET, type Sheet } from '@/domain/fact-sheet/sheet';
import { checkedClaim, TODAY } from '../../support/checked-claim';

// Sheets longer than anybody writes. They need no database and take seconds each: too long for the quick check.

const claims = new Map([['C1', checkedClaim()]]);
const sheet = (blocks: Block[]): Sheet => ({ ...EMPTY_SHEET, title: 'A title', blocks });
const prose = (text: string): Block => ({ id: 'b1', kind: 'prose', text });

describe('200 kB of prose', () => {
  const long = (words: string) => words.repeat(Math.ceil(200_000 / words.length));

  test.each([
    ['sentences', long('Nobody knows how many there are. ')],
    ['numbers', long('1 2 3 40 million, ')],
    ['braces', long('{{')],
    ['sentences around a claim', `${long('Nobody knows how many there are. ')}{{C1}} ${long('It is so. ')}`],
  ])(
    'of %s are checked in seconds, and the same is said once',
    (_what, text) => {
      const found = checkSheet(sheet([prose(text)]), claims, TODAY);
      expect(found.length).toBeLessThan(20);
    },
    30_000,
  );

  test('of a thousand different figures and more keep the sheet from being released, whatever is passed over', () => {
    const text = Array.from({ length: 3000 }, (_, index) => `${10_001 + index} children`).join(', ');
    const found = checkSheet(sheet([prose(text)]), claims, TODAY);
    expect(found).toHaveLength(1000);
    expect(found.every(({ severity }) => severity === 'error')).toBe(true);
  });
});
