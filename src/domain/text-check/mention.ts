import { sentencesOf } from '../text/sentences';
import type { Quantity } from '../text/quantities/quantity';
import { type Counted, countedIn } from './counted-thing';
import { creditedIn } from './credited';
import type { NameFinder } from './names';
import { type Place, type PlaceFinder, saysWorld } from './places';
import { type Term, termsOf } from './terms';
import { type Years, yearsIn } from './years-said';

/** Part of a text, in UTF-16 units. */
type Span = { start: number; end: number };

/** A quantity with what the words around it say of it. */
export type Mention = Counted &
  Years & {
    quantity: Quantity;
    /** The number of its sentence. */
    number: number;
    /** Where its sentence stands in the text. */
    at: Span;
    sentence: string;
    /** Where in the sentence the quantity stands. */
    figure: Span;
    /** The part of the sentence that is about this quantity, between the others. */
    clause: string;
    /** Where that part stands in the sentence. */
    clauseAt: Span;
    /** No other figure stands in its sentence. */
    isAlone: boolean;
    /** Terms, with how near they stand: 1 in its clause, less in its sentence, least in the sentences before. */
    terms: ReadonlyMap<string, number>;
    places: readonly Place[];
    /** Of them, those in which it is said to be so: in Kenya, Kenyan children. */
    placedIn: readonly Place[];
    saysWorld: boolean;
    /** Named in the sentence, and in the one before it. */
    bodies: readonly string[];
    /** Of them, those that can say something of the figure. */
    speakers: readonly string[];
    /** Of them, those to whom the figure is credited. */
    credited: readonly string[];
  };

export type Finders = { names: NameFinder; places: PlaceFinder };

type Sentence = {
  span: Span;
  text: string;
  terms: readonly Term[];
  bodies: ReturnType<NameFinder>;
  places: ReturnType<PlaceFinder>;
};

/** Each quantity of a text with its context. The time grows with the length of the text. */
export function mentionsOf(text: string, quantities: readonly Quantity[], finders: Finders): Mention[] {
  const spans = sentencesOf(text);
  const read = new Map<number, Sentence>();
  const sentence = (index: number): Sentence | null => {
    const span = spans[index];
    if (span === undefined) return null;
    let known = read.get(index);
    if (known === undefined) {
      const words = text.slice(span.start, span.end);
      known = { span, text: words, terms: termsOf(words), bodies: finders.names(words), places: finders.places(words) };
      read.set(index, known);
    }
    return known;
  };
  return [...bySentence(spans, quantities)].flatMap(([index, all]) => {
    const own = sentence(index);
    if (own === null) return [];
    const before = [sentence(index - 1), sentence(index - 2)];
    return all.map((quantity) => ({ number: index, ...mention(quantity, own, before, all) }));
  });
}

/** The quantities of each sentence that has any, by its number. */
function bySentence(spans: readonly Span[], quantities: readonly Quantity[]): Map<number, Quantity[]> {
  const found = new Map<number, Quantity[]>();
  let index = 0;
  for (const quantity of quantities) {
    if (quantity.noFigure !== null) continue;
    while ((spans[index + 1]?.start ?? Number.POSITIVE_INFINITY) <= quantity.span.start) index += 1;
    const known = found.get(index);
    if (known === undefined) found.set(index, [quantity]);
    else known.push(quantity);
  }
  return found;
}

// A clause ends where another thing begins to be said: at a semicolon, a dash, a conjunction, or behind the next figure.
const BREAK =
  /[;:()—]|\s–\s|,\s|\b(?:while|whereas|but|compared (?:with|to)|against|and of these|of (?:them|whom|which|these)|up from|down from)\b/giu;

/** "Malaysia (9.6 per cent)": what stands before the bracket is all that it is about. */
const LISTED = /(?<![^\s(])[\p{L}][\p{L} ’'-]{0,60}\(\s*$/u;

/** "And at 14.8 per cent": here the next figure begins. */
const AND_NEXT =
  /\band\s+(?:(?:at|in|among|of|for|by|about|some|around|over|another|nearly|almost|more|than|a|to)\s+)*$/iu;

/** Where no other break stands, the last "and" is one. */
function breaksIn(text: string): { index: number }[] {
  const breaks: { index: number }[] = [...text.matchAll(BREAK)];
  const next = AND_NEXT.exec(text);
  if (next !== null) return [...breaks, next];
  return breaks.length > 0 ? breaks : [...text.matchAll(/\band\b/giu)].slice(-1);
}

function clauseOf(sentence: string, figure: Span, others: readonly Span[]): Span {
  let [start, end] = [0, sentence.length];
  for (const other of others) {
    if (other.end <= figure.start) start = Math.max(start, other.end);
    if (other.start >= figure.end) end = Math.min(end, other.start);
  }
  const listed = LISTED.exec(sentence.slice(start, figure.start));
  const closed = listed === null ? null : /^\s*\)/.exec(sentence.slice(figure.end));
  if (listed !== null && closed !== null) return { start: start + listed.index, end: figure.end + closed[0].length };
  // Between two figures the words up to the break belong to the first.
  const before = breaksIn(sentence.slice(start, figure.start));
  const after = breaksIn(sentence.slice(figure.end, end));
  const nearest = start > 0 ? before.at(-1) : undefined;
  const from = nearest === undefined ? start : start + nearest.index;
  // What stands beyond a semicolon belongs to neither.
  const close = after.find(({ index }) => sentence[figure.end + index] === ';');
  const next = close ?? (end < sentence.length ? after.at(-1) : undefined);
  return { start: from, end: next === undefined ? end : figure.end + next.index };
}

const NEAR = { clause: 1, sentence: 0.55, before: 0.35, earlier: 0.2 };

function mention(
  quantity: Quantity,
  own: Sentence,
  before: readonly (Sentence | null)[],
  all: readonly Quantity[],
): Omit<Mention, 'number'> {
  const shift = own.span.start;
  const figure = { start: quantity.span.start - shift, end: quantity.span.end - shift };
  const others = all
    .filter((other) => other !== quantity && !isInPassing(other, own.text.slice(other.span.end - shift)))
    .map(({ span }) => ({ start: span.start - shift, end: span.end - shift }));
  const clause = clauseOf(own.text, figure, others);
  const words = own.text.slice(clause.start, clause.end);
  const terms = termsAround(own, clause, before);
  const bodies = [...own.bodies, ...(before[0]?.bodies ?? [])].map(({ name }) => name);
  const places = placesFor(own, clause, before[0] ?? null);
  const placedIn = own.places
    .filter(
      ({ at, end }) =>
        at >= clause.start &&
        at < clause.end &&
        // Where a body has its seat, or meets, is not where it counts.
        !VENUE.test(own.text.slice(Math.max(0, at - 60), at)) &&
        !own.bodies.some((body) => at >= body.end && at - body.end < 25) &&
        (IN.test(own.text.slice(Math.max(0, at - 40), at)) ||
          PEOPLE_OF.test(own.text.slice(end, end + 40)) ||
          ALONE.test(own.text.slice(end, end + 8))),
    )
    .map(({ place }) => place);
  const credited = creditedIn(own, clause, before[0] ?? null);
  return {
    quantity,
    at: own.span,
    sentence: own.text,
    figure,
    clause: words,
    clauseAt: clause,
    isAlone: others.length === 0,
    terms,
    ...countedIn(own.text, figure, clause),
    places,
    placedIn: placedIn.filter(({ code }) => places.some((place) => place.code === code)),
    saysWorld: saysWorld(own.text),
    bodies: [...new Set(bodies)],
    speakers: speakersIn(own, clause, credited),
    credited,
    ...yearsIn(own.text, clause, figure, others.length === 0),
  };
}

/** "In seven countries" says where another figure was counted: it is no other thing that the sentence tells. */
const isInPassing = ({ kind, value }: Quantity, behind: string) =>
  kind === 'count' && value !== null && value <= FEW && COUNTED_IN.test(behind);
/** As many as there are countries, and a few more. */
const FEW = 250;
const COUNTED_IN =
  /^\s+(?:\p{L}[\p{L}-]*\s+){0,5}(?:countries|states|nations|governments|territories|regions|networks|languages|sectors)\b/iu;

/** Whoever can say something; where the figure is credited within its clause, or up to a semicolon, only those in it. */
function speakersIn({ bodies, text }: Sentence, clause: Span, credited: readonly string[]): string[] {
  const speakers = bodies.filter(({ isSpeaker }) => isSpeaker);
  const within = (from: number, to: number) => speakers.filter(({ at }) => at >= from && at < to);
  const end = text.indexOf(';', clause.end);
  const near = within(clause.start, clause.end);
  const part = within(text.lastIndexOf(';', clause.start), end < 0 ? text.length : end);
  const nearest = [near, part].find((some) => some.some(({ name }) => credited.includes(name)));
  return (nearest ?? speakers).map(({ name }) => name);
}

/** The terms of a sentence and of those before it, with how near they stand. */
function termsAround(own: Sentence, clause: Span, before: readonly (Sentence | null)[]): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (term: string, near: number) => terms.set(term, Math.max(near, terms.get(term) ?? 0));
  const isName = (at: number) => own.bodies.some((body) => at >= body.at && at < body.end);
  for (const { term, at } of own.terms)
    if (!isName(at)) add(term, at >= clause.start && at < clause.end ? NEAR.clause : NEAR.sentence);
  for (const { term } of before[0]?.terms ?? []) add(term, NEAR.before);
  for (const { term } of before[1]?.terms ?? []) add(term, NEAR.earlier);
  return terms;
}

const IN =
  /\b(?:in|across|throughout|within|of|from|inside|for)\s+(?:the\s+)?(?:whole of\s+|all of\s+|parts of\s+)?(?:\p{L}+\s+and\s+)?$/iu;
const ALONE = /^\s+alone\b/iu;
const VENUE =
  /\b(?:assembly|assemblies|conferences?|meetings?|summits?|workshops?|hearings?|launch(?:ed)?|office|headquarters|ceremony|speaking|told (?:reporters|journalists)|announced|presented)\s+(?:\p{L}+\s+){0,2}in\s+(?:the\s+)?$/iu;
const PEOPLE_OF =
  /^\s+(?:\p{L}+\s+)?(?:children|kids|girls|boys|minors|people|women|men|adults|teen\w*|youth|adolescents|victims|cities|schools|households)\b/iu;

/** In its own clause, else in its sentence, else in the one before. */
function placesFor(own: Sentence, clause: Span, before: Sentence | null): Place[] {
  const inClause = own.places.filter(({ at }) => at >= clause.start && at < clause.end);
  // "Worldwide it was 27 per cent", after a figure for the Americas.
  if (inClause.length === 0 && saysWorld(own.text.slice(clause.start, clause.end))) return [];
  const found = inClause.length > 0 ? inClause : own.places.length > 0 ? own.places : (before?.places ?? []);
  return [...new Map(found.map(({ place }) => [place.code, place])).values()];
}
