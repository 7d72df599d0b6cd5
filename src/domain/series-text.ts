import { ageRangeText } from './age-band';
import { figureText } from './figure-text';
import { periodText } from './period-text';
import {
  type ChangeKind,
  comparableGroups,
  inOrder,
  joinedPairs,
  type SeriesLink,
  type SeriesMember,
  spanOf,
} from './series';
import { FIGURE_KIND, MEASURE, METHOD_KIND, POPULATION_GROUP } from './words';

const NUMBER = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

function counted(count: number, one: string, many: string): string {
  return `${NUMBER[count] ?? count} ${count === 1 ? one : many}`;
}

function inWords(count: number): string {
  return (NUMBER[count] ?? String(count)).toLowerCase();
}

function times(count: number): string {
  if (count < 3) return count === 1 ? 'once' : 'twice';
  return `${inWords(count)} times`;
}

/** What can be said of a series from its claims and their recorded relations alone, as one sentence. */
export function seriesFinding(members: readonly SeriesMember[], links: readonly SeriesLink[]): string {
  const numbers = inOrder(members).filter(({ figure }) => figure.kind !== 'direction');
  const without = members.length - numbers.length;
  if (numbers.length === 0) {
    return `${counted(without, 'statement', 'statements')} without a number: nothing here makes a trend.`;
  }
  const methods = new Set(numbers.map(({ methodKind }) => methodKind)).size;
  const parts = [
    `${counted(numbers.length, 'figure', 'figures')}${yearsText(numbers)}`,
    methods > 1 ? `, by ${inWords(methods)} kinds of method` : '',
    without > 0 ? `, and ${counted(without, 'statement', 'statements').toLowerCase()} without a number` : '',
  ];
  const reading = numbers.length === 1 ? '' : `; ${readingOf(numbers, links)}`;
  return `${parts.join('')}${reading}.`;
}

function readingOf(numbers: readonly SeriesMember[], links: readonly SeriesLink[]): string {
  const ids = new Set(numbers.map(({ id }) => id));
  const breaks = links.filter(({ from, to, seriesBreak }) => seriesBreak && ids.has(from) && ids.has(to)).length;
  const joined = comparableGroups(numbers).flatMap((group) => joinedPairs(group, links));
  if (breaks > 0) {
    const broken = `the series breaks ${times(breaks)}`;
    return joined.length === 0 ? `${broken}, so they make no trend` : `${broken}, and no trend runs through a break`;
  }
  if (joined.length === 0) return 'none is recorded to continue another, so they make no trend';
  const [first, last] = [numbers[0], numbers.at(-1)];
  const chain = joined.length === numbers.length - 1 && joined.every(({ from }, i) => from === numbers[i]?.id);
  if (chain && first && last) return `from ${figureText(first.figure)} to ${figureText(last.figure)}, without a break`;
  const ends = new Set(joined.flatMap(({ from, to }) => [from, to])).size;
  return `${counted(ends, 'of them', 'of them').toLowerCase()} continue one another, without a break`;
}

/** ` for 2000–2021`, `, one for 2001 and three of no established period`: the years of those that have any. */
function yearsText(members: readonly SeriesMember[]): string {
  const years = yearsOf(members);
  if (years === null) return ' of no established period';
  const span = years.first === years.last ? `for ${years.first}` : `for ${years.first}–${years.last}`;
  const without = members.filter(({ period }) => spanOf(period) === null).length;
  if (without === 0) return ` ${span}`;
  return `, ${inWords(members.length - without)} ${span} and ${inWords(without)} of no established period`;
}

/** The first and the last calendar year that the claims speak of; null where none is known. */
export function yearsOf(members: readonly Pick<SeriesMember, 'period'>[]): { first: number; last: number } | null {
  const spans = members.flatMap(({ period }) => spanOf(period) ?? []);
  if (spans.length === 0) return null;
  return {
    first: Math.floor(Math.min(...spans.map(({ start }) => start))),
    last: Math.ceil(Math.max(...spans.map(({ end }) => end))) - 1,
  };
}

/** What broke, in two or three words, as far as the note of the relation says it. */
export function breakWord(note: string | null): string {
  if (/\bmethod\b/i.test(note ?? '')) return 'method changed';
  return /\bdefinitions?\b/i.test(note ?? '') ? 'definition changed' : 'break in series';
}

type Side = Pick<SeriesMember, 'figure' | 'period' | 'population' | 'geography' | 'methodKind'>;

/** A change in words: what it is now, and what it was before. */
export function changeText(kind: ChangeKind, before: Side, after: Side): string {
  if (kind === 'break') return 'break in the series';
  if (kind === 'definition-wording') return 'definition worded differently';
  const [title, of] = CHANGE[kind];
  return `${title}: ${of(after)} (before: ${of(before)})`;
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const CHANGE: Readonly<
  Record<Exclude<ChangeKind, 'break' | 'definition-wording'>, readonly [string, (side: Side) => string]>
> = {
  kind: ['kind of figure', ({ figure }) => lower(FIGURE_KIND[figure.kind].label)],
  unit: ['unit', ({ figure }) => figure.unit],
  denominator: ['share of', ({ figure }) => figure.of ?? 'nothing stated'],
  population: ['group', ({ population }) => lower(POPULATION_GROUP[population.group].label)],
  age: ['age', ({ population }) => ageRangeText(population) ?? 'not stated'],
  place: ['place', ({ geography }) => geography.name],
  measure: ['stock or flow', ({ period }) => (period.measure ? lower(MEASURE[period.measure].label) : 'not stated')],
  method: ['method', ({ methodKind }) => lower(METHOD_KIND[methodKind].label)],
};

/** The period as its dates alone say it, short enough for a drawing. */
export function shortPeriodText(period: SeriesMember['period']): string {
  return periodText({ ...period, label: null }) ?? 'period not established';
}
