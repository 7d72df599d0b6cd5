import type { AgeBand } from './age-band';
import type { Bound, IntervalKind } from './figure';
import type { CitationRole, DistortionKind, OriginState } from './citation';
import type { ClaimStatus, Measure, PopulationGroup, RelationKind } from './claim';
import type { MethodCertainty, Reliability, SourceReliability, TransmissionFidelity } from './grade';
import type { FigureKind } from './figure';
import type { RivalReason } from './lineage/chronology';
import type { LineageGroup } from './lineage/outline';
import type { GapKind } from './gaps';
import type { MethodKind } from './method';
import type { SourceType } from './source';
import type { Standing } from './standing';
import type { TermAdvice } from './terminology';
import type { Confidence, VerificationLevel } from './verification';

// The words a reader sees for each code of the domain: one word for one thing, on every page and in every export.

type Word = { label: string; meaning: string };
type Words<Code extends string> = Readonly<Record<Code, Word>>;

export const FIGURE_KIND: Words<FigureKind> = {
  count: { label: 'Count', meaning: 'A number of things.' },
  percentage: { label: 'Percentage', meaning: 'A share of a stated whole.' },
  'percentage-points': { label: 'Percentage points', meaning: 'A difference between two percentages; not per cent.' },
  'percent-change': { label: 'Per cent change', meaning: 'A change relative to an earlier value.' },
  rate: { label: 'Rate', meaning: 'A number per so many, or per time.' },
  ratio: { label: 'Ratio', meaning: 'One number against another.' },
  direction: { label: 'Direction', meaning: 'A trend or association claimed without a number.' },
};

export const BOUND: Words<Bound> = {
  exact: { label: 'Exact', meaning: 'Stated as an exact number.' },
  approximately: { label: 'Approximately', meaning: 'An estimate or a rounded number.' },
  'at-least': { label: 'At least', meaning: 'Stated as a lower bound.' },
  'at-most': { label: 'At most', meaning: 'Stated as an upper bound.' },
};

export const INTERVAL_KIND: Words<IntervalKind> = {
  range: { label: 'Range', meaning: 'The spread the source gives.' },
  'interval-95': { label: '95 % interval', meaning: 'A 95 % confidence or uncertainty interval.' },
  'not-stated': { label: 'Interval, kind not stated', meaning: 'The source does not say what its low and high are.' },
};

export const POPULATION_GROUP: Words<PopulationGroup> = {
  children: { label: 'Children', meaning: 'People under 18.' },
  girls: { label: 'Girls', meaning: 'Girls under 18.' },
  boys: { label: 'Boys', meaning: 'Boys under 18.' },
  'transgender-children': { label: 'Transgender children', meaning: 'Transgender people under 18.' },
  'women-and-girls': { label: 'Women and girls', meaning: 'Female people of all ages.' },
  'men-and-boys': { label: 'Men and boys', meaning: 'Male people of all ages.' },
  'all-ages': { label: 'All ages', meaning: 'Children and adults together.' },
  adults: { label: 'Adults', meaning: 'People of 18 and over.' },
  survivors: { label: 'Survivors’ own views', meaning: 'People exploited as children, asked themselves.' },
  offenders: { label: 'Offenders', meaning: 'People who offend, or are suspected of it.' },
  content: { label: 'Reports and content', meaning: 'Reports, webpages, images, files: not children.' },
  'states-and-organisations': { label: 'States and organisations', meaning: 'Parties to treaties, members, services.' },
};

export const AGE_BAND: Words<AgeBand> = {
  'under-10': { label: 'Under 10', meaning: 'Children before adolescence.' },
  '10-14': { label: '10–14', meaning: 'Younger adolescents.' },
  '15-17': { label: '15–17', meaning: 'Older adolescents who are still children in law.' },
};

export const MEASURE: Words<Measure> = {
  stock: { label: 'Stock', meaning: 'Counted at a moment.' },
  flow: { label: 'Flow', meaning: 'Counted over a period, such as each year.' },
  cumulative: { label: 'Cumulative', meaning: 'A running total since a start.' },
};

export const METHOD_KIND: Words<MethodKind> = {
  census: { label: 'Census', meaning: 'Everybody or everything was counted.' },
  'probability-survey': { label: 'Probability survey', meaning: 'A random sample, weighted to the population.' },
  'non-probability-study': { label: 'Non-probability study', meaning: 'A sample that stands for nobody but itself.' },
  'administrative-records': { label: 'Administrative records', meaning: 'Counts from the files of authorities.' },
  'hotline-reports': { label: 'Hotline reports', meaning: 'Counts of what was reported, not of what happens.' },
  'modelled-estimate': { label: 'Modelled estimate', meaning: 'Worked out from data by a model.' },
  'capture-recapture': { label: 'Capture–recapture', meaning: 'Estimated from the overlap of lists.' },
  'content-analysis': { label: 'Content analysis', meaning: 'Material was collected and coded.' },
  'literature-review': { label: 'Literature review', meaning: 'Gathered from other works.' },
  'expert-opinion': { label: 'Expert opinion', meaning: 'Somebody’s judgement.' },
  'not-stated': { label: 'Not stated', meaning: 'The origin does not say how it was made.' },
};

export const RELIABILITY: Words<Reliability> = {
  high: { label: 'High', meaning: 'Unlikely to mislead when quoted with its definition.' },
  moderate: { label: 'Moderate', meaning: 'Probably near the truth of what it measures; quote with its limits.' },
  low: { label: 'Low', meaning: 'May be far off; quote only with its limits.' },
  'very-low': { label: 'Very low', meaning: 'Not fit to be quoted as evidence.' },
  'not-graded': { label: 'Not graded', meaning: 'Nobody has been able to judge it yet.' },
};

export const SOURCE_RELIABILITY: Words<SourceReliability> = {
  A: { label: 'A · Completely reliable', meaning: 'No doubt about its authority or care.' },
  B: { label: 'B · Usually reliable', meaning: 'Minor doubts.' },
  C: { label: 'C · Fairly reliable', meaning: 'Doubts, but often right.' },
  D: { label: 'D · Not usually reliable', meaning: 'Significant doubts.' },
  E: { label: 'E · Unreliable', meaning: 'A record of being wrong, or no authority at all.' },
  F: { label: 'F · Cannot be judged', meaning: 'Not enough is known of it.' },
};

export const METHOD_CERTAINTY: Words<MethodCertainty> = {
  high: { label: 'High', meaning: 'The true value is very likely close.' },
  moderate: { label: 'Moderate', meaning: 'The true value is probably close.' },
  low: { label: 'Low', meaning: 'The true value may be far off.' },
  'very-low': { label: 'Very low', meaning: 'The true value is probably far off, or unknown.' },
};

export const TRANSMISSION: Words<TransmissionFidelity | 'none'> = {
  accurate: { label: 'Accurate', meaning: 'Every recorded citation passes it on unchanged.' },
  'minor-distortion': { label: 'Minor distortion', meaning: 'Rounded, undated or misattributed on the way.' },
  'major-distortion': { label: 'Major distortion', meaning: 'Its meaning changed on the way.' },
  untraced: { label: 'Untraced', meaning: 'No citation leads back to an origin.' },
  none: { label: 'Not passed on', meaning: 'No citation after the origin is recorded.' },
};

export const CLAIM_STATUS: Words<ClaimStatus> = {
  current: { label: 'Current', meaning: 'Nothing recorded replaces or disputes it.' },
  superseded: { label: 'Superseded', meaning: 'A later estimate replaces it.' },
  disputed: { label: 'Disputed', meaning: 'Its footing is contested.' },
  misquotation: {
    label: 'Misquotation',
    meaning: 'It misquotes another claim, and is kept so that whoever meets it finds out.',
  },
  retracted: { label: 'Retracted', meaning: 'Whoever stated it has taken it back.' },
};

/** Of a source: there is no word to say of one that stands. */
export const SOURCE_STANDING: Words<Exclude<Standing, 'stands'>> = {
  disputed: { label: 'Disputed work', meaning: 'Its findings are contested.' },
  retracted: {
    label: 'Retracted work',
    meaning: 'Its publisher has taken it back, or it was found not to be what it said.',
  },
};

/** From this claim to the other, and the other way; `meaning` holds from both sides. */
export const RELATION: Readonly<Record<RelationKind, { outgoing: string; incoming: string; meaning: string }>> = {
  supersedes: {
    outgoing: 'Supersedes',
    incoming: 'Superseded by',
    meaning: 'A later estimate of the same thing by the same body replaces an earlier one.',
  },
  continues: {
    outgoing: 'Continues',
    incoming: 'Continued by',
    meaning: 'The one is the next point of the series after the other.',
  },
  'part-of': {
    outgoing: 'Part of',
    incoming: 'Has the part',
    meaning: 'What the one counts is a share of what the other counts.',
  },
  contradicts: {
    outgoing: 'Contradicts',
    incoming: 'Contradicted by',
    meaning: 'Both cannot be true. The lineage of each then shows that of the other as a rival.',
  },
  'misquotation-of': {
    outgoing: 'Misquotation of',
    incoming: 'Misquoted as',
    meaning: 'The one goes back to the other, and says something else.',
  },
  'homonym-of': {
    outgoing: 'Same number, other claim',
    incoming: 'Same number, other claim',
    meaning: 'The numbers are alike; what they count is not.',
  },
};

export const CITATION_ROLE: Words<CitationRole> = {
  states: { label: 'States it', meaning: 'Makes the figure its own.' },
  reports: { label: 'Reports it', meaning: 'Passes on a figure that others made.' },
  corrects: { label: 'Corrects it', meaning: 'Sets a wrong version right.' },
  disputes: { label: 'Disputes it', meaning: 'Argues against it.' },
};

export const ORIGIN_STATE: Words<OriginState> = {
  origin: { label: 'Origin', meaning: 'The figure was first stated here, as far as is known.' },
  drawn: { label: 'Drawn from', meaning: 'What it drew from is known.' },
  untraced: { label: 'Untraced', meaning: 'Nobody has found what it drew from.' },
};

export const DISTORTION: Words<DistortionKind> = {
  rounded: { label: 'Rounded', meaning: 'Printed to fewer digits.' },
  inflated: { label: 'Inflated', meaning: 'Made larger beyond rounding.' },
  deflated: { label: 'Deflated', meaning: 'Made smaller beyond rounding.' },
  'scope-widened': { label: 'Scope widened', meaning: 'Said of more people or places than it was made for.' },
  'scope-narrowed': { label: 'Scope narrowed', meaning: 'Said of fewer people or places than it was made for.' },
  'stock-to-flow': { label: 'Stock to flow', meaning: 'A number at a moment became a number a year.' },
  'unit-changed': { label: 'Unit changed', meaning: 'Points became per cent, or a share became a count.' },
  'denominator-swapped': { label: 'Denominator swapped', meaning: 'A share was attached to another whole.' },
  'period-dropped': { label: 'Period dropped', meaning: 'The year it speaks of was lost.' },
  'period-shifted': { label: 'Period shifted', meaning: 'Given for another time.' },
  'caveat-dropped': { label: 'Caveat dropped', meaning: 'A warning of the origin was left out.' },
  'attribution-shifted': { label: 'Attribution shifted', meaning: 'Credited to somebody else.' },
  'definition-changed': { label: 'Definition changed', meaning: 'Said of something else than was measured.' },
  transcription: { label: 'Transcription', meaning: 'Copied wrongly.' },
};

/** Why a line of descent rivals that of the claim. */
export const RIVAL_REASON: Readonly<Record<RivalReason, string>> = {
  'in-print-before': 'In print before the origin',
  'second-origin': 'States it as its own',
  'older-than-its-origin': 'Older than what it is said to draw on',
};

/** What stands above each line of descent; the name of its first work follows. */
export const LINEAGE_GROUP: Readonly<Record<LineageGroup, string>> = {
  main: 'Origin',
  rival: 'Rival lineage',
  other: 'By way of another claim',
  apart: 'Another claim, which contradicts or misquotes it',
  loop: 'A ring: these draw on each other, and none can have been first',
  untraced: 'Untraced: nobody has found what these drew on',
};

export const VERIFICATION: Words<VerificationLevel> = {
  source: { label: 'Seen at the publisher', meaning: 'Read in the work itself, at its publisher.' },
  copy: { label: 'Seen in a copy', meaning: 'Read in a copy or abstract of the work kept elsewhere.' },
  'stored-data': { label: 'Seen in stored data', meaning: 'Read in the publisher’s data as stored elsewhere.' },
  secondary: { label: 'Seen second-hand', meaning: 'Read in a work that reports it, not in the work itself.' },
  derived: { label: 'Derived', meaning: 'Worked out from figures that were seen.' },
  'founding-document': { label: 'Founding document only', meaning: 'Known only as the founding document states it.' },
  'not-seen': { label: 'Not seen', meaning: 'General knowledge. Nobody has looked it up yet.' },
};

export const CONFIDENCE: Words<Confidence> = {
  high: { label: 'high confidence', meaning: 'Publisher, original or its abstract.' },
  medium: { label: 'medium confidence', meaning: 'One secondary page.' },
  low: { label: 'low confidence', meaning: 'Not seen.' },
};

export const TERM_ADVICE: Words<TermAdvice> = {
  avoid: { label: 'Avoid', meaning: 'Do not write it, except when quoting.' },
  'legal-text-only': { label: 'Legal texts only', meaning: 'Only where a law says it.' },
  'use-with-care': { label: 'Use with care', meaning: 'Needs attention to context.' },
  'name-changed': { label: 'Name changed', meaning: 'An official name that has since changed.' },
};

/** What is missing where evidence is missing. The mark repeats the word for whoever scans a table. */
export const GAP_KIND: Readonly<Record<GapKind, Word & { mark: string }>> = {
  nothing: { label: 'Nothing', meaning: 'No claim at all.', mark: '○' },
  'only-low': { label: 'Only low', meaning: 'No claim is graded moderate or high.', mark: '▽' },
  'only-outdated': { label: 'Only old', meaning: 'No claim speaks of the last ten years.', mark: '◇' },
  both: { label: 'Low and old', meaning: 'Only low, and only old.', mark: '◆' },
};

/** What kind of work a source is. */
export const SOURCE_TYPE: Readonly<Record<SourceType, string>> = {
  report: 'Report',
  'article-journal': 'Journal article',
  'article-newspaper': 'Newspaper article',
  article: 'Article',
  book: 'Book',
  chapter: 'Chapter',
  dataset: 'Dataset',
  thesis: 'Thesis',
  treaty: 'Treaty',
  webpage: 'Web page',
  post: 'Post',
  pamphlet: 'Pamphlet',
};
