import type { Figure } from '../figure';
import { FIGURE_KIND } from '../words';
import { byId, type ComparedClaim } from './compared-claim';
import { grouped, listed } from './judge';

type Numbers = Pick<Figure, 'kind' | 'unit' | 'value' | 'low' | 'high'>;

/** Whether one axis can carry the figures; where not, why. */
export type ChartRule = { drawable: true; scale: 'linear' | 'log' } | { drawable: false; reason: string };

/** Units that may share an axis. What is in none of them shares an axis only with its own like. */
const FAMILIES: readonly [family: string, pattern: RegExp][] = [
  ['people', /^(children|people|adults|victims|(girls and women|boys and men)( alive)?|girls|boys)\b/],
  ['webpages', /^(webpages?|content URLs|URLs)\b/],
  ['images', /^(images|photos|videos)\b/],
  ['reports', /^reports$/],
  ['arrests', /^arrests\b/],
];

/**
 * What an axis would measure. Shares and changes in per cent have no unit beside their kind; a count of people never
 * shares an axis with a count of reports, webpages or images.
 */
export function axisOf({ kind, unit }: Numbers): string {
  if (kind === 'percentage' || kind === 'percent-change' || kind === 'percentage-points') return kind;
  const plain = unit.trim();
  const family = FAMILIES.find(([, pattern]) => pattern.test(plain))?.[0] ?? plain.toLowerCase();
  return `${kind}: ${family}`;
}

/** All the numbers of a figure. */
export function numbersOf({ value, low, high }: Numbers): number[] {
  return [value, low, high].filter((number) => number !== null);
}

/** How much larger the largest number must be than the smallest before a linear axis hides the small ones. */
const LOG_FROM = 50;

/** Whether the claims can be drawn on one axis at all, whatever a reader has acknowledged, and on which scale. */
export function chartRule(claims: readonly ComparedClaim[]): ChartRule {
  const sorted = [...claims].sort(byId);
  const numberless = sorted.filter(({ figure }) => numbersOf(figure).length === 0).map(({ id }) => id);
  if (numberless.length > 0) {
    const verb = numberless.length === 1 ? 'states' : 'state';
    return {
      drawable: false,
      reason: `${listed(numberless)} ${verb} a direction and no number: nothing can be drawn.`,
    };
  }
  const axes = grouped(sorted, ({ figure }) => axisOf(figure));
  if (axes.length > 1) {
    const parts = axes.map(({ ids, claims: [first] }) => `${listed(ids)}: ${axisWords(first)}`);
    return { drawable: false, reason: `No axis can measure both (${parts.join('; ')}). Read the table instead.` };
  }
  const numbers = sorted.flatMap(({ figure }) => numbersOf(figure));
  const log = Math.min(...numbers) > 0 && Math.max(...numbers) > LOG_FROM * Math.min(...numbers);
  return { drawable: true, scale: log ? 'log' : 'linear' };
}

function axisWords(claim: ComparedClaim | undefined): string {
  if (claim === undefined) return '';
  const { kind, unit } = claim.figure;
  const label = FIGURE_KIND[kind].label.toLowerCase();
  return axisOf(claim.figure) === kind ? label : `${label} of ${unit}`;
}
