import { type ScaleLinear, type ScaleLogarithmic, scaleLinear, scaleLog } from 'd3-scale';
import { numberText } from '../../domain/figure-text';
import type { Claim } from './series-marks';
import { extent } from './series-marks';

export type ValueScale = (ScaleLinear<number, number> | ScaleLogarithmic<number, number>) & ((value: number) => number);

/** From how many times the smallest value on an axis is drawn in powers of ten. */
const LOG_FROM = 50;

/** Whether the largest figure is more than fifty times the smallest; never where one is zero or below. */
export function isLogarithmic(claims: readonly Claim[]): boolean {
  const ends = claims.map(extent);
  const low = Math.min(...ends.map((end) => end.low));
  return low > 0 && Math.max(...ends.map((end) => end.high)) > LOG_FROM * low;
}

/** Value to place: from zero, or in powers of ten. Shares never reach beyond 100. */
export function valueScale(claims: readonly Claim[], range: readonly [number, number]): ValueScale {
  const ends = claims.map(extent);
  const [low, high] = [Math.min(...ends.map((end) => end.low)), Math.max(...ends.map((end) => end.high))];
  if (isLogarithmic(claims)) return scaleLog().domain([low, high]).nice().range(range);
  const top = high <= 0 ? 0 : claims[0]?.figure.kind === 'percentage' ? Math.min(100, high * 1.08) : high * 1.08;
  const bottom = Math.min(0, low * 1.08);
  return scaleLinear()
    .domain(top === bottom ? [bottom, bottom + 1] : [bottom, top])
    .nice(5)
    .range(range);
}

/** The values that get a line and a word: powers of ten, or about as many round numbers as asked for. */
export function valueTicks(scale: ValueScale, logarithmic: boolean, count: number): number[] {
  const ticks = scale.ticks(count);
  return logarithmic
    ? ticks.filter((tick) => Number.isInteger(Math.log10(tick)) || Math.abs(Math.log10(tick) % 1) < 1e-9)
    : ticks;
}

export function tickText(value: number, claims: readonly Claim[]): string {
  const end = claims[0]?.figure.kind === 'percentage' || claims[0]?.figure.kind === 'percent-change' ? ' %' : '';
  return `${value < 0 ? '−' : ''}${numberText(Math.abs(value))}${end}`;
}

/** Calendar years that get a word: every one, or each second, fifth, tenth … as there is room. */
export function yearTicks(first: number, last: number, pixels: number): number[] {
  const room = Math.max(2, Math.floor(pixels / 44));
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => (last - first) / size + 1 <= room) ?? 100;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((last - start) / step) + 1) }, (_, index) => start + index * step);
}
