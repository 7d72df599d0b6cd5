import { z } from 'zod';
import { EventNumber } from '../history/schema';

/** What the form for restoring sends. */
export const RestoreForm = z.object({
  event: EventNumber,
  version: z.coerce.number().int().min(1).max(2_147_483_647),
  reason: z.string().trim().min(1, 'Say why: the reason stands in the history.').max(1000, 'At most 1,000 letters.'),
});

/** What the history of a subject is asked for by. */
export const Subject = z.string().trim().min(1).max(200);
