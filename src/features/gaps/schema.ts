import { z } from 'zod';
import { TopicCode } from '../../domain/claim';
import { type AreaLine, cellFilter, type GapFilter, GapKind, type GapLine, type GapMatrix } from '../../domain/gaps';
import { Reliability } from '../../domain/grade';
import { namedFor } from '../../domain/named-gaps';
import { filterHref } from '../claims/filters';
import { ClaimFilters } from '../claims/schema';

/** A claim counted with others: how many, how good the best of them is, and how recent. */
const Counted = {
  count: z.number().int().describe('Claims, of whatever status.'),
  bestReliability: Reliability.nullable().describe('Of the best claim; null where there is none.'),
  latestYear: z.number().int().nullable().describe('The latest year a claim speaks of; null: none known.'),
  gap: GapKind.nullable().describe('What is missing; null where nothing is.'),
  named: z.array(z.string()).describe('Keys of the gaps in `named` that the cell belongs to.'),
  url: z.string().describe('The list of these claims.'),
};

const Topic = z
  .object({ code: TopicCode, name: z.string() })
  .nullable()
  .describe('Null: all topics together, each claim counted once.');

const RegionCell = z
  .object({
    topic: Topic,
    area: z.object({
      code: z.string(),
      name: z.string(),
      within: z.string().nullable().describe('Code of the region it lies in; null for a region itself.'),
    }),
    ...Counted,
  })
  .meta({ id: 'RegionCell' });

const PopulationCell = z
  .object({ topic: Topic, population: z.object({ code: z.string(), name: z.string() }), ...Counted })
  .meta({ id: 'PopulationCell' });

export const NamedGapDto = z
  .object({
    key: z.string(),
    name: z.string(),
    note: z.string(),
    parts: z.array(z.object({ label: z.string(), count: z.number().int(), url: z.string() })),
    search: z.string().nullable().describe('The address of a search that comes near, where no filter can.'),
  })
  .meta({ id: 'NamedGap' });
export type NamedGapDto = z.infer<typeof NamedGapDto>;

export const GapsDto = z
  .object({
    asOfYear: z.number().int().describe('The year that "more than ten years ago" counts from.'),
    regions: z.array(RegionCell),
    populations: z.array(PopulationCell),
    named: z.array(NamedGapDto).describe('Gaps that the founding document of about 2014 named itself.'),
  })
  .meta({ id: 'Gaps' });
export type GapsDto = z.infer<typeof GapsDto>;

/** The map of gaps as the pages have it. */
export type GapMap = {
  asOfYear: number;
  claims: number;
  /** Claims whose place is the world. */
  worldwide: number;
  regions: GapMatrix<AreaLine>;
  populations: GapMatrix;
  named: NamedGapDto[];
  /** The work that named gaps; null where this database does not hold it. */
  founding: { id: string; shortName: string } | null;
};

/** What the pairs are that a matrix counts: regions as a whole stand in it only to compare with. */
export const REGION_PAIRS = 'a topic and a part of a region';
export const POPULATION_PAIRS = 'a topic and a population';

/** What the matrices are made of, as it stands under them and in their files. */
export const GAP_SOURCES = 'the claims of this evidence base; regions after the United Nations’ M49.';

/** The address of the claims that a cell counts, without the host. */
export function gapHref(filter: GapFilter): string {
  return filterHref(ClaimFilters.parse(filter));
}

/** The map of gaps as the API gives it, cell by cell. @param base address of this site, without a slash at its end */
export function toGapsDto({ asOfYear, regions, populations, named }: GapMap, base: string): GapsDto {
  const absolute = (path: string) => `${base}${path}`;
  return {
    asOfYear,
    regions: cellsOf(regions, base, ({ code, name, within }) => ({ area: { code, name, within } })),
    populations: cellsOf(populations, base, ({ code, name }) => ({ population: { code, name } })),
    named: named.map((gap) => ({
      ...gap,
      parts: gap.parts.map((part) => ({ ...part, url: absolute(part.url) })),
      search: gap.search === null ? null : absolute(gap.search),
    })),
  };
}

function cellsOf<Line extends GapLine, Head>(matrix: GapMatrix<Line>, base: string, head: (line: Line) => Head) {
  return matrix.lines.flatMap((line, row) =>
    matrix.topics.flatMap((topic, column) => {
      const cell = matrix.cells[row]?.[column];
      if (cell === undefined) return [];
      const named = [...namedFor('lines', line.code), ...namedFor('topics', topic.code)].map(({ key }) => key);
      return [
        {
          topic: topic.code === null ? null : { code: topic.code, name: topic.name },
          ...head(line),
          ...cell,
          named: [...new Set(named)],
          url: `${base}${gapHref(cellFilter(line, topic))}`,
        },
      ];
    }),
  );
}
