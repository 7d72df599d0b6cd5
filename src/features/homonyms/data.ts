import 'server-only';
import { z } from 'zod';
import { comparedNumbers, findHomonyms } from '../../domain/homonyms';
import { query, queryOne, type Sql, sql } from '../../db/sql';
import { FIGURE_JSON } from '../claims/claim-sql';
import { listClaimsById } from '../claims/list-data';
import { ClaimId, ClaimSummary, FigureDto } from '../claims/schema';
import type { Homonyms } from './schema';

const HomonymRow = z.object({
  id: z.string(),
  figure: FigureDto,
  printed: z.array(z.string()),
  population: ClaimSummary.shape.population,
  place: z.object({ code: z.string(), name: z.string() }),
  period: ClaimSummary.shape.period,
  topics: z.array(z.string()),
  organisation: z.string().nullable(),
});

/** What `HomonymRow` says of claim `c` with its index row `i`. */
const COLUMNS: Sql = sql`'C' || c.id as id, ${FIGURE_JSON} as figure,
  (select coalesce(json_agg(x.figure_as_printed order by x.position) filter (where x.figure_as_printed is not null), '[]')
   from citations x where x.claim_id = c.id) as printed,
  json_build_object('group', c.population_group, 'description', c.population_description,
    'ageMin', c.population_age_min, 'ageMax', c.population_age_max) as population,
  (select json_build_object('code', geo.code, 'name', geo.name) from geographies geo where geo.code = c.geography_code) as place,
  json_build_object('start', c.period_start, 'end', c.period_end, 'measure', c.period_measure, 'label', c.period_label) as period,
  to_json(i.topics) as topics,
  (select coalesce(s.organisation, s.publisher) from citations x join sources s on s.id = x.source_id
   where x.claim_id = c.id and x.origin_state = 'origin' order by s.issued nulls last, x.position limit 1) as organisation`;

const MineRow = HomonymRow.extend({
  recorded: z.array(z.object({ id: z.string(), note: z.string().nullable(), from: z.enum(['this', 'that']) })),
});

/** As many as are ranked; nearest in topic and place come first. */
const CANDIDATES_MAX = 300;

/**
 * Other claims with the number of this one; null when no claim has this id. The number's word in the search index
 * finds them, in figures and in printed wordings; so the claim is read first, then those, then what is shown of them.
 */
export async function getHomonyms(id: string): Promise<Homonyms | null> {
  if (!ClaimId.safeParse(id).success) return null;
  const number = Number(id.slice(1));
  const mine = await queryOne(
    MineRow,
    sql`select ${COLUMNS}, (select coalesce(json_agg(json_build_object('id', 'C' || r.id, 'note', r.note, 'from', r.side)
          order by r.side desc, r.id), '[]')
        from (select to_id as id, note, 'this' as side from claim_relations where from_id = c.id and kind = 'homonym-of'
          union all select from_id, note, 'that' from claim_relations where to_id = c.id and kind = 'homonym-of') r) as recorded
      from claims c join claim_index i on i.claim_id = c.id where c.id = ${number}`,
  );
  if (mine === null) return null;
  const numbers = comparedNumbers(mine.figure);
  const { homonyms, leftOut } = findHomonyms(mine, await listCandidates(number, mine, numbers), mine.recorded);
  const claims = new Map((await listClaimsById(homonyms.map((found) => found.id))).map((claim) => [claim.id, claim]));
  return {
    numbers: numbers.map(({ value }) => value),
    percent: mine.figure.kind.startsWith('percent'),
    homonyms: homonyms.flatMap(({ id: otherId, ...found }) => {
      const claim = claims.get(otherId);
      return claim === undefined ? [] : [{ claim, ...found }];
    }),
    leftOut,
  };
}

async function listCandidates(
  number: number,
  mine: z.infer<typeof MineRow>,
  numbers: readonly { token: string }[],
): Promise<z.infer<typeof HomonymRow>[]> {
  const recorded = mine.recorded.map((other) => Number(other.id.slice(1)));
  if (numbers.length + recorded.length === 0) return [];
  // Words of letters and digits only; weight A holds the numbers of figures, statements and printed wordings.
  const words = numbers.map(({ token }) => `${token}:A`).join(' | ');
  return query(
    HomonymRow,
    sql`select ${COLUMNS} from claims c join claim_index i on i.claim_id = c.id
      where c.id <> ${number} and (c.id = any(${recorded}::int[]) or i.document @@ ${words}::tsquery)
      order by c.id = any(${recorded}::int[]) desc, (i.topics && ${mine.topics}::text[]) desc,
        (c.geography_code = ${mine.place.code}) desc, c.id limit ${CANDIDATES_MAX}`,
  );
}
