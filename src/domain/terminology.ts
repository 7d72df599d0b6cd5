import { z } from 'zod';
import { Verification } from './verification';

/** What the Luxembourg guidelines and their keepers advise for a term. */
export const TermAdvice = z.enum(['avoid', 'legal-text-only', 'use-with-care', 'name-changed']);
export type TermAdvice = z.infer<typeof TermAdvice>;

export const TermRecord = z.strictObject({
  older: z.string().min(1),
  preferred: z.string().min(1),
  advice: TermAdvice,
  note: z.string().min(1).nullable(),
  authority: z.string().min(1).describe('The guideline, as one would cite it.'),
  verification: Verification,
});
export type TermRecord = z.infer<typeof TermRecord>;
