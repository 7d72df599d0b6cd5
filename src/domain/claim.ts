import { z } from 'zod';
import { CitationRecord } from './citation';
import { Figure } from './figure';
import { ClaimAppraisalRecord } from './grade';
import { MethodNote } from './method';
import { PartialDate } from './partial-date';
import { Standing } from './standing';
import { Verification } from './verification';

/**
 * Who or what is counted. `content` is reports, pages, images: never children. `survivors` are people who were exploited
 * as children and were asked themselves, whatever their age now.
 */
export const PopulationGroup = z.enum([
  'children',
  'girls',
  'boys',
  'transgender-children',
  'women-and-girls',
  'men-and-boys',
  'all-ages',
  'adults',
  'survivors',
  'offenders',
  'content',
  'states-and-organisations',
]);
export type PopulationGroup = z.infer<typeof PopulationGroup>;

export const Population = z
  .strictObject({
    group: PopulationGroup,
    description: z.string().min(1),
    ageMin: z.number().int().min(0).max(120).nullable(),
    ageMax: z.number().int().min(0).max(120).nullable().describe('Inclusive: 17 for "under 18".'),
  })
  .meta({ id: 'Population' });

/** A stock is counted at a moment, a flow per period, a cumulative total since a start. */
export const Measure = z.enum(['stock', 'flow', 'cumulative']);
export type Measure = z.infer<typeof Measure>;

/** The reference period: what time the figure speaks of, not when it was published. */
export const Period = z
  .strictObject({
    start: PartialDate.nullable(),
    end: PartialDate.nullable(),
    measure: Measure.nullable(),
    label: z.string().min(1).nullable().describe('In words, where dates alone do not say it.'),
  })
  .meta({ id: 'Period' });

/** Relations between claims, from this claim to the other. */
export const RelationKind = z.enum([
  'supersedes',
  'continues',
  'part-of',
  'contradicts',
  'misquotation-of',
  'homonym-of',
]);
export type RelationKind = z.infer<typeof RelationKind>;

/** What a reader needs to know first, worked out from standing and relations. */
export const ClaimStatus = z.enum(['current', 'superseded', 'disputed', 'misquotation', 'retracted']);
export type ClaimStatus = z.infer<typeof ClaimStatus>;

export const TopicCode = z.enum([
  'prostitution',
  'online',
  'trafficking',
  'travel-tourism',
  'early-marriage',
  'demand-offenders',
  'vulnerability',
  'response-law',
  'terminology',
]);
export type TopicCode = z.infer<typeof TopicCode>;

const key = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);

/** Key of a series, as claims name it and as it stands in the address of its page. */
export const SeriesKey = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/);

/** ISO 3166-1 alpha-2 for a country, three digits of UN M49 for a region or the world (001). */
export const GeographyCode = z.string().regex(/^([A-Z]{2}|\d{3})$/);

/** A claim as the evidence base writes it down: everything that is known of it, in one record. */
export const ClaimRecord = z.strictObject({
  id: z.string().regex(/^C[1-9]\d*$/),
  key,
  statement: z.string().min(10).max(400).describe('What is claimed, in one sentence of our own.'),
  figure: Figure,
  population: Population,
  geography: GeographyCode,
  geographyNote: z.string().min(1).nullable().describe('Where the place is not exactly the coded one.'),
  period: Period,
  topics: z.array(TopicCode).min(1),
  definition: z.string().min(1).nullable(),
  doesNotMeasure: z.array(z.string().min(1)).min(1).describe('What readers wrongly take it for.'),
  series: SeriesKey.nullable().describe('Key of the series that the claim belongs to.'),
  standing: Standing,
  standingReason: z.string().min(1).nullable(),
  methodNote: MethodNote,
  citations: z.array(CitationRecord).min(1),
  relations: z.array(
    z.strictObject({
      kind: RelationKind,
      to: key.describe('Key of the other claim.'),
      note: z.string().min(1).nullable(),
      /**
       * A break in the time series: made differently, or of something else, so that the two make no trend. SDMX code
       * list CL_OBS_STATUS, code B "time series break" (https://sdmx.org). Recorded by an editor: a series breaks without
       * it too, where a claim supersedes another or the method changed (`isSeriesBreak`, series-break.ts).
       */
      seriesBreak: z.boolean().default(false).describe('An editor says that a break in the time series lies here.'),
    }),
  ),
  appraisal: ClaimAppraisalRecord.nullable(),
  verification: Verification,
});
export type ClaimRecord = z.infer<typeof ClaimRecord>;

/**
 * The status a reader is shown. A misquotation is named first: that it is one matters more than anything
 * else about it; then retracted, disputed and superseded.
 *
 * @param outgoing relations from this claim; @param incoming relations from others to this claim
 */
export function claimStatus(
  standing: Standing,
  outgoing: readonly RelationKind[],
  incoming: readonly RelationKind[],
): ClaimStatus {
  if (outgoing.includes('misquotation-of')) return 'misquotation';
  if (standing === 'retracted') return 'retracted';
  if (standing === 'disputed') return 'disputed';
  if (incoming.includes('supersedes')) return 'superseded';
  return 'current';
}
