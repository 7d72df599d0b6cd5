import { describe, expect, it } from 'vitest';
import { findQuantities } from '@/domain/text/quantities/find-quantities';
import type { NoFigure, QuantityKind } from '@/domain/text/quantities/quantity';

// Numbers that are read rightly only with what stands beside them.

type Read = [span: string, what: QuantityKind | NoFigure, value?: number | [number, number]];

const read = (text: string): Read[] =>
  findQuantities(text).map(({ text: span, kind, noFigure, value, low, high }) =>
    noFigure === null ? [span, kind, value ?? [low, high]] : [span, noFigure],
  );

const says = (cases: readonly [text: string, ...expected: Read[]][]) =>
  it.each(cases)('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });

describe('a number that is said twice, in words and in brackets, is one', () => {
  says([
    ['seven (7) per cent of them', ['seven (7) per cent', 'per-cent', 7]],
    ['some two (2) million children', ['two (2) million', 'count', 2_000_000]],
    ['twelve (12) countries', ['twelve (12)', 'count', 12]],
    ['two (2) men', ['two (2)', 'count', 2]],
    ['twenty-five (25) more signed', ['twenty-five (25)', 'count', 25]],
    ['five thousand (5,000) euros', ['five thousand (5,000) euros', 'money', 5000]],
    ['two million (2 million) children', ['two million (2 million)', 'count', 2_000_000]],
    ['12 (twelve) countries', ['12 (twelve)', 'count', 12]],
    ['7 (seven) per cent of them', ['7 (seven) per cent', 'per-cent', 7]],
    ['for thirty (30) days', ['thirty (30)', 'duration']],
    ['Article twelve (12) of it', ['twelve (12)', 'law']],
    ['twelve countries (14) of the 40 nations', ['twelve', 'count', 12], ['(14)', 'list'], ['40', 'count', 40]],
    ['thirty (12) countries', ['thirty', 'count', 30], ['(12)', 'list']],
  ]);
});

describe('digits are grouped as the text groups them', () => {
  says([
    ['it cost 1.234,56 euros', ['1.234,56 euros', 'money', 1234.56]],
    ['it cost €1.234,5', ['€1.234,5', 'money', 1234.5]],
    ['it cost 1.234.567,89 euros', ['1.234.567,89 euros', 'money', 1_234_567.89]],
    ['it cost 12.500 euros', ['12.500 euros', 'money', 12_500]],
    ['it cost €12.500', ['€12.500', 'money', 12_500]],
    ['it cost €1.234 billion', ['€1.234 billion', 'money', 1.234e9]],
    ['1’800’000 children', ['1’800’000', 'count', 1_800_000]],
    ['12’500 children', ['12’500', 'count', 12_500]],
    ['the girls’12 and more', ['12', 'note-mark']],
    ['R1.2 billion and USD500', ['R1.2 billion', 'money', 1.2e9], ['USD500', 'money', 500]],
  ]);
});
