import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edited } from '@/domain/fact-sheet/edit';
import { type Block, EMPTY_SHEET, type Sheet } from '@/domain/fact-sheet/sheet';
import { blocksOfText, textOfBlocks } from '@/domain/fact-sheet/sheet-text';
import { claimsOfSheet, proseParts, replaceClaim, tokenOf } from '@/domain/fact-sheet/tokens';

const claim = fc.integer({ min: 1, max: 99_999 }).map((number) => `C${number}`);
const form = fc.constantFrom('sentence' as const, 'short' as const, 'figure' as const);
const words = fc
  .string({ unit: fc.constantFrom('a', 'b', ' ', '.', '{', '}', '2', 'é', '中') })
  .map((text) => text.replaceAll(/\{\{|\}\}/g, ''));

describe('tokens', () => {
  test.each([
    ['{{C1}}', 'C1', 'sentence'],
    ['{{ c12 short }}', 'C12', 'short'],
    ['{{C3:figure}}', 'C3', 'figure'],
    ['{{C3 Sentence}}', 'C3', 'sentence'],
  ])('%s names a claim', (text, id, wording) => {
    expect(proseParts(text)).toEqual([
      { kind: 'token', claim: id, form: wording, span: { start: 0, end: text.length } },
    ]);
  });

  test.each(['{{C0}}', '{{}}', '{{C1 loud}}', '{{C1', 'C1}}', '{{claim 1}}', '{{C1 short figure}}', '{{S1}}'])(
    '%s is broken, and says so',
    (text) => {
      const [broken] = proseParts(text).filter(({ kind }) => kind === 'broken');
      expect(broken).toMatchObject({ why: expect.stringMatching(/\{\{C1\}\}/) });
    },
  );

  test('the parts of any text are the whole text, in order and without a gap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.tuple(claim, form)), (text, tokens) => {
        const typed = text + tokens.map(([id, wording]) => tokenOf(id, wording)).join(text);
        const parts = proseParts(typed);
        expect(parts.map(({ span }) => typed.slice(span.start, span.end)).join('')).toBe(typed);
      }),
    );
  });

  test('replacing a claim replaces it wherever it is named, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, claim, form), { minLength: 1, maxLength: 6 }), claim, (all, to) => {
        const text = all.map(([before, id, wording]) => before + tokenOf(id, wording)).join('');
        const sheet: Sheet = { ...EMPTY_SHEET, blocks: [{ id: 'b1', kind: 'prose', text }] };
        const from = all[0]?.[1] ?? '';
        const expected = claimsOfSheet(sheet).map((id) => (id === from ? to : id));
        expect(claimsOfSheet(replaceClaim(sheet, from, to))).toEqual([...new Set(expected)]);
        expect(replaceClaim(sheet, 'C999999999', to)).toEqual(sheet);
      }),
    );
  });
});

describe('a sheet as text', () => {
  const text =
    '## What is known\n\n{{C1}}\n\nFirst.\nStill first.\n\n- a point {{C3 figure}}\n- another\n\n{{C6 short}}';

  test('is read into blocks, and written again as it was', () => {
    expect(blocksOfText(text).map(({ kind }) => kind)).toEqual(['heading', 'claim', 'prose', 'claim']);
    expect(textOfBlocks(blocksOfText(text))).toBe(text);
  });

  test('whatever is typed, reading what was written gives the same blocks', () => {
    const typed = fc
      .array(
        fc.oneof(
          fc.constantFrom('\n', '\n\n', '## ', '- ', ' '),
          claim.map((id) => `{{${id}}}`),
          fc.string({ unit: 'grapheme' }),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, (some) => {
        const once = textOfBlocks(blocksOfText(some));
        expect(textOfBlocks(blocksOfText(once))).toBe(once);
      }),
    );
  });
});

describe('steps of writing', () => {
  const blocks: Block[] = ['b1', 'b2', 'b3'].map((id) => ({ id, kind: 'prose', text: id }));
  const sheet: Sheet = { ...EMPTY_SHEET, blocks };
  const ids = (some: Sheet) => some.blocks.map(({ id }) => id).join(' ');

  test('a block moves up and down, and no further than the ends', () => {
    expect(ids(edited(sheet, { do: 'up', block: 'b2' }))).toBe('b2 b1 b3');
    expect(ids(edited(sheet, { do: 'down', block: 'b3' }))).toBe('b1 b2 b3');
    expect(ids(edited(sheet, { do: 'move', block: 'b1', to: 2 }))).toBe('b2 b3 b1');
  });

  test('moving loses and doubles no block, wherever it goes', () => {
    fc.assert(
      fc.property(fc.constantFrom('b1', 'b2', 'b3'), fc.integer(), (block, to) => {
        expect(
          ids(edited(sheet, { do: 'move', block, to }))
            .split(' ')
            .sort(),
        ).toEqual(['b1', 'b2', 'b3']);
      }),
    );
  });

  test('a block that is added has an id of its own, and one that is removed takes its passed-over findings along', () => {
    const added = edited(sheet, { do: 'place', claim: 'C1' });
    expect(added.blocks.at(-1)).toEqual({ id: 'b4', kind: 'claim', claim: 'C1', form: 'sentence', chart: null });
    const override = { rule: 'PL007', claim: 'C1', block: 'b4', quote: null, reason: 'because it is history' };
    const passed = edited(added, { do: 'pass', override });
    expect(edited(passed, { do: 'pass', override: { ...override, reason: 'another reason' } }).overrides).toHaveLength(
      1,
    );
    expect(edited(passed, { do: 'remove', block: 'b4' })).toEqual(sheet);
    expect(edited(passed, { do: 'unpass', finding: override })).toEqual(added);
  });
});
