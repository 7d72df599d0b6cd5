import { z } from 'zod';
import { ClaimSummary } from '../claims/schema';

export const Homonym = z
  .object({
    claim: ClaimSummary,
    recorded: z.boolean().describe('True where an editor recorded it; false where it was found by its number.'),
    note: z.string().nullable(),
    noteFrom: z
      .enum(['this', 'that'])
      .nullable()
      .describe('Whether the note is written from the claim asked for, or from the other; null without a note.'),
    printed: z
      .string()
      .nullable()
      .describe('The wording in which the number is printed there; null where the figure itself has it.'),
    differences: z
      .array(z.object({ aspect: z.string(), here: z.string(), there: z.string() }))
      .describe('What tells the two claims apart, in words.'),
  })
  .meta({ id: 'Homonym', description: 'Another claim with the same number.' });
export type Homonym = z.infer<typeof Homonym>;

export const Homonyms = z
  .object({
    numbers: z.array(z.number()).describe('The numbers that were looked for; none for a small count or for “most”.'),
    percent: z.boolean(),
    homonyms: z.array(Homonym).max(12),
    leftOut: z.number().int().describe('How many more were found than are listed.'),
  })
  .meta({ id: 'Homonyms' });
export type Homonyms = z.infer<typeof Homonyms>;
