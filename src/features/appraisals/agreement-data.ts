import 'server-only';
import { z } from 'zod';
import { query, sql } from '../../db/sql';

const Pair = z.object({
  instrument: z.string(),
  version: z.string(),
  item: z.string().nullable(),
  axis: z.string().nullable(),
  first: z.string().nullable(),
  second: z.string().nullable(),
  count: z.coerce.number().int(),
});
export type CountedPair = z.infer<typeof Pair>;

/** Every pair of answers and of judgements, counted, as they were before anybody saw the other's. Public: it names nobody. */
export function listPairs(): Promise<CountedPair[]> {
  return query(Pair, sql`select * from appraisal_pairs()`);
}
