import { LABELS, MONTHS, NO_FIGURES } from './english-no-figures';
import type { Language } from './language';

const PERSON =
  'child|girl|boy|person|minor|victim|survivor|teen|teenager|adolescent|youth|woman|man|adult|user|respondent|student|pupil|parent|offender|family|household|country|report|case|page|image|video|migrant|refugee|worker|young';

/** English, British and American. */
export const ENGLISH: Language = {
  code: 'en',
  cardinals: {
    ...Object.fromEntries(
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
        .split(' ')
        .map((word, index) => [word, index]),
    ),
    ...Object.fromEntries(
      'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]),
    ),
    fourty: 40,
  },
  scales: {
    hundred: 1e2,
    thousand: 1e3,
    million: 1e6,
    millions: 1e6,
    milion: 1e6,
    millon: 1e6,
    billion: 1e9,
    billions: 1e9,
    trillion: 1e12,
    dozen: 12,
    lakh: 1e5,
    lakhs: 1e5,
    crore: 1e7,
    crores: 1e7,
    mn: 1e6,
    mln: 1e6,
    bn: 1e9,
    tn: 1e12,
  },
  signs: { k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, mil: 1e6, mio: 1e6, bn: 1e9, b: 1e9, bln: 1e9, tn: 1e12 },
  parts: {
    third: 3,
    quarter: 4,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
    twelfth: 12,
    fifteenth: 15,
    twentieth: 20,
    hundredth: 100,
  },
  articles: ['a', 'an'],
  and: 'and',
  point: 'point',
  shareOf: {
    plain: ['in', 'out of'],
    notOneOf: 'at least one|any one|more than one|not one',
    withEvery: ['of', 'from', 'among', 'for'],
    every: ['every', 'each'],
  },
  onePerson: PERSON,
  notShareBefore:
    'hours|minutes|seconds|nights|countries|cases|years?|months|weeks|days|cities|states|provinces|regions|places|districts|languages|hospitals|schools|villages|continents|parts|phases|stages|waves|categories|operations|raids|trials|courts|others',
  shareBefore:
    'of(?!\\s+(?:an?|the)\\s+(?:century|hour|mile|day|year|decade))|to|are|were|is|was|had|has|have|said|say|says|report|reports|reported|come|comes|came|in|by|from|more|less|and|or|as|at|on|among|between|higher|lower|below|above|involve|involved|live|lived|do|did|did not|who|that|which|with|for|than|since|experienced|experience|never|still|each|against|being|show|showed|concern|concerned|than',
  partsOfScale: { of: 'half|quarter|third|three[\\s-]+quarters', and: 'half|quarter' },
  half: {
    one: 'half',
    alone: 'half|halves',
    notAfter: 'first|second|latter|last|early|other|better|one and a|two and a|three and a|and a',
    notBefore:
      'past|hours?|way|time|brothers?|sisters?|siblings?|measures?|hearted|truths?|year|day|term|century|decade|day|dozen|million|billion|thousand',
  },
  plurals: {
    '10s': 10,
    '100s': 1e2,
    '1000s': 1e3,
    dozens: 12,
    scores: 20,
    tens: 10,
    hundreds: 1e2,
    thousands: 1e3,
    millions: 1e6,
    billions: 1e9,
  },
  several: {
    several: [3, 9],
    'a few': [2, 9],
    many: [2, 9],
    'a couple of': [2, 2],
    'a couple': [2, 2],
    some: [2, 9],
    few: [2, 9],
    couple: [2, 2],
  },
  of: 'of',
  multiples: {
    doubled: 2,
    doubling: 2,
    doubles: 2,
    twofold: 2,
    tripled: 3,
    tripling: 3,
    triples: 3,
    trebled: 3,
    trebling: 3,
    threefold: 3,
    quadrupled: 4,
    quadrupling: 4,
    quadruples: 4,
    quintupled: 5,
    fourfold: 4,
    fivefold: 5,
    sixfold: 6,
    sevenfold: 7,
    eightfold: 8,
    ninefold: 9,
    tenfold: 10,
    halved: 0.5,
    halving: 0.5,
  },
  comparisons: {
    words: { twice: 2, double: 2, triple: 3, treble: 3 },
    before: 'as|the|that|what|more|higher|over|their|its|those|this|in size|to|by|within|since|from',
    after: 'to|could|may|will|would|might|can|nearly|almost|than|about|of',
  },
  factor: 'factor of',
  times:
    'times(?=\\s+(?:as|more|higher|the|greater|larger|over|likelier|less|fewer|bigger|that|what|its|their))|-?fold|x(?=\\s+(?:as|more|higher|the))',
  units: {
    perCent: '%|per[\\s-]?cents?(?:age)?(?![\\s-]points?)|pct\\.?|pc|p\\.c\\.',
    points: 'percentage[\\s-]points?|per[\\s-]?cent[\\s-]points?|%[\\s-]?points?|pp|p\\.p\\.|ppts?|pps',
    per: 'per|for every|out of every|in every',
    within: 'in',
    moneyBefore: '(?:US ?|A|AU|C|CA|NZ|HK|S|R)?\\$|R(?!\\s)|[€£¥₹₩₱]|USD|EUR|GBP|AUD|CAD|CHF|NZD|INR|THB|PHP|Rs\\.?',
    moneyCodes: 'USD|EUR|GBP|AUD|CAD|CHF|NZD|INR|THB|PHP|Rs|R',
    moneyAfter:
      '(?:(?:US|American|Australian|Canadian)[\\s-])?dollars?|euros?|pounds(?: sterling)?|USD|EUR|GBP|AUD|CAD|CHF|yen|rupees|baht|pesos?|francs?|crowns?|kron(?:or|er)|cents',
  },
  range: {
    between: 'between',
    and: 'and',
    or: 'or',
    to: 'to|through|up to|or|-|–|—|−|~',
    from: 'from',
    changing:
      'ris(?:e|es|en|ing)|rose|grew|grow(?:n|s|ing|th)?|increas\\w*|fell|fall(?:s|en|ing)?|declin\\w*|decreas\\w*|drop\\w*|climb\\w*|jump\\w*|surg\\w*|soar\\w*|went|gone|moved|up|down|shrank|slid|leap\\w*|leapt|expanded|cut|reduced|raised|changed|dropped',
  },
  bounds: {
    atLeast:
      '(?<!\\b(?:no|not) )more than|over|at least|no fewer than|no less than|not less than|not fewer than|upwards? of|in excess of|above|exceed(?:s|ed|ing)?|a minimum of|north of|surpass(?:es|ed|ing)?|top(?:s|ped|ping)|greater than|higher than|beyond|well over|passed|a staggering|>|≥',
    atMost:
      '(?<!(?:was|were|is|are|went|shot|climbed|rose|came|jumped|moved|grew|back|adds?|added|adding|sums?|summed|comes?|amounts?|amounted) )up to|as many as|as much as|as high as|at most|no more than|not more than|(?<!\\b(?:no|not) )(?:less|fewer|lower) than|under|below|a maximum of|at the most|<|≤',
    nearly:
      'nearly|almost|close to|just under|just below|approaching|virtually|not quite|a little under|slightly under|slightly less than|just short of|nearing|well-nigh',
    justOver: 'just over|slightly more than|a little over|slightly over|a little more than|just above',
    about:
      'about|around|approximately|approx\\.?|some|roughly|circa|ca\\.|c\\.|an estimated|estimated|in the region of|in the order of|on the order of|something like|perhaps|probably|possibly|likely|in the neighbou?rhood of|estimated at|~|≈|≅',
    atLeastAfter:
      'or more|or above|or higher|and more|and above|-?plus|\\+|at (?:the )?(?:very )?least|and counting|and rising',
    atMostAfter: 'or fewer|or less|or below|or lower|at (?:the )?most',
    aboutAfter: '-odd|odd|or so|or thereabouts|approximately|roughly',
  },
  noFigures: NO_FIGURES,
  labels: LABELS,
  ages: {
    before:
      'aged?|ages?(?: of| from| between)?|aged between|aged from|aged under|aged over|ages? (?:groups?|range|bracket|cohorts?)(?: of)?|under(?:[\\s-]?the[\\s-]age[\\s-]of| age)?|below(?: the age of| age)?|over(?: the age of| age)?|above(?: the age of| age)?|before(?: the age of| age| turning| they (?:are|were|turn|turned))|by (?:the )?age(?: of)?|at (?:the )?age(?: of)?|at just|turn(?:s|ed|ing)?|younger than|older than|from the age of|from age|until(?: the age of| age)?|between the ages of|up to(?: the)? age(?: of)?|was just|was only|were just|as (?:young|old) as|(?:I|he|she|who|they|we|you) (?:was|were|is|am|are)|the under|all under|reach(?:ed|es|ing)?(?: the age of)?|u',
    after:
      "[-\\s]?years?[-\\s]?olds?|\\s?years? (?:of age|old)|[-\\s]?yr[-\\s]?olds?|\\s?y(?:\\/o|o|\\.o\\.)(?!\\p{L})|\\s?(?:or|and|years? or|years? and) (?:under|over|younger|older|below|above)|s(?=\\s|$|[.,;:)’])|[’']s(?=\\s|$)|\\s?years? or (?:younger|older|under|over)|\\+? (?:age group|age band|bracket)|[-\\s]?(?:months?|weeks?|days?)[-\\s](?:olds?|of age)|-?(?:,\\s*@-?){0,3}(?:,?\\s*(?:and|or|to|&)\\s|[-\\s]to[-\\s]|\\s?[-–]\\s?)@[-\\s]years?[-\\s](?:olds?|of age)",
    person:
      'children|child|girls?|boys?|minors?|kids|adolescents|teenagers|teens|youths?|youngsters|pupils|students|people|young people|victims|users|respondents',
    aged: 'age[ds]?(?:\\s+(?:from|between|of))?',
    extreme:
      'the (?:youngest|oldest|eldest)(?:\\s+(?:of (?:them|the|all)|child|girl|boy|victim|survivor|person|man|woman|one)){0,2}(?:\\s+(?:was|is|being|were))?(?:\\s+(?:just|only|barely))?',
    hyphened: '(?:under|over|aged?|u)-',
    young:
      'baby|babies|infants?|toddlers?|child|children|girls?|boys?|minors?|kids?|adolescents?|teenagers?|youngsters?|pupils?',
    of: 'of',
    told: 'who|whom|whose|was|were|is|are|had|has|when|that',
    years: '(?:years?|months?|weeks?)(?!\\s+of\\s)',
    list: { comma: ',', and: ',?\\s+(?:and|or|&)' },
    anybody:
      'anyone|anybody|someone|somebody|everyone|everybody|those|ones|persons?|boy|girl|minor|victim|someone|is|are|was|were|be|he|she|still|all|not',
    things:
      '(?!(?:is|was|has|does|as|or|and|who)\\s)(?:\\p{Ll}+\\s+)?(?!(?:years|was|has|does|always|less|perhaps|this|its|his|as)(?!\\p{L}))\\p{Ll}{2,}s',
    byLaw:
      'age of (?:sexual )?(?:consent|criminal responsibility|majority|marriage)|(?:minimum|legal|marriageable|voting|school[- ]leaving) age',
    ofPerson: { before: 'he|she|i|who', is: 'was|is|am', after: 'when|and|years|at|now' },
    at: '(?<!\\b(?:stood|stands?|standing|remain(?:s|ed|ing)?|put|estimated?|estimates|valued|priced|rate|index|ratio|figure|number|total|is|was|were|are|be|still|and|lies?|lay|seen|set|capped|peak(?:s|ed)|start(?:s|ed)|held|kept) )at',
    atEnd: 'and|or|but|when',
    spoken: 'at|until|till|by',
    until: 'before|until|till|by',
    average:
      'average|mean|median|typical|modal|age of entry|entry into|enter(?:ed|s|ing)?|drawn in(?:to)?|first (?:been )?(?:exploited|sold|trafficked|prostituted)|recruited',
    max: 25,
  },
  durations: {
    after:
      '(?:(?:[-\\s](?:to|or|and)[-\\s]|\\s?[-–]\\s?)@)?[-\\s]?(?:calendar |consecutive |straight |more |or so |full |long |whole |further |additional |working |business |extra |other )*(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)|generations?|semesters?|nights?)\\b(?![-\\s](?:old|of age))',
  },
  phones: 'call|dial|phone|ring|text|tel\\.?|telephone|whatsapp|sms|fax|freephone|toll[- ]free|emergency number',
  phoneLines: { line: '(?:help|hot|tip)[- ]?lines?', reached: 'on|at|number(?:\\s+is)?|:|\\(' },
  years: {
    before:
      "in|since|by|of|from|until|till|during|for|between|and|to|after|before|early|late|mid|the years?|fiscal|season|a|an|new|around|about|circa|late in|end of|start of|beginning of|through|through to|over|throughout|than|the|its|their|only|until the end of|summer|spring|autumn|winter|fall|august|[-–(,;/]|’s|’s|'s|dated|published|survey|report|review|study|edition|census|figures for|data for|or|compared with|against|vs\\.?|versus|on|as early as|back in|covering|both",
    in: 'in|since|during|until|till|years?',
    first: 1800,
    last: 2100,
  },
  months: MONTHS,
  counted:
    'children|kids|child|girls?|boys?|minors?|adolescents?|teens?|teenagers?|youths?|youngsters?|people|persons?|victims?|survivors?|women|men|adults?|offenders?|perpetrators?|suspects?|defendants?|traffickers?|clients?|customers?|buyers?|tourists?|judges|prosecutors|inspectors|detectives|lawyers|teachers|nurses|doctors|counsellors|parents|mothers|fathers|abusers?|arrests?|convictions?|prosecutions?|cases?|reports?|images?|photos?|photographs?|pictures?|videos?|files?|pages?|webpages?|websites?|sites?|urls?|domains?|addresses|computers?|incidents?|complaints?|calls?|tips?|leads?|countries|nations|states|governments|members?|parties|ratifications?|organi[sz]ations?|agencies|hotlines?|helplines?|respondents?|students?|pupils?|households?|families|migrants?|refugees?|workers?|labou?rers?|users?|accounts?|cities|towns|villages|hamlets|municipalities|communities|districts|provinces|regions|schools?|sources|surveys?|interviews?|officers?|brothels?|bars|clubs|hotels?|hostels|flats|prisons?|courts|hospitals|clinics|shelters?|centres|centers|camps|establishments?|premises|rescues?|raids|searches|charges|trials|languages|investigations?|operations?|networks?|congresses|deaths?|births?|patients?|infants?|babies|toddlers?|brides?|marriages?|times|shares|hours|studies|estimates|companies|platforms|services|delegates|delegations|speakers|games|matches|goals|others',
  determiners:
    'the|a|an|this|that|these|those|its|their|his|her|our|your|there|when|while|and|or|but|to|in|of|by|from|for|as|at|on|with|it|we|they|he|she|was|were|is|are|had|has|have|than',
  countedHyphen: 'strong|odd|plus',
  moreShares: {
    before:
      '(?:[,;]|(?<!\\p{L})(?:and|but|to|then))(?:\\s+(?:and|but|then|to|about|some|nearly|almost|only|just|around))?',
    after: '(?:for|in|among)\\s+(?:(?:19|20)\\d{2}(?!\\d)|the\\s|boys|girls|women|men|children|\\p{Lu})',
  },
  thresholds: {
    after:
      "^,?(?:\\s+of\\s+[\\p{L}’'-]+)?(?:\\s+(?!(?:who|which|that|when|after|before|while|as|because|where)\\s)[\\p{L}’'-]+){0,8}?\\s+(?!(?:in|from|to|of|by|with|and|or|but|is|are|was|were|be|been|than|for|over|among|across|against|about|at|on|per|into|within|a|an|the|that|which|who|totall?(?:ed|ing|s)|number(?:ed|ing|s)?|i\\.e)\\s)[\\p{L}’'-]+\\s+$",
  },
  compared:
    '(?:up|down) from|down to|(?:rose|risen|rising|rise|grew|grown|growing|fell|fallen|falling|fall|dropped|increased|decreased|declined) (?:from|to)|compared (?:with|to)|(?:staff|team|group|panel|crew|gang|class|jury|network|population|total|membership|workforce) of',
  alreadyTold: 'the|these|those|all|both|our|its|their|other|any|such|last|past|next|first|every|each',
  known: 'the|its|their',
  countedOf: 'of (?:them|these|those|the|its|their|our|all|every)|more|others',
};
