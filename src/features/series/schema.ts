import { z } from 'zod';
import { SeriesKey as SeriesKeyPattern, TopicCode } from '../../domain/claim';
import { ClaimId, ClaimSummary } from '../claims/schema';

// The shapes of series on the wire and on the pages.

export const SeriesKey = SeriesKeyPattern.meta({
  id: 'SeriesKey',
  description: 'Key of a series, as claims name it.',
  example: 'ilo-cse-children',
});

/** A series in a list. */
export const SeriesSummary = z
  .object({
    key: SeriesKey,
    name: z.string(),
    description: z.string().nullable(),
    topic: z.object({ code: TopicCode, name: z.string() }).describe('The topic that most of its claims have.'),
    claimCount: z.number().int(),
    yearStart: z.number().int().nullable().describe('First year that any of its claims speaks of.'),
    yearEnd: z.number().int().nullable(),
    breakCount: z.number().int().describe('Breaks between its claims.'),
  })
  .meta({ id: 'SeriesSummary' });
export type SeriesSummary = z.infer<typeof SeriesSummary>;

const SeriesRelationKind = z.enum(['continues', 'supersedes']);

export const SeriesRelation = z
  .object({
    from: ClaimId,
    to: ClaimId,
    kind: SeriesRelationKind.describe('Read from `from` to `to`.'),
    note: z.string().nullable(),
    seriesBreak: z
      .boolean()
      .describe('Recorded, or worked out from kind and method (SDMX OBS_STATUS “B”): the two make no trend.'),
  })
  .meta({ id: 'SeriesRelation' });

const Change = z.object({
  kind: z.enum([
    'break',
    'kind',
    'unit',
    'denominator',
    'population',
    'age',
    'place',
    'measure',
    'method',
    'definition-wording',
  ]),
  text: z.string().describe('In words: what it is now, and what it was before.'),
});

export const SeriesPoint = z
  .object({
    claim: ClaimSummary,
    definition: z.string().nullable(),
    comparison: z
      .object({
        to: ClaimId.describe('The claim it continues or supersedes; where there is none, the one before it in time.'),
        relation: SeriesRelationKind.nullable().describe('Null where no relation is recorded.'),
        note: z.string().nullable(),
        changes: z.array(Change),
      })
      .nullable()
      .describe('What changed. Null for the first claim.'),
  })
  .meta({ id: 'SeriesPoint' });
export type SeriesPoint = z.infer<typeof SeriesPoint>;

export const SeriesDto = z
  .object({
    key: SeriesKey,
    name: z.string(),
    description: z.string().nullable(),
    finding: z.string().describe('What the claims and their relations say of the series, as one sentence.'),
    breakCount: z.number().int(),
    points: z.array(SeriesPoint).describe('In order of the reference period; claims without one last.'),
    relations: z.array(SeriesRelation).describe('Between the claims of this series.'),
    joined: z
      .array(z.object({ from: ClaimId, to: ClaimId }))
      .describe('Pairs that a line may join: comparable, recorded as continuing, and no break between them.'),
  })
  .meta({ id: 'Series' });
export type SeriesDto = z.infer<typeof SeriesDto>;
