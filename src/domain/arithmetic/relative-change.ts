import { samePlace, sameUnit } from './disjoint';
import { byNumber, likeStated, notationFor } from './equation';
import type { ArithmeticClaim, Finding, Neighbourhood } from './finding';
import { centreOf, difference, numberSpan, overlaps, quotient, scale, type Span, spanOf } from './span';

type Pair = { from: ArithmeticClaim; to: ArithmeticClaim };

/**
 * A stated change against the two values it lies between: the difference of two shares in percentage points, and the
 * relative change in per cent, side by side, because one is so often printed as the other. The values are those of the
 * period the change begins with and of the one it ends with, in the same series, or counts of the same population.
 */
export function relativeChanges({ claims }: Neighbourhood): Finding[] {
  return claims.flatMap((change) => {
    const { kind } = change.figure;
    if (kind !== 'percent-change' && kind !== 'percentage-points' && kind !== 'ratio') return [];
    const pair = pairFor(change, claims);
    return pair === null ? [] : changeFinding(change, pair);
  });
}

/** The one pair of values a change can mean; null where there is none, or more than one. */
function pairFor(change: ArithmeticClaim, claims: readonly ArithmeticClaim[]): Pair | null {
  const { start, end } = change.period;
  if (start === null || end === null) return null;
  const values = claims.filter((claim) => isValueFor(change, claim));
  const pairs = values.flatMap((from) =>
    values
      .filter((to) => isPair(from, to) && from.period.start === start && to.period.end === end)
      .map((to) => ({ from, to })),
  );
  // Two editions of a report may give the same period: values of one source belong together, first that of the change.
  const together = pairs.filter(({ from, to }) => from.origin !== null && from.origin === to.origin);
  const own = together.filter(({ from }) => from.origin === change.origin);
  const best = [own, together, pairs].find((found) => found.length > 0) ?? [];
  return best.length === 1 ? (best[0] ?? null) : null;
}

function isValueFor(change: ArithmeticClaim, claim: ArithmeticClaim): boolean {
  if (!samePlace(change, claim) || change.population.group !== claim.population.group) return false;
  const { kind } = claim.figure;
  if (change.series !== null && change.series === claim.series) {
    return kind === 'percentage' || (kind === 'count' && change.figure.kind !== 'percentage-points');
  }
  return (
    kind === 'count' &&
    change.figure.kind !== 'percentage-points' &&
    change.population.description === claim.population.description
  );
}

function isPair(from: ArithmeticClaim, to: ArithmeticClaim): boolean {
  return (
    sameUnit(from, to) &&
    from.figure.of === to.figure.of &&
    from.period.measure === to.period.measure &&
    from.period.measure !== 'cumulative' &&
    (from.period.start ?? '') < (to.period.start ?? '') &&
    (from.period.end ?? '') < (to.period.end ?? '')
  );
}

const CHANGE = (end: number) => (end - 1) * 100;

function changeFinding(change: ArithmeticClaim, { from, to }: Pair): Finding[] {
  const [before, after, stated] = [from, to, change].map(({ figure }) => spanOf(figure));
  const [beforeCentre, afterCentre, statedCentre] = [from, to, change].map(({ figure }) => centreOf(figure));
  if (!before || !after || !stated || !beforeCentre || !afterCentre || !statedCentre || beforeCentre.low === 0)
    return [];
  const share = from.figure.kind === 'percentage';
  const ways = {
    'percentage-points': { span: difference(before, after), centre: difference(beforeCentre, afterCentre) },
    'percent-change': {
      span: scale(quotient(before, after), CHANGE),
      centre: scale(quotient(beforeCentre, afterCentre), CHANGE),
    },
    ratio: { span: quotient(before, after), centre: quotient(beforeCentre, afterCentre) },
  };
  const kind = change.figure.kind as keyof typeof ways;
  const { span, centre } = ways[kind];
  const outcome = overlaps(span, stated) ? 'agrees' : 'differs';
  const notation = notationFor([from.figure, to.figure]);
  const shown = (way: keyof typeof ways) => changeText(likeStated(ways[way].centre, change.figure), way);
  const parts =
    kind === 'ratio' ? [shown(kind)] : share ? [shown('percentage-points'), shown('percent-change')] : [shown(kind)];
  const values = `${notation.write(beforeCentre)} → ${notation.write(afterCentre)}${notation.after}`;
  return [
    {
      rule: 'relative-change',
      outcome,
      claims: byNumber([change.id, from.id, to.id]),
      equation: `${values}: ${parts.join(', ')}; ${change.id} states ${changeText(statedCentre, kind)}`,
      stated: numberSpan(statedCentre, stated),
      computed: numberSpan(centre, span),
      unit: change.figure.unit,
      sentence: changeSentence(outcome, kind, share ? overlaps(ways['percentage-points'].span, stated) : false, span),
    },
  ];
}

const NAMES = {
  'percentage-points': 'difference in percentage points',
  'percent-change': 'relative change',
  ratio: 'ratio',
};

function changeSentence(
  outcome: 'agrees' | 'differs',
  kind: keyof typeof NAMES,
  fitsPoints: boolean,
  span: Span,
): string {
  const name = NAMES[kind];
  if (outcome === 'agrees') return `The ${name} stated fits the two values it lies between.`;
  const ends = [span.low, span.high].map((end) => changeText(likeThree(end), kind));
  const computed = [...new Set(ends)].join(' to ');
  const fault = `The two values give a ${name} of ${computed}, which the number stated does not reach`;
  return kind === 'percent-change' && fitsPoints
    ? `${fault}; it fits their difference in percentage points.`
    : `${fault}.`;
}

function likeThree(value: number): Span {
  const rounded = Number.isFinite(value) ? Number(value.toPrecision(3)) : value;
  return { low: rounded, high: rounded };
}

function changeText({ low, high }: Span, kind: keyof typeof NAMES): string {
  const write = (value: number) => {
    const text = Math.abs(value).toLocaleString('en-GB', { maximumFractionDigits: 3 });
    return kind === 'ratio' ? text : `${value < 0 ? '−' : '+'}${text}`;
  };
  const end = { 'percentage-points': ' points', 'percent-change': ' %', ratio: ' times' }[kind];
  return `${low === high ? write(low) : `${write(low)} to ${write(high)}`}${end}`;
}
