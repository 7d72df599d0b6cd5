import type { Reliability } from '../../domain/grade';
import { figureText } from '../../domain/figure-text';
import { shortPeriodText } from '../../domain/series-text';
import { CLAIM_STATUS, RELIABILITY } from '../../domain/words';
import type { SeriesPoint } from '../../features/series/schema';
import { FILE, type Look } from './chart';
import { element, escaped } from './markup';
import type { ColourName, Palette } from './palette';
import { textWidth } from './text-fit';

// The marks of a series' charts. Reliability is shape and colour at once; a claim that no longer stands as it is has a
// hollow mark, and never none.

export type Claim = SeriesPoint['claim'];

export const TEXT = 12;

/** Half the side of a link's area: 24 CSS pixels across, so that a finger finds it (WCAG 2.2, 2.5.8). */
export const REACH = 12;

const SHAPE: Readonly<Record<Reliability, string>> = {
  high: 'M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z',
  moderate: 'M-5 -5h10v10h-10z',
  low: 'M0 -7l7 7l-7 7l-7 -7z',
  'very-low': 'M-6.5 -5h13l-6.5 11z',
  'not-graded': 'M-6.5 5h13l-6.5 -11z',
};

export const LEVELS = Object.keys(SHAPE) as Reliability[];

export function isMuted({ status }: Claim): boolean {
  return status !== 'current';
}

export function levelColour({ palette }: Look, level: Reliability): string {
  return palette[`level-${level}` as ColourName];
}

function levelText(level: Reliability): string {
  return level === 'not-graded' ? RELIABILITY[level].label : `${RELIABILITY[level].label} reliability`;
}

/** One mark with its middle at x, y. */
export function mark(look: Look, x: number, y: number, level: Reliability, hollow: boolean): string {
  const colour = levelColour(look, level);
  return element('path', {
    d: SHAPE[level],
    transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`,
    fill: hollow ? look.palette.paper : colour,
    stroke: hollow ? colour : look.palette.paper,
    'stroke-width': hollow ? 1.75 : 1,
  });
}

/** Everything that is drawn of one claim, as a link to it where a finger can tell it from its neighbours. */
export function linked(look: Look, claim: Claim, drawing: string, apart: boolean, seen?: string): string {
  // A name begins with the words that are seen, for whoever speaks them to follow the link (WCAG 2.2, 2.5.3).
  const words = seen ?? `${claimLabel(claim)}, ${shortPeriodText(claim.period)}, ${claim.id}`;
  const label = `${words}, ${levelText(claim.reliability)}`;
  const named = `${element('title', {}, escaped(label))}${drawing}`;
  // An address without a host leads nowhere from a file.
  if (look === FILE || !apart) return element('g', {}, named);
  return element('a', { href: `/claims/${claim.id}/${claim.slug}`, 'aria-label': label }, named);
}

/** `≈ 1.8 million`, `7 %, misquotation`. */
export function claimLabel(claim: Claim): string {
  const text = figureText(claim.figure);
  return isMuted(claim) ? `${text}, ${CLAIM_STATUS[claim.status].label.toLowerCase()}` : text;
}

/** Text that stays readable over a line. */
export function halo(palette: Palette): Record<string, string | number> {
  return {
    'font-size': TEXT,
    stroke: palette.paper,
    'stroke-width': 4,
    'paint-order': 'stroke',
    'stroke-linejoin': 'round',
  };
}

/** Low and high, where either is known: for the bar, and for how far the axis must reach. */
export function extent({ figure: { value, low, high } }: Claim): { low: number; high: number } {
  const numbers = [value, low, high].filter((number) => number !== null);
  return { low: Math.min(...numbers), high: Math.max(...numbers) };
}

/** Where marks stand: at the point value, or where there is none at each end that is known. */
export function markValues({ figure: { value, low, high } }: Claim): number[] {
  return value !== null ? [value] : [low, high].filter((number) => number !== null);
}

type Entry = { symbol: (x: number, y: number) => string; text: string };

/** What the marks mean, in rows as wide as the drawing. */
export function legend(
  look: Look,
  claims: readonly Claim[],
  signs: readonly Entry[],
): { height: number; body: string } {
  const { palette, width } = look;
  const levels = LEVELS.filter((level) => claims.some((claim) => claim.reliability === level));
  const entries: Entry[] = [
    ...levels.map((level) => ({
      symbol: (x: number, y: number) => mark(look, x + 10, y, level, false),
      text: levelText(level),
    })),
    ...statusEntries(look, claims),
    ...signs,
  ];
  let [x, y] = [0, 12];
  const body = entries.map(({ symbol, text }) => {
    const needed = 26 + textWidth(text, TEXT) * 1.04;
    if (x > 0 && x + needed > width) [x, y] = [0, y + 22];
    const drawn = `${symbol(x, y)}${element('text', { x: x + 26, y: y + 4, 'font-size': TEXT, fill: palette.muted }, escaped(text))}`;
    x += needed + 20;
    return drawn;
  });
  return { height: y + 14, body: body.join('') };
}

function statusEntries(look: Look, claims: readonly Claim[]): Entry[] {
  const statuses = [...new Set(claims.filter(isMuted).map(({ status }) => CLAIM_STATUS[status].label.toLowerCase()))];
  if (statuses.length === 0) return [];
  const level = claims.find(isMuted)?.reliability ?? 'low';
  return [{ symbol: (x, y) => mark(look, x + 10, y, level, true), text: `Hollow: ${statuses.join(', ')}` }];
}
