// Words as they are compared: without endings, and with the names that different people give the same thing made one.

/** What is said in many ways, under one name each. The first that fits a word or phrase counts. */
const CONCEPTS: readonly (readonly [string, string])[] = [
  [
    'abuse-material',
    '(?:child sexual (?:abuse|exploitation) (?:materials?|content|images?|imagery)|csam|csem|(?:child )?porn(?:ography)?|(?:sexual |child )?abuse (?:images?|imagery|materials?|content|videos?)|indecent (?:images|photographs)|illegal (?:images|material|content)|criminal (?:images|material|content)|imagery|(?:abusive|illicit) (?:images|material|content))',
  ],
  [
    'self-generated',
    '(?:self[- ]generated|self[- ](?:made|produced)|sexting|made by (?:young people|children|themselves))',
  ],
  ['child-labour', '(?:child labou?r(?:ers?)?|working children|children (?:at|in) work|child workers?)'],
  ['hazardous', '(?:hazardous|dangerous) (?:work|labou?r|jobs?|conditions)'],
  ['bonded', '(?:bonded|debt bondage)'],
  [
    'forced-labour',
    '(?:forced (?:or bonded )?labou?r(?:ers?)?|modern slavery|slaver?y?|enslaved|slaves|coerced labou?r|forced to work|compulsory labou?r)',
  ],
  [
    'sexual-exploitation',
    '(?:(?:commercial(?:ly)? )?sexual(?:ly)? exploit\\w*|sex(?:ual)? (?:trade|industry|work|slavery|market)|prostitut\\w*|brothels?|csec|selling sex|sold for sex|commercial sex|sex trafficking|sexual purposes|sexual services|sex for money|pimp\\w*)',
  ],
  ['traffic', '(?:(?:human |child |sex )?traffick\\w*|smuggl\\w*)'],
  [
    'sexual-violence',
    '(?:sexual(?:ly)? (?:violence|assault|assaulted|abuse|abused|harms?|harmed|violated|molested)|molest\\w*|violat\\w+ sexually)',
  ],
  ['rape', '(?:rap(?:e|ed|es|ists?))'],
  ['sextortion', '(?:sextortion|sexual extortion|extort\\w*|blackmail\\w*)'],
  ['solicit', '(?:solicit\\w*|groom\\w*|entic\\w*|propositions?)'],
  [
    'online',
    '(?:online|internet|web(?!pages?|sites?)|digital|cyber(?!tipline)\\w*|technology[- ]facilitated|on the net|connected)',
  ],
  ['cybertipline', '(?:cyber ?tip ?line|tipline)'],
  ['hotline', '(?:hot ?lines?)'],
  ['helpline', '(?:helplines?|child ?lines?)'],
  ['webpage', '(?:web ?pages?|urls?|web ?sites?|sites?|pages?|web addresses|addresses|links|domains?)'],
  ['report', '(?:reports?|tips?|notifications?|alerts?|complaints?|leads|referrals?|flags)'],
  ['image', '(?:images?|photos?|photographs?|pictures?|stills)'],
  ['video', '(?:videos?|films?|clips?|footage)'],
  ['girl', '(?:girls?|schoolgirls?|daughters)'],
  ['boy', '(?:boys?|schoolboys?|sons)'],
  ['woman', '(?:wom[ae]n|females?|ladies)'],
  ['man', '(?:m[ae]n|males?)'],
  [
    'child',
    '(?:child(?:ren)?|kids?|minors?|youngsters?|under[- ](?:18|eighteen)s?|under the age of (?:18|eighteen)|under (?:18|eighteen)|juveniles?|adolescents?|teen(?:ager)?s?|young people|youths?|pupils|infants?|toddlers?)',
  ],
  ['victim', '(?:victims?|survivors?)'],
  ['detect', '(?:detect\\w*|identif\\w*|known|registered|recorded|uncovered|discovered|found|officially)'],
  ['offender', '(?:offenders?|perpetrators?|abusers?|p(?:a)?edophiles?|suspects?|culprits|accomplices)'],
  ['migrant', '(?:migra\\w*|immigrant\\w*|emigrant\\w*)'],
  ['refugee', '(?:refugees?|displaced|uprooted|asylum[- ]seekers?)'],
  ['marriage', '(?:marri\\w*|brides?|wed(?:ding|ded)?)'],
  ['army', '(?:soldiers?|armed (?:conflict|groups?|forces)|combatants?|recruited)'],
  ['country', '(?:countr(?:y|ies)|nations?|states?(?! of)|governments?|member states)'],
  ['convention', '(?:conventions?|treat(?:y|ies)|protocols?|instrument)'],
  ['ratify', '(?:ratif\\w*|part(?:y|ies) to|acced\\w*|states parties|parties|joined|signed up)'],
  ['arrest', '(?:arrest\\w*|detained|detentions?)'],
  ['convict', '(?:convict\\w*)'],
  ['tourism', '(?:touris\\w*|travel\\w*|holiday\\w*|visitors?)'],
  ['poverty', '(?:depriv\\w*|poverty|poor)'],
  ['disaster', '(?:disasters?|hazards?|catastroph\\w*)'],
  ['climate', '(?:climat\\w*|weather)'],
  ['illicit', '(?:illicit activities|drug (?:making|production|trafficking)|making drugs|narcotics|crime)'],
  ['computer', '(?:computers?|machines|pcs?|installations?)'],
  ['peer-network', '(?:peer[- ]to[- ]peer|p2p|gnutella|file[- ]sharing)'],
  ['age', '(?:ages?|aged|years? (?:old|of age)|year[- ]olds?)'],
  ['average', '(?:average|mean|median)'],
  ['money', '(?:dollars?|\\$|revenue|industry|profits?|turnover|earn\\w*|worth)'],
  [
    'rise',
    '(?:ris(?:e|es|en|ing)|rose|grew|grow\\w*|increas\\w*|surg\\w*|jump\\w*|climb\\w*|up|higher|more than in|soar\\w*|leap\\w*|expand\\w*|doubl\\w*|tripl\\w*)',
  ],
  ['fall', '(?:fall\\w*|fell|declin\\w*|decreas\\w*|drop\\w*|down|lower)'],
  ['worldwide', '(?:worldwide|global(?:ly)?|the world|international(?:ly)?|around the globe|planet)'],
  ['congress', '(?:congress(?:es)?)'],
  ['organisation', '(?:organi[sz]ations?|members?|groups)'],
  ['moved', '(?:moved|taken|transported|crossed|across)'],
  ['border', '(?:borders?|cross-border|abroad|transnational\\w*)'],
  [
    'domestic',
    '(?:domestic(?:ally)?|within (?:one|their own|the same|a single|its|national) (?:countr\\w+|borders)|inside (?:one|their own) country|own country|internal(?:ly)?)',
  ],
  ['police', '(?:police|law enforcement|officers)'],
  ['survey', '(?:survey\\w*|polled|respondents?|asked|interview\\w*|told)'],
];

const PHRASES = new RegExp(`(?<!\\p{L})(?:${CONCEPTS.map(([, source]) => `(${source})`).join('|')})(?!\\p{L})`, 'giu');

const STOP = new Set(
  'a an the and or but nor for of in on at to from by with without as is are was were be been being has have had do does did will would can could may might shall should must not no it its they them their he she his her we our us you your i me my this that these those there here which who whom whose what when where why how than then so such if while whereas about around approximately some over under more less most least fewer many much few each every any all both either neither other another same own very too also only just still already yet even again ever never nearly almost between within during since until before after through across among against per cent percent percentage point points number numbers figure figures estimate estimates estimated according say says said put puts give gives gave show shows showed million billion thousand hundred one two three four five six seven eight nine ten year years annual annually time times day days new year people person persons out up down off into onto upon between because however including include includes included according based use used using make makes made well way part total up year report share shares shared found known called went come came number'.split(
    ' ',
  ),
);

/** One term and where it begins in the text. */
export type Term = { term: string; at: number };

/** The terms of a text, in order: concepts by their name, other words by their stem. Numbers are none. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  const bare = text.replace(PHRASES, (phrase, ...rest) => {
    const [name = ''] = CONCEPTS[rest.findIndex((group) => group !== undefined)] ?? [];
    terms.push({ term: name, at: rest[CONCEPTS.length] });
    return ' '.repeat(phrase.length);
  });
  for (const { 0: word, index } of bare.matchAll(/\p{L}{2,}/gu)) {
    const lower = word.toLowerCase();
    if (!STOP.has(lower)) terms.push({ term: stem(lower), at: index });
  }
  return terms.sort((a, b) => a.at - b.at);
}

/** The different terms of a text. */
export const termSet = (text: string): Set<string> => new Set(termsOf(text).map(({ term }) => term));

/** A word without its commonest endings. */
function stem(word: string): string {
  if (word.length <= 4) return word;
  return word
    .replace(/(?:isations?|izations?|ise[ds]?|ize[ds]?|ising|izing)$/, 'is')
    .replace(/(?:ations?|ments?|ings?|edly|ed|ies|es|s|ly|al)$/, '')
    .replace(/(.)\1$/, '$1');
}

/** Terms that many things have in common: alone they tell nothing. */
export const GENERIC: ReadonlySet<string> = new Set([
  'rise',
  'fall',
  'report',
  'country',
  'survey',
  'age',
  'average',
  'worldwide',
  'organisation',
  'money',
  'police',
  'child',
  'woman',
  'man',
  'girl',
  'boy',
  'moved',
  'offender',
  'detect',
]);

/** The manifestations of exploitation: a figure of the one is none of another. */
export const MANIFESTATIONS: ReadonlySet<string> = new Set([
  'abuse-material',
  'child-labour',
  'hazardous',
  'bonded',
  'forced-labour',
  'sexual-exploitation',
  'traffic',
  'sexual-violence',
  'rape',
  'sextortion',
  'solicit',
  'migrant',
  'refugee',
  'marriage',
  'army',
  'poverty',
  'disaster',
]);

/** What else the statement of a claim may be about. */
export const SUBJECTS_OF_STATEMENTS: ReadonlySet<string> = new Set([
  ...MANIFESTATIONS,
  'self-generated',
  'hotline',
  'helpline',
  'cybertipline',
  'victim',
  'convention',
  'ratify',
  'congress',
  'arrest',
  'convict',
  'tourism',
  'climate',
  'illicit',
  'peer-network',
  'webpage',
  'image',
  'video',
  'online',
]);
