import 'server-only';
import { z } from 'zod';
import { MINOR_DISTORTIONS } from '../../domain/citation';
import { CRITIC_ROLES } from '../../domain/citation';
import { type Sql, sql } from '../../db/sql';

// What domain/lineage/fidelity.ts says of one citation, said to the database for all of them at once. A test holds the
// two together over the whole evidence base.

/** Whether citation `x` passes a figure on. */
export const IS_ONWARD: Sql = sql`x.origin_state <> 'origin' and x.role::text <> all(${[...CRITIC_ROLES]}::text[])`;

/** One row a distorted citation: whether any of its distortions changed the meaning. To be joined as `t`. */
export const DISTORTED: Sql = sql`(select citation_id, bool_or(kind::text <> all(${[...MINOR_DISTORTIONS]}::text[])) as major
  from distortions group by citation_id)`;

/** The same of citation `x` alone, for statements that look at few: to be left joined. */
export const DISTORTION_OF_X: Sql = sql`lateral (select bool_or(kind::text <> all(${[...MINOR_DISTORTIONS]}::text[])) as major
  from distortions d where d.citation_id = x.id) t on true`;

/** Onward citations `x` by what became of the figure; `t` is what is distorted. */
export const COUNTS_JSON: Sql = sql`json_build_object(
  'accurate', count(*) filter (where x.origin_state = 'drawn' and t.major is null),
  'minor', count(*) filter (where x.origin_state = 'drawn' and not t.major),
  'major', count(*) filter (where x.origin_state = 'drawn' and t.major),
  'untraced', count(*) filter (where x.origin_state = 'untraced'))`;

/** The counts of source `s`: of figures of others, so that what draws on another place in it is left out. */
export const SOURCE_COUNTS: Sql = sql`(select ${COUNTS_JSON} from citations x left join citations o on o.id = x.drawn_from_id
  left join ${DISTORTION_OF_X}
  where x.source_id = s.id and o.source_id is distinct from s.id and ${IS_ONWARD})`;

export const CountsRow = z.object({
  accurate: z.number().int(),
  minor: z.number().int(),
  major: z.number().int(),
  untraced: z.number().int(),
});
