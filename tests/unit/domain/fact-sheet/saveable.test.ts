import { expect, test } from 'vitest';
import { tooLongToSave } from '@/domain/fact-sheet/saveable';
import { EMPTY_SHEET, type Block } from '@/domain/fact-sheet/sheet';
import { typedText } from '@/domain/fact-sheet/typed-text';

const prose = (id: number, length: number, letter = 'x'): Block => ({
  id: `b${id}`,
  kind: 'prose',
  text: letter.repeat(length),
});
const whyNot = (...blocks: Block[]) => tooLongToSave({ ...EMPTY_SHEET, blocks });

test('a sheet of 200 kB in one text can be saved', () => {
  expect(whyNot(prose(1, 200_000))).toBeNull();
});

test('what is too long to be saved is named, with what to do about it', () => {
  expect(whyNot(prose(1, 10), prose(2, 250_001))).toBe(
    'Text 2 has 250,001 characters, and a text has 250,000 at most: divide it.',
  );
  expect(whyNot(...[1, 2, 3, 4].map((id) => prose(id, 240_000)))).toMatch(/^The sheet has 961 kB, and 900 kB/);
  // Bytes are counted, and not characters: a letter of another script has two or three.
  expect(whyNot(...[1, 2].map((id) => prose(id, 200_000, '字')))).toMatch(/^The sheet has 1,201 kB, and 900 kB/);
  expect(whyNot(...Array.from({ length: 1501 }, (_, index) => prose(index + 1, 1)))).toMatch(
    /^The sheet has 1,501 blocks/,
  );
});

test('control characters and halves of characters are left out, and every other one is kept', () => {
  expect(typedText('a\u0000b\u0007c\u000bd\u001be\u007ff\ufffeg\ud800h')).toBe('abcdefgh');
  expect(typedText('a\tb\r\nc\rd\n')).toBe('a\tb\nc\nd\n');
  expect(typedText('عدد 字 👩‍👧 \u200f\u00a0')).toBe('عدد 字 👩‍👧 \u200f\u00a0');
});
