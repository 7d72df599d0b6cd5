import type { Language } from './language';

// What in English holds a number that is no statistic.

export const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const DAYS = 'mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?';

/** Whole patterns, in the order in which they are tried. */
export const NO_FIGURES: Language['noFigures'] = [
  [
    'address',
    '\\b\\d+[A-Za-z]?,?\\s+(?:\\p{Lu}[\\p{L}’.-]+\\s+){1,3}(?:Road|Street|Avenue|Ave|Lane|Square|Boulevard|Drive|Place|Way|Court|Terrace|Rd|St|Quay|Gardens|Crescent|Close)\\b',
    'cased',
  ],
  [
    'address',
    '\\b(?:https?:\\/\\/|www\\.)[^\\s<>”"]+|\\b[\\w.+-]{1,64}\\x40[\\w-]{1,63}\\.[\\w.-]+|\\bdoi:\\s?\\S+|\\b10\\.\\d{4,}\\/\\S+|\\b[a-z][\\w-]{0,60}\\.(?:org|com|net|int|gov|edu|info|eu|uk|de|fr)\\b(?:\\/\\S*)?',
  ],
  ['address', '\\b(?=[\\w-]{0,60}\\d)[\\w-]{1,60}\\.(?:pdf|docx?|html?|php|asp|xlsx?|csv|jpg|png)\\b'],
  ['identifier', '\\b(?:ISBN|ISSN|ORCID|PMID)(?:-1[03])?:?\\s?[\\dX][\\dX-]+'],
  [
    'interval-level',
    '\\bp\\s?[<=>≤]\\s?0?\\.\\d+|#\\s?(?:%|per\\s?cent)[\\s-]*(?:CI|CrI|UI)s?\\b|#\\s?(?:%|per\\s?cent)[\\s-]*(?:confidence|credible|credibility|uncertainty)(?:[\\s-]+(?:intervals?|level|limits?))?',
  ],
  [
    'identifier',
    '\\b(?:A|E|S|HR|CRC|CEDAW|CCPR|HRC|UN|GA|COM|SWD|CM|GB|L|ST|TD|WT|T-PD|T-ES|OJ)\\/(?=[\\w./()-]{0,60}\\d)(?:[\\w-]|[./](?=[\\w(])|\\(\\w{1,20}\\)){1,80}',
  ],
  [
    'identifier',
    '\\b[A-Z]{2,5}\\s?\\((?:19|20)\\d{2}\\)\\s?\\d+(?:\\s(?:final|rev\\.?\\s?\\d))?|\\b(?:Cmnd|Cmd|Cm|Cd|CETS|ETS|HC|HL|CP|PE|SEC|EDM|HCWS|HLWS|UNSCR)\\.?\\s(?:No\\.?\\s)?\\d+\\b(?![.,]\\d)|(?<=\\()(?!(?:UN|EU|UK|US)\\s|[A-Z]+\\s(?:19|20)\\d{2}\\b)[A-Z]{2,4}\\s\\d{2,6}(?=\\))|(?<=[.!?]\\s)[A-Z]{2,5}\\s\\d{3,6}(?=\\.?\\s*(?:$|\\n))|(?<=\\b[Ff]light\\s)[A-Z\\d]{2}\\s?\\d{1,4}\\b|\\b[A-Z]{2}\\s(?!\\d{1,3}(?:\\s\\d{3})+\\b)\\d{2,4}(?:\\s\\d{2,4}){2,4}\\b',
    'cased',
  ],
  [
    'phone',
    '\\+\\d[\\d ().\\-]{6,}\\d|\\b0\\d{2,4}[ -]\\d{3,4}(?:[ -]\\d{2,4})*\\b|\\b1-8\\d{2}[-A-Z\\d]+|\\b116[ ]?\\d{3}\\b|\\(\\d{2,4}\\) ?\\d{3,4}[ -]\\d{3,4}|\\b0800 ?\\d+\\b|\\b\\d{3}-\\d{3}-\\d{4}\\b',
  ],
  [
    'time',
    "\\b\\d{1,2}[:.]\\d{2}\\s?(?:a\\.?m\\.?|p\\.?m\\.?|hrs|GMT|UTC|CET|EST|h)\\b|\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b|\\b\\d{1,2}\\s?(?:a\\.m\\.|p\\.m\\.|am|pm|o[’']clock)(?!\\w)|\\b(?:half|quarter|ten|five|twenty) (?:past|to) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b|(?<=(?<!\\b(?:stood|stands?|standing|remain(?:s|ed)?|put|estimated|valued|priced|rate|index|ratio|is|was)\\s)\\bat\\s)(?:[6-9]|0[6-9]|1\\d|2[0-3])\\.(?:00|15|30|45)(?!\\d|[.,]\\d|\\s?(?:%|per\\b|percent|percentage|pp\\b|times|million|billion|thousand))|(?<=\\bfrom\\s)(?:[6-9]|0[6-9]|1\\d)[.:](?:00|15|30|45)\\s(?:to|until|till)\\s(?:[6-9]|1\\d|2[0-3])[.:](?:00|15|30|45)(?![.,]?\\d|\\s?(?:%|per\\b|percent|million|billion|thousand))|\\b24\\/7\\b|\\b9\\/11\\b",
  ],
  [
    'date',
    `\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)?\\d{2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)?(?:\\s?(?:-|–|to|and)\\s?\\d{1,2}(?:st|nd|rd|th)?)?(?:\\s+of)?\\s+(?:${MONTHS})\\b(?:\\.?,?\\s+(?:19|20)\\d{2}(?:\\s?[-–]\\s?(?:19|20)?\\d{2})?)?|\\b(?:${MONTHS})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?!\\d|,\\d{3}|[.,]\\d|\\s?(?:%|per\\s?cent|million|billion|thousand|hundred)|\\s+(?:children|people|victims|girls|boys))(?:\\s?(?:-|–|to|and)\\s?\\d{1,2}(?:st|nd|rd|th)?)?(?:,?\\s+(?:19|20)\\d{2})?|\\b(?:${MONTHS})\\.?,?\\s+(?:19|20)\\d{2}\\b|\\b(?:${DAYS})\\s+\\d{1,2}\\b`,
  ],
  [
    'law',
    '\\b\\d+\\s+(?:U\\.?S\\.?C\\.?|C\\.?F\\.?R\\.?|Stat\\.)\\s*(?:§+\\s*)?\\d+\\w*|\\b(?:directive|regulation|decision|act|law|decree|resolution|order|statute|bill|code|convention)s?\\s*(?:\\([A-Z]+\\)\\s*)?(?:nos?\\.?\\s*)?\\d+(?:[/-]\\d+){1,4}(?:\\/[A-Z]{2,5}\\b)?|\\b(?:19|20)\\d{2}\\/\\d+\\/(?:EU|EC|JHA)\\b|\\b(?:public law|P\\.L\\.)\\s*\\d+-\\d+',
  ],
  [
    'year',
    "\\b(?:19|20)\\d{2}[a-d]\\b|\\b(?:19|20)\\d{2}\\s?(?:[-–/]|to|and|or|until|through)\\s?(?:19|20)\\d{2}\\b(?!,\\d{3})|\\b(?:19|20)\\d{2}[-–/]\\d{2}\\b(?![-\\d])|(?:\\b(?:early|late|mid)[- ])?\\b(?:18|19|20)\\d{2}[’']?s\\b|[’'‘]\\d0s\\b|\\b(?:FY|fiscal(?: year)?)\\s?(?:20)?\\d{2}\\b|\\bQ[1-4]\\b|\\b(?:18|19|20)\\d{2}\\s?[-–]\\s?(?=present|today|now)",
  ],
  ['ordinal', '\\b\\d+(?:st|nd|rd|th)\\b'],
  [
    'identifier',
    '\\b(?!(?:USD|EUR|GBP|AUD|CAD|CHF|INR|NZD|Rs|c|ca|in)\\d|(?:under|over|aged?|u)-\\d{1,2}(?!\\d)|(?:early|mid|late|pre|post)-(?:19|20)\\d{2}(?!\\d))[A-Za-z]{1,8}-?\\d+(?:\\.\\d+)*[A-Za-z]?\\b(?:\\/\\d{2,4}\\b)?(?![.,]?\\d|\\s?(?:%|per\\s?cent|million|billion|thousand))|\\b\\d+[A-Za-z]{1,2}\\d+\\w*|\\b\\d+(?:chan|G|D|FA|GB|MB|TB|kg|km|cm|mm|px|Mbps)\\b|\\x23\\d+\\b',
  ],
  ['identifier', '\\b(?:nos?\\.?\\s*)?\\d+\\/\\d{2,4}\\b(?!\\s+of\\b)'],
  ['page', '(?<=^|\\n)[ \\t]*\\d{1,4}(?:[ \\t]+\\d)?[ \\t]*(?=\\n)'],
  ['note-mark', '(?<=^|\\n)[ \\t]*\\d{1,2}(?=[ \\t]+[\\p{Lu}‘“])', 'cased'],
  ['page', '(?<=[,\\s(](?:19|20)\\d{2}[a-d]?:\\s?)\\d{1,4}(?:[-–]\\d{1,4})?(?=[);])'],
  [
    'label',
    '\\b(?:Year|Grade|Form|Class|Stage|Level)s?\\s\\d{1,2}(?:(?:,\\s?|\\s(?:and|or|to)\\s|\\s?[-–]\\s?)\\d{1,2}){0,4}\\b(?![.,]?\\d|\\s?%)',
    'cased',
  ],
  ['section', '\\b\\d+(?:\\.\\d+){0,4}(?:\\(\\w{1,3}\\))+|(?<=\\))\\d+\\b'],
  ['page', '#[-\\s]pages?(?=\\s*(?:long|thick|[),.;]|$))|\\b#-page\\b'],
  [
    'note-mark',
    '\\[\\d{1,3}(?:[,–-]\\s?\\d{1,3})*\\]|[⁰¹²³⁴-⁹]+|(?<=[\\p{L})”’]"?[.,;:]?)(?<![A-Z]|\\d’)\\d{1,3}(?=\\s|$|[.,;:)])|(?<=\\p{L}[”"’)]?[.!?]”?)\\d{1,3}(?=\\s|$)',
  ],
  ['list', '(?<=^|\\n)[ \\t]*\\(?\\d{1,3}[.)](?=\\s)|(?<=\\s)\\(\\d{1,2}\\)(?=\\s)'],
  [
    'list',
    '(?<=^|\\n)[ \\t]*\\d{1,2}(?:\\.\\d{1,2})+\\.?(?=\\s+\\p{Lu})|(?<=[:;.?!]\\s)\\d{1,2}[.)](?=\\s+\\p{Lu})',
    'cased',
  ],
];

/** What stands before a number that only names something. */
export const LABELS: Language['labels'] = [
  [
    'law',
    'articles?|arts?\\.|sections?|sects?\\.|ss?\\.|§+|clauses?|rules?|resolutions?|recommendations?|general comments?|conventions?|protocols?|directives?|regulations?|amendments?|acts?|laws?|bills?|propositions?|schedules?|codes?|goals?|targets?|sdgs?|indicators?|principles?|no\\.? of the convention',
  ],
  ['page', 'pages?|pp?\\.'],
  [
    'section',
    'chapters?|chaps?\\.|paragraphs?|paras?\\.|tables?|figures?|figs?\\.|box|boxes|charts?|graphs?|annex(?:es)?|appendix|appendices|footnotes?|notes?|parts?|volumes?|vols?\\.|issues?|editions?|maps?|exhibits?|sections?|columns?|lines?|rows?|endnotes?',
  ],
  [
    'label',
    'respondent|participant|interviewee|informant|case study|radio|nos?\\.?|nr\\.?|numbers?(?= \\d)|version|phase|step|stage|level|tier|class|category|type|group|grade|session|round|wave|item|question|module|unit|day|week|title|case|docket|file|room|floor|flight|route|highway|channel|platform|gate|ward|block|lot|box|windows|world war|top|big|formula|code|id|ref\\.?|reference|operation|psalm|apollo|g|workshops?|sessions?|junctions?|exits?|platforms?|points|polling station|station|kilomet(?:re|er)|vote|order|standing order|output|outcome|objective|measure|milestone|bench|courtroom|court|agenda item|items?|apartment|flat|suite|building|track|hall|application|agreement|contract|grant|petition|uin|ticket|invoice|matter|studio|booth|zone|junction|exit|seat|table|office|stand|desk|locker|leaflet|brochure|witness(?: number)?|jersey|shirt|pitch|berth|shelf|P.?O.? box|ranked|rank|ranks|ranking|score of|scored|article',
  ],
];
