// Said of more people than were counted, or of others.

import type { CheckedClaim } from '../checks/subject';
import type { TextDistortion } from './distortion';
import type { Mention } from './mention';
import { SAYS_FOUND } from './said';
import type { Credits } from './credits';

const FOUND = /\b(?:detected|identified|recorded|known|confirmed|registered)\b/i;

/** A share of those who were found is no share of all: a whole sentence has room to say so. */
export function detectedDropped(
  { sentence, quantity }: Mention,
  { figure, population }: CheckedClaim,
): TextDistortion[] {
  const whole = figure.of ?? `${population.description} ${figure.unit}`;
  const word = FOUND.exec(whole)?.[0];
  if (word === undefined || population.group === 'content' || SAYS_FOUND.test(sentence)) return [];
  if (quantity.kind === 'count' && figure.kind === 'count' && population.group === 'offenders') return [];
  return [{ kind: 'scope-widened', label: `${word.toLowerCase()} → all` }];
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
export function otherWhole(
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

/** Women and children told as children alone. */
export function withoutWomen({ sentence }: Mention, { statement }: CheckedClaim): TextDistortion[] {
  const isOfBoth = /\bwomen and children\b/i.test(statement);
  if (!isOfBoth || /\bwom[ae]n\b|\bfemales?\b/i.test(sentence) || !/\bchild(?:ren)?\b/i.test(sentence)) return [];
  return [{ kind: 'scope-narrowed', label: 'women and children → children' }];
}

/** Some countries of a region, told of all of it. */
export function regionForCountries(
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
