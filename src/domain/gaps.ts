import { z } from 'zod';
import type { AgeBand } from './age-band';
import type { PopulationGroup, TopicCode } from './claim';
import { Reliability } from './grade';

// Where evidence is missing. Topics run across, areas or populations run down; a cell holds the claims that have both.

/**
 * What is missing in a cell: `nothing`: it has no claim. `only-low`: no claim in it is graded moderate or high.
 * `only-outdated`: the latest year that any of its claims speaks of lies more than ten years back. `both`: only low and
 * only outdated.
 */
export const GapKind = z.enum(['nothing', 'only-low', 'only-outdated', 'both']);
export type GapKind = z.infer<typeof GapKind>;

/** How many years old the latest evidence of a cell may be. Ours: no published standard sets a number. */
export const YEARS_CURRENT = 10;

/** The filters of the claim list that a cell stands for. Several values of one filter are alternatives. */
export type GapFilter = Readonly<{
  topic?: readonly TopicCode[];
  geography?: readonly string[];
  population?: readonly PopulationGroup[];
  age?: readonly AgeBand[];
}>;

/** A column. The topic null stands for all topics together: a claim with two topics counts once in it. */
export type GapTopic = { code: TopicCode | null; name: string };

/** A row: an area or a population. `reference` rows stand there to compare with, and no gap is counted in them. */
export type GapLine = { code: string; name: string; reference: boolean; filter: GapFilter };

/** Claims counted together. Rows of the same topic and line add up, in whatever order and however they were split. */
export type GapRow = {
  topic: TopicCode | null;
  line: string;
  /** Number of claims, one or more. */
  count: number;
  bestReliability: Reliability;
  /** The latest year that a claim speaks of; null where none of them has a known year. */
  latestYear: number | null;
};

export type GapCell = {
  count: number;
  bestReliability: Reliability | null;
  latestYear: number | null;
  gap: GapKind | null;
};

/** `cells[line][topic]`. */
export type GapMatrix<Line extends GapLine = GapLine> = {
  topics: readonly GapTopic[];
  lines: readonly Line[];
  cells: readonly (readonly GapCell[])[];
};

const EMPTY: GapCell = { count: 0, bestReliability: null, latestYear: null, gap: 'nothing' };

/**
 * The matrix of all topics and lines. Rows of a topic or line that the matrix does not have are passed over.
 *
 * @param asOfYear the year from which ages are counted, such as 2026
 */
export function gapMatrix<Line extends GapLine>(
  topics: readonly GapTopic[],
  lines: readonly Line[],
  rows: Iterable<GapRow>,
  asOfYear: number,
): GapMatrix<Line> {
  const found = new Map<string, Omit<GapCell, 'gap'>>();
  for (const row of rows) {
    const key = keyOf(row.line, row.topic);
    found.set(key, merged(found.get(key) ?? EMPTY, row));
  }
  const cells = lines.map((line) =>
    topics.map((topic) => {
      const cell = found.get(keyOf(line.code, topic.code));
      return cell === undefined ? EMPTY : { ...cell, gap: gapKind(cell, asOfYear) };
    }),
  );
  return { topics, lines, cells };
}

function keyOf(line: string, topic: TopicCode | null): string {
  return `${line} ${topic ?? ''}`;
}

function merged(cell: Omit<GapCell, 'gap'>, row: GapRow): Omit<GapCell, 'gap'> {
  const years = [cell.latestYear, row.latestYear].filter((year) => year !== null);
  return {
    count: cell.count + row.count,
    bestReliability: better(cell.bestReliability, row.bestReliability),
    latestYear: years.length === 0 ? null : Math.max(...years),
  };
}

/** The better of two levels: high, moderate, low, very low, not graded. */
function better(a: Reliability | null, b: Reliability): Reliability {
  if (a === null) return b;
  return Reliability.options.indexOf(a) <= Reliability.options.indexOf(b) ? a : b;
}

/** What is missing; null where a claim of moderate or high reliability and a recent one (or one of no known year) are there. */
export function gapKind(
  { count, bestReliability, latestYear }: Omit<GapCell, 'gap'>,
  asOfYear: number,
): GapKind | null {
  if (count === 0) return 'nothing';
  const low = bestReliability !== 'high' && bestReliability !== 'moderate';
  const outdated = latestYear !== null && asOfYear - latestYear > YEARS_CURRENT;
  if (low && outdated) return 'both';
  if (low) return 'only-low';
  return outdated ? 'only-outdated' : null;
}

export type GapTally = { pairs: number } & Record<GapKind, number>;

/** How many pairs of a topic and a line there are, and how many of them are gaps of each kind; references left out. */
export function gapTally({ topics, lines, cells }: GapMatrix): GapTally {
  const tally: GapTally = { pairs: 0, nothing: 0, 'only-low': 0, 'only-outdated': 0, both: 0 };
  for (const [row, line] of lines.entries()) {
    if (line.reference) continue;
    for (const [column, topic] of topics.entries()) {
      if (topic.code === null) continue;
      tally.pairs += 1;
      const gap = cells[row]?.[column]?.gap;
      if (gap) tally[gap] += 1;
    }
  }
  return tally;
}

/** The finding in a sentence: `Of 198 pairs of a topic and a part of a region, 150 have no claim, …`. @param pairs what a pair is of */
export function gapFinding(tally: GapTally, pairs: string): string {
  const have = (count: number) => `${count} ${count === 1 ? 'has' : 'have'}`;
  const parts = [
    tally.nothing === 0 ? 'each has a claim' : `${have(tally.nothing)} no claim`,
    ...(tally['only-low'] > 0 ? [`${have(tally['only-low'])} none of more than low reliability`] : []),
    ...(tally['only-outdated'] > 0 ? [`${have(tally['only-outdated'])} none of the last ten years`] : []),
    ...(tally.both > 0 ? [`${have(tally.both)} only low and old ones`] : []),
  ];
  const last = parts.pop() ?? '';
  const listed = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
  return `Of ${tally.pairs} pairs of ${pairs}, ${listed}`;
}

/** A place as the matrix needs it: M49 areas, each with the area that contains it. */
export type AreaPlace = { code: string; name: string; parent: string | null };

/** An area that is a row: a region of the world, or one of the smallest areas inside it (`within` is the region's code). */
export type AreaLine = GapLine & { within: string | null };

/**
 * The rows of the region matrix: each region of the world (Africa, Asia …), to compare with, followed by the smallest
 * areas of UN M49 inside it, by name. A claim about a region as a whole is in its row, and in no smaller area's.
 *
 * @param areas all areas larger than a country, without the world itself
 * @param world code of the world
 */
export function areaLines(areas: readonly AreaPlace[], world: string): AreaLine[] {
  const byName = [...areas].sort((a, b) => a.name.localeCompare(b.name, 'en') || a.code.localeCompare(b.code));
  const inside = (code: string) => byName.filter((area) => area.parent === code);
  const smallest = (code: string): AreaPlace[] =>
    inside(code).flatMap((area) => (inside(area.code).length === 0 ? [area] : smallest(area.code)));
  const line = ({ code, name }: AreaPlace, within: string | null): AreaLine => ({
    code,
    name,
    reference: within === null,
    filter: { geography: [code] },
    within,
  });
  return inside(world).flatMap((region) => [
    line(region, null),
    ...smallest(region.code)
      .sort((a, b) => a.name.localeCompare(b.name, 'en'))
      .map((area) => line(area, region.code)),
  ]);
}

/** A row of the population matrix. */
export const POPULATION_LINES = [
  { code: 'children', name: 'Children in general', reference: true, filter: { population: ['children'] } },
  { code: 'girls', name: 'Girls', reference: false, filter: { population: ['girls'] } },
  { code: 'boys', name: 'Boys', reference: false, filter: { population: ['boys'] } },
  {
    code: 'transgender-children',
    name: 'Transgender children',
    reference: false,
    filter: { population: ['transgender-children'] },
  },
  { code: 'under-10', name: 'Under 10', reference: false, filter: { age: ['under-10'] } },
  { code: '10-14', name: 'Aged 10–14', reference: false, filter: { age: ['10-14'] } },
  { code: '15-17', name: 'Aged 15–17', reference: false, filter: { age: ['15-17'] } },
  { code: 'offenders', name: 'Offenders', reference: false, filter: { population: ['offenders'] } },
  { code: 'survivors', name: 'Survivors’ own views', reference: false, filter: { population: ['survivors'] } },
] as const satisfies readonly GapLine[];

/** The filters of one cell: those of its row, and its topic. */
export function cellFilter(line: GapLine, topic: GapTopic): GapFilter {
  return topic.code === null ? line.filter : { topic: [topic.code], ...line.filter };
}
