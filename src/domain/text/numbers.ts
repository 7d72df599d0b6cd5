/** A number found in running text: UTF-16 offsets, the value it stands for, and whether it is a percentage. */
export type FoundNumber = { start: number; end: number; value: number; percent: boolean };

const SCALE: Record<string, number> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  millions: 1e6,
  milion: 1e6,
  millon: 1e6,
  mio: 1e6,
  mln: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  billions: 1e9,
  bn: 1e9,
  b: 1e9,
};
const WORD: Record<string, number> = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, index) => [word, index + 1]),
);

// Digits with grouped thousands (comma, thin or plain space), or plain digits; a decimal part after a point, also the
// raised point of British journals (12·6), and after a comma only before a scale (1,2 million); then a scale, common misspellings among them, or percent.
const NUMBER =
  /(?<![\p{L}\d.,·])(?:(\d{1,3}(?:[,\u00a0\u2009\u202f ]\d{3})+|\d+)([.·]\d+|,\d{1,2}(?=[\s\u00a0\u202f]*(?:mil|mio|mln|mn|bil|bn)))?|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s+(?:hundred|thousand|million|billion|per\s?cent)(?!\p{L})))(?:[\s\u00a0\u202f-]*(hundred|thousand|millions?|milion|millon|mio|mln|billions?|mn|bn|[kmb])(?![\p{L}\d]))?([\s\u00a0\u202f]*(?:%|per\s?cent(?:age)?|pct)(?!\p{L}))?(?![\p{L}\d]|[.·]\d)/giu;

/**
 * Every number in a text, in order: `1.8 million`, `1,800,000`, `1.8m`, `two million`, `7%`, `7 per cent`.
 * `40–50 %` gives 40 and 50, both per cent.
 */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [whole, digits, decimals, word, scale, percent] = match;
    const base = word
      ? (WORD[word.toLowerCase()] ?? Number.NaN)
      : Number(digits?.replace(/\D/g, '') + (decimals ?? '').replace(/[,·]/, '.'));
    const factor = scale ? (SCALE[scale.toLowerCase()] ?? 1) : 1;
    // 1.8 × 1,000,000 is 1799999.9999999998 in binary floating point; a printed number has at most 15 digits.
    const value = Number((base * factor).toPrecision(15));
    if (!Number.isFinite(value)) continue;
    found.push({ start: match.index, end: match.index + whole.length, value, percent: percent !== undefined });
  }
  return found.map((number, index) => {
    const next = found[index + 1];
    const joined = next !== undefined && /^\s*(?:-|–|—|to|and)\s*$/.test(text.slice(number.end, next.start));
    return joined && next.percent && !number.percent ? { ...number, percent: true } : number;
  });
}

/**
 * The word a number is searched by: `n1800000`, `n0d37`; a percentage `p7`. Letters, so that the text search takes it
 * for one word whatever it is printed like.
 */
export function numberToken(value: number, percent: boolean): string {
  const sign = value < 0 ? 'neg' : '';
  return `${percent ? 'p' : 'n'}${sign}${plain(Math.abs(value)).replace('.', 'd')}`;
}

/** Decimal notation without an exponent, whatever the size. */
function plain(value: number): string {
  return PLAIN.format(value);
}

const PLAIN = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 12 });
