import { yearOf } from '../partial-date';
import type { KnownClaim, Vocabulary } from './known-claim';
import { weightOf } from './known-claim';
import type { Mention } from './mention';
import { OF_THE_UN } from './names';
import { type NumberFit, numberFit, sharpness } from './number-fit';
import type { ReadClaim } from './read-claim';
import { MANIFESTATIONS } from './terms';
import { MATCHED } from './thresholds';

/** A claim that a text may speak of, with what speaks for it and against it. The score may be above 1. */
export type Candidate = { claim: KnownClaim; score: number; fit: NumberFit; reasons: string[] };

/** Words in common that weigh less than this are a coincidence. */
const ALONE = 0.14;
/** Below this a candidate is not looked at, whatever speaks for it later. */
const LEAST = 0.4;
/** Two candidates that are nearer to each other than this cannot be told apart. */
export const APART = 0.02;
/** As near as this, the one whose own figure it is counts before one that only says it in passing. */
export const NEARLY = 0.18;

/** The claims that a quantity may be, the likeliest first; those that are out of the question are left out. */
export function candidatesOf(mention: Mention, claims: readonly ReadClaim[], vocabulary: Vocabulary): Candidate[] {
  const weights = new Map([...mention.terms].map(([term, near]) => [term, near * weightOf(term, vocabulary)]));
  const sought: Sought = {
    mention,
    digits: sharpness(mention.quantity),
    context: contextWeight(mention, weights),
    anaphora: anaphoraPoints(mention),
  };
  const found: Candidate[] = [];
  for (const read of claims) {
    const fit = numberFit(mention.quantity, read.claim, read.numbers);
    const candidate = fit === null ? null : scored(sought, read, fit);
    if (candidate !== null && candidate.score >= LEAST) found.push(candidate);
  }
  return ranked(found);
}

/** A mention, with what is the same for every claim that it is held against. */
type Sought = { mention: Mention; digits: number; context: number; anaphora: Points };

/** The likeliest first. */
export function ranked(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => b.score - a.score || Number(a.claim.id.slice(1)) - Number(b.claim.id.slice(1)));
}

function scored(sought: Sought, read: ReadClaim, fit: NumberFit): Candidate | null {
  const { mention, digits, context } = sought;
  const isOwn = isOwnSentence(mention, read.claim);
  const isSharp = SHARP.has(fit.how) && digits >= 3;
  let score = (isOwn ? 1 : 0) + 0.42 * fit.weight;
  if (isSharp) score += Math.min(0.3, 0.08 * (digits - 2)) * (fit.how === 'same' || fit.how === 'printed' ? 1 : 0.6);
  let own = 0;
  const { own: terms, weights } = read;
  for (let at = 0; at < terms.length; at += 1) own += (weights[at] ?? 0) * (mention.terms.get(terms[at] ?? '') ?? 0);
  const covered = own / Math.max(read.total, 8);
  const told = own / Math.max(context, 5);
  const words = 0.33 * Math.sqrt(Math.min(1, covered)) + 0.22 * Math.min(1, told);
  if (score + words + MOST_BESIDE < LEAST) return null;
  score += words;
  let left = MOST_BESIDE;
  for (const { most, pointsOf } of SPEAKING) {
    if (score + left < LEAST) return null;
    score += pointsOf(sought, read, fit)[0];
    left -= most;
  }
  const isNamed = mention.bodies.some((name) => read.bodies.has(name));
  if (!isNamed && digits <= 2) score -= 0.05;
  if (score < LEAST) return null;
  const shared = [...read.terms].filter(([term]) => mention.terms.has(term));
  // A number alone tells nothing, however many digits it has: somebody else's patients are nobody's reports.
  const specific = shared.filter(([term]) => read.subject.has(term) && (mention.terms.get(term) ?? 0) >= 0.35);
  // A number that is only near, of another year: that of another year, and not this one told wrongly.
  const isOfOtherYear = fit.how === 'near' && yearPoints(mention, read)[0] < 0;
  const isKnown = fit.how !== 'far' && !isOfOtherYear && (isNamed || (words >= ALONE && specific.length > 0));
  const most = isKnown || isOwn ? score : MATCHED - 0.01;
  const reasons = [
    isOwn ? 'its own sentence' : null,
    fit.weight === 0 ? null : NUMBER[fit.how],
    isSharp ? `the number has ${digits} digits that count` : null,
    words === 0 ? null : wordsIn(shared),
    ...SPEAKING.map(({ pointsOf }) => pointsOf(sought, read, fit)).map(([points, reason]) =>
      points === 0 ? null : reason,
    ),
  ].filter((reason) => reason !== null);
  return { claim: read.claim, score: Math.max(0, Math.min(score, most)), fit, reasons };
}

const NUMBER: Readonly<Record<NumberFit['how'], string | null>> = {
  same: 'the same number',
  rounds: 'the number rounds to it',
  printed: 'a work in the base prints it with this number',
  stated: 'the number stands in its statement',
  'end-of-range': 'the number is of its range',
  misprint: 'the number is the same but for a digit or two',
  near: 'the number is near',
  far: null,
};

/** Whom, where, when and what, with the most that each may speak for a claim: what cannot be reached is not looked at. */
const SPEAKING: readonly { most: number; pointsOf: (sought: Sought, read: ReadClaim, fit: NumberFit) => Points }[] = [
  { most: 0.14, pointsOf: ({ mention }, read) => bodyPoints(mention, read) },
  { most: 0.1, pointsOf: ({ mention }, { claim }) => placePoints(mention, claim) },
  { most: 0.12, pointsOf: ({ mention }, read) => yearPoints(mention, read) },
  { most: 0.06, pointsOf: ({ mention }, { claim }) => thingPoints(mention, claim) },
  { most: 0.12, pointsOf: ({ mention }, { claim }) => kindPoints(mention, claim) },
  { most: 0.04, pointsOf: ({ mention }, read) => themePoints(mention, read) },
  { most: 0, pointsOf: ({ anaphora }) => anaphora },
  { most: 0.04, pointsOf: ({ mention }, read) => subjectPoints(mention, read) },
  { most: 0.06, pointsOf: ({ mention }, { claim }, fit) => timePoints(mention, claim, fit) },
  { most: 0, pointsOf: ({ mention }, read) => treatyPoints(mention, read) },
];

/** All of them together, and a little for what binary numbers lose. */
const MOST_BESIDE = SPEAKING.reduce((sum, { most }) => sum + most, 1e-9);

function wordsIn(shared: (readonly [string, number])[]): string | null {
  if (shared.length === 0) return null;
  const words = shared.sort((a, b) => b[1] - a[1]).slice(0, 5);
  return `words in common: ${words.map(([term]) => term.replaceAll('-', ' ')).join(', ')}`;
}

const bare = (text: string) => text.replace(/[\s.]+/g, ' ').trim();

/** Whether a sentence is the statement that was published with the claim. */
export function isOwnSentence({ sentence }: Mention, { statement }: { statement: string }): boolean {
  // Almost none is: the lengths tell it without reading.
  return Math.abs(sentence.length - statement.length) <= 2 && bare(sentence) === bare(statement);
}

/** Numbers that are no coincidence when they have many digits. */
const SHARP: ReadonlySet<NumberFit['how']> = new Set(['same', 'printed', 'rounds', 'misprint', 'stated']);

/** What the words next to the quantity weigh. */
function contextWeight({ terms }: Mention, weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [term, near] of terms) if (near === 1) sum += weights.get(term) ?? 0;
  return sum;
}

type Points = readonly [number, string | null];

function bodyPoints({ bodies, credited }: Mention, { bodies: own }: ReadClaim): Points {
  const found = bodies.find((name) => own.has(name));
  if (found !== undefined) return [credited.includes(found) ? 0.14 : 0.1, `names ${found}`];
  if (bodies.includes('United Nations') && [...own].some((name) => OF_THE_UN.has(name)))
    return [0.08, 'names the United Nations'];
  return credited.length > 0 ? [-0.12, `credits it to ${credited.join(' and ')}`] : [0, null];
}

function placePoints({ places, saysWorld, quantity }: Mention, { place, statement }: KnownClaim): Points {
  const isWorld = place.code === '001';
  if (places.length === 0) {
    if (isWorld) return [saysWorld ? 0.04 : 0, null];
    return [saysWorld ? -0.15 : -0.12, `is about ${place.name}, which the text does not name`];
  }
  if (places.some(({ code }) => code === place.code)) return [0.1, `names ${place.name}`];
  const told = places.find(({ name }) => statement.includes(name));
  if (isWorld && told !== undefined) return [0, `names ${told.name}`];
  if (isWorld)
    return [
      saysWorld ? 0 : quantity.kind === 'count' && quantity.value !== null && sharpness(quantity) >= 4 ? -0.02 : -0.13,
      `names ${places.map(({ name }) => name).join(', ')}`,
    ];
  const isRelated = places.some(({ code, within }) => place.within.includes(code) || within.includes(place.code));
  return [isRelated ? 0 : -0.35, `names ${places.map(({ name }) => name).join(', ')}, and not ${place.name}`];
}

function yearPoints({ years, workYears }: Mention, { claim: { period }, years: issued }: ReadClaim): Points {
  const work = workYears.find((year) => issued.has(year));
  const [start, end] = [yearOf(period.start) ?? yearOf(period.end), yearOf(period.end) ?? yearOf(period.start)];
  const isKnown = start !== null && end !== null;
  if (isKnown && years.some((year) => year >= start && year <= end)) return [0.12, `names ${years.join('–')}`];
  if (work !== undefined) return [0.1, `names ${work}, the year of a work`];
  if (years.some((year) => issued.has(year))) return [0.05, `names ${years.join('–')}, the year of a work`];
  if (isKnown && workYears.some((year) => year >= start && year <= end)) return [0.05, `names ${workYears.join(', ')}`];
  if (years.length === 0) return [workYears.length > 0 && issued.size > 0 ? -0.08 : 0, null];
  return isKnown ? [-0.13, `names ${years.join('–')}`] : [0, null];
}

function thingPoints({ things, group, quantity }: Mention, { population, figure }: KnownClaim): Points {
  if (quantity.kind === 'money') return group !== null && group === population.group ? [0.06, null] : [0, null];
  if (quantity.kind === 'age' || quantity.kind === 'multiple' || things === null) return [0, null];
  const own =
    population.group === 'content' ? 'content' : population.group === 'states-and-organisations' ? 'states' : 'people';
  if (own === things) return group === population.group ? [0.06, null] : [0, null];
  if (own === 'states' || things === 'states')
    return [quantity.kind === 'count' ? -0.3 : -0.1, 'counts something else'];
  // A share of victims seen in material is a share of content by its group, and of people by its words.
  return [figure.kind === 'count' ? -0.12 : -0.02, null];
}

/** Whose share it is: the words for it stand in the sentence, or it is the share of somebody else. */
const SUBJECTS = ['child', 'girl', 'boy', 'woman', 'domestic', 'border'];

function subjectPoints({ quantity, terms }: Mention, { terms: own }: ReadClaim): Points {
  if (quantity.kind !== 'per-cent') return [0, null];
  const isSaid = (term: string) => (terms.get(term) ?? 0) >= 0.5;
  const other = SUBJECTS.filter((term) => isSaid(term) !== own.has(term));
  return [other.length === 0 ? 0.04 : Math.max(-0.12, -0.06 * other.length), null];
}

/** "98 per cent of them": of whom, only the words before tell, and nobody is named who would have counted them. */
function anaphoraPoints({ sentence, figure, bodies }: Mention): Points {
  return bodies.length === 0 && /^\s*(?:of|among) (?:them|whom|these|which|those)\b/i.test(sentence.slice(figure.end))
    ? [-0.12, null]
    : [0, null];
}

/** Which treaty it is, its number of parties does not tell: its subject does, or its number. */
function treatyPoints({ terms, sentence }: Mention, { terms: own, claim }: ReadClaim): Points {
  if (claim.population.group !== 'states-and-organisations' || !own.has('ratify')) return [0, null];
  const number = /\bConvention (?:No\.? )?(\d{2,3})\b/i.exec(claim.statement)?.[1];
  if (number !== undefined && new RegExp(`\\b${number}\\b`).test(sentence)) return [0, null];
  const isNamed = [...own.keys()].some((term) => !OF_ANY_TREATY.has(term) && (terms.get(term) ?? 0) >= 0.35);
  return isNamed ? [0, null] : [-0.3, 'the text does not say which treaty'];
}
/** In the name of more than one treaty, or of none. */
const OF_ANY_TREATY: ReadonlySet<string> = new Set(
  'ratify convention country child state stat protec council europ european part member world worldwide organisation sexual-exploitation sexual-violence'.split(
    ' ',
  ),
);

/** Another number of another year is another figure. */
function timePoints({ years }: Mention, { period }: KnownClaim, { how }: NumberFit): Points {
  if ((how !== 'near' && how !== 'far') || years.length === 0) return [0, null];
  const [start, end] = [yearOf(period.start) ?? yearOf(period.end), yearOf(period.end) ?? yearOf(period.start)];
  return start !== null && end !== null && years.some((year) => year >= start && year <= end)
    ? [0.06, null]
    : [-0.15, null];
}

const CHANGE =
  /\b(?:increas\w*|rise|rises|rose|risen|rising|grew|grow\w*|(?<!\bma(?:de|ke|kes|king) )up|surg\w*|jump\w*|more than in|higher|climb\w*|soar\w*|fell|fall\w*|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|reduc\w*|cut|cuts|more|doubl\w*|tripl\w*)\b/i;

const RISE =
  /\b(?:increas\w*|ris(?:e|es|en|ing)|rose|grew|grow\w*|(?<!\bma(?:de|ke|kes|king) )up|surg\w*|jump\w*|more|higher|climb\w*|soar\w*)\b/gi;
const FALL =
  /\b(?:fell|fall(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|cut|cuts|reduc\w*|down|lower|fewer|less|shr[aiu]nk\w*)\b/gi;

/** Which way a text says that something went: by the word that stands last before the place, else first behind it. */
function direction(text: string, at: number): 'rise' | 'fall' | null {
  const words = [
    ...[...text.matchAll(RISE)].map(({ index }) => ({ index, way: 'rise' as const })),
    ...[...text.matchAll(FALL)].map(({ index }) => ({ index, way: 'fall' as const })),
  ].sort((a, b) => a.index - b.index);
  return (words.filter(({ index }) => index < at).at(-1) ?? words.find(({ index }) => index >= at))?.way ?? null;
}

const BY =
  /\b(?:by|(?:increase|rise|growth|jump|drop|fall|decline|cut) of)\s+(?:(?:about|some|nearly|almost|over|more|than|around|up|to|as|much|a|further)\s+)*$/i;

function kindPoints({ clause, clauseAt, figure, quantity }: Mention, { figure: own, statement }: KnownClaim): Points {
  if (quantity.kind !== 'per-cent' && quantity.kind !== 'percentage-points') return [0, null];
  const says = CHANGE.test(clause);
  if (own.kind === 'percent-change' || own.kind === 'percentage-points') {
    if (quantity.kind === 'percentage-points')
      return own.kind === 'percentage-points' ? [0.12, 'percentage points'] : [-0.02, null];
    // A cut is no rise, whatever the number.
    if (
      direction(clause, figure.start - clauseAt.start) === 'fall' &&
      direction(statement, statement.length) === 'rise'
    )
      return [-0.35, 'is a rise, and the text tells of a fall'];
    return says ? [0.06, 'tells of a change'] : [-0.2, 'is a change, of which the text says nothing'];
  }
  // "Has shrunk by a fifth" is a change, and no share.
  if (says && BY.test(clause.slice(0, figure.start - clauseAt.start)))
    return [-0.5, 'is a share, and the text tells of a change'];
  return quantity.kind === 'percentage-points' ? [-0.25, 'is a share, and no difference'] : [0, null];
}

/** What kind of exploitation it is about: a figure of forced labour is none of migration, whatever its number. */
function themePoints({ terms }: Mention, { terms: own }: ReadClaim): Points {
  const themes = [...terms].filter(([term, near]) => near >= 0.5 && MANIFESTATIONS.has(term)).map(([term]) => term);
  const ownThemes = [...own.keys()].filter((term) => MANIFESTATIONS.has(term));
  if (ownThemes.length === 0 || themes.length === 0)
    return [ownThemes.length > 0 && themes.length === 0 ? -0.04 : 0, null];
  return themes.some((term) => own.has(term))
    ? [0.04, null]
    : [-0.12, `is about ${ownThemes.join(', ').replaceAll('-', ' ')}`];
}
