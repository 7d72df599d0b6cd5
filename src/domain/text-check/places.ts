// Where something is said to be: by the name of a place, or of those who live there.

/** Parts of a continent as they are called, each with its code; the words for those who live there are made of them. */
const PARTS: readonly (readonly [continent: string, parts: Readonly<Record<string, string>>])[] = [
  [
    'africa',
    {
      '202': 'sub[- ]?saharan',
      '015': 'north(?:ern)?',
      '011': 'west(?:ern)?',
      '014': 'east(?:ern)?',
      '017': 'central|middle',
      '018': 'southern',
    },
  ],
  [
    'asia',
    {
      '035': 'south[-\u2010-\u2013 ]?east(?:ern)?',
      '034': 'south(?:ern)?',
      '030': 'east(?:ern)?',
      '145': 'west(?:ern)?',
      '143': 'central',
    },
  ],
  ['europe', { '154': 'north(?:ern)?', '155': 'west(?:ern)?', '151': 'east(?:ern)?', '039': 'south(?:ern)?' }],
  ['america', { '419': 'latin', '021': 'north(?:ern)?', '013': 'central', '005': 'south' }],
];

/** Behind any of these a continent is not meant as a whole. */
const PART = /(?:north|south|east|west|central|middle|inner|latin|sub[- ]?saharan)(?:ern)?[-\u2010-\u2013\s]$/iu;
const WHOLE: ReadonlySet<string> = new Set(['002', '019', '142', '150', 'US']);

/** West Africa, West African; the West of "West and Central Africa". */
function namesOfPart(code: string): string[] {
  return PARTS.flatMap(([continent, parts]) => {
    const own = parts[code];
    if (own === undefined) return [];
    const any = `(?:${Object.values(parts).join('|')})`;
    return [`(?:${own})(?:[- ]${continent}(?:a?ns?)?|(?=(?:, ${any}){0,3},? (?:and|or) ${any}[- ]${continent}))`];
  });
}

/** What else a place is called, by its code in the base: other names, then the words for its people. */
const ALSO: Readonly<Record<string, string>> = {
  '002': 'africans?',
  '142': 'asians?|asia and the pacific|asia[- ]pacific',
  '150': 'europeans?',
  EU: 'eu',
  '019': 'the americas',
  '419': 'latin america and the caribbean',
  '202': 'south of the sahara',
  '009': 'the pacific',
  '035': 'asean|mekong',
  '145': 'middle east(?:ern)?',
  '029': 'caribbean',
  '005': 'mercosur',
  US: 'united states(?: of america)?|u\\.s\\.(?:a\\.)?|usa|us|america|(?:(?:african|asian|native)[- ])?americans?',
  GB: 'united kingdom|u\\.k\\.|uk|britain|great britain|british|england|english|wales|scotland|northern (?:ireland|irish)',
  VN: 'viet ?nam|vietnamese|hanoi',
  LA: 'laos?|lao pdr',
  RU: 'russia(?:n)?',
  KR: 'south korean?',
  KP: 'north korean?',
  CI: "ivory coast|c[oô]te d[’']ivoire|ivorian",
  TR: 'turkey|türkiye|turkish',
  CZ: 'czech(?:ia| republic)?',
  MM: 'myanmar|burma|burmese',
  NL: 'netherlands|dutch|holland',
  PH: 'philippines?|filipinos?|manila',
  TH: 'thailand|thai|bangkok',
  KH: 'cambodian?|phnom penh',
  ID: 'indonesian?',
  MY: 'malaysian?',
  IN: 'indian?',
  NP: 'nepal(?:i|ese)?|kathmandu',
  LK: 'sri lankan?',
  BD: 'bangladesh(?:i)?',
  PK: 'pakistan(?:i)?',
  CN: 'china|chinese',
  JP: 'japan(?:ese)?',
  KE: 'kenyan?',
  UG: 'ugandan?',
  TZ: 'tanzanian?',
  ET: 'ethiopian?',
  MZ: 'mozambi(?:que|can)',
  NA: 'namibian?',
  ZA: 'south african?',
  NG: 'nigerian?',
  GH: 'ghana(?:ian)?',
  DE: 'germany|german',
  FR: 'france|french',
  ES: 'spain|spanish',
  IT: 'italy|italian',
  PT: 'portugal|portuguese',
  BE: 'belgi(?:um|an)',
  SE: 'sweden|swedish',
  NO: 'norway|norwegian',
  DK: 'denmark|danish',
  FI: 'finland|finnish',
  IE: 'ireland|irish',
  PL: 'poland|polish',
  RO: 'romanian?',
  BG: 'bulgarian?',
  HU: 'hungar(?:y|ian)',
  UA: 'ukrain(?:e|ian)',
  MD: 'moldovan?',
  GR: 'greece|greek',
  CH: 'switzerland|swiss',
  AT: 'austrian?',
  CA: 'canad(?:a|ian)',
  MX: 'mexic(?:o|an)',
  BR: 'brazil(?:ian)?',
  AR: 'argentin(?:a|e|ian)',
  CO: 'colombian?',
  PE: 'peru(?:vian)?',
  CL: 'chile(?:an)?',
  DO: 'dominican republic',
  HT: 'haiti(?:an)?',
  AU: 'australian?',
  NZ: 'new zealand',
  IL: 'israeli?',
  AF: 'afghan(?:istan)?',
  IQ: 'iraqi?',
  SY: 'syrian?',
  SO: 'somali(?:a|an)?',
  SS: 'south sudan(?:ese)?',
  EG: 'egypt(?:ian)?',
  MA: 'morocc(?:o|an)',
};

/** What may follow the name of a place that is the same place. */
const IN_FULL: Readonly<Record<string, string>> = { US: '(?: of america)?' };

/** Abbreviations that are words as well, and places only as they are written here. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['US', 'EU']);
const IS_ABBREVIATION = new RegExp(`^(?:${[...AS_WRITTEN].join('|')})$`, 'i');

/** Behind a place, what makes it the name of a currency. */
const MONEY = '(?:dollars?|cents?|pounds?|francs?|rupees?|pesos?|yen|yuan|kron(?:or|er)|crowns?)';

const WORLD =
  /\b(?:worldwide|world[- ]wide|global(?:ly)?|(?:around|across|throughout|all over|over|in|of) (?:the|this) (?:whole )?(?:world|globe|planet)|the world[’']s|on (?:earth|the planet)|everywhere|internationally|in every (?:country|region))\b/iu;

export const saysWorld = (text: string): boolean => WORLD.test(text);

export type Place = { code: string; name: string; within: readonly string[] };
export type PlaceFinder = (text: string) => { place: Place; at: number; end: number }[];

/** No area of the base, and not the whole of its continent either. */
const EUROPEAN_UNION: Place = { code: 'EU', name: 'European Union', within: ['150', '001'] };

/** @param places of the base */
export function placeFinder(places: readonly Place[]): PlaceFinder {
  const known = places.filter(({ code }) => code !== '001');
  if (known.some(({ code }) => code === EUROPEAN_UNION.within[0])) known.push(EUROPEAN_UNION);
  const longest = (a: { source: string }, b: { source: string }) => b.source.length - a.source.length;
  const named = known.map((place) => ({
    place,
    source: `${place.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${IN_FULL[place.code] ?? ''}`,
  }));
  const called = known.flatMap((place) => {
    const also = [...namesOfPart(place.code), ...(ALSO[place.code] === undefined ? [] : [ALSO[place.code]])];
    return also.length === 0 ? [] : [{ place, source: also.join('|') }];
  });
  // "Central African Republic" and "American Samoa" begin like the words for other people: whole names go first.
  const entries = [...named.sort(longest), ...called.sort(longest)];
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])(?:${entries.map(({ source }) => `(${source})`).join('|')})(?![\\p{L}\\d]|\\s?\\$|\\s+${MONEY}(?!\\p{L}))`,
    'giu',
  );
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const place = entries[match.findIndex((group, at) => at > 0 && group !== undefined) - 1]?.place;
      if (place === undefined || match[0] === match[0].toLowerCase()) return [];
      if (IS_ABBREVIATION.test(match[0]) && !AS_WRITTEN.has(match[0])) return [];
      if (WHOLE.has(place.code) && PART.test(text.slice(Math.max(0, match.index - 14), match.index))) return [];
      return [{ place, at: match.index, end: match.index + match[0].length }];
    });
}
