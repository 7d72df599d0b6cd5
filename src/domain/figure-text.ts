import type { Figure } from './figure';

type FigureText = Pick<Figure, 'kind' | 'value' | 'low' | 'high' | 'unit' | 'bound' | 'direction'>;

const SIGN = {
  exact: '',
  approximately: '≈ ',
  'at-least': '≥ ',
  'at-most': '≤ ',
} as const;

const DIRECTION = {
  increases: 'Increases',
  decreases: 'Decreases',
  'no-effect': 'No effect',
  contested: 'Contested',
} as const;

/**
 * A number as this site writes it: 1.8 million from a million on, thousands grouped with a comma, at most four
 * significant decimals. Never rounded to a different value: 13,182 stays 13,182; 1,234,567 stays 1,234,567.
 */
export function numberText(value: number): string {
  const millions = value / 1e6;
  if (Math.abs(value) >= 1e9 && Number.isInteger(value / 1e7)) return `${trim(value / 1e9)} billion`;
  if (Math.abs(value) >= 1e6 && Number.isInteger(value / 1e4)) return `${trim(millions)} million`;
  return value.toLocaleString('en-GB', { maximumFractionDigits: 4 });
}

function trim(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

/** What stands behind the number: %, percentage points, or nothing where the unit says it. */
function suffix(kind: Figure['kind']): string {
  if (kind === 'percentage' || kind === 'percent-change') return ' %';
  return kind === 'percentage-points' ? ' points' : '';
}

/** "Most", said without a number: the only bound that is known is half. Written as ≥ 50 % it would feign a count. */
function isMajority({ kind, value, low, high }: FigureText): boolean {
  return kind === 'percentage' && value === null && low === 50 && high === null;
}

/**
 * The figure as one large line: `≈ 1.8 million`, `40–50 %`, `+35 %`, `Increases`, `More than half`. The unit stands
 * apart.
 */
export function figureText(figure: FigureText): string {
  if (figure.kind === 'direction') return figure.direction === null ? '' : DIRECTION[figure.direction];
  if (isMajority(figure)) return 'More than half';
  const signed = figure.kind === 'percent-change' || figure.kind === 'percentage-points';
  const write = (n: number) =>
    `${signed && n > 0 ? '+' : signed && n < 0 ? '−' : ''}${numberText(signed ? Math.abs(n) : n)}`;
  const end = suffix(figure.kind);
  if (figure.value !== null) return `${SIGN[figure.bound]}${write(figure.value)}${end}`;
  if (figure.low !== null && figure.high !== null)
    return `${SIGN[figure.bound]}${write(figure.low)}–${write(figure.high)}${end}`;
  if (figure.low !== null) return `≥ ${write(figure.low)}${end}`;
  return figure.high === null ? '' : `≤ ${write(figure.high)}${end}`;
}

/** The interval beside a point value: `19.5 million–22.3 million`; null where there is none. */
export function intervalText(figure: FigureText): string | null {
  if (figure.value === null || (figure.low === null && figure.high === null)) return null;
  const end = suffix(figure.kind);
  if (figure.low === null) return `up to ${numberText(figure.high ?? 0)}${end}`;
  if (figure.high === null) return `from ${numberText(figure.low)}${end}`;
  return `${numberText(figure.low)}–${numberText(figure.high)}${end}`;
}

/** The unit where the number does not say it already: `%` needs no "per cent" after it. */
export function unitText({ kind, unit }: FigureText): string | null {
  const said = kind === 'percentage' || kind === 'percent-change' || kind === 'percentage-points';
  return said && /^(per cent|percentage points?|%)$/.test(unit) ? null : unit;
}
