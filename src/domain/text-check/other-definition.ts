// Said of another kind of exploitation than was counted, or of one where several were.

import type { CheckedClaim } from '../checks/subject';
import type { TextDistortion } from './distortion';
import type { Mention } from './mention';
import { MANIFESTATIONS, termSet } from './terms';

const RISK = /\b(?:at[- ]risk|vulnerable|in danger|exposed|could|might|may have)\b/i;
const AT_RISK = /\b(?:at (?:serious |high |grave )?risk of|vulnerable to|in danger of)\b/i;
const TRAFFICKED_NEXT =
  /^\s+(?:\p{L}+\s+){0,2}(?:victims? of (?:human |child )?trafficking|trafficking victims|trafficked\s+\p{L}+)\b/iu;
/** Said of people as what befell them. */
const HARMED =
  /\b(?:are|is|was|were|be|been|being|get|got) (?:\p{L}+ly )?(?:exploited|abused|trafficked|enslaved|prostituted)\b/iu;
const HARM =
  /exploit|abus|traffick|slave|prostitut|violen|rape|assault|brothel|sexual|forced|bonded|labou?r|hazard|marri|recruit|online/i;
const WHOLES: ReadonlySet<string> = new Set(['count', 'per-cent', 'percentage-points']);
const BARE_ABUSE = /(?<!\bimage[- ]based )\babus(?:e|ed|es|ing)\b(?! material| image)/i;

/** Said of another thing than was counted: those exploited for those at risk, one kind of exploitation for another. */
export function otherDefinition(mention: Mention, claim: CheckedClaim): TextDistortion[] {
  const { sentence, terms, quantity } = mention;
  const { population, figure } = claim;
  if (/\bat risk\b/i.test(`${population.description} ${figure.unit}`) && !RISK.test(sentence))
    return [{ kind: 'definition-changed', label: 'at risk → exploited' }];
  if (AT_RISK.test(mention.clause) && !AT_RISK.test(`${statedOf(claim)} ${claim.definition ?? ''}`))
    return [{ kind: 'definition-changed', label: 'exploited → at risk' }];
  const isOfTrafficked = TRAFFICKED_NEXT.test(sentence.slice(mention.figure.end));
  if (isOfTrafficked && !/traffick/i.test(`${statedOf(claim)} ${claim.definition ?? ''}`))
    return [{ kind: 'definition-changed', label: 'something else → trafficked' }];
  if (population.group === 'content') return materialOfAll(mention, claim);
  if (population.group === 'states-and-organisations' || !WHOLES.has(quantity.kind)) return [];
  const own = ownThemes(claim);
  if (HARMED.test(mention.clause) && !HARM.test(`${statedOf(claim)} ${claim.definition ?? ''}`))
    return [{ kind: 'definition-changed', label: 'something else → exploited or abused' }];
  // Sexual violence is more than rape.
  if (terms.get('rape') === 1 && own.includes('sexual-violence') && !own.includes('rape'))
    return [{ kind: 'definition-changed', label: 'sexual violence → rape' }];
  const themes = saidThemes(mention, claim, own);
  if (themes.length === 0) return [];
  return [oneOfSeveral, otherPurpose, otherTheme].map((find) => find(mention, claim, themes)).find(isFound) ?? [];
}

type Find = (mention: Mention, claim: CheckedClaim, themes: readonly string[]) => TextDistortion[] | null;
const isFound = (found: TextDistortion[] | null): found is TextDistortion[] => found !== null;

/** The kinds of exploitation that a text names. */
function themesIn(text: string): string[] {
  const found = [...termSet(text)].filter((term) => MANIFESTATIONS.has(term));
  return /\bexploit\w+ (?:or|and) (?:sexual )?abuse/i.test(text) ? [...found, 'sexual-violence'] : found;
}

const statedOf = ({ statement, population, figure }: CheckedClaim) =>
  `${statement} ${population.description} ${figure.unit} ${figure.of ?? ''}`;
const ownThemes = (claim: CheckedClaim) => themesIn(statedOf(claim));
const within = ({ terms }: Mention, least: number) =>
  [...terms].filter(([term, near]) => near >= least && MANIFESTATIONS.has(term)).map(([term]) => term);
/** In a sentence of several figures only those of its own clause are a figure's. */
const clearThemes = (mention: Mention) => within(mention, mention.isAlone ? 0.5 : 1);

function saidThemes(mention: Mention, claim: CheckedClaim, own: readonly string[]): string[] {
  const clear = clearThemes(mention);
  // "12.5 per cent with abuse": in this field that is sexual.
  const isBare = clear.length === 0 && BARE_ABUSE.test(mention.clause) && own.length > 0;
  return isBare && !BARE_ABUSE.test(statedOf(claim)) ? ['sexual-violence'] : clear;
}

/** Kinds of exploitation from which on a figure is a sum of them. */
const SEVERAL = 3;

/** Of several kinds that are counted together the sentence names one, and that is not the heading of all. */
const oneOfSeveral: Find = (mention, { statement, population }, themes) => {
  const [heading, parts] = [themesIn(statement), themesIn(population.description)];
  if (parts.length < SEVERAL || within(mention, 0.5).some((theme) => heading.includes(theme))) return null;
  return [{ kind: 'scope-narrowed', label: `${named(parts)} → ${named(themes)}` }];
};

const OTHER_PURPOSES = /\bother purposes\b/i;

/** Trafficked, and for what: one purpose of all, or another than was counted. */
const otherPurpose: Find = (mention, claim, themes) => {
  const all = ownThemes(claim);
  if (!all.includes('traffic')) return null;
  const [own, said] = [all, themes].map((some) => some.filter((theme) => theme !== 'traffic')) as [string[], string[]];
  const isNarrowed = own.length === 0 && !OTHER_PURPOSES.test(statedOf(claim));
  if (said.includes('sexual-exploitation') && !own.includes('sexual-exploitation'))
    return [
      {
        kind: isNarrowed ? 'scope-narrowed' : 'definition-changed',
        label: `${named(own) || 'other purposes'} → sexual exploitation`,
      },
    ];
  if (own.length === 0 || said.length === 0 || within(mention, 0.5).some((theme) => own.includes(theme))) return null;
  return [{ kind: 'definition-changed', label: `${named(own)} → ${named(said)}` }];
};

const otherTheme: Find = (mention, claim, themes) => {
  const own = ownThemes(claim);
  // A theme that another figure of the sentence is about says nothing of this one.
  const clear = clearThemes(mention);
  const beside = mention.isAlone || clear.length === 0 ? within(mention, 0.5) : clear;
  if (beside.some((theme) => own.includes(theme))) return null;
  // What is only one of several things in the definition is narrower; what is none of them is something else.
  const isPart = themes.some((theme) => themesIn(claim.definition ?? '').includes(theme));
  const kind = isPart ? 'scope-narrowed' : 'definition-changed';
  return [{ kind, label: `${named(own) || 'something else'} → ${named(themes)}` }];
};

const OF_ALL_KINDS = /\bof (?:all|any|every) kinds?\b|\ball (?:the )?reports\b/i;
const SUCH_MATERIAL = /\bsuch (?:material|content|images?|imagery)\b/i;
/** Illegal content is not always that. */
const ABUSE_MATERIAL =
  /\b(?:child (?:sexual )?(?:abuse|exploitation) (?:material|content|images?|imagery|videos?)|csam|csem|child porn\w*)\b/i;

/** All reports told as reports of child sexual abuse material. */
function materialOfAll({ clause, terms }: Mention, claim: CheckedClaim): TextDistortion[] {
  const isSaid = ABUSE_MATERIAL.test(clause) || (SUCH_MATERIAL.test(clause) && terms.has('abuse-material'));
  if (claim.figure.kind === 'percentage' || !isSaid || OF_ALL_KINDS.test(clause)) return [];
  if (/\bsex/i.test(`${statedOf(claim)} ${claim.definition ?? ''}`)) return [];
  return [{ kind: 'scope-narrowed', label: `all ${claim.figure.unit} → child sexual abuse material` }];
}

const named = (terms: readonly string[]) => terms.join(', ').replaceAll('-', ' ');
