import { type ChartRule, chartRule } from './chart-rules';
import { byId, type ComparedClaim, type ComparedRelation, type SeriesBreak } from './compared-claim';
import * as figure from './figure-aspects';
import type { Judgement } from './judge';
import * as record from './record-aspects';
import * as scope from './scope-aspects';
import { Aspect } from './verdict';

export type AspectVerdict = Judgement & {
  aspect: Aspect;
  /** What each claim says, in the order of the claims; null: not established. */
  values: { claim: string; text: string | null }[];
};

export type Comparison = {
  aspects: AspectVerdict[];
  breaks: SeriesBreak[];
  /** Whether a reader has to acknowledge something before a chart: anything that forbids, or is not established. */
  mustAcknowledge: boolean;
  chart: ChartRule;
};

type Together = { relations: readonly ComparedRelation[]; breaks: readonly SeriesBreak[] };

type Rule = {
  text: (claim: ComparedClaim, together: Together) => string | null;
  judge: (claims: readonly ComparedClaim[], together: Together) => Judgement;
};

const RULES: Readonly<Record<Aspect, Rule>> = {
  definition: { text: ({ definition }) => definition, judge: scope.judgeDefinition },
  'figure-kind': { text: figure.kindText, judge: figure.judgeKind },
  unit: { text: figure.unitText, judge: figure.judgeUnit },
  denominator: { text: figure.denominatorText, judge: figure.judgeDenominator },
  population: { text: scope.populationText, judge: scope.judgePopulation },
  ages: { text: scope.agesText, judge: scope.judgeAges },
  place: { text: scope.placeText, judge: scope.judgePlace },
  period: { text: scope.periodWords, judge: scope.judgePeriod },
  measure: { text: scope.measureText, judge: scope.judgeMeasure },
  method: { text: scope.methodText, judge: scope.judgeMethod },
  interval: { text: figure.intervalWords, judge: figure.judgeInterval },
  bound: { text: figure.boundText, judge: figure.judgeBound },
  grade: { text: record.gradeText, judge: record.judgeGrade },
  status: { text: record.statusText, judge: record.judgeStatus },
  series: { text: record.seriesText, judge: (claims, { breaks }) => record.judgeSeries(claims, breaks) },
  relations: {
    text: (claim, { relations }) => record.relationsText(claim, relations),
    judge: (_claims, { relations }) => record.judgeRelations(relations),
  },
};

/**
 * Sets claims side by side, aspect by aspect. What it forbids follows the rules of the method page: a stock is not a
 * flow, percentage points are not per cent, reports are not children, a share has its whole. Verdicts and sentences do
 * not depend on the order of the claims.
 *
 * @param claims 2–6 claims; values are given in their order
 * @param together what is recorded between them
 */
export function compareClaims(claims: readonly ComparedClaim[], together: Together): Comparison {
  const sorted = [...claims].sort(byId);
  const aspects = Aspect.options.map((aspect) => ({
    aspect,
    ...RULES[aspect].judge(sorted, together),
    values: claims.map((claim) => ({ claim: claim.id, text: RULES[aspect].text(claim, together) })),
  }));
  return {
    aspects,
    breaks: [...together.breaks],
    mustAcknowledge: aspects.some(({ verdict }) => verdict === 'forbids' || verdict === 'unknown'),
    chart: chartRule(claims),
  };
}
