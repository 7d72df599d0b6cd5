// Said of something else than was counted.

import type { CheckedClaim } from '../checks/subject';
import { kindsIn } from './content-kinds';
import type { TextDistortion } from './distortion';
import type { Mention } from './mention';

const MACHINES = /\b(?:computers|devices|installations)\b/i;
const PEOPLE = /\b(?:people|persons|individuals|users|children|victims)\b/i;
const PEOPLE_NEXT =
  /^\s+(?:of (?:these|those|the|them) )?(?:\p{L}+\s+)?(?:individuals|children|kids|minors|girls|boys|people|persons|victims|youngsters|teenagers|women|men|adults|users|offenders|tourists|travell?ers)\b/iu;
const EVENTS = /\b(?:cases|reports|incidents|complaints|arrests)\b/i;
const EVENTS_NEXT =
  /^\s+(?:(?!when|where|if|as|after|in|of)\p{L}+\s+)?(?:cases|reports|incidents|complaints|arrests)\b/iu;
const TRAVELLERS_NEXT = /^\s+(?:\p{L}+\s+){0,2}(?:tourists|travell?ers|offenders|abusers|perpetrators)\b/iu;
/** 244,920 Americans. */
const NATIONALS_NEXT = /^\s+\p{Lu}\p{Ll}+(?:ans|ons|inos|ais|nis)\b(?!\s+\p{Ll}+s\b)/u;
const EVENT = /^(?:arrests?|cases?|incidents?|installations|ratifications?|reports?)\b/i;

/** Arrests are not people, and neither are cases; and people are no cases. */
export function eventsAsPeople({ sentence, figure, quantity }: Mention, claim: CheckedClaim): TextDistortion[] {
  const isOfPeople = /^(?:children|girls|boys|people|victims|women)\b/i.test(claim.figure.unit);
  if (isOfPeople && EVENTS_NEXT.test(sentence.slice(figure.end)) && !EVENTS.test(claim.statement))
    return [{ kind: 'unit-changed', label: `${claim.figure.unit} → cases` }];
  if (
    claim.population.group === 'content' &&
    quantity.kind === 'count' &&
    NATIONALS_NEXT.test(sentence.slice(figure.end))
  )
    return [{ kind: 'unit-changed', label: `${claim.figure.unit} → people` }];
  const isOfMachines = MACHINES.test(claim.statement) && !PEOPLE.test(claim.statement);
  if (isOfMachines && PEOPLE_NEXT.test(sentence.slice(figure.end)))
    return [{ kind: 'unit-changed', label: 'computers → people' }];
  if (/^reports?\b/i.test(claim.figure.unit) && TRAVELLERS_NEXT.test(sentence.slice(figure.end)))
    return [{ kind: 'unit-changed', label: `${claim.figure.unit} → people` }];
  if (claim.population.group === 'content' || !EVENT.test(claim.figure.unit)) return [];
  if (!PEOPLE_NEXT.test(sentence.slice(figure.end))) return [];
  return [{ kind: 'unit-changed', label: `${claim.figure.unit} → people` }];
}

const REPORTS = /\b(?:reports|reported|tips|complaints|notifications|referrals|alerts|flagged|notified|volume)\b/i;

/** Those who are shown, or what befell them. */
const WHAT_IS_SHOWN = /\b(?:child\w*|abuse\w*|exploit\w*|victims?|material|girls?|boys?|offen\w+)\b/i;

/** That more is reported does not say that there is more; and more pages are no more children. */
function contentOfChange(sentence: string, clause: string, counted: string): TextDistortion[] {
  // What the clause does not say the sentence may, unless the clause names something else.
  const around = WHAT_IS_SHOWN.test(clause) ? clause : sentence;
  if (REPORTS.test(counted) && !REPORTS.test(around))
    return [{ kind: 'unit-changed', label: 'reports → what they report' }];
  const kinds = kindsIn(counted);
  const said = kindsIn(/\bnumbers? of ((?:\p{L}+ ){1,5})/iu.exec(around)?.[1] ?? around);
  if (kinds.length === 0 || said.some((kind) => kinds.includes(kind))) return [];
  if (said.length > 0) return [{ kind: 'unit-changed', label: `${kinds.join(', ')} → ${said.join(', ')}` }];
  return [{ kind: 'unit-changed', label: `${kinds.join(', ')} → what they show` }];
}

/** "10.4 million of the nearly 22 million reports". */
const OF_SO_MANY =
  /^\s+of (?:(?:the|its|all|nearly|almost|about|some|over|more than) ){0,3}\d[\d.,]*(?: (?:thousand|million|billion))? ((?:\p{L}+ ){0,2}\p{L}+)/iu;

/** Images for reports, reports for incidents. */
export function otherContent(
  { sentence, clause, figure, quantity }: Mention,
  { population, figure: own, definition }: CheckedClaim,
): TextDistortion[] {
  const isChange = own.kind === 'percent-change';
  if (population.group !== 'content' || (!isChange && (quantity.kind !== 'count' || own.kind !== 'count'))) return [];
  if (isChange) return contentOfChange(sentence, clause, `${own.unit} ${own.of ?? ''} ${definition ?? ''}`);
  const before =
    /\b(?:numbers?|total) of (?:all )?((?:\p{L}+ ){1,5})[^.;]*$/iu.exec(sentence.slice(0, figure.start))?.[1] ?? '';
  const behind =
    sentence
      .slice(figure.end)
      .split(/[^\p{L}\s-]/u)[0]
      ?.trim()
      .split(/\s+/)
      .slice(0, 4) ?? [];
  const whole = OF_SO_MANY.exec(sentence.slice(figure.end))?.[1] ?? '';
  const said = behind.flatMap(kindsIn)[0] ?? kindsIn(whole)[0] ?? kindsIn(before)[0];
  const units = kindsIn(own.unit);
  if (said === undefined || units.length === 0 || units.includes(said)) return [];
  return [{ kind: 'unit-changed', label: `${own.unit} → ${said}` }];
}

const AGE =
  /\b(?:before|under|below|until|by)(?: the)?(?: age)?(?: of)?(?: they (?:were|turned))? (\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)\b(?!\s*(?:per\s?cent|percent\w*|%|pc\b|million|[,.]\d))|\b(\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)(?: years)? (?:or|and) (?:under|younger)\b/giu;
const AGES: Readonly<Record<string, string>> = {
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
};
const agesIn = (text: string) =>
  [...text.matchAll(AGE)]
    .map(([, first, second]) => (first ?? second ?? '').toLowerCase())
    .map((age) => AGES[age] ?? age);

/** Before 15 instead of before 18. */
export function otherAge({ clause, sentence }: Mention, { statement }: CheckedClaim): TextDistortion[] {
  const [own, here] = [agesIn(statement), agesIn(clause)];
  // "and that of boys at 14.8 per cent": up to which age, the sentence has said for the figure before.
  const said = here.length > 0 ? here : agesIn(sentence);
  if (own.length === 0 || said.length === 0 || said.some((age) => own.includes(age))) return [];
  return [{ kind: 'definition-changed', label: `age ${own.join(', ')} → ${said.join(', ')}` }];
}

const ALL_AGES =
  /\b(?:all|every|any) (?:\p{L}+ )?child(?:ren)?\b(?! ?(?:aged|of \d|between|from))|\b(?:under|below) (?:the age of )?(?:18|eighteen)\b/iu;
/** The oldest of those who are small. */
const SMALL = 9;

/** Adolescents told as all children. */
export function allChildren({ clause, sentence }: Mention, { population, statement }: CheckedClaim): TextDistortion[] {
  const { ageMin, ageMax } = population;
  if (ageMin === null || ageMax === null || ageMin <= SMALL || ageMax > 17 || !ALL_AGES.test(clause)) return [];
  const isNamed = new RegExp(`\\b${ageMin}\\b|\\badolescents?\\b|\\bteen`, 'i');
  if (isNamed.test(sentence) || !isNamed.test(`${statement} ${population.description}`)) return [];
  return [{ kind: 'scope-widened', label: `ages ${ageMin}–${ageMax} → all children` }];
}

/** Steps on the way through the law, and of a report: whoever is arrested is not convicted yet, what is reported not confirmed. */
const ACTS: readonly (readonly [string, RegExp])[] = [
  [
    'confirmed',
    /\b(?:confirm\w*(?! (?:that|whether|how|the|to)\b)|verif\w*|(?<!(?:potentially|possibly|allegedly|suspected) )(?:illegal|criminal))\b/i,
  ],
  [
    'received',
    /\b(?:suspected|before assessment|unverified|not yet assessed|complaints?|received|took in|alerted to|notified of)\b/i,
  ],
  ['known to police', /\b(?:known to (?:the )?(?:US )?police|police connected)\b/i],
  ['arrests', /\b(?:arrest\w*|detained)\b/i],
  ['convictions', /\bconvict\w*\b/i],
  ['prosecutions', /\bprosecut\w*\b/i],
];

export function otherAct(
  { clause }: Mention,
  { statement, figure, population, definition }: CheckedClaim,
): TextDistortion[] {
  const acts = (text: string) => ACTS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  const whole = population.group === 'content' ? `${population.description} ${definition ?? ''}` : '';
  const [own, said] = [acts(`${statement} ${figure.unit} ${whole}`), acts(clause)];
  // Whatever was confirmed was received before: that both are said takes nothing back.
  const isMore = said.includes('confirmed') && own.includes('received') && !own.includes('confirmed');
  if (own.length === 0 || said.length === 0 || (said.some((act) => own.includes(act)) && !isMore)) return [];
  return [{ kind: 'definition-changed', label: `${own.join(', ')} → ${said.join(', ')}` }];
}

/** Those who offend, and those who help, sell or buy. */
const ROLES: readonly (readonly [string, RegExp])[] = [
  ['accomplices', /\b(?:accomplices?|facilitators?|go-betweens|intermediar\w+|pimps?)\b/i],
  ['traffickers', /\b(?:traffickers?|recruiters?|smugglers?)\b/i],
  ['buyers', /\b(?:buyers?|clients?|customers?|punters?)\b/i],
  ['offenders', /\b(?:offenders?|perpetrators?|abusers?|p(?:a)?edophiles?)\b/i],
];

const OFFENDS =
  /\b(?:offend\w*|perpetrat\w*|(?:sexually )?abuses?|abusers?|p(?:a)?edophiles?|traffickers?|accomplices?|known to (?:the )?police)\b/i;
/** "Of young people": and not of those who did something, or whom the police know. */
const OF_PEOPLE =
  /^\s+of (?:all )?((?:\p{L}+ ){0,2}?(?:people|children|minors|adults|men|boys|juveniles|adolescents))\b(?!\s+(?:who|that|known|arrested|convicted|against))/iu;

/** A share of those who offend, told of everybody like them. */
export function everybodyLikeThem(mention: Mention, { figure, population }: CheckedClaim): TextDistortion[] {
  const said = OF_PEOPLE.exec(mention.sentence.slice(mention.figure.end))?.[1];
  if (population.group !== 'offenders' || figure.of === null || said === undefined) return [];
  if (!OFFENDS.test(figure.of) || OFFENDS.test(said)) return [];
  return [{ kind: 'denominator-swapped', label: `of ${figure.of} → of ${said}` }];
}

/** Accomplices told as offenders. */
export function otherRole({ sentence }: Mention, claim: CheckedClaim): TextDistortion[] {
  const roles = (text: string) => ROLES.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  const { statement, figure, population } = claim;
  const [own, said] = [
    roles(`${statement} ${figure.unit} ${figure.of ?? ''} ${population.description}`),
    roles(sentence),
  ];
  if (own.length === 0 || said.length === 0 || said.some((role) => own.includes(role))) return [];
  return [{ kind: 'definition-changed', label: `${own.join(', ')} → ${said.join(', ')}` }];
}

const NUMBER_OF = /\bnumbers? of\b/i;
const SAYS_SHARE = /\b(?:shares?|proportions?|percentages?|ratio|part)\b/i;

/** A share that grew is no number that grew: there may be more of all. */
export function numberForShare(
  { clause, sentence, quantity }: Mention,
  { statement, figure }: CheckedClaim,
): TextDistortion[] {
  if (quantity.kind === 'count' || figure.kind === 'count' || figure.kind === 'percentage') return [];
  if (!SAYS_SHARE.test(`${statement} ${figure.of ?? ''}`) || !NUMBER_OF.test(clause) || SAYS_SHARE.test(sentence))
    return [];
  return [{ kind: 'definition-changed', label: 'a share → a number' }];
}

const GIRLS = /\b(?:girls?|females?)\b/i;
const BOYS = /\b(?:boys?|males?)\b/i;
const BOTH_AGES = /\b(?:women and girls|girls and women|men and boys|boys and men)\b/i;
const ANY_SEX = /\b(?:child\w*|kids?|minors?|young\w*|teen\w*|adolescents?|under[- ]18s?|juveniles?)\b/i;

/** The one of both that is named. */
function sexIn(text: string): 'girls' | 'boys' | null {
  const [girls, boys] = [GIRLS.test(text), BOYS.test(text)];
  return girls === boys ? null : girls ? 'girls' : 'boys';
}

/** Boys told for girls, girls for children. */
export function otherSex({ clause }: Mention, { population, statement, definition }: CheckedClaim): TextDistortion[] {
  const [girls, boys] = [GIRLS.test(clause), BOYS.test(clause)];
  const group = population.group;
  const both = BOTH_AGES.exec(clause)?.[0];
  if ((group === 'girls' || group === 'boys') && both !== undefined && !BOTH_AGES.test(statement))
    return [{ kind: 'scope-widened', label: `${group} → ${both.toLowerCase()}` }];
  if ((group === 'girls' || group === 'women-and-girls') && boys && !girls)
    return [{ kind: 'definition-changed', label: 'girls → boys' }];
  if ((group === 'boys' || group === 'men-and-boys') && girls && !boys)
    return [{ kind: 'definition-changed', label: 'boys → girls' }];
  const own = sexIn(definition ?? '') ?? sexIn(statement);
  const said = sexIn(clause);
  if (group === 'content' && own !== null && said !== null && own !== said)
    return [{ kind: 'definition-changed', label: `${own} → ${said}` }];
  const isOfAll = (group === 'children' || group === 'content') && /\bchild/i.test(statement);
  if (!isOfAll || GIRLS.test(statement) || BOYS.test(statement) || ANY_SEX.test(clause) || girls === boys) return [];
  return [{ kind: 'scope-narrowed', label: `children → ${girls ? 'girls' : 'boys'}` }];
}

/** Offenders told for victims. */
export function otherPeople(
  { group, things }: Mention,
  { population, statement, figure }: CheckedClaim,
): TextDistortion[] {
  if (group !== 'offenders' || things !== 'people' || population.group === 'offenders') return [];
  const own = `${statement} ${figure.unit} ${figure.of ?? ''} ${population.description}`;
  if (ROLES.some(([, pattern]) => pattern.test(own)) || !/\b(?:victims?|child\w*)\b/i.test(own)) return [];
  return [{ kind: 'definition-changed', label: 'victims → offenders' }];
}

const BY_ADULTS = /\bby (?:\p{L}+ ){0,2}(?:adults?|grown-ups|strangers?|men|predators?|p(?:a)?edophiles?)\b/iu;
const BY_PEERS = /\b(?:peers?|other (?:young people|children|minors))\b/i;

const BY_FEW =
  /\bby (?:(?:organi[sz]ed|criminal|foreign|the|their own|a) ){0,2}(gangs?|strangers?|relatives?|family members|teachers?|priests?|tourists?|foreigners?)\b/i;
/** What anybody may have done told as done by a few, and what children also do to each other as done by adults. */
export function byOthers({ sentence, clause }: Mention, { statement, definition }: CheckedClaim): TextDistortion[] {
  const few = BY_FEW.exec(clause)?.[1]?.toLowerCase();
  if (few !== undefined && !`${statement} ${definition ?? ''}`.toLowerCase().includes(few.slice(0, 5)))
    return [{ kind: 'scope-narrowed', label: `by anybody → by ${few}` }];
  if (!BY_PEERS.test(`${statement} ${definition ?? ''}`) || !BY_ADULTS.test(sentence) || BY_PEERS.test(sentence))
    return [];
  return [{ kind: 'definition-changed', label: 'also by other children → by adults' }];
}
