import type { ClaimStatus, RelationKind } from '../claim';
import { CLAIM_STATUS, METHOD_CERTAINTY, RELIABILITY, SOURCE_RELIABILITY, TRANSMISSION } from '../words';
import type { ComparedClaim, ComparedRelation, SeriesBreak } from './compared-claim';
import { type Judgement, judge, listed, SAME, subject } from './judge';

// What the evidence base records about the claims: grades, status, series, and how they are related.

export function gradeText({ reliability, grades }: ComparedClaim): string {
  const method = grades.method === null ? 'not established' : METHOD_CERTAINTY[grades.method].label.toLowerCase();
  const passedOn = TRANSMISSION[grades.transmission ?? 'none'].label.toLowerCase();
  const source = grades.source === null ? 'not established' : SOURCE_RELIABILITY[grades.source].label;
  return `${reliabilityText(reliability)}. Source: ${source}. Method certainty: ${method}. Transmission: ${passedOn}.`;
}

/** "Low reliability", "Not graded". */
export function reliabilityText(level: ComparedClaim['reliability']): string {
  return level === 'not-graded' ? RELIABILITY[level].label : `${RELIABILITY[level].label} reliability`;
}

/** A claim that is not graded is worth knowing of, and no obstacle: nothing about what it counts is open. */
export function judgeGrade(claims: readonly ComparedClaim[]): Judgement {
  return judge(claims, {
    what: 'The reliability',
    read: ({ reliability }) => reliability,
    different: 'differs',
    explain: (groups) => {
      const parts = groups.map((group) =>
        group.value === 'not-graded'
          ? `${subject(group, 'is', 'are')} not graded`
          : `${subject(group, 'has', 'have')} ${RELIABILITY[group.value as keyof typeof RELIABILITY].label.toLowerCase()} reliability`,
      );
      return `${parts.join(', ')}.`;
    },
  });
}

export function statusText({ status }: ComparedClaim): string {
  return CLAIM_STATUS[status].label;
}

export function judgeStatus(claims: readonly ComparedClaim[]): Judgement {
  return judge(claims, {
    what: 'The status',
    read: ({ status }) => status,
    different: 'differs',
    explain: (groups) =>
      `${groups.map(({ ids, value }) => `${listed(ids)}: ${CLAIM_STATUS[value as ClaimStatus].label.toLowerCase()}`).join('; ')}.`,
  });
}

export function seriesText({ series }: ComparedClaim): string {
  return series ?? 'In no series';
}

/** A series that breaks between two of the claims makes no trend (SDMX, CL_OBS_STATUS code B). */
export function judgeSeries(claims: readonly ComparedClaim[], breaks: readonly SeriesBreak[]): Judgement {
  if (breaks.length > 0) {
    const sentence = breaks.map(({ from, to, note }) => `Between ${from} and ${to}: ${note}`).join(' ');
    return { verdict: 'forbids', sentence };
  }
  return judge(claims, {
    what: 'The series',
    read: seriesText,
    different: 'differs',
    explain: () => 'The claims do not belong to one series: their numbers make no trend.',
  });
}

type Said = { verb: string; verdict: 'differs' | 'forbids'; rule: string };

/** What a relation between two compared claims means for the comparison; steps of a series are judged as a series. */
const RELATION_RULE: Partial<Readonly<Record<RelationKind, Said>>> = {
  'part-of': { verb: 'is part of', verdict: 'forbids', rule: 'a part is not compared with its whole' },
  'misquotation-of': { verb: 'misquotes', verdict: 'forbids', rule: 'the two are one measurement and a mistake' },
  contradicts: { verb: 'contradicts', verdict: 'differs', rule: 'they do not agree with each other' },
  'homonym-of': { verb: 'has the same number as', verdict: 'differs', rule: 'they are nevertheless other claims' },
};

export function relationsText(claim: ComparedClaim, relations: readonly ComparedRelation[]): string {
  const said = relations
    .filter(({ from }) => from === claim.id)
    .flatMap(({ kind, to }) => (RELATION_RULE[kind] ? [`${RELATION_RULE[kind].verb} ${to}`] : []));
  return said.length === 0 ? 'No other relation recorded' : [...new Set(said)].join('; ');
}

export function judgeRelations(relations: readonly ComparedRelation[]): Judgement {
  const found = relations
    .flatMap(({ from, to, kind }) => {
      const rule = RELATION_RULE[kind];
      return rule === undefined ? [] : [{ ...rule, text: `${from} ${rule.verb} ${to}: ${rule.rule}.` }];
    })
    // Code point order, the same whatever order the relations came in.
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  if (found.length === 0) return SAME;
  const verdict = found.some((said) => said.verdict === 'forbids') ? 'forbids' : 'differs';
  return { verdict, sentence: [...new Set(found.map(({ text }) => text))].join(' ') };
}
