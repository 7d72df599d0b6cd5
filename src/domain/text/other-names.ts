// Names and spellings a reader may type that differ from those our texts use.

/** What our texts call a thing, and what else it is called: by readers, in the press, in older works. */
const OTHER_NAMES: readonly [RegExp, string][] = [
  [/\bchild sexual abuse material\b/i, 'CSAM CSEM child porn pornography'],
  [/\bcommercial sexual exploitation of children\b/i, 'CSEC'],
  [/\bexploit\w* (of children )?in prostitution\b/i, 'child prostitution prostitutes'],
  [/\btravel and tourism\b/i, 'child sex tourism tourists SECTT'],
  [/\bself-generated\b/i, 'sexting'],
  [/\bsexual extortion\b/i, 'sextortion'],
  [/\bonline sexual exploitation\b/i, 'OCSEA OSEC'],
  [/\bViet Nam\b/, 'Vietnam'],
  [/\bLao\b/, 'Laos'],
  [/\bUnited Kingdom\b/, 'UK Britain'],
  [/\bUnited States\b/, 'US USA America'],
  [/\bRussian Federation\b/, 'Russia'],
  [/\bRepublic of Korea\b/, 'South Korea'],
  [/\bCôte d[’']Ivoire\b/, 'Ivory Coast'],
  [/\bTürkiye\b/, 'Turkey'],
  [/\bCzechia\b/, 'Czech Republic'],
  [/\bMyanmar\b/, 'Burma'],
  [/\bNetherlands\b/, 'Holland'],
];

/** What the things and places in a text are also called, to be searched along with it and never shown. */
export function commonNames(text: string): string {
  return OTHER_NAMES.flatMap(([name, common]) => (name.test(text) ? [common] : [])).join(' ');
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
