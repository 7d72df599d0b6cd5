// Where something is said to be: by the name of a place, or of those who live there.

/** What else a place is called, by its code in the base: other names, then the words for its people. */
const ALSO: Readonly<Record<string, string>> = {
  '002': 'african',
  '202': 'sub-saharan africa|subsaharan africa',
  '142': 'asian|asia and the pacific|asia[- ]pacific',
  '150': 'european|european union|eu',
  '019': 'the americas',
  '419': 'latin america(?: and the caribbean)?|latin american',
  '021': 'north america|northern america',
  '009': 'the pacific',
  '015': 'north(?:ern)? africa',
  '011': 'west(?:ern)? africa',
  '014': 'east(?:ern)? africa',
  '018': 'southern africa',
  '017': 'central africa',
  '034': 'south(?:ern)? asia',
  '030': 'east(?:ern)? asia',
  '035': 'south[- ]?east(?:ern)? asia|asean|mekong',
  '145': 'middle east|west(?:ern)? asia',
  '151': 'eastern europe',
  '155': 'western europe',
  '143': 'central asia',
  '029': 'caribbean',
  '013': 'central america',
  '005': 'south america|mercosur',
  US: 'united states(?: of america)?|u\\.s\\.(?:a\\.)?|usa|us|america|americans?',
  GB: 'united kingdom|u\\.k\\.|uk|britain|great britain|british|england|english|wales|scotland',
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

/** Names that are words of other meaning as well, and places only as they are written here. */
const AS_WRITTEN: Readonly<Record<string, RegExp>> = {
  US: /^(?:US|U\.S\.|USA|U\.S\.A\.|United|America|u)/,
  EU: /^EU$/,
};

const WORLD =
  /\b(?:worldwide|world[- ]wide|global(?:ly)?|(?:around|across|throughout|all over|over|in) the (?:world|globe|planet)|the world[’']s|on (?:earth|the planet)|everywhere|internationally|in every (?:country|region))\b/iu;

export const saysWorld = (text: string): boolean => WORLD.test(text);

export type Place = { code: string; name: string; within: readonly string[] };
export type PlaceFinder = (text: string) => { place: Place; at: number; end: number }[];

/** @param places of the base */
export function placeFinder(places: readonly Place[]): PlaceFinder {
  const entries = places
    .filter(({ code }) => code !== '001')
    .flatMap((place) => {
      const name = place.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const also = ALSO[place.code];
      return [{ place, source: also === undefined ? name : `${name}|${also}` }];
    })
    .sort((a, b) => b.source.length - a.source.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])(?:${entries.map(({ source }) => `(${source})`).join('|')})(?![\\p{L}\\d])`,
    'giu',
  );
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const place = entries[match.findIndex((group, at) => at > 0 && group !== undefined) - 1]?.place;
      if (place === undefined || match[0] === match[0].toLowerCase()) return [];
      if (AS_WRITTEN[place.code]?.test(match[0]) === false) return [];
      return [{ place, at: match.index, end: match.index + match[0].length }];
    });
}
