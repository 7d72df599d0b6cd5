import type { DistortionKind } from '../citation';
import type { CheckedCitation, CheckedClaim } from '../checks/subject';
import { saysFlow } from '../checks/wording';
import { comparedAsRead } from '../lineage/difference';
import { yearOf } from '../partial-date';
import { findQuantities } from '../text/quantities/find-quantities';
import type { Quantity } from '../text/quantities/quantity';
import type { Mention } from './mention';
import { saidIn, SAYS_FOUND, statedBy } from './said';
import { type NumberFit, sharpness } from './number-fit';
import { MANIFESTATIONS, termSet } from './terms';

/** What a text changed in a claim. */
export type TextDistortion = { kind: DistortionKind; label: string };

export type Judged = {
  distortions: TextDistortion[];
  /** Works in the base that print it so. */
  seenIn: { citation: CheckedCitation; kinds: DistortionKind[] }[];
};

/** Rounding that says so, by no more than this, is faithful: "about 36 million" of 36.2 million. */
const ROUNDED_MAX = 0.05;

/**
 * Holds a sentence against the claim that it speaks of: first by the engine of lineage, as any citation is held against
 * what it drew on, then by what only a whole sentence can tell: whom it credits, what it says of today, and what it leaves out
 * of the definition.
 *
 * @param bodies of each citation's work, as the text's finder calls them @param today ISO date
 */
export function judged(mention: Mention, claim: CheckedClaim, fit: NumberFit, credits: Credits, today: string): Judged {
  if (claim.status === 'misquotation') return restated(mention, claim);
  const { differences } = comparedAsRead(statedBy(claim), saidIn(mention, claim));
  const found: TextDistortion[] = [
    ...differences
      .filter(({ kind, aspect }) => !isPardoned(kind, aspect, mention, claim, fit))
      .map((one) => ofMisprint(one, fit)),
    ...(fit.how === 'stated' ? [] : ofTheWhole(mention, claim)),
    ...regionForCountries(mention, claim, credits),
    ...todayInstead(mention, claim, today),
    ...creditedTo(mention, credits),
    ...(fit.how === 'stated' ? [] : otherDefinition(mention, claim)),
  ].map(({ kind, label }) => ({ kind, label }));
  const distortions = found.filter((one, index) => found.findIndex(({ kind }) => kind === one.kind) === index);
  return {
    distortions,
    seenIn: seenIn(
      mention,
      claim,
      distortions.map(({ kind }) => kind),
    ),
  };
}

/** What a sentence says of whom or what the figure itself counts. */
function ofTheWhole(mention: Mention, claim: CheckedClaim): TextDistortion[] {
  return [detectedDropped, otherWhole, eventsAsPeople, otherContent, otherAge, otherAct, withoutWomen].flatMap((find) =>
    find(mention, claim),
  );
}

/** To whom a claim may rightly be credited, and to whom works in the base are recorded to credit it wrongly. */
export type Credits = {
  rightly: ReadonlySet<string>;
  wrongly: ReadonlySet<string>;
  /** Codes of the countries that its statement names within its place. */
  countries: readonly string[];
};

function restated(mention: Mention, claim: CheckedClaim): Judged {
  const recorded = claim.citations.flatMap(({ distortions }) => distortions);
  const kinds = [...new Set(recorded.map(({ kind }) => kind))];
  const origin = claim.relations.find(({ kind, direction }) => kind === 'misquotation-of' && direction === 'outgoing');
  const label = origin === undefined ? 'a misquotation' : `misquotes ${origin.claim.id}`;
  const distortions = (kinds.length > 0 ? kinds : (['definition-changed'] as const)).map((kind) => ({
    kind,
    label: recorded.find((one) => one.kind === kind)?.note ?? label,
  }));
  return { distortions, seenIn: seenIn(mention, claim, kinds) };
}

function isPardoned(
  kind: DistortionKind,
  aspect: string,
  mention: Mention,
  claim: CheckedClaim,
  { how }: NumberFit,
): boolean {
  const { quantity, sentence, figure } = mention;
  // A number beside the figure in the claim's own statement is not the figure: only when and by whom can be told of it.
  if (how === 'stated') return aspect !== 'period' && aspect !== 'attribution';
  if (kind === 'stock-to-flow') return saysFlow(claim.statement) !== null;
  if (aspect === 'number' && kind !== 'transcription') {
    const exact = claim.figure.value;
    if (exact === null || quantity.value === null) return false;
    const error = Math.abs(quantity.value - exact) / Math.max(Math.abs(exact), 1e-9);
    if (error <= EXACT_MAX) return true;
    if (kind !== 'rounded') return false;
    return (
      quantity.isFraction ||
      statesNumber(claim, quantity) ||
      (error <= ROUNDED_MAX && (quantity.bound !== null || sharpness(quantity) >= 3))
    );
  }
  if (kind === 'caveat-dropped' && aspect === 'bound') {
    // A bound that stands a word further off is kept all the same.
    const near = `${sentence.slice(Math.max(0, figure.start - 45), figure.start)} ${sentence.slice(figure.end, figure.end + 20)}`;
    return claim.figure.bound === 'at-least' && KEEPS_BOUND.test(near);
  }
  return false;
}

const KEEPS_BOUND =
  /\b(?:minimum|at least|conservativ\w+|more than|over|exceed\w*|no fewer|upwards|or more|not less)\b/i;
/** What is that near is the same number with fewer digits. */
const EXACT_MAX = 0.0025;

/** Whether the claim's own statement gives the rounded number as well. */
function statesNumber({ statement }: CheckedClaim, { value, kind }: Quantity): boolean {
  return findQuantities(statement).some((other) => other.kind === kind && other.value === value);
}

const FOUND = /\b(?:detected|identified|recorded|known|confirmed|registered)\b/i;

/** A share of those who were found is no share of all: a whole sentence has room to say so. */
function detectedDropped({ sentence, quantity }: Mention, { figure, population }: CheckedClaim): TextDistortion[] {
  const whole = figure.of ?? `${population.description} ${figure.unit}`;
  const word = FOUND.exec(whole)?.[0];
  if (word === undefined || population.group === 'content' || SAYS_FOUND.test(sentence)) return [];
  if (quantity.kind === 'count' && figure.kind === 'count' && population.group === 'offenders') return [];
  return [{ kind: 'scope-widened', label: `${word.toLowerCase()} → all` }];
}

const TODAY =
  /\b(?:today|to date|so far|now|currently|at present|nowadays|at this (?:very )?(?:moment|hour)|right now|each day|every day|this year|as we speak|tonight|this morning)\b/i;
/** At the head of a sentence it holds for all of it. */
const TODAY_FIRST =
  /^[“"‘'\s]*(?:today|right now|now|currently|at present|at this (?:very )?(?:moment|hour)|as we speak)\b/i;
/** Years after which what was so is not so today. */
const FRESH_YEARS = 4;

/** Of a time that is over, as if it were now. */
function todayInstead(
  { clause, sentence, years, isAlone }: Mention,
  { period, statement }: CheckedClaim,
  today: string,
): TextDistortion[] {
  const end = yearOf(period.end) ?? yearOf(period.start);
  const said = TODAY.exec(clause) ?? TODAY_FIRST.exec(sentence) ?? (isAlone ? TODAY.exec(sentence) : null);
  if (said === null || end === null || years.length > 0 || TODAY.test(statement)) return [];
  if (Number(today.slice(0, 4)) - end < FRESH_YEARS) return [];
  return [{ kind: 'period-dropped', label: `${end} → “${said[0].trim().toLowerCase()}”` }];
}

/** Credited to somebody who did not make it. */
function creditedTo({ credited, speakers }: Mention, { rightly, wrongly }: Credits): TextDistortion[] {
  if (credited.length === 0 || [...credited, ...speakers].some((name) => rightly.has(name))) return [];
  const source = [...rightly][0] ?? 'others';
  // Recorded to be wrong, or a body that the base does not know to have stated it at all.
  const name = credited.find((one) => wrongly.has(one)) ?? credited[0] ?? '';
  return [{ kind: 'attribution-shifted', label: `${source} → ${name}` }];
}

const RISK = /\b(?:at risk|vulnerable|in danger|exposed|could|might|may have)\b/i;

/** Said of another thing than was counted: those exploited for those at risk, one kind of exploitation for another. */
function otherDefinition({ sentence, terms, quantity, isAlone }: Mention, claim: CheckedClaim): TextDistortion[] {
  const { population, figure } = claim;
  if (/\bat risk\b/i.test(`${population.description} ${figure.unit}`) && !RISK.test(sentence))
    return [{ kind: 'definition-changed', label: 'at risk → exploited' }];
  if (population.group === 'content' || population.group === 'states-and-organisations' || quantity.kind !== 'count')
    return [];
  const themesIn = (text: string) => [...termSet(text)].filter((term) => MANIFESTATIONS.has(term));
  const stated = `${claim.statement} ${population.description} ${figure.unit} ${figure.of ?? ''}`;
  const ownThemes = themesIn(stated);
  const within = (least: number) =>
    [...terms].filter(([term, near]) => near >= least && MANIFESTATIONS.has(term)).map(([term]) => term);
  const themes = within(isAlone ? 0.5 : 1);
  if (themes.length === 0 || within(0.5).some((theme) => ownThemes.includes(theme))) return [];
  // What is only one of several things in the definition is narrower; what is none of them is something else.
  const isPart = themes.some((theme) => themesIn(claim.definition ?? '').includes(theme));
  const kind = isPart ? 'scope-narrowed' : 'definition-changed';
  return [{ kind, label: `${named(ownThemes) || 'something else'} → ${named(themes)}` }];
}

/** A number with two digits swapped, or one wrong, is no other number: it is the same one misprinted. */
function ofMisprint({ kind, label }: TextDistortion, { how }: NumberFit): TextDistortion {
  const isNumber = kind === 'inflated' || kind === 'deflated' || kind === 'rounded';
  return how === 'misprint' && isNumber ? { kind: 'transcription', label } : { kind, label };
}

const PEOPLE_NEXT =
  /^\s+(?:\p{L}+\s+)?(?:children|kids|minors|girls|boys|people|persons|victims|youngsters|teenagers|women|men|adults|users|offenders)\b/iu;
const EVENT = /^(?:arrests?|cases?|incidents?|installations|ratifications?|reports?)\b/i;

/** Arrests are not people, and neither are cases. */
function eventsAsPeople({ sentence, figure }: Mention, claim: CheckedClaim): TextDistortion[] {
  if (claim.population.group === 'content' || !EVENT.test(claim.figure.unit)) return [];
  if (!PEOPLE_NEXT.test(sentence.slice(figure.end))) return [];
  return [{ kind: 'unit-changed', label: `${claim.figure.unit} → people` }];
}

const AGE =
  /\b(?:before|under|below|until|by)(?: the)?(?: age)?(?: of)?(?: they (?:were|turned))? (\d{1,2}|ten|twelve|thirteen|fourteen|fifteen|sixteen|eighteen)\b|\b(\d{1,2}|ten|twelve|thirteen|fourteen|fifteen|sixteen|eighteen)(?: years)? (?:or|and) (?:under|younger)\b/giu;
const AGES: Readonly<Record<string, string>> = {
  ten: '10',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  eighteen: '18',
};
const agesIn = (text: string) =>
  [...text.matchAll(AGE)]
    .map(([, first, second]) => (first ?? second ?? '').toLowerCase())
    .map((age) => AGES[age] ?? age);

/** Before 15 instead of before 18. */
function otherAge({ clause }: Mention, { statement }: CheckedClaim): TextDistortion[] {
  const [own, said] = [agesIn(statement), agesIn(clause)];
  if (own.length === 0 || said.length === 0 || said.some((age) => own.includes(age))) return [];
  return [{ kind: 'definition-changed', label: `age ${own.join(', ')} → ${said.join(', ')}` }];
}

/** Steps on the way through the law: whoever is arrested is not convicted yet. */
const ACTS: readonly (readonly [string, RegExp])[] = [
  ['arrests', /\b(?:arrest\w*|detained)\b/i],
  ['convictions', /\bconvict\w*\b/i],
  ['prosecutions', /\bprosecut\w*\b/i],
];

function otherAct({ clause }: Mention, { statement, figure }: CheckedClaim): TextDistortion[] {
  const acts = (text: string) => ACTS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  const [own, said] = [acts(`${statement} ${figure.unit}`), acts(clause)];
  if (own.length === 0 || said.length === 0 || said.some((act) => own.includes(act))) return [];
  return [{ kind: 'definition-changed', label: `${own.join(', ')} → ${said.join(', ')}` }];
}

/** Women and children told as children alone. */
function withoutWomen({ sentence }: Mention, { statement }: CheckedClaim): TextDistortion[] {
  const isOfBoth = /\bwomen and children\b/i.test(statement);
  if (!isOfBoth || /\bwom[ae]n\b|\bfemales?\b/i.test(sentence) || !/\bchild(?:ren)?\b/i.test(sentence)) return [];
  return [{ kind: 'scope-narrowed', label: 'women and children → children' }];
}

/** Some countries of a region, told of all of it. */
function regionForCountries(
  { places, saysWorld }: Mention,
  { place, population }: CheckedClaim,
  { countries }: Credits,
): TextDistortion[] {
  if (countries.length < 2 || population.group === 'states-and-organisations') return [];
  const named = countries.filter((code) => places.some((one) => one.code === code));
  if (named.length > 0)
    return named.length === 1 && countries.length > 2 && places.length === 1
      ? [{ kind: 'scope-narrowed', label: `${countries.length} countries → ${places[0]?.name}` }]
      : [];
  const isRegion = saysWorld || places.some(({ code }) => code === place.code || place.within.includes(code));
  return isRegion
    ? [{ kind: 'scope-widened', label: `${countries.length} countries → ${saysWorld ? 'the world' : place.name}` }]
    : [];
}

/** Kinds of content: a report may hold many images, and a page many more. */
const CONTENT_KINDS: readonly (readonly [string, RegExp])[] = [
  ['reports', /^(?:reports?|tips?|complaints?|notifications?|referrals?)$/i],
  ['pages', /^(?:pages?|webpages?|urls?|sites?|websites?|addresses|domains?|links)$/i],
  ['images', /^(?:images?|photos?|photographs?|pictures?)$/i],
  ['videos', /^(?:videos?|films?|clips?)$/i],
  ['incidents', /^incidents?$/i],
];
const kindsIn = (text: string) =>
  CONTENT_KINDS.filter(([, pattern]) => text.split(/[^\p{L}]+/u).some((word) => pattern.test(word))).map(
    ([name]) => name,
  );

/** Images for reports, reports for incidents. */
function otherContent(
  { sentence, figure, quantity }: Mention,
  { population, figure: own }: CheckedClaim,
): TextDistortion[] {
  const isChange = own.kind === 'percent-change';
  if (population.group !== 'content' || (!isChange && (quantity.kind !== 'count' || own.kind !== 'count'))) return [];
  const before = /\bnumbers? of ((?:\p{L}+ ){1,5})[^.;]*$/iu.exec(sentence.slice(0, figure.start))?.[1] ?? '';
  const behind =
    sentence
      .slice(figure.end)
      .split(/[^\p{L}\s-]/u)[0]
      ?.trim()
      .split(/\s+/)
      .slice(0, 4) ?? [];
  const said = (isChange ? undefined : behind.flatMap(kindsIn)[0]) ?? kindsIn(before)[0];
  const units = kindsIn(isChange ? (own.of ?? '') : own.unit);
  if (said === undefined || units.length === 0 || units.includes(said)) return [];
  return [{ kind: 'unit-changed', label: `${own.unit} → ${said}` }];
}

/** What a share is said to be of: the words behind "of", up to the verb. */
const WHOLE =
  /^\s*(?:of|among|amongst|out of|in)\s+((?:(?!\b(?:were|was|are|is|had|have|has|said|say|met|experienced|reported|suffer\w*|told|in \d{4}|will|would|did|do)\b)[^.,;:()]){3,90})/iu;

/** Terms that make a whole smaller: who is meant is not everybody. */
const RESTRICTIONS: readonly (readonly [string, RegExp])[] = [
  ['internet users', /\b(?:internet|online|connected|web)\b/i],
  [
    'children',
    /\b(?:child\w*|minors?|under[- ]?(?:18|eighteen)|juveniles?|adolescents?|girls?|boys?|young|kids|teen\w*)\b/i,
  ],
  ['girls', /\b(?:girls?|females?|women)\b/i],
  ['boys', /\b(?:boys?|males?|men)\b/i],
];
const ANYBODY =
  /\b(?:child\w*|people|persons?|victims?|girls|boys|women|men|users|population|minors|kids|young|teen\w*|adolescents|migrants|refugees|workers)\b/i;

const CONTENT_WHOLE = /\b(?:web\s?pages?|reports?|images?|material|sites?|urls?|computers?|content|videos?)\b/i;
/** Said of those who were asked, or seen in a sample, and not of all. */
const SAMPLE = /\b(?:study[’']s sample|unidentified)\b/i;
const SAYS_SAMPLE = /\b(?:sampl\w*|unidentified|interview\w*|survey\w*|asked|respondents?)\b/i;

/** A share said of another whole. */
function otherWhole(
  { sentence, figure, quantity }: Mention,
  { figure: { kind, of }, population }: CheckedClaim,
): TextDistortion[] {
  if (quantity.kind !== 'per-cent' || kind !== 'percentage' || of === null) return [];
  if (SAMPLE.test(of) && !SAYS_SAMPLE.test(sentence)) return [{ kind: 'scope-widened', label: `${of} → all` }];
  const said = WHOLE.exec(sentence.slice(figure.end))?.[1];
  if (said === undefined || !ANYBODY.test(said)) return [];
  const swapped: TextDistortion[] = [{ kind: 'denominator-swapped', label: `of ${of} → of ${said.trim()}` }];
  const things = of.replace(/\bchild sexual abuse\b/gi, '');
  if (CONTENT_WHOLE.test(things) && !ANYBODY.test(things))
    return CONTENT_WHOLE.test(sentence) ? [] : [{ kind: 'unit-changed', label: `share of ${of} → share of people` }];
  if (population.group === 'content') return [];
  const isOfAllAges = /\b(?:all ages|adults included)\b/i.test(of);
  const isOther = RESTRICTIONS.some(([name, pattern]) => {
    const isUsers = name === 'internet users';
    const own = pattern.test(of) && !(isUsers && /\bor not\b/i.test(of));
    // Internet users of an age are those of that age who use it.
    const here = pattern.test(said) || (name === 'children' && /\bage[ds]?\b|\b1\d\b/.test(said));
    if (own && !here) return true;
    return here && !own && (name === 'children' ? isOfAllAges : !isOfAllAges || isUsers);
  });
  return isOther ? swapped : [];
}

const named = (terms: readonly string[]) => terms.join(', ').replaceAll('-', ' ');

/** Works of the base that are recorded to have changed the same, those that print the same number first. */
function seenIn(
  { quantity }: Mention,
  { citations }: CheckedClaim,
  kinds: readonly DistortionKind[],
): Judged['seenIn'] {
  return citations
    .flatMap((citation) => {
      const shared = citation.distortions.map(({ kind }) => kind).filter((kind) => kinds.includes(kind));
      return shared.length === 0
        ? []
        : [{ citation, kinds: shared, prints: citation.figureAsPrinted?.includes(quantity.text) === true }];
    })
    .sort((a, b) => Number(b.prints) - Number(a.prints) || b.kinds.length - a.kinds.length)
    .slice(0, 3)
    .map(({ citation, kinds: shared }) => ({ citation, kinds: shared }));
}
