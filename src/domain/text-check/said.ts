import type { CheckedClaim } from '../checks/subject';
import { saysFlow } from '../checks/wording';
import type { ClaimFacts, ReadStatement } from '../lineage/difference';
import { type PrintedFigure, type PrintedNumber, readWords } from '../lineage/printed-figure';
import { yearOf } from '../partial-date';
import type { Quantity } from '../text/quantities/quantity';
import { SAYS_FOUND } from './detected';
import type { Mention } from './mention';

// A sentence as a statement that the engine of lineage can hold against its claim: what it says in so many words, and of
// what it is silent about, what the claim says.

/** The claim as its origin states it. */
export function statedBy(claim: CheckedClaim): ReadStatement {
  return { claim: factsOf(claim), printed: null, isOrigin: true };
}

/** What the sentence says of it. @param stated codes of the places that the claim's own words name */
export function saidIn(mention: Mention, claim: CheckedClaim, stated: readonly string[]): ReadStatement {
  const own = factsOf(claim);
  const facts: ClaimFacts = {
    ...own,
    id: 'text',
    population: { ...own.population, group: groupSaid(mention, claim) },
    place: placeSaid(mention, claim, stated),
  };
  return { claim: facts, printed: printedIn(mention, claim), isOrigin: false };
}

function factsOf({ id, figure, population, place, period }: CheckedClaim): ClaimFacts {
  return {
    id,
    figure: { ...figure, asPrinted: null },
    population,
    place: { code: place.code, name: place.name, ancestors: [place.code, ...place.within] },
    period,
  };
}

/**
 * Whom the sentence counts. The words of the claim itself are believed before those of a group: a share of children among
 * victims may be said of either, and girls are named where a claim on women and girls is told.
 */
function groupSaid({ group, things, quantity, sentence }: Mention, { population, figure }: CheckedClaim) {
  const own = population.group;
  if (group === null || group === own || things !== 'people' || quantity.kind !== 'count') return own;
  if (own === 'content' || own === 'states-and-organisations' || own === 'offenders' || own === 'survivors') return own;
  // People, victims: said of any group; the words of the claim tell which.
  if (group === 'all-ages')
    return (own === 'women-and-girls' || own === 'men-and-boys') && !NAMES[own]?.test(sentence) ? 'all-ages' : own;
  // A claim on children whose own words say girls and boys is not made narrower by saying so.
  const words = `${figure.unit} ${figure.of ?? ''} ${population.description}`;
  return own === 'children' && NAMES[group]?.test(words) === true ? own : group;
}

const NAMES: Readonly<Partial<Record<string, RegExp>>> = {
  girls: /\bgirls?\b/i,
  boys: /\bboys?\b/i,
  'women-and-girls': /\b(?:girls (?:and|or) women|women (?:and|or) girls)\b/i,
  'men-and-boys': /\b(?:boys (?:and|or) men|men (?:and|or) boys)\b/i,
};

/** Where the sentence says it is: the whole world, or the one place in which it puts it. */
function placeSaid(
  { places, placedIn, saysWorld, clause }: Mention,
  { place, statement }: CheckedClaim,
  stated: readonly string[],
): ClaimFacts['place'] {
  const own = { code: place.code, name: place.name, ancestors: [place.code, ...place.within] };
  const isHere = placedIn.some(({ code }) => code === place.code);
  if (place.code !== '001' && !isHere && saysWorld && WORLD_HERE.test(clause))
    return { code: '001', name: 'the world', ancestors: ['001'] };
  const isStated = ({ code, name }: { code: string; name: string }) =>
    code === place.code || stated.includes(code) || statement.toLowerCase().includes(name.toLowerCase());
  if (places.some(isStated)) return own;
  const [named, ...more] = placedIn;
  if (named === undefined || more.length > 0 || saysWorld) return own;
  return { code: named.code, name: named.name, ancestors: [named.code, ...named.within] };
}

const WORLD_HERE = /\b(?:worldwide|global(?:ly)?|world)\b/i;

const OF_ALL = /\b(?:all|worldwide|globally|in the world|the world[’']s|every)\b/i;

function printedIn(mention: Mention, claim: CheckedClaim): PrintedFigure {
  const { quantity, clause, sentence, figure } = mention;
  const words = readWords(clause);
  return {
    numbers: numbersOf(quantity),
    isRange: quantity.isRange,
    bound: quantity.bound,
    isChange: words.isChange,
    isCount:
      quantity.kind === 'count'
        ? words.isCount
        : /\b(?:in|of) the (?:total )?numbers? of\b/i.test(sentence.slice(figure.end)),
    isFlow: saysFlow(clause) !== null || NEWLY.test(clause),
    years: yearsOfOther(mention, claim),
    things: mention.things === 'states' || quantity.kind !== 'count' ? null : mention.things,
    isSexual:
      (/\bsex/i.test(clause) || /\bprostitut/i.test(clause)) &&
      !OF_EVERY_KIND.test(sentence) &&
      !OTHER_USES.test(sentence.replace(/\bInternational Labou?r\b/gi, ' ')),
    isOfAll: OF_ALL.test(clause),
    isOfDetected: words.isOfDetected || SAYS_FOUND.test(sentence),
  };
}

/** What happens anew is no number of those it holds for. */
const NEWLY = /\bnewly (?:taken|forced|recruited|trafficked|exploited|enslaved|drawn|brought)\b/i;

const OF_EVERY_KIND = /\b(?:any|every|all) (?:kinds?|forms?|purposes?|types?)\b|\bnot only\b/i;
/** Named beside sexual exploitation, they say that it is one purpose of several. */
const OTHER_USES =
  /\b(?:into|for|as|to|covers?|includes?|including|counts?)\b[^.;]{0,60}\b(?:farm\w*|mines?|mining|armed|begging|domestic (?:work|service|servants?)|crimes?|labou?r|factor(?:y|ies)|field|fishing|organs?)\b/i;

function numbersOf(quantity: Quantity): PrintedNumber[] {
  const { value, low, high, isFraction, isVague, text, kind, leans } = quantity;
  const scale = kind === 'percentage-points' ? 'points' : kind === 'per-cent' ? 'per-cent' : 'plain';
  const words = isFraction || isVague ? text.toLowerCase() : null;
  if (value === null)
    return [low, high].map((end) => ({ value: end, low: end, high: end, scale, isFraction: false, words: null }));
  const width = high - low;
  const span =
    leans === 'below'
      ? { low: isFraction ? low : value - width, high: value }
      : leans === 'above'
        ? { low: value, high: isFraction ? high : value + width }
        : { low, high };
  return [{ value, ...span, scale, isFraction, words }];
}

/** The year of a work in the words of a claim is no time of its figure. */
const WORK_YEAR =
  /\(\d{4}\)|\b\d{4} (?:report|edition|assessment|index|survey|study|bulletin)\b|\b(?:report|review|bulletin|meta-analysis|edition) of \d{4}\b/giu;

/** Years that a reader takes for the time of the figure: one that fits stands for all of them. */
function yearsOfOther(
  { years, yearsAround, sentence, figure }: Mention,
  { period, statement }: CheckedClaim,
): number[] {
  const [start, end] = [yearOf(period.start) ?? yearOf(period.end), yearOf(period.end) ?? yearOf(period.start)];
  const fits = (year: number) => start !== null && end !== null && year >= start && year <= end;
  const words = statement.replace(WORK_YEAR, ' ');
  const named = new Set((words.match(/\b(?:19|20)\d{2}\b/g) ?? []).map(Number));
  const isOwn = (year: number) => fits(year) || named.has(year);
  // Of a span of years both ends must be the claim's.
  if (years.length > 1 && !years.every(isOwn)) return [...years];
  // What stands right behind a figure is its own time, whatever else the clause names.
  const next = Number(/^ in (\d{4})\b/.exec(sentence.slice(figure.end))?.[1]);
  if (years.includes(next) && !isOwn(next)) return [next];
  return [...years, ...yearsAround].some(isOwn) ? [] : [...years];
}
