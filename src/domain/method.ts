import { z } from 'zod';

/** How a figure was made. `not-stated` is a finding: the origin does not say. */
export const MethodKind = z.enum([
  'census',
  'probability-survey',
  'non-probability-study',
  'administrative-records',
  'hotline-reports',
  'modelled-estimate',
  'capture-recapture',
  'content-analysis',
  'literature-review',
  'expert-opinion',
  'not-stated',
]);
export type MethodKind = z.infer<typeof MethodKind>;

/** How the figure was made (after GATHER and SDMX). Unknown parts are null: "not established". */
export const MethodNote = z
  .strictObject({
    kind: MethodKind,
    description: z.string().min(1).nullable(),
    frame: z.string().min(1).nullable().describe('Population and sampling frame.'),
    sample: z.string().min(1).nullable(),
    limits: z.array(z.string().min(1)).describe('Known limits, one sentence each.'),
  })
  .meta({ id: 'MethodNote' });
export type MethodNote = z.infer<typeof MethodNote>;
