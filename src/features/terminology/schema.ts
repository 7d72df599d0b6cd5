import { z } from 'zod';
import { TermAdvice } from '../../domain/terminology';
import { Verification } from '../../domain/verification';

export const TermDto = z
  .object({
    older: z.string(),
    preferred: z.string(),
    advice: TermAdvice,
    note: z.string().nullable(),
    authority: z.string(),
    verification: Verification,
  })
  .meta({ id: 'Term' });
export type TermDto = z.infer<typeof TermDto>;
