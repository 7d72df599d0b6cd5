// Those whom somebody found, and all that there are.

import type { CheckedClaim } from '../checks/subject';
import type { TextDistortion } from './distortion';
import type { Mention } from './mention';

/** In a claim: its whole are those who were found. */
export const FOUND = /\b(?:detected|identified|recorded|known|confirmed|registered)\b/i;

const AUTHORITIES = `(?:police|authorities|officers|investigators|detectives|law enforcement)`;
const WAS_FOUND = `(?:identified|detected|recorded|registered|rescued|found|counted)`;

/** Whether a sentence says that those are counted who were found. */
export const SAYS_FOUND = new RegExp(
  [
    String.raw`\b(?:detect\w*|identif(?:y|ied|ies|ication)|on record|known|registered|officially|uncovered|discovered|came to (?:light|attention)|rescued|recorded|(?:found|held) to be victims?|recogni[sz]ed as)\b`,
    String.raw`\b(?:reported (?:victims?|cases)|(?:victims?|cases) (?:who were |that were |were )?(?:reported|recorded|found|seen|registered))\b`,
    String.raw`\b${AUTHORITIES} (?:had |have |has )?(?:found|saw|seen|counted|came across|come across|met)\b`,
  ].join('|'),
  'i',
);

/** Said of those as well whom nobody found. */
const UNDETECTED =
  /\b(?:undetected|known or unknown|(?:detected|found|known|counted|identified) or not|(?:nobody|no one|never) (?:\w+ )?(?:detected|found|identified|counted)|not (?:merely|only|just) (?:its |their |the )?detection)\b/i;
const ALL_TRAFFICKED =
  /\b(?:people|children|persons|girls|boys|those|victims) (?:(?:who|that) (?:were|are) |are )?trafficked\b|\btrafficked (?:people|children|persons|girls|boys)\b/i;

/** A share of those who were found is no share of all: a whole sentence has room to say so. */
export function detectedDropped(
  { sentence, clause, quantity, isAlone }: Mention,
  { figure, population }: CheckedClaim,
): TextDistortion[] {
  const whole = figure.of ?? `${population.description} ${figure.unit}`;
  const word = FOUND.exec(whole)?.[0];
  // Of the other figures it may be said that they were found.
  const isOfAll = UNDETECTED.test(clause) || (!isAlone && ALL_TRAFFICKED.test(clause) && !SAYS_FOUND.test(clause));
  if (word === undefined || population.group === 'content' || (SAYS_FOUND.test(sentence) && !isOfAll)) return [];
  if (quantity.kind === 'count' && figure.kind === 'count' && population.group === 'offenders') return [];
  return [{ kind: 'scope-widened', label: `${word.toLowerCase()} → all` }];
}

const BY_AUTHORITIES = new RegExp(
  String.raw`\b${AUTHORITIES}\b[^.;,]{0,40}\b(?:${WAS_FOUND}|kn[eo]w of|(?:are|were) aware of|ha(?:ve|d) on file)\b|\b${WAS_FOUND}\b[^.;,]{0,20}\bby (?:the )?(?:\p{L}+ )?${AUTHORITIES}\b`,
  'iu',
);
/** In a claim: somebody other than a survey or an estimate knew of them. */
const OF_CASES = /\b(?:detect|identif|record|register|rescue|police|authorit|arrest|court|case|official|known|report)/i;

/** What was estimated or asked of a sample, told as what the police had found. */
export function detectedAdded(
  { clause }: Mention,
  { statement, definition, population, figure }: CheckedClaim,
): TextDistortion[] {
  const isOfPeople = population.group !== 'content' && population.group !== 'states-and-organisations';
  const own = `${statement} ${definition ?? ''} ${population.description} ${figure.unit} ${figure.of ?? ''}`;
  if (!isOfPeople || !BY_AUTHORITIES.test(clause) || OF_CASES.test(own)) return [];
  return [{ kind: 'definition-changed', label: 'estimated → found by the authorities' }];
}
