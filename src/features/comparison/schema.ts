import { z } from 'zod';
import { Aspect, Verdict } from '../../domain/comparison/verdict';
import { ClaimId, ClaimSummary } from '../claims/schema';

/** How many claims are compared at once. */
export const COMPARED_MIN = 2;
export const COMPARED_MAX = 6;

export const ComparedClaimDto = ClaimSummary.extend({
  definition: z.string().nullable(),
  series: z.string().nullable(),
}).meta({ id: 'ComparedClaim' });
export type ComparedClaimDto = z.infer<typeof ComparedClaimDto>;

const AspectDto = z
  .object({
    aspect: Aspect,
    label: z.string(),
    verdict: Verdict.describe(
      'same; differs: worth knowing; forbids: comparing would mislead; unknown: not established for at least one.',
    ),
    sentence: z.string().nullable().describe('What differs, and why it matters; null where all is the same.'),
    values: z.array(z.object({ claim: ClaimId, text: z.string().nullable().describe('Null: not established.') })),
  })
  .meta({ id: 'ComparedAspect' });

/** Claims side by side, in the order they were asked for. */
export const ComparisonDto = z
  .object({
    claims: z.array(ComparedClaimDto),
    aspects: z.array(AspectDto),
    breaks: z
      .array(z.object({ from: ClaimId, to: ClaimId, note: z.string() }))
      .describe('Where a series breaks between two of the claims: from the earlier one to the later.'),
    mustAcknowledge: z
      .boolean()
      .describe('Whether something forbids comparing them, or is not established: the page withholds its chart then.'),
    chart: z.object({
      drawable: z.boolean().describe('Whether one axis can measure all of them at all.'),
      scale: z.enum(['linear', 'log']).nullable(),
      reason: z.string().nullable().describe('Why there is no chart; null where there can be one.'),
    }),
  })
  .meta({ id: 'Comparison' });
export type ComparisonDto = z.infer<typeof ComparisonDto>;
export type ComparedAspect = ComparisonDto['aspects'][number];
