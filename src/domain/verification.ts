import { z } from 'zod';

/**
 * Where a record was seen, from strongest to weakest. Nothing is ever shown as more certain than this.
 *
 * - `source`: at its publisher
 * - `copy`: in a copy or the publisher's abstract kept elsewhere
 * - `stored-data`: in the publisher's data as stored elsewhere
 * - `secondary`: in a work that reports it
 * - `derived`: computed from figures that were seen
 * - `founding-document`: only as the founding document states it
 * - `not-seen`: general knowledge; nobody has looked yet
 */
export const VerificationLevel = z.enum([
  'source',
  'copy',
  'stored-data',
  'secondary',
  'derived',
  'founding-document',
  'not-seen',
]);
export type VerificationLevel = z.infer<typeof VerificationLevel>;

export const Confidence = z.enum(['high', 'medium', 'low']);
export type Confidence = z.infer<typeof Confidence>;

/** How a record was verified: shown with every record. */
export const Verification = z
  .strictObject({
    level: VerificationLevel,
    confidence: Confidence,
    how: z.string().min(1).describe('What was looked at, in our own words; addresses are evidence, not citations.'),
  })
  .meta({ id: 'Verification' });
export type Verification = z.infer<typeof Verification>;
