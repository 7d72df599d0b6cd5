// Said of more people than were counted, or of others.

import type { CheckedClaim } from '../checks/subject';
import type { TextDistortion } from './distortion';
import type { Mention } from './mention';
import { FOUND, SAYS_FOUND } from './detected';
import { kindsIn } from './content-kinds';
import { saysWorld } from './places';
import { MANIFESTATIONS, termSet, termsOf } from './terms';
import type { Credits } from './credits';

/** What a share is said to be of: the words behind "of", up to the verb. */
const WORDS = String.raw`((?:(?!\b(?:were|was|are|is|had|have|has|said|say|met|experienced|reported|suffer\w*|told|in \d{4}|will|would|did|do|and (?:\p{L}+ ){1,2}\d|concern\w*|being|became|get|got)\b)[^.,;:()]){3,90})`;
const BEHIND_OF = new RegExp(String.raw`^\s*(?:of|among|amongst|out of|in(?! (?:\d{4}|all|total)\b))\s+${WORDS}`, 'iu');
/** "One in five people": right behind the share itself. */
const BEHIND_ONE_IN = new RegExp(String.raw`^\s+${WORDS}`, 'iu');

/** "Of the children in Namibia who go online, 16.2 per cent". */
const AHEAD =
  /(?:^|[;:,.]\s|\bthat\s)(?:of|among)\s+((?:the|all|those|its|every)\s[^.,;:]{3,90}),\s*(?:(?:some|about|around|over|nearly|almost|only|just|more than)\s+)*$/i;

/** At the head of a sentence it holds for all of its shares: "Of all the victims, 95 per cent were girls and 3 per cent boys". */
const OF_ALL_OF_THEM = /^(?:of|among)\s+((?:the|all|those|its|every)\s[^.,;:]{3,90}),[^;:]{0,160}$/i;

function saidWhole({ sentence, figure, quantity }: Mention): string | null {
  const behind = sentence.slice(figure.end);
  const isOneIn = quantity.isFraction && /\b(?:in|out of)\b/i.test(quantity.text);
  const ahead = AHEAD.exec(sentence.slice(Math.max(0, figure.start - 130), figure.start));
  const next = BEHIND_OF.exec(behind) ?? (isOneIn ? BEHIND_ONE_IN.exec(behind) : null);
  const atHead = OF_ALL_OF_THEM.exec(sentence.slice(0, figure.start));
  const first = ahead ?? (sortOf(atHead?.[1] ?? '') === 'people' ? atHead : null);
  // "Of those who were online, 16.2 per cent in Namibia": a place is no whole where one was named.
  const isPlace = next !== null && first !== null && /^\s*in\s/i.test(next[0]) && sortOf(next[1] ?? '') === null;
  const said = ((isPlace ? null : next) ?? first)?.[1]?.trim() ?? null;
  // "Of them": of whom, only the words before tell.
  return said === null || /^(?:(?:them|which|whom|it)\b|(?:these|those)$)/i.test(said) ? null : said;
}

/** Who is meant, without what is said of them: "people known to police" and not the minors that they offended against. */
const head = (whole: string) =>
  whole.split(/,|\b(?:against|for|whom?|that|which|whose|with|by|about)\b/i, 1)[0] ?? whole;

/** Terms that make a whole smaller: who is meant is not everybody. */
const USERS = /\b(?:internet|online|connected|web)\b/i;
/** Said of what befell them, and not of whom it is said. */
const BEFELL_ONLINE =
  /\bonline (?:sexual |child )*(?:exploitation|abuse|harms?|violence|solicitation|extortion|grooming)\b/gi;
const RESTRICTIONS: readonly (readonly [string, RegExp])[] = [
  ['internet users', USERS],
  [
    'children',
    /\b(?:child\w*|minors?|under[- ]?(?:18|eighteen)|juveniles?|adolescents?|girls?|boys?|young|kids|teen\w*)\b/i,
  ],
  ['girls', /\b(?:girls?|females?|women)\b/i],
  ['boys', /\b(?:boys?|males?|men)\b/i],
];
const ANYBODY =
  /\b(?:child\w*|people|persons?|victims?|girls|boys|women|men|users|population|minors|kids|young|teen\w*|adolescents|migrants|refugees|workers|traffickers|offenders|perpetrators|abusers|accomplices|suspects|juveniles|females?|males?|respondents|those|everybody|everyone)\b/i;

const CONTENT_WHOLE = /\b(?:(?:web\s?)?pages?|reports?|images?|material|sites?|urls?|computers?|content|videos?)\b/i;
/** Said of those who were asked, or seen in a sample, and not of all. */
const SAMPLE = /\b(?:study[’']s sample|unidentified)\b/i;
const SAYS_SAMPLE =
  /\b(?:sampl\w*|unidentified|nobody (?:had |has )?identified|not (?:been )?identified|interview\w*|survey\w*|asked|respondents?)\b/i;

/** A share said of another whole. */
export function otherWhole(mention: Mention, claim: CheckedClaim): TextDistortion[] {
  const { figure, population } = claim;
  const { sentence, quantity } = mention;
  const of = figure.of ?? (figure.kind === 'count' && quantity.isFraction ? population.description : null);
  if (quantity.kind !== 'per-cent' || of === null || (figure.kind !== 'percentage' && figure.kind !== 'count'))
    return [];
  if (SAMPLE.test(of) && !SAYS_SAMPLE.test(sentence)) return [{ kind: 'scope-widened', label: `${of} → all` }];
  const said = saidWhole(mention);
  // "Of victims in material of 2019": the claim's own words leave out who saw it, too.
  if (population.group === 'content' && !isAsNarrow(said, claim)) {
    const widened = handledAsAll(mention, of, said);
    if (widened.length > 0) return widened;
  }
  if (said === null) return usersAsAll(mention, of);
  const [own, here] = [sortOf(of), sortOf(said)];
  const swapped: TextDistortion[] = [{ kind: 'denominator-swapped', label: `of ${of} → of ${said}` }];
  if (isInItsWords(said, claim) || /^(?:the |all )?cases$/i.test(said)) return [];
  if (isOfChildrenAlone(said, claim)) return [{ kind: 'scope-narrowed', label: `of ${of} → of ${said}` }];
  if (isOfNothingThere(said, claim)) return swapped;
  if (own !== null && here !== null && own !== here) {
    if (own !== 'content' && here !== 'content') return swapped;
    // The children seen on pages are told of instead of the pages, and that is as the claim's own words have it.
    const isOfContent = here === 'people' && CONTENT_WHOLE.test(sentence);
    return isOfContent ? [] : [{ kind: 'unit-changed', label: `share of ${of} → share of ${said}` }];
  }
  const isOfAll = /^(?:all|every)\b/i.test(said) || (saysWorld(said) && !saysWorld(claim.statement));
  if (isOfAll && !HANDLED.test(said) && !SAYS_FOUND.test(mention.clause) && (PART.test(of) || FOUND.test(of)))
    return [{ kind: 'scope-widened', label: `${of} → ${said}` }];
  if (own === 'content' && here === 'content') return otherKind(of, said);
  if (own === 'countries' || (own === 'people' && here === null) || population.group === 'content') return [];
  return isOfOtherPeople(said, of) || isOfOtherTheme(said, of) ? swapped : [];
}

/** Terms that stand for anybody, whatever a claim calls them. */
const ANY_WHOLE: ReadonlySet<string> = new Set(
  'child girl boy woman man victim detect age survey young user online country worldwide image webpage report offender cas item content incident other half everybody everyone latter form'.split(
    ' ',
  ),
);

/** The terms of all that a claim says of itself. */
const termsOfClaim = ({ statement, figure, population, definition, place }: CheckedClaim) =>
  termSet(`${statement} ${figure.unit} ${figure.of ?? ''} ${population.description} ${definition ?? ''} ${place.name}`);

/** Said of a year's material, as the claim itself has it: nobody takes that for all there is. */
const isAsNarrow = (said: string | null, { statement }: CheckedClaim) =>
  said !== null && /\b(?:19|20)\d{2}\b/.test(said) && statement.toLowerCase().includes(said.toLowerCase());

/** Images for sites. */
function otherKind(of: string, said: string): TextDistortion[] {
  const [own, here] = [kindsIn(of), kindsIn(said)];
  if (own.length === 0 || here.length === 0 || here.some((kind) => own.includes(kind))) return [];
  return [{ kind: 'unit-changed', label: `share of ${of} → share of ${said}` }];
}

/** In front of what a share is of. */
const OF_WHICH = /\b(?:of|among|amongst|in|at|for)\s+(?!which|whom)(?:[\p{L}\d’'.,-]+\s+){0,3}$/iu;

/** "Organisations surveyed", "young adults": so the claim's own words have it. A single noun for anybody tells nothing. */
function isInItsWords(said: string, { statement }: CheckedClaim): boolean {
  const [one, two] = head(said)
    .trim()
    .toLowerCase()
    .replace(/^(?:the|all|its|their) /, '')
    .split(' ');
  if (one?.startsWith('respondent') && /\brespondents?\b/i.test(statement)) return true;
  if (two === undefined || /^(?:in|of|who|that|from|aged|and|or)$/.test(two)) return false;
  const words = statement.toLowerCase();
  // Not where the claim has them as its part: "migrants at one per cent of the world's children".
  return OF_WHICH.test(words.slice(0, Math.max(0, words.indexOf(`${one} ${two}`))));
}

/** Nothing of what the share is said to be of stands anywhere in the claim: deaths, parents, those convicted. */
function isOfNothingThere(said: string, claim: CheckedClaim): boolean {
  const noun =
    head(said).split(
      /\b(?:in|of|on|at|from|to|and|or|as|around|about|whose|within|during|across|between|held|made|since|under)\b/i,
      1,
    )[0] ?? '';
  const terms = [...termSet(noun)];
  const own = termsOfClaim(claim);
  const isThere = (term: string) => own.has(term) || ANY_WHOLE.has(term);
  const last = termsOf(noun).at(-1)?.term;
  return (
    last !== undefined &&
    !/\d/.test(noun) &&
    (!terms.some(isThere) || (terms.length === 2 && /s$/.test(noun.trim()) && !isThere(last)))
  );
}

/** Said of children, where the claim's own whole knows of none. */
function isOfChildrenAlone(said: string, { figure, population, statement }: CheckedClaim): boolean {
  if (!termSet(said).has('child') || /\bchild|\binfant|pubescent/i.test(statement)) return false;
  const own = termSet(`${figure.of ?? statement} ${population.description} ${figure.unit}`);
  return !['child', 'girl', 'boy'].some((term) => own.has(term));
}

/** Those of whom somebody knew, and not all. */
const PART =
  /^(?:the )?\d|\b(?:assess\w*|answer\w*|respond\w*|reporting|survey\w*|interview\w*|sample\w*|stud(?:y|ied))\b/i;

const SORTS = {
  people: ANYBODY,
  content: CONTENT_WHOLE,
  countries: /\b(?:countries|states|nations|governments)\b/i,
  events: /\b(?:cases|incidents|events|arrests|trials|disasters|rapes|offences)\b/i,
};

/** What a whole is made of: by the noun that comes first. */
function sortOf(whole: string): keyof typeof SORTS | null {
  const text = head(whole).replace(/\bchild sexual (?:abuse|exploitation)\b/gi, '');
  const found = (['people', 'content', 'countries', 'events'] as const)
    .map((sort) => ({ sort, at: text.search(SORTS[sort]) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  return found[0]?.sort ?? null;
}

function isOfOtherPeople(said: string, of: string): boolean {
  const isOfAllAges = /\b(?:all ages|adults included)\b/i.test(of);
  return RESTRICTIONS.some(([name, pattern]) => {
    const isUsers = name === 'internet users';
    const own = pattern.test(isUsers ? of : head(of)) && !(isUsers && /\bor not\b/i.test(of));
    // Internet users of an age are those of that age who use it.
    const here =
      (isUsers ? USERS.test(said.replace(BEFELL_ONLINE, ' ')) : pattern.test(head(said))) ||
      (name === 'children' && /\bage[ds]?\b|\b1\d\b/.test(said));
    if (own && !here) return true;
    return here && !own && (name === 'children' ? isOfAllAges : !isOfAllAges || isUsers);
  });
}

/** Those trafficked are others than those exploited. */
function isOfOtherTheme(said: string, of: string): boolean {
  const [here, own] = [said, of].map((text) => [...termSet(text)].filter((term) => MANIFESTATIONS.has(term)));
  return (here?.length ?? 0) > 0 && (own?.length ?? 0) > 0 && here?.some((term) => own?.includes(term)) === false;
}

/** "In Malaysia 9.6 per cent": of whom, the sentence says for another figure, and it is of internet users there. */
function usersAsAll({ sentence, quantity }: Mention, of: string): TextDistortion[] {
  const own = USERS.test(of) && !/\bor not\b/i.test(of);
  const isOfAll = /\bonline or not\b/i.test(of);
  const said =
    /\b(?:internet|online|connected|web)[- ]?(?:using )?(?:users?|children|kids|teen\w*|young|adolescents)\b|\bus(?:e|es|ing) the (?:internet|web|net)\b|\b(?:who|that) (?:were|are|go|went|had gone) online\b/i.exec(
      sentence,
    );
  if (quantity.kind !== 'per-cent' || own || !isOfAll || said === null || OF_ALL_CHILDREN.test(sentence)) return [];
  return [{ kind: 'denominator-swapped', label: `of ${of} → of ${said[0].toLowerCase()}` }];
}

const OF_ALL_CHILDREN =
  /\bwhether (?:or not )?(?:they (?:are|were|go|went) online|(?:they )?us(?:e|ed|ing) (?:it|the (?:internet|web|net)))\b|\b(?:internet|online) or not\b|\b(?:all|every|each) (?:\p{L}+ )?(?:child\w*|minors?|kids|young)\b/iu;
const OF_EVERYTHING =
  /\b(?:all|every|any|entire|whole)\b[^.;]{0,80}\b(?:world\w*|global\w*|internet|anywhere|everywhere|earth|planet)\b/i;
/** What somebody looked at: a word of theirs says that it was not everything. */
const HANDLED =
  /\b(?:assess\w*|confirm\w*|report(?:s|ed)|handl\w*|identif\w*|sent|seen|saw|judged?|exchang\w*|process\w*|receiv\w*|acted|dealt|analy[sz]\w*|examin\w*|observ\w*|looked|watched|counted|there|its|their|sampl\w*|hot ?lines?|pages|urls|records?|detect\w*|flagged|removed|known|evaluat\w*|classif\w*|reviewed|statistics)\b/i;

/** A share of what somebody assessed or was told of, said of all that there is. */
function handledAsAll(
  { sentence, figure, clause, isAlone }: Mention,
  of: string,
  said: string | null,
): TextDistortion[] {
  if (!HANDLED.test(of)) return [];
  const widened: TextDistortion[] = [{ kind: 'scope-widened', label: `${of} → all` }];
  // "Of the computers": of those that the sentence has spoken of.
  if (said === null || (!isAlone && /^the \p{L}+$/iu.test(said))) return [];
  if (OF_EVERYTHING.test(sentence.slice(figure.end).split(/[,.;]/, 1)[0] ?? '')) return widened;
  return CONTENT_WHOLE.test(said) && !HANDLED.test(`${said} ${isAlone ? sentence : clause}`) ? widened : [];
}

const SAYS_WOMEN = /\b(?:wom[ae]n|females?|ladies)\b/i;
const SAYS_MEN = /\b(?:m[ae]n|males?)\b/i;

/** Women and children told as children alone, women and girls as girls alone. */
export function withoutAdults(
  { sentence, quantity }: Mention,
  { statement, population, figure }: CheckedClaim,
): TextDistortion[] {
  const narrowed = (label: string): TextDistortion[] => [{ kind: 'scope-narrowed', label }];
  // A number of all people, in a claim on a share of them, is of all.
  const isOfAll = figure.kind !== 'count' && quantity.kind === 'count';
  if (/\bwomen and children\b/i.test(statement) && !isOfAll)
    return !SAYS_WOMEN.test(sentence) && /\bchild(?:ren)?\b/i.test(sentence)
      ? narrowed('women and children → children')
      : [];
  const whole = `${population.description} ${figure.unit} ${figure.of ?? ''}`;
  if (population.group === 'women-and-girls' && SAYS_WOMEN.test(whole) && !SAYS_WOMEN.test(sentence))
    return /\bgirls?\b/i.test(sentence) ? narrowed('women and girls → girls') : [];
  if (population.group === 'men-and-boys' && SAYS_MEN.test(whole) && !SAYS_MEN.test(sentence))
    return /\bboys?\b/i.test(sentence) ? narrowed('men and boys → boys') : [];
  return [];
}

/** Some countries of a region, or a part of it, told of all of it. */
export function regionForCountries(
  { places, saysWorld }: Mention,
  { place, population }: CheckedClaim,
  { countries }: Credits,
): TextDistortion[] {
  const isPart = countries.some((code) => /^\d+$/.test(code) && code !== place.code);
  if ((countries.length < 2 && !isPart) || population.group === 'states-and-organisations') return [];
  const named = countries.filter((code) => places.some((one) => one.code === code));
  if (named.length > 0)
    return named.length === 1 && countries.length > 2 && places.length === 1
      ? [{ kind: 'scope-narrowed', label: `${countries.length} countries → ${places[0]?.name}` }]
      : [];
  const whole = isPart ? 'a part of it' : `${countries.length} countries`;
  const isRegion = saysWorld || places.some(({ code }) => code === place.code || place.within.includes(code));
  return isRegion ? [{ kind: 'scope-widened', label: `${whole} → ${saysWorld ? 'the world' : place.name}` }] : [];
}

const NATIONWIDE =
  /\b(?:nation-?wide|country-?wide|(?:across|throughout|in) the (?:whole|entire|rest) (?:of the )?(?:country|nation|land)|the (?:whole|entirety) of (?:the )?(?:country|nation|\p{Lu})|(?:across|throughout) the (?:country|nation)|(?:the )?entire (?:country|nation))/u;
const LOCAL = /\b(?:cit(?:y|ies)|provinces?|districts?|towns?|villages?|red-light areas?|capital)\b/;

/** Some cities told as their whole country. */
export function countryForCities({ clause, sentence }: Mention, { statement }: CheckedClaim): TextDistortion[] {
  if (!NATIONWIDE.test(clause) || !LOCAL.test(statement) || LOCAL.test(sentence)) return [];
  return [{ kind: 'scope-widened', label: `${LOCAL.exec(statement)?.[0]} → the country` }];
}
