import type { FigureKind } from '../figure';
import { figureText, intervalText } from '../figure-text';
import { BOUND, FIGURE_KIND, INTERVAL_KIND } from '../words';
import { axisOf } from './chart-rules';
import type { ComparedClaim } from './compared-claim';
import { type Group, type Judgement, judge, listed, SAME, subject } from './judge';

// What the number itself says: its kind, its unit, its whole, its interval and its bound.

const KIND_PHRASE: Readonly<Record<FigureKind, readonly [singular: string, plural: string]>> = {
  count: ['is a count', 'are counts'],
  percentage: ['is a share in per cent', 'are shares in per cent'],
  'percentage-points': ['is a difference in percentage points', 'are differences in percentage points'],
  'percent-change': ['is a change in per cent', 'are changes in per cent'],
  rate: ['is a rate', 'are rates'],
  ratio: ['is a ratio', 'are ratios'],
  direction: ['states a direction without a number', 'state a direction without a number'],
};

export function kindText({ figure }: ComparedClaim): string {
  return FIGURE_KIND[figure.kind].label;
}

export function judgeKind(claims: readonly ComparedClaim[]): Judgement {
  return judge(claims, {
    what: 'The kind of figure',
    read: ({ figure }) => figure.kind,
    different: 'forbids',
    explain: (groups) => {
      const kinds = new Set(groups.map(({ value }) => value));
      const parts = groups.map((group) => subject(group, ...KIND_PHRASE[group.value as FigureKind]));
      return `${parts.join(', ')}: ${kindRule(kinds)}.`;
    },
  });
}

function kindRule(kinds: ReadonlySet<string>): string {
  if (kinds.has('direction')) return 'a direction cannot be set beside a number';
  if (kinds.has('percentage-points') && (kinds.has('percentage') || kinds.has('percent-change')))
    return 'percentage points are not per cent';
  if (kinds.has('percentage') && kinds.has('percent-change')) return 'a change is not a share';
  if (kinds.has('percentage') && kinds.has('count')) return 'a share is not a count';
  return 'numbers of different kinds have no common scale';
}

export function unitText({ figure }: ComparedClaim): string {
  return figure.unit;
}

/** Compared by its words; where only the words for the same sort of thing differ, they still have to be read. */
export function judgeUnit(claims: readonly ComparedClaim[]): Judgement {
  return judge(claims, {
    what: 'The unit',
    read: ({ figure }) => plain(figure.unit),
    different: 'forbids',
    explain: (groups) => `${groups.map(unitPart).join(', ')}: ${unitRule(groups)}.`,
  });
}

function unitPart(group: Group): string {
  const figure = group.claims[0]?.figure;
  return figure?.kind === 'count'
    ? `${subject(group, 'counts', 'count')} ${figure.unit}`
    : `${figure?.kind === 'direction' ? subject(group, 'speaks of', 'speak of') : subject(group, 'is in', 'are in')} ${figure?.unit}`;
}

function unitRule(groups: readonly Group[]): string {
  const axes = new Set(groups.flatMap(({ claims }) => claims.map(({ figure }) => axisOf(figure))));
  const people = axes.has('count: people');
  if (people && axes.has('count: reports')) return 'reports are not children';
  if (people && axes.has('count: images')) return 'images are not victims';
  if (people && axes.has('count: webpages')) return 'webpages are not children';
  if (people && axes.has('count: arrests')) return 'one person can be arrested more than once';
  return 'what is counted is not the same';
}

const SHARES: ReadonlySet<FigureKind> = new Set(['percentage', 'percentage-points', 'percent-change', 'rate', 'ratio']);

export function denominatorText({ figure }: ComparedClaim): string | null {
  return SHARES.has(figure.kind) ? figure.of : (figure.of ?? 'Does not apply');
}

const isShare = ({ figure }: ComparedClaim) => SHARES.has(figure.kind);

/**
 * Shares, changes, rates and ratios have a whole, known or not: among them another whole forbids, and so does a number
 * that has none. Among counts it is only worth knowing that one of them names what it is a part of.
 */
export function judgeDenominator(claims: readonly ComparedClaim[]): Judgement {
  return judge(claims, {
    what: 'What it is a share of',
    read: (claim) => {
      const { of } = claim.figure;
      return of === null ? (isShare(claim) ? null : NO_WHOLE) : plain(of);
    },
    different: claims.some(isShare) ? 'forbids' : 'differs',
    explain: (groups) => `${groups.map(wholePart).join(', ')}: ${wholeRule(groups)}.`,
  });
}

const NO_WHOLE = '';

function wholePart(group: Group): string {
  const figure = group.claims[0]?.figure;
  if (group.value === NO_WHOLE) return `${subject(group, 'names', 'name')} no whole`;
  if (figure?.kind === 'percentage') return `${subject(group, 'is a share of', 'are shares of')} ${figure.of}`;
  const counted = figure !== undefined && !SHARES.has(figure.kind);
  return `${counted ? subject(group, 'counts some of', 'count some of') : subject(group, 'is set against', 'are set against')} ${figure?.of}`;
}

function wholeRule(groups: readonly Group[]): string {
  const shares = groups.filter(({ claims }) => claims.some(isShare));
  if (shares.length > 1) return 'shares of different wholes cannot be set side by side';
  if (shares.length === 1) return 'a share is not compared with a number of another whole, or of none';
  return 'what they count is not part of the same whole';
}

export function intervalWords({ figure }: ComparedClaim): string {
  if (figure.interval === null) return 'None stated';
  return `${INTERVAL_KIND[figure.interval].label}: ${intervalText(figure) ?? figureText(figure)}`;
}

const INTERVAL_PHRASE: Readonly<Record<string, readonly [string, string]>> = {
  none: ['states no interval', 'state no interval'],
  range: ['states a range', 'state a range'],
  'interval-95': ['states a 95 % interval', 'state a 95 % interval'],
};

export function judgeInterval(claims: readonly ComparedClaim[]): Judgement {
  const numbered = claims.filter(({ figure }) => figure.kind !== 'direction');
  return judge(numbered, {
    what: 'What low and high mean',
    read: ({ figure }) => (figure.interval === 'not-stated' ? null : (figure.interval ?? 'none')),
    different: 'differs',
    explain: (groups) => {
      const parts = groups.map((group) => subject(group, ...(INTERVAL_PHRASE[group.value] ?? ['differs', 'differ'])));
      const none = groups.some(({ value }) => value === 'none');
      return `${parts.join(', ')}${none ? ': uncertainty that is not stated is still there' : ''}.`;
    },
  });
}

export function boundText({ figure }: ComparedClaim): string {
  return figure.kind === 'direction' ? 'Does not apply' : BOUND[figure.bound].label;
}

export function judgeBound(claims: readonly ComparedClaim[]): Judgement {
  const numbered = claims.filter(({ figure }) => figure.kind !== 'direction');
  if (numbered.length < 2) return SAME;
  return judge(numbered, {
    what: 'The bound',
    read: ({ figure }) => figure.bound,
    different: 'differs',
    explain: (groups) => {
      const parts = groups.map(({ ids, value }) => `${listed(ids)}: ${BOUND[value as keyof typeof BOUND].meaning}`);
      return parts.join(' ');
    },
  });
}

/** Words without what does not change their meaning: case, and spaces at the ends or doubled. */
export function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
