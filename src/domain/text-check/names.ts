// Who is spoken of. One body has more than one name, and a text uses any of them.

/** Other names of bodies that publish on this subject, under the name by which the base knows them. */
const SAME_BODY: Readonly<Record<string, string>> = {
  ILO: 'international labou?r (?:organi[sz]ation|office)|ilo|i\\.l\\.o\\.?|ipec',
  UNICEF:
    "united nations (?:international )?children[’']s (?:emergency )?fund|un children[’']s (?:fund|agency)|unicef|u\\.n\\.i\\.c\\.e\\.f\\.?|state of the world[’']s children|progress of nations",
  UNODC: 'un(?:ited nations)? office on drugs and crime|unodc|global report on trafficking(?: in persons)?',
  IWF: 'internet watch foundation|iwf',
  NCMEC: 'national cent(?:er|re) for missing (?:and|&) exploited children|ncmec|cyber ?tip ?line|tipline',
  INHOPE: 'international association of internet hotlines|inhope|iccam',
  IOM: 'international organi[sz]ation for migration|un migration agency|iom',
  ECPAT: 'ecpat(?: international)?',
  'Disrupting Harm': 'disrupting harm',
  Childlight: 'childlight|into the light',
  WeProtect: 'weprotect(?: global alliance)?',
  UNHCR: 'un(?:ited nations)? (?:high commissioner for refugees|refugee agency)|unhcr',
  'Council of Europe': 'council of europe|lanzarote|greta',
  'United Nations':
    'united nations|u\\.n\\.|un(?= (?:general|special|secretary|human|committee|expert))|special rapporteur',
  'Walk Free': 'walk free(?: foundation)?|global slavery index',
  WHO: 'world health organi[sz]ation|who(?= (?:estimates|says|said|data|figures|report|global))',
  Meta: 'meta|facebook|instagram',
  FBI: 'fbi|federal bureau of investigation',
  APLE: 'aple|action pour les enfants',
  'The Lancet': 'lancet',
  OECD: 'oecd|organi[sz]ation for economic co-?operation and development',
  UNDP: 'undp|un(?:ited nations)? development programme',
  UNAIDS: 'unaids',
  IMF: 'imf|international monetary fund',
  Interpol: 'interpol',
  Europol: 'europol|iocta',
  UNESCO: 'unesco',
  UNFPA: 'unfpa|un(?:ited nations)? population fund',
  'UN Women': 'un women',
  'World Bank': 'world bank',
  Oxfam: 'oxfam',
  'Save the Children': 'save the children',
  'Human Rights Watch': 'human rights watch|hrw',
  'Amnesty International': 'amnesty(?: international)?',
  'State Department': 'state department|trafficking in persons report|tip report',
  'European Commission': 'european commission|eurostat',
  Polaris: 'polaris(?: project)?',
  Thorn: 'thorn',
  NSPCC: 'nspcc',
  'World Vision': 'world vision',
  OHCHR: 'ohchr|human rights office',
  OSCE: 'osce',
};

const NO_NAME = new Set(['Wikipedia', 'World']);

/** Names of a thing that a body runs: whoever names it does not say that the body said so. */
const OWN_THING = /tip ?line|iccam/i;

/** Bodies of the United Nations: what one of them says, the UN says. */
export const OF_THE_UN: ReadonlySet<string> = new Set([
  'ILO',
  'UNICEF',
  'UNODC',
  'IOM',
  'UNHCR',
  'WHO',
  'OCHA',
  'UNFPA',
  'UNESCO',
  'OHCHR',
  'UN Women',
]);

export type NameFinder = (text: string) => { name: string; at: number; end: number; isSpeaker: boolean }[];

/** @param names of the base */
export function nameFinder(names: readonly string[]): NameFinder {
  const own = names.filter((name) => name.length > 2 && !NO_NAME.has(name) && SAME_BODY[name] === undefined);
  const entries = [
    ...Object.entries(SAME_BODY),
    ...own.map((name) => [name, name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')] as const),
    // "United Nations Office on Drugs and Crime" is not only the United Nations.
  ].sort((a, b) => Number(a[0] === 'United Nations') - Number(b[0] === 'United Nations') || b[1].length - a[1].length);
  // The abbreviations are words of their own in small letters: "who" and "meta" are names only as they are written.
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])(?:${entries.map(([, source]) => `(${source})`).join('|')})(?![\\p{L}\\d])`,
    'giu',
  );
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      if (/^(?:who|meta|thorn|aple)$/i.test(match[0]) && match[0] === match[0].toLowerCase()) return [];
      const name = entries[match.findIndex((group, at) => at > 0 && group !== undefined) - 1]?.[0];
      if (name === undefined) return [];
      const isSpeaker = !OWN_THING.test(match[0]);
      return [{ name, at: match.index, end: match.index + match[0].length, isSpeaker }];
    });
}

/** The body that a name of the base belongs to: "ILO 2005" is the ILO's. */
export function bodiesOf(finder: NameFinder, text: string): string[] {
  return [...new Set(finder(text).map(({ name }) => name))];
}
