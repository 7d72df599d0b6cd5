import { z } from 'zod';
import { CitationRole, Distortion, OriginState } from '../../domain/citation';
import { ClaimStatus } from '../../domain/claim';
import { Reliability, SourceReliability } from '../../domain/grade';
import { Work } from '../../domain/fact-sheet/sheet-claim';
import { SourceType } from '../../domain/source';
import { Standing } from '../../domain/standing';
import { Verification } from '../../domain/verification';
import { ClaimId, FigureDto, Grading, UnderReview } from '../claims/schema';

export const SourceId = z
  .string()
  .regex(/^S[1-9]\d{0,8}$/)
  .meta({ id: 'SourceId', description: 'Permanent public id.', example: 'S1' });

/** A bibliographic record. Every field nobody has seen is null: "not established". */
export const Bibliography = z.object({ ...Work.shape, id: SourceId, slug: z.string() }).meta({ id: 'Bibliography' });
export type Bibliography = z.infer<typeof Bibliography>;

export const SourceSummary = Bibliography.extend({
  pageUrl: z.string().describe('Permanent address of the source on this site.'),
  standing: Standing,
  reliability: SourceReliability.nullable(),
  provisional: z.boolean(),
  verification: Verification,
  claimCount: z.number().int().describe('Claims that originate here.'),
  citationCount: z.number().int().describe('Places where it states or passes on a claim.'),
  updatedAt: z.iso.datetime({ offset: true }),
}).meta({ id: 'SourceSummary' });
export type SourceSummary = z.infer<typeof SourceSummary>;

const Other = z.object({
  id: z.number().int(),
  claimId: ClaimId,
  source: z.object({ id: SourceId, shortName: z.string() }),
});

/** One place where this source states a claim, seen from the source. */
export const SourceCitation = z
  .object({
    id: z.number().int(),
    claim: z.object({
      id: ClaimId,
      slug: z.string(),
      statement: z.string(),
      figure: FigureDto,
      reliability: Reliability,
      status: ClaimStatus,
      doesNotMeasure: z.array(z.string()),
    }),
    locator: z.string().nullable(),
    figureAsPrinted: z.string().nullable(),
    role: CitationRole,
    originState: OriginState,
    drawnFrom: Other.nullable().describe('What it drew on.'),
    drawnBy: z.array(Other).describe('Who drew on it.'),
    distortions: z.array(Distortion),
    verification: Verification,
  })
  .meta({ id: 'SourceCitation' });
export type SourceCitation = z.infer<typeof SourceCitation>;

/** How often figures are passed on as they were found (domain/lineage/fidelity.ts; docs/guides/network.md). */
export const FidelityDto = z
  .object({
    n: z.number().int().describe('Citations that pass a figure on, traced or not; critics are left out.'),
    traced: z.number().int().describe('Those whose own source is known: what the share is of.'),
    accurate: z.number().int(),
    minor: z.number().int().describe('Rounded, undated, misattributed or miscopied: the meaning is still there.'),
    major: z.number().int().describe('The meaning changed.'),
    untraced: z.number().int().describe('Nobody has found what it drew on. Never counted as accurate.'),
    share: z.number().min(0).max(1).nullable().describe('Accurate among the traced; null where none is traced.'),
    interval: z
      .object({ low: z.number().min(0).max(1), high: z.number().min(0).max(1) })
      .nullable()
      .describe('95 % interval of the share (Wilson 1927).'),
    ranked: z.boolean().describe('Whether at least five are traced. With fewer, do not set it beside others.'),
  })
  .meta({ id: 'Fidelity' });
export type FidelityDto = z.infer<typeof FidelityDto>;

export const SourceDto = SourceSummary.extend({
  citedAs: z.string().nullable(),
  says: z.string().nullable(),
  note: z.string().nullable(),
  standingReason: z.string().nullable(),
  reasons: z.array(z.string()),
  underReview: UnderReview.nullable(),
  grading: Grading.nullable(),
  fidelity: FidelityDto.describe('How faithfully it passes figures on.'),
  citations: z.array(SourceCitation),
}).meta({ id: 'Source' });
export type SourceDto = z.infer<typeof SourceDto>;

export const SourceFilters = z.object({
  q: z.string().optional(),
  type: z.array(SourceType).max(12).default([]),
  reliability: z.array(SourceReliability).max(6).default([]),
});
export type SourceFilters = z.infer<typeof SourceFilters>;
