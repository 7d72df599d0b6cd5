// Numbers are typed in more ways than one: digits of other scripts, full-width forms, letters of another script that look
// the same. Each character is replaced by one of the same length, so that what is found keeps its place.

const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

/** Cyrillic and Greek letters that look like Latin ones: mended only inside of a word that has Latin letters too. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  'аa еe оo рp сc хx уy іi ѕs ԁd οo αa ιi'.split(' ').map(([from = '', to = '']) => [from, to]),
);
const MIXED = /(?=\p{L}{0,39}\p{Script=Latin})(?=\p{L}{0,39}[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}{2,40}/gu;

const ODD =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff05\uff0c\uff0e\uff10-\uff19\u066a\u066b\u066c]/g;
const SIGNS: Readonly<Record<string, string>> = {
  '\uff05': '%',
  '\uff0c': ',',
  '\uff0e': '.',
  '\u066a': '%',
  '\u066b': '.',
  '\u066c': ',',
};

/** No number has so many digits; patterns that begin anew at each of them would take hours for a text that is nothing else. */
const ENDLESS = /\d{41,}/g;

/** The text with every digit as one of 0–9 and mixed scripts mended; of the same length. */
export function plainCharacters(text: string): string {
  const digits = text.replace(ODD, plainDigit).replace(ENDLESS, (run) => 'x'.repeat(run.length));
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(digits)) return digits;
  return digits.replace(MIXED, (word) =>
    word.replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => LOOKALIKES.get(letter) ?? letter),
  );
}

function plainDigit(character: string): string {
  const code = character.charCodeAt(0);
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? (SIGNS[character] ?? character) : String(code - zero);
}
