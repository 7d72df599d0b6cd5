import { z } from 'zod';
import { Standing } from '../../domain/standing';

const reason = z.string().trim().max(2000).default('');
const id = z.string().regex(/^[CS][1-9]\d{0,8}$/);

/** A change of what the editors say of a published record. */
export const StandingForm = z.object({
  record: id,
  version: z.coerce.number().int().min(1).max(1e9),
  standing: Standing,
  reason,
});

/** Two records of one thing: the first goes, the second stays. */
export const MergeForm = z.object({ from: id, into: id, reason, sure: z.literal('yes').optional() });
