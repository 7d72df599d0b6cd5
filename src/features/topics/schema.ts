import { z } from 'zod';
import { TopicCode } from '../../domain/claim';
import { Reliability } from '../../domain/grade';

export const TopicDto = z
  .object({
    code: TopicCode,
    name: z.string(),
    kind: z.enum(['manifestation', 'context']),
    description: z.string(),
    claimCount: z.number().int(),
    byReliability: z.array(z.object({ reliability: Reliability, count: z.number().int() })),
  })
  .meta({ id: 'Topic' });
export type TopicDto = z.infer<typeof TopicDto>;
