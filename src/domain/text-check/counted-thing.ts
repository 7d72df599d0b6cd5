import type { PopulationGroup } from '../claim';

// Who or what a number is said to count: the nouns around it.

/** Part of a text, in UTF-16 units. */
type Span = { start: number; end: number };

export type Counted = {
  /** Who is counted, by the nearest noun. */
  group: PopulationGroup | null;
  things: 'people' | 'content' | 'states' | null;
};

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

/** "How many children they found; it was 68,092", and "the number of people on five networks at 840,000". */
const HOW_MANY =
  /\b(?:how many|numbers? of)\s+((?:(?!\b(?:how many|numbers? of)\b)[^.:]){1,140})\b(?:at|was|is|were|to|and)\s+(?:(?:about|some|around|over|almost|nearly|only|more|than)\s+)*$/iu;
/** What the ILO reports are no reports. */
const REPORTS_VERB = /(\b(?:as|which|that)\s+(?:the\s+)?\p{L}+\s+)reports?\b/giu;

/** Who or what is counted: by the noun behind the quantity, else by what is said to number so many before it. */
export function countedIn(sentence: string, figure: Span, clause: Span): Counted {
  const behind = ` ${sentence.slice(figure.end, Math.min(Math.max(clause.end, figure.end + 25), figure.end + 60))}`
    .split(/[,;:()–—]/, 1)[0]
    ?.replace(STOPS, '');
  const before = sentence
    .slice(Math.max(0, clause.start, figure.start - 120), figure.start)
    .replace(REPORTS_VERB, '$1');
  const asked = HOW_MANY.exec(sentence.slice(Math.max(0, figure.start - 160), figure.start))?.[1];
  const numberOf = /\bnumbers? of\b((?:(?!\bnumbers? of\b)[^.;:]){0,100})$/i.exec(before)?.[1];
  // "The pages that it confirmed, 105,047 in all, …": they were named before.
  const isApposed = /^\s+(?:in all|in total|altogether|all told|about|concerning)\b/i.test(sentence.slice(figure.end));
  const named =
    (isApposed ? null : nounIn(behind ?? '', 'first')) ?? (numberOf === undefined ? null : nounIn(numberOf, 'first'));
  const answer = named === null && asked !== undefined ? nounIn(asked, 'first') : null;
  return named ?? answer ?? nounIn(before, 'last') ?? { group: null, things: null };
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
