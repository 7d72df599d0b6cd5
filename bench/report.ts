import type { Rate } from './load';

// The tables that a run ends with, as Markdown.

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map(line).join('\n');
}

export const whole = (value: number) => Math.round(value).toLocaleString('en');
export const milliseconds = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

export const RATE_HEAD = ['asked', 'of', 'requests/s', 'p50 ms', 'p95 ms', 'p99 ms', 'failed', 'the product to it'];

/** One measured server; the last column says how many times as fast the product is. */
export function rateRow(asked: string, of: string, rate: Rate, product: Rate): string[] {
  return [
    asked,
    of,
    whole(rate.perSecond),
    ...[rate.p50, rate.p95, rate.p99].map(milliseconds),
    String(rate.failed),
    rate === product ? '' : (product.perSecond / rate.perSecond).toFixed(2),
  ];
}

/** An aim and what came of it. */
export type Aim = { what: string; reached: number | null; limit: number; atMost: boolean; unit: string };

export function aimRow({ what, reached, limit, atMost, unit }: Aim): string[] {
  const said = (value: number) => `${value < 100 ? Number(value.toFixed(2)) : whole(value)}${unit}`;
  const met = reached !== null && (atMost ? reached <= limit : reached >= limit);
  return [
    what,
    `${atMost ? '≤' : '≥'} ${said(limit)}`,
    reached === null ? 'not measured' : said(reached),
    reached === null ? '' : met ? 'yes' : 'no',
  ];
}
