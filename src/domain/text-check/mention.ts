import type { PopulationGroup } from '../claim';
import { sentencesOf } from '../text/sentences';
import type { Quantity } from '../text/quantities/quantity';
import type { NameFinder } from './names';
import { type Place, type PlaceFinder, saysWorld } from './places';
import { type Term, termsOf } from './terms';

/** Part of a text, in UTF-16 units. */
type Span = { start: number; end: number };

/** A quantity with what the words around it say of it. */
export type Mention = {
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
  /** No other figure stands in its sentence. */
  isAlone: boolean;
  /** Terms, with how near they stand: 1 in its clause, less in its sentence, least in the sentences before. */
  terms: ReadonlyMap<string, number>;
  /** Who is counted, by the nearest noun. */
  group: PopulationGroup | null;
  things: 'people' | 'content' | 'states' | null;
  places: readonly Place[];
  /** Of them, those in which it is said to be so: in Kenya, Kenyan children. */
  placedIn: readonly Place[];
  saysWorld: boolean;
  /** Named in the sentence, and in the one before it. */
  bodies: readonly string[];
  /** Of them, those in its own sentence that can say something. */
  speakers: readonly string[];
  /** Of them, those to whom the figure is credited. */
  credited: readonly string[];
  /** The time that the figure is said to be of. */
  years: readonly number[];
  /** All that its clause names. */
  yearsAround: readonly number[];
  /** When a work came out, or when somebody said it: no time of the figure. */
  workYears: readonly number[];
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
  /[;:()–—]|,\s|\b(?:while|whereas|but|compared (?:with|to)|against|and of these|of (?:them|whom|which|these)|up from|down from)\b/giu;

function clauseOf(sentence: string, figure: Span, others: readonly Span[]): Span {
  let [start, end] = [0, sentence.length];
  for (const other of others) {
    if (other.end <= figure.start) start = Math.max(start, other.end);
    if (other.start >= figure.end) end = Math.min(end, other.start);
  }
  // Between two figures the words up to the break belong to the first.
  const before = [...sentence.slice(start, figure.start).matchAll(BREAK)];
  const after = [...sentence.slice(figure.end, end).matchAll(BREAK)];
  const nearest = start > 0 ? before.at(-1) : undefined;
  const from = nearest === undefined ? start : start + nearest.index;
  const next = end < sentence.length ? after.at(-1) : undefined;
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
    .filter((other) => other !== quantity)
    .map(({ span }) => ({ start: span.start - shift, end: span.end - shift }));
  const clause = clauseOf(own.text, figure, others);
  const words = own.text.slice(clause.start, clause.end);
  const terms = new Map<string, number>();
  const add = (term: string, near: number) => terms.set(term, Math.max(near, terms.get(term) ?? 0));
  const isName = (at: number) => own.bodies.some((body) => at >= body.at && at < body.end);
  for (const { term, at } of own.terms)
    if (!isName(at)) add(term, at >= clause.start && at < clause.end ? NEAR.clause : NEAR.sentence);
  for (const { term } of before[0]?.terms ?? []) add(term, NEAR.before);
  for (const { term } of before[1]?.terms ?? []) add(term, NEAR.earlier);
  const bodies = [...own.bodies, ...(before[0]?.bodies ?? [])].map(({ name }) => name);
  const places = placesFor(own, clause, before[0] ?? null);
  const placedIn = own.places
    .filter(
      ({ at, end }) =>
        at >= clause.start &&
        at < clause.end &&
        (IN.test(own.text.slice(Math.max(0, at - 40), at)) || PEOPLE_OF.test(own.text.slice(end, end + 40))),
    )
    .map(({ place }) => place);
  return {
    quantity,
    at: own.span,
    sentence: own.text,
    figure,
    clause: words,
    isAlone: others.length === 0,
    terms,
    ...countedIn(own.text, figure, clause),
    places,
    placedIn: placedIn.filter(({ code }) => places.some((place) => place.code === code)),
    saysWorld: saysWorld(own.text),
    bodies: [...new Set(bodies)],
    speakers: own.bodies.filter(({ isSpeaker }) => isSpeaker).map(({ name }) => name),
    credited: creditedIn(own, clause, before[0] ?? null),
    ...yearsIn(own.text, clause, figure, others.length === 0),
  };
}

const IN =
  /\b(?:in|across|throughout|within|of|from|inside)\s+(?:the\s+)?(?:whole of\s+|all of\s+|parts of\s+)?(?:\p{L}+\s+and\s+)?$/iu;
const PEOPLE_OF =
  /^\s+(?:\p{L}+\s+)?(?:children|kids|girls|boys|minors|people|women|men|adults|teen\w*|youth|adolescents|victims|cities|schools|households)\b/iu;

/** In its own clause, else in its sentence, else in the one before. */
function placesFor(own: Sentence, clause: Span, before: Sentence | null): Place[] {
  const inClause = own.places.filter(({ at }) => at >= clause.start && at < clause.end);
  const found = inClause.length > 0 ? inClause : own.places.length > 0 ? own.places : (before?.places ?? []);
  return [...new Map(found.map(({ place }) => [place.code, place])).values()];
}

const CREDIT_BEFORE =
  /(?:\b(?:according to|by|from|data (?:from|of)|figures (?:from|of)|estimates? (?:from|of|by)|research (?:from|by)|cited by|quoting|citing|source:?|report(?:s|ed)? (?:by|from|of)|published by|released by|survey (?:by|of)|study (?:by|of)|says|said|for)\s+(?:the\s+|a\s+)?(?:\p{L}+[’']s\s+)?(?:\p{L}+\s+){0,2}|[(—–]\s*(?:source:?\s*)?)$/iu;
const CREDIT_AFTER =
  /^(?:[’']s?\s+(?:\p{L}+\s+){0,4}(?:estimates?|figures?|data|report|survey|study|numbers?|analysis|index|count|assessment)|\s*\)?,?\s*(?:\(\d{4}\)|\d{4})?\s*(?:and\s+[\p{L}\s]{2,30}\s)?(?:has |have |had |now |also |once |itself |later |recently |conservatively )*(?:estimat\w+|says?|said|reports?|reported|puts?|put|finds?|found|counts?|counted|gives?|gave|calculat\w+|announc\w+|believes?|suggests?|shows?|showed|record(?:s|ed)|confirm(?:s|ed)|received|identified|assessed|processed|speaks|spoke|claims?|claimed|warns?|warned|tells?|told|revealed|states?|stated|acted|estimates|registered|logged|recorded|wrote|writes|has)\b|,?\s*(?:\(?\d{4}\)?)?\s*[)\]])/iu;

/** Whom the sentence credits the figure to; where it names nobody, whom the sentence before does. */
function creditedIn(own: Sentence, clause: Span, before: Sentence | null): string[] {
  const credited = ({ text, bodies }: Sentence) =>
    bodies.filter(
      ({ at, end, isSpeaker }) =>
        isSpeaker &&
        (CREDIT_BEFORE.test(text.slice(Math.max(0, at - 60), at)) || CREDIT_AFTER.test(text.slice(end, end + 80))),
    );
  const here = credited(own);
  const nearest = here.filter(({ at }) => at >= clause.start && at < clause.end);
  if (nearest.length > 0) return [...new Set(nearest.map(({ name }) => name))];
  const found = here.length > 0 || own.bodies.length > 0 || before === null ? here : credited(before);
  return [...new Set(found.map(({ name }) => name))];
}

const YEAR =
  /(?<![\d.,/])(?:19|20)\d{2}(?![\d,]\d|\d)(?:\s?(?:[-–/]|to|and|through|until)\s?(?:19|20)\d{2}(?!\d|[,.]\d)|[-–/]\d{2}(?!\d|[,.]\d))?/g;
/** Before a year in which something was said or came out. */
const WORK_BEFORE =
  /(?:\b(?:said|says|estimat\w+|reports? (?:of|from|for)|reported|publi\w+|calculated|releas\w*|warn\w*|announc\w*|argued|wrote|stud(?:y|ies)(?: of| from)?|surveys? (?:of|from)|review|index|assessment|edition|according to|conclud\w+|quoted|bulletin|paper|update|scan|that)\s+(?:\p{L}+\s+)?(?:in|of|from)?\s*(?:the year\s+)?|\(\s*(?:\p{L}[\p{L}.&’'/ ]{0,60},?\s*)|\p{Lu}[\p{L}’'.-]+\s*,?\s*\()$/u;
const WORK_AFTER =
  /^\)?[’']?s?\s*(?:\p{L}+\s+){0,2}(?:reports?|estimates?|study|survey|review|release|index|assessment|edition|paper|dissertation|figures|data|analysis|scan|bulletin|update|publication|calculation)\b|^,?\s+(?:the\s+)?(?:[\p{Lu}][\p{L}’'.&-]*\s+){1,5}(?:estimated|reported|put|said|found|concluded|looked|published|told|calculated|warned)\b/u;

type Years = Pick<Mention, 'years' | 'yearsAround' | 'workYears'>;

/** Of the years around a quantity, the one that is said right behind it, else the nearest before; with the other end of a span. */
function yearsIn(sentence: string, clause: Span, figure: Span, isAlone: boolean): Years {
  const all = [...sentence.matchAll(YEAR)]
    .filter(({ index }) => index < figure.start || index >= figure.end)
    .map((match) => {
      const end = match.index + match[0].length;
      const isWork =
        !/[-–/]|to|and|through|until/.test(match[0]) &&
        (WORK_BEFORE.test(sentence.slice(Math.max(0, match.index - 70), match.index)) ||
          WORK_AFTER.test(sentence.slice(end, end + 80)));
      return { at: match.index, years: endsOf(match[0]), isWork };
    });
  const work = all.filter(({ isWork }) => isWork).flatMap(({ years }) => years);
  const facts = all.filter(({ isWork }) => !isWork);
  const near = facts.filter(({ at }) => at >= clause.start && at < clause.end);
  const behind = near.find(
    ({ at }) => at >= figure.end && at - figure.end < 90 && !PARTED.test(sentence.slice(figure.end, at)),
  );
  const before = near.filter(({ at }) => at < figure.start).at(-1);
  // A year at the head of a sentence holds for all of it; one further on may be that of another figure.
  const only = facts.length === 1 && (isAlone || (facts[0]?.at ?? 99) < 12) ? facts[0] : undefined;
  const found = behind ?? before ?? near[0] ?? only;
  return { years: found?.years ?? [], yearsAround: near.flatMap(({ years }) => years), workYears: [...new Set(work)] };
}

/** What stands behind this is said of something else. */
const PARTED = /[;:]|,? (?:and|but|while|whereas) (?:in|by|then)\b|\bthan\b/i;

/** Both ends of a span of years: 2003–06. */
function endsOf(printed: string): number[] {
  const [first = '', second] = printed.match(/\d+/g) ?? [];
  if (second === undefined) return [Number(first)];
  return [Number(first), Number(second.length === 2 ? `${first.slice(0, 2)}${second}` : second)];
}

type Counted = Pick<Mention, 'group' | 'things'>;

const GROUPS: readonly (readonly [PopulationGroup, RegExp])[] = [
  ['all-ages', /\b(?:(?:men, )?women (?:and|or) children|children and adults|adults and children)\b/i],
  ['women-and-girls', /\b(?:women (?:and|or) (?:young )?girls|girls (?:and|or) women|females?|women|woman)\b/i],
  ['men-and-boys', /\b(?:men (?:and|or) boys|boys (?:and|or) men|males?)\b/i],
  [
    'children',
    /\b(?:girls (?:and|or) boys|boys (?:and|or) girls|child(?:ren)?(?!\s+(?:sex\w*|abuse|porn\w*|labou?r|protection|marriages?|traffick\w*|brides?)|[’'])|kids?|minors?|youngsters?|under[- ](?:18|eighteen)s?|juveniles?|adolescents?|teen(?:ager)?s?|young people|youths?|pupils)\b/i,
  ],
  ['girls', /\bgirls?\b/i],
  ['boys', /\bboys?\b/i],
  ['adults', /\badults?\b/i],
  ['offenders', /\b(?:offenders?|perpetrators?|abusers?|suspects?|accomplices|traffickers)\b/i],
  [
    'all-ages',
    /\b(?:people|persons?|human beings|men, women and children|victims?|individuals|workers|migrants|refugees)\b/i,
  ],
];
const CONTENT =
  /\b(?:reports?|web\s?pages?|websites?|sites?|pages?|urls?|addresses|images?|photos?|photographs?|pictures?|videos?|clips|files?|contents?|materials?|items?|tips?|complaints?|incidents?|computers?|installations|domains|links)\b/i;
const STATES =
  /\b(?:countries|states(?! of america)|governments|nations|parties|ratifications|organi[sz]ations|members|companies|platforms|congresses|signatories|delegations)\b/i;

/** Behind these words something else is spoken of. */
const STOPS =
  /\s(?:when|that|which|who|whose|where|if|for|in|on|at|by|with|from|to|into|were|was|are|is|had|have|has|but|against|after|because|while|as|than|could|would|will|may)\s[\s\S]*$/i;
/** A noun behind one of these belongs to another noun before it. */
const HANGS = /\b(?:of|with|by|about|on|showing|involving|against|to|for|from|in|among)\s+(?:[\p{L}’'-]+\s+){0,3}$/iu;

/** Who or what is counted: by the noun behind the quantity, else by what is said to number so many before it. */
function countedIn(sentence: string, figure: Span, clause: Span): Counted {
  const behind = ` ${sentence.slice(figure.end, Math.min(Math.max(clause.end, figure.end + 25), figure.end + 60))}`
    .split(/[,;:()–—]/, 1)[0]
    ?.replace(STOPS, '');
  const before = sentence.slice(Math.max(0, clause.start, figure.start - 120), figure.start);
  const numberOf = /\bnumbers? of\b((?:(?!\bnumbers? of\b)[^.;:]){0,100})$/i.exec(before)?.[1];
  const named = nounIn(behind ?? '', 'first') ?? (numberOf === undefined ? null : nounIn(numberOf, 'first'));
  return named ?? nounIn(before, 'last') ?? { group: null, things: null };
}

function nounIn(text: string, which: 'first' | 'last'): Counted | null {
  const found: { start: number; end: number; counted: Counted }[] = [];
  const note = (pattern: RegExp, counted: Counted) => {
    for (const match of text.matchAll(new RegExp(pattern.source, 'giu')))
      found.push({ start: match.index, end: match.index + match[0].length, counted });
  };
  for (const [group, pattern] of GROUPS) note(pattern, { group, things: 'people' });
  note(CONTENT, { group: 'content', things: 'content' });
  note(STATES, { group: 'states-and-organisations', things: 'states' });
  // "Girls and women" are not girls: what lies within a longer name is a part of it.
  const whole = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
  const heads = which === 'first' ? whole : whole.filter(({ start }) => !HANGS.test(text.slice(0, start)));
  heads.sort((a, b) => (which === 'first' ? a.start - b.start : b.start - a.start));
  return heads[0]?.counted ?? null;
}
