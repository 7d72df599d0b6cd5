// Names and spellings a reader may type that differ from those our texts use.

/** Places as our texts and ISO 3166 name them, and what else they are called. */
const PLACES: readonly [RegExp, string][] = [
  [/\bViet Nam\b/, 'Vietnam'],
  [/\bLao\b/, 'Laos'],
  [/\bUnited Kingdom\b/, 'UK Britain'],
  [/\bUnited States\b/, 'USA America'],
  [/\bRussian Federation\b/, 'Russia'],
  [/\bRepublic of Korea\b/, 'South Korea'],
  [/\bCôte d[’']Ivoire\b/, 'Ivory Coast'],
  [/\bTürkiye\b/, 'Turkey'],
  [/\bCzechia\b/, 'Czech Republic'],
  [/\bMyanmar\b/, 'Burma'],
  [/\bNetherlands\b/, 'Holland'],
];

/** What the places in a text are also called, to be searched along with it. */
export function commonNames(text: string): string {
  return PLACES.flatMap(([name, common]) => (name.test(text) ? [common] : [])).join(' ');
}

const BRITISH_AND_AMERICAN: readonly [RegExp, string][] = [
  [/is(e[sd]?|ing|ations?)$/, 'iz$1'],
  [/iz(e[sd]?|ing|ations?)$/, 'is$1'],
  [/our(s|ed|ing|al)?$/, 'or$1'],
  [/or(s|ed|ing|al)?$/, 'our$1'],
];

/**
 * The word as it is spelled on the other side of the Atlantic: `labor` for `labour`, `legalization` for
 * `legalisation`. It may be no word at all (`factour`): then nothing is found by it.
 *
 * @param word in lower case
 */
export function otherSpellings(word: string): string[] {
  if (word.length < 5) return [];
  return BRITISH_AND_AMERICAN.filter(([ending]) => ending.test(word)).map(([ending, other]) =>
    word.replace(ending, other),
  );
}
