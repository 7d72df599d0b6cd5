import type { DistortionKind } from '../citation';
import type { CheckedClaim } from '../checks/subject';
import type { TextDistortion } from './distortion';
import type { Mention } from './mention';

// Words of which only one can be true of a figure: within the past year, or at any time in childhood.

type Side = readonly [string, RegExp];

/** Two sides, and what it is to say the second for the first, and the first for the second. */
const OPPOSITES: readonly (readonly [Side, Side, DistortionKind, DistortionKind])[] = [
  [
    [
      'in the past year',
      /\b(?:in|during) (?:the year )?(?:19|20)\d{2} alone\b|\b(?:past|last|previous)[- ](?:year|12 months|twelve months)\b|\bwithin (?:a|one|the) year\b|\bin (?:any (?:one|given) |the survey )year\b|\bpast-year\b|\b(?:a|each|every|per) year\b(?! (?:or so )?(?:earlier|later|before|after|ago|on|old))/i,
    ],
    [
      'at any time in childhood',
      /\b(?:(?:18th|eighteenth) birthday|(?:at any time|at some point|some ?time|ever) in (?:their )?(?:childhood|lives|life)|before (?:they (?:were|turn(?:ed)?|reach(?:ed)?|come to be) |turning |reaching |the age of |age )?(?:18|eighteen)|as (?:a child|children)|in (?:their )?childhood|growing up|lifetime|grow up having)\b/i,
    ],
    'definition-changed',
    'stock-to-flow',
  ],
  [
    [
      'non-commercial',
      /\b(?:non-commercial|not commercial|without (?:any )?payment|for (?:nothing|free)|free of charge|asked? for no)\b/i,
    ],
    [
      'commercial',
      /(?<!non-)\b(?:commercial(?! sexual)|for sale|selling|sold|for profit|paid[- ]for|asked? for (?:some )?payment)\b/i,
    ],
    'definition-changed',
    'definition-changed',
  ],
  [
    [
      'from elsewhere',
      /\b(?:(?:from|in|to) (?:an)?other (?:regions?|countr\w+)|abroad|foreign|across borders?|cross-border|trans(?:national|regional)\w*|outside (?:the|their))\b/i,
    ],
    [
      'at home',
      /\b(?:own (?:region|countr\w+)|same (?:region|country)|domestic\w*|within (?:the|their|one) (?:own )?(?:region|countr\w+|borders)|inside their)\b/i,
    ],
    'definition-changed',
    'definition-changed',
  ],
  [
    ['a year', /\b(?:a|each|every|per) year\b|\byearly\b|\bannual/i],
    ['at any time', /\bat any (?:given|one) (?:time|moment|point)\b|\bon any (?:given|one) day\b/i],
    'definition-changed',
    'stock-to-flow',
  ],
  [
    ['forced labour', /\b(?:forced|bonded) (?:or bonded )?labou?r\b/i],
    ['slavery', /\b(?:slavery|enslaved|slaves?)\b/i],
    'definition-changed',
    'definition-changed',
  ],
  [
    ['recruited or used', /\b(?:recruit\w*|child soldiers?|combatants?|used (?:in|by) armed)\b/i],
    [
      'affected',
      /\b(?:affected by|displaced by|liv(?:e|es|ed|ing) (?:in|with|through|amid)|caught up in|flee(?:ing)?|fled)\b[^.;]{0,30}\b(?:wars?|conflicts?|fighting)\b/i,
    ],
    'definition-changed',
    'definition-changed',
  ],
  [
    ['without contact', /\b(?:without (?:any )?(?:physical )?contact|non-contact|no contact)\b/i],
    ['by contact', /\b(?:(?:rape\w*|by contact|contact abuse|physical contact|sexual(?:ly)? assault\w*))\b/i],
    'definition-changed',
    'definition-changed',
  ],
];

/** Said with the one word where the claim has the other, and not the first. */
export function opposite(
  { clause, sentence, isAlone }: Mention,
  { statement, definition }: CheckedClaim,
): TextDistortion[] {
  const [own, said] = [`${statement} ${definition ?? ''}`, isAlone ? sentence : clause];
  for (const [one, other, forOne, forOther] of OPPOSITES)
    for (const [is, isNot, kind] of [
      [one, other, forOne],
      [other, one, forOther],
    ] as const)
      if (is[1].test(own) && !isNot[1].test(own) && isNot[1].test(said) && !is[1].test(said))
        return [{ kind, label: `${is[0]} → ${isNot[0]}` }];
  return [];
}

const OFFLINE = /\b(?:offline|in person|face[- ]to[- ]face)\b/i;
const AND_OFFLINE = /\b(?:(?:and|or) offline|offline (?:and|or))\b/i;

/** What was asked of the internet alone, told of everywhere or of elsewhere. */
export function offlineToo({ clause }: Mention, { statement, definition, population }: CheckedClaim): TextDistortion[] {
  const own = `${statement} ${definition ?? ''} ${population.description}`;
  if (!OFFLINE.test(clause) || OFFLINE.test(own) || !/\b(?:online|internet|technology)/i.test(own)) return [];
  return [{ kind: AND_OFFLINE.test(clause) ? 'scope-widened' : 'definition-changed', label: 'online → offline' }];
}
