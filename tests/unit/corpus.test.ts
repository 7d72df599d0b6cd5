import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { CORPORA, CorpusSentence, CorpusStyle, readCorpus, sentenceFaults } from '../../bench/corpus';

const SEED = 'prisma/seed/claims';
const Ids = z.array(z.object({ id: z.string() }));

const claims = new Set(
  readdirSync(SEED).flatMap((file) =>
    Ids.parse(JSON.parse(readFileSync(join(SEED, file), 'utf8'))).map(({ id }) => id),
  ),
);
const sentences = readCorpus(CORPORA.sentences);
const withoutClaim = sentences.filter(({ figures }) => figures.every((figure) => figure.claims.length === 0));

describe('the labelled sentences', () => {
  test('are at least 150', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(150);
  });

  test('name no claim in at least a third', () => {
    expect(withoutClaim.length * 3).toBeGreaterThanOrEqual(sentences.length);
  });

  test.each(CorpusStyle.options)('are written in the style of a %s too', (style) => {
    expect(sentences.filter((sentence) => sentence.style === style)).not.toEqual([]);
  });

  test('have an id and a text of their own', () => {
    expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
  });

  test('label every number in digits once, in words that stand in the text, with claims that exist', () => {
    expect(sentences.flatMap((sentence) => sentenceFaults(sentence, claims))).toEqual([]);
  });

  test.each(['harder', 'ordinary', 'held-out'] as const)('so do the %s ones', (name) => {
    const others = readCorpus(CORPORA[name]);
    expect(others.flatMap((sentence) => sentenceFaults(sentence, claims))).toEqual([]);
    expect(new Set(others.map(({ id }) => id)).size).toBe(others.length);
  });

  test('stand in one of the files alone', () => {
    const texts = Object.values(CORPORA).flatMap((file) => readCorpus(file).map(({ text }) => text));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
});

const SOUND = {
  id: 'news-001',
  style: 'news',
  text: 'In 2000 it was 1.8 million, said the ILO, and 1.8 million again.',
  figures: [{ quote: '1.8 million', claims: ['C1'], verdict: 'faithful', distortions: [] }],
  notFigures: [
    { quote: '2000', why: 'year' },
    { quote: '1.8 million', nth: 2, why: 'other' },
  ],
};
const figure = (change: object) => ({ ...SOUND, figures: [{ ...SOUND.figures[0], ...change }] });
const faultsOf = (value: object) => sentenceFaults(CorpusSentence.parse(value), new Set(['C1']));

describe('a sentence with a fault is refused', () => {
  it('has none of them itself', () => {
    expect(faultsOf(SOUND)).toEqual([]);
  });

  it.each([
    ['a quote that is not in the text', figure({ quote: '1.9 million' }), /“1.9 million” is not in the text/],
    ['an occurrence that is not there', figure({ nth: 3 }), /“1.8 million” \(3\) is not in the text/],
    ['a quote within a number', figure({ quote: '8 million' }), /“8 million” begins within a number/],
    ['a label twice', figure({ nth: 2 }), /“1.8 million” is labelled twice/],
    ['a claim that does not exist', figure({ claims: ['C9'] }), /the evidence base has no claim C9/],
    ['a number without label', { ...SOUND, notFigures: [] }, /the number 2000 at 3 has no label/],
    ['an id of another style', { ...SOUND, style: 'report' }, /the id does not begin with the style/],
  ])('%s', (_what, value, fault) => {
    expect(faultsOf(value).join('\n')).toMatch(fault);
  });

  it.each([
    ['a verdict nobody knows', figure({ verdict: 'true' })],
    ['a distortion nobody knows', figure({ verdict: 'distorted', distortions: ['exaggerated'] })],
    ['a distorted figure without distortion', figure({ verdict: 'distorted' })],
    ['a faithful figure with a distortion', figure({ distortions: ['rounded'] })],
    ['an unlisted figure with a claim', figure({ verdict: 'unlisted' })],
    ['a faithful figure without claim', figure({ claims: [] })],
    ['a reason nobody knows', { ...SOUND, notFigures: [{ quote: '2000', why: 'money' }] }],
  ])('%s', (_what, value) => {
    expect(CorpusSentence.safeParse(value).success).toBe(false);
  });
});
