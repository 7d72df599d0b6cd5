import { type Random, randomFrom } from './random';

// A vocabulary with the shape of real text: a few words that are everywhere and mean nothing to a search, some dozens
// of the field's own, and a long tail of rare ones. A word's place in the list is its rank.

const EVERYWHERE =
  'the of in and to a that were for was by on is with as are at from be or an which this not it had their has more than all been';

const OF_THE_FIELD =
  'children reported percent estimated exploitation study survey girls countries year online abuse trafficking under total cases between data global victims region rate million identified found boys age national number population report increase risk sample respondents services support law income rural urban school families internet platforms records hotline police share adults migrant border tourism labour marriage households prevalence detected measured published annual ratio change method estimate interval';

const SIZE = 30_000;
const ONSETS =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w z'.split(' ');
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'io', 'ou'];
const CODAS = ['', '', 'n', 'r', 's', 'l', 't', 'm', 'nd', 'st', 'ck'];
const ENDINGS = ['', '', 's', 'ed', 'ing', 'ion', 'al', 'ment', 'ity', 'er', 'ive'];

function makeWord(random: Random): string {
  let word = '';
  for (let syllables = random.whole(1, 3); syllables > 0; syllables -= 1) {
    word += random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
  }
  return word + random.pick(ENDINGS);
}

function makeVocabulary(): string[] {
  // Always the same: readers of two databases search for the same words.
  const random = randomFrom(1);
  const words = new Set(`${EVERYWHERE} ${OF_THE_FIELD}`.split(' '));
  while (words.size < SIZE) {
    const word = makeWord(random);
    if (word.length >= 4) words.add(word);
  }
  return [...words];
}

/** All words, the commonest first. */
export const VOCABULARY: readonly string[] = makeVocabulary();

const MEANINGLESS = new Set(EVERYWHERE.split(' '));

/** Whether somebody would search for it. */
export function isSearchable(word: string): boolean {
  return word.length > 2 && !MEANINGLESS.has(word) && /^[a-z]+$/.test(word);
}

/** So many words of running text. */
export function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pickZipf(VOCABULARY)).join(' ');
}

export function sentence(random: Random, least: number, most: number): string {
  const text = words(random, random.whole(least, most));
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
