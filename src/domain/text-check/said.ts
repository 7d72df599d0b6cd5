import type { CheckedClaim } from '../checks/subject';
import { saysFlow } from '../checks/wording';
import type { ClaimFacts, ReadStatement } from '../lineage/difference';
import { type PrintedFigure, type PrintedNumber, readPrinted } from '../lineage/printed-figure';
import type { Quantity } from '../text/quantities/quantity';
import type { Mention } from './mention';

// A sentence as a statement that the engine of lineage can hold against its claim: what it says in so many words, and of
// what it is silent about, what the claim says.

/** The claim as its origin states it. */
export function statedBy(claim: CheckedClaim): ReadStatement {
  return { claim: factsOf(claim), printed: null, isOrigin: true };
}

/** What the sentence says of it. */
export function saidIn(mention: Mention, claim: CheckedClaim): ReadStatement {
  const own = factsOf(claim);
  const facts: ClaimFacts = {
    ...own,
    id: 'text',
    population: { ...own.population, group: groupSaid(mention, claim) },
    place: placeSaid(mention, claim),
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
function groupSaid({ group, things, quantity }: Mention, { population, figure, statement }: CheckedClaim) {
  const own = population.group;
  if (group === null || group === own || things !== 'people') return own;
  if (own === 'content' || own === 'states-and-organisations' || own === 'offenders' || own === 'survivors') return own;
  // Of a share, the noun behind the number is as often the whole as the part.
  if (quantity.kind !== 'count') return own;
  const words = `${figure.unit} ${figure.of ?? ''} ${population.description} ${statement}`;
  if (group === 'all-ages') return own === 'children' || own === 'girls' || own === 'boys' ? own : 'all-ages';
  return NAMES[group]?.test(words) === true && own !== 'all-ages' ? own : group;
}

const NAMES: Readonly<Partial<Record<string, RegExp>>> = {
  children: /\bchild|minors?\b/i,
  girls: /\bgirls?\b/i,
  boys: /\bboys?\b/i,
  'women-and-girls': /\bwomen|females?\b/i,
  'men-and-boys': /\bmen\b|\bmales?\b/i,
  adults: /\badults?\b/i,
};

/** Where the sentence says it is: the whole world, or the one place that it names. */
function placeSaid({ places, saysWorld, clause }: Mention, { place }: CheckedClaim): ClaimFacts['place'] {
  const own = { code: place.code, name: place.name, ancestors: [place.code, ...place.within] };
  if (
    places.some(({ code }) => code === place.code) ||
    place.within.some((code) => places.some((one) => one.code === code && code !== '001'))
  )
    return own;
  if (place.code !== '001' && places.length === 0 && saysWorld && WORLD_HERE.test(clause))
    return { code: '001', name: 'the world', ancestors: ['001'] };
  const [named, ...more] = places;
  // A claim on the world told of a country is another claim, unless the country only is where somebody speaks.
  if (named === undefined || more.length > 0 || saysWorld) return own;
  if (place.code === '001' && !IN_PLACE.test(clause)) return own;
  return { code: named.code, name: named.name, ancestors: [named.code, ...named.within] };
}

const WORLD_HERE = /\b(?:worldwide|global(?:ly)?|world)\b/i;
const IN_PLACE = /\b(?:in|across|throughout|within|of) (?:the )?\p{Lu}/u;

const OF_ALL = /\b(?:all|worldwide|globally|in the world|the world[’']s|every)\b/i;

function printedIn(mention: Mention, claim: CheckedClaim): PrintedFigure {
  const { quantity, clause, sentence, figure, years } = mention;
  // Numbers of other kinds in the clause must not be read as this one.
  const words = readPrinted(clause.replace(/\d[\d.,]*/g, ' '));
  return {
    numbers: numbersOf(quantity),
    isRange: quantity.isRange,
    bound: quantity.bound,
    isChange: words.isChange,
    isCount:
      quantity.kind === 'count'
        ? words.isCount
        : /\b(?:in|of) the (?:total )?numbers? of\b/i.test(sentence.slice(figure.end)),
    isFlow: saysFlow(clause) !== null,
    years: yearsOfOther(years, claim),
    things: mention.things === 'states' || quantity.kind !== 'count' ? null : mention.things,
    isSexual: /\bsex/i.test(clause) || /\bprostitut/i.test(clause),
    isOfAll: OF_ALL.test(clause),
    isOfDetected: words.isOfDetected || DETECTED.test(sentence),
  };
}

const DETECTED =
  /\b(?:detect\w*|reported|identified|recorded|known|registered|confirmed|discovered|found|officially|uncovered)\b/i;

function numbersOf(quantity: Quantity): PrintedNumber[] {
  const { value, low, high, isFraction, isVague, text, kind, leans } = quantity;
  const scale = kind === 'percentage-points' ? 'points' : kind === 'per-cent' ? 'per-cent' : 'plain';
  const words = isFraction || isVague ? text.toLowerCase() : null;
  if (value === null)
    return [low, high].map((end) => ({ value: end, low: end, high: end, scale, isFraction: false, words: null }));
  const span =
    leans === 'below'
      ? { low: value - (high - low), high: value }
      : leans === 'above'
        ? { low: value, high: value + (high - low) }
        : { low, high };
  return [{ value, ...span, scale, isFraction, words }];
}

/** Years that a reader takes for the time of the figure: not those in which a work of it came out. */
function yearsOfOther(years: readonly number[], { citations, statement }: CheckedClaim): number[] {
  const issued = new Set(citations.map(({ source }) => Number(source.issued?.slice(0, 4) ?? 0)));
  const named = new Set((statement.match(/\b(?:19|20)\d{2}\b/g) ?? []).map(Number));
  return years.filter((year) => !issued.has(year) && !named.has(year));
}
