import { z } from 'zod';
import { AgeBand } from '../../domain/age-band';
import { CitationRole, Distortion, OriginState } from '../../domain/citation';
import { ClaimStatus, Period, Population, PopulationGroup, RelationKind, TopicCode } from '../../domain/claim';
import { Bound, Direction, FigureKind, IntervalKind } from '../../domain/figure';
import { MethodCertainty, Reliability, SourceReliability, TransmissionFidelity } from '../../domain/grade';
import { MethodKind, MethodNote } from '../../domain/method';
import { Standing } from '../../domain/standing';
import { QuoteSelector } from '../../domain/text/quote-selector';
import { Verification } from '../../domain/verification';

// The shapes of claims on the wire and on the pages: one definition for API, OpenAPI document, pages and tests.

export const ClaimId = z
  .string()
  .regex(/^C[1-9]\d{0,8}$/)
  .meta({ id: 'ClaimId', description: 'Permanent public id.', example: 'C1' });

/** A figure as it leaves the house: numbers are JSON numbers, percentages 0–100. */
export const FigureDto = z
  .object({
    kind: FigureKind,
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    interval: IntervalKind.nullable(),
    unit: z.string(),
    bound: Bound,
    direction: Direction.nullable(),
    asPrinted: z.string().nullable(),
    of: z.string().nullable(),
  })
  .meta({ id: 'Figure', description: 'Point, low and high in `unit`; percentages on the scale 0–100.' });

export const SourceReference = z
  .object({
    id: z.string(),
    title: z.string(),
    shortName: z.string(),
    publisher: z.string().nullable(),
    issued: z.string().nullable(),
    url: z.string().nullable().describe('The publisher’s own address of the work, where one is known.'),
    standing: Standing.describe('A retracted work is still there, and says so.'),
    reliability: SourceReliability.nullable(),
  })
  .meta({ id: 'SourceReference' });
export type SourceReference = z.infer<typeof SourceReference>;

export const CitationDto = z
  .object({
    id: z.number().int(),
    source: SourceReference,
    locator: z.string().nullable(),
    figureAsPrinted: z.string().nullable(),
    role: CitationRole,
    originState: OriginState,
    drawnFrom: z
      .object({
        id: z.number().int(),
        claimId: z.string(),
        source: z.object({ id: z.string(), shortName: z.string() }),
      })
      .nullable(),
    searchLog: z.string().nullable(),
    distortions: z.array(Distortion),
    note: z.string().nullable(),
    quote: QuoteSelector.nullable().describe('Where in the work it stands, by a few of its own words.'),
    verification: Verification,
  })
  .meta({ id: 'Citation' });
export type CitationDto = z.infer<typeof CitationDto>;

/** Why a grade is looked at again, and since when. It stays in force until then. */
export const UnderReview = z
  .object({ since: z.iso.datetime({ offset: true }), reasons: z.array(z.string()) })
  .meta({ id: 'UnderReview', description: 'Something that the grade rests on changed, or it is due again by age.' });

export type UnderReview = z.infer<typeof UnderReview>;

/** How a grade was settled; null while it is provisional. */
export const Grading = z
  .object({
    editors: z.literal(2),
    how: z.enum(['agreement', 'consensus', 'decision']),
    settledAt: z.iso.datetime({ offset: true }),
    instrument: z.object({ id: z.string(), version: z.string() }),
  })
  .meta({
    id: 'Grading',
    description:
      'Two editors judged, each without seeing the other’s answers. Agreement: they judged alike; consensus: they settled a difference; decision: a senior editor did.',
  });
export type Grading = z.infer<typeof Grading>;

export const Grades = z
  .object({
    source: SourceReliability.nullable(),
    method: MethodCertainty.nullable(),
    transmission: TransmissionFidelity.nullable().describe('Null where no onward citation is recorded.'),
    provisional: z.boolean().describe('True until two editors have judged.'),
    underReview: UnderReview.nullable(),
  })
  .meta({ id: 'Grades' });

const Place = z.object({ code: z.string(), name: z.string(), note: z.string().nullable() }).meta({ id: 'Place' });
const Topic = z.object({ code: TopicCode, name: z.string() });

/** A claim in a list: everything it must never be shown without, and no more. */
export const ClaimSummary = z
  .object({
    id: ClaimId,
    slug: z.string(),
    url: z.string(),
    statement: z.string(),
    figure: FigureDto,
    population: Population,
    geography: Place,
    period: Period,
    topics: z.array(Topic),
    doesNotMeasure: z.array(z.string()),
    status: ClaimStatus,
    reliability: Reliability,
    grades: Grades,
    methodKind: MethodKind,
    origin: z
      .object({ citation: z.object({ id: z.number().int(), locator: z.string().nullable() }), source: SourceReference })
      .nullable()
      .describe('Where it was first stated; null where no origin has been found.'),
    citationCount: z.number().int(),
    updatedAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'ClaimSummary' });
export type ClaimSummary = z.infer<typeof ClaimSummary>;

export const RelationDto = z
  .object({
    kind: RelationKind,
    direction: z.enum(['outgoing', 'incoming']).describe('Outgoing: this claim supersedes the other.'),
    note: z.string().nullable(),
    seriesBreak: z
      .boolean()
      .describe('Recorded by an editor; a change of method breaks a series too, see /api/v1/series.'),
    claim: z.object({
      id: ClaimId,
      slug: z.string(),
      statement: z.string(),
      figure: FigureDto,
      reliability: Reliability,
    }),
  })
  .meta({ id: 'Relation' });
export type RelationDto = z.infer<typeof RelationDto>;

export const ClaimDto = ClaimSummary.extend({
  definition: z.string().nullable(),
  series: z
    .object({ key: z.string(), name: z.string() })
    .nullable()
    .describe('The series it belongs to: /api/v1/series/{key}.'),
  standing: Standing,
  standingReason: z.string().nullable(),
  methodNote: MethodNote.nullable(),
  reasons: z.object({
    source: z.array(z.string()),
    method: z.array(z.string()),
    reliability: z.array(z.string()),
  }),
  grading: Grading.nullable(),
  citations: z.array(CitationDto),
  relations: z.array(RelationDto),
  verification: Verification,
}).meta({ id: 'Claim' });
export type ClaimDto = z.infer<typeof ClaimDto>;

export const FACETS = [
  'topic',
  'geography',
  'population',
  'age',
  'kind',
  'method',
  'reliability',
  'transmission',
  'status',
] as const;
export type FacetName = (typeof FACETS)[number];

export const FacetCount = z.object({ value: z.string(), label: z.string(), count: z.number().int() });
export type FacetCount = z.infer<typeof FacetCount>;

export const GeographyFacetCount = FacetCount.extend({ parent: z.string().nullable(), depth: z.number().int() });

export const ClaimFacets = z
  .object({
    total: z.number().int(),
    topic: z.array(FacetCount),
    geography: z.array(GeographyFacetCount).describe('With every containing area, so that counts nest.'),
    population: z.array(FacetCount),
    age: z.array(FacetCount).describe('A claim that spans several age bands counts in each.'),
    kind: z.array(FacetCount),
    method: z.array(FacetCount),
    reliability: z.array(FacetCount),
    transmission: z.array(FacetCount),
    status: z.array(FacetCount),
  })
  .meta({ id: 'ClaimFacets' });
export type ClaimFacets = z.infer<typeof ClaimFacets>;

export const ClaimSort = z.enum(['relevance', 'citations', 'newest', 'largest', 'id']);
export type ClaimSort = z.infer<typeof ClaimSort>;

const GeographyParameter = z
  .string()
  .regex(
    /^([A-Z]{2}|\d{3})$/,
    'must be a country as two capital letters (ISO 3166-1) or an area as three digits (UN M49)',
  )
  .describe('ISO 3166-1 alpha-2 of a country, or three digits of UN M49: 001 is the world, 142 Asia.');

/** The filters of the claim list; page and API share them. Many values of one filter are alternatives. */
export const ClaimFilters = z.object({
  q: z.string().optional(),
  topic: z.array(TopicCode).max(9).default([]),
  geography: z.array(GeographyParameter).max(30).default([]),
  population: z.array(PopulationGroup).max(12).default([]),
  age: z
    .array(AgeBand)
    .max(3)
    .default([])
    .describe('Claims of a stated age range, narrower than all of childhood, that overlaps the band.'),
  kind: z.array(FigureKind).max(7).default([]),
  method: z.array(MethodKind).max(11).default([]),
  reliability: z.array(Reliability).max(5).default([]),
  transmission: z
    .array(z.enum([...TransmissionFidelity.options, 'none']))
    .max(5)
    .default([]),
  status: z.array(ClaimStatus).max(5).default([]),
  yearFrom: z.number().int().min(1900).max(2100).optional(),
  yearTo: z.number().int().min(1900).max(2100).optional(),
  valueMin: z.number().min(-1e15).max(1e15).optional(),
  valueMax: z.number().min(-1e15).max(1e15).optional(),
  sort: ClaimSort.optional(),
});
export type ClaimFilters = z.infer<typeof ClaimFilters>;
