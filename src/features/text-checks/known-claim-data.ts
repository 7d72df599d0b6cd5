import 'server-only';
import { z } from 'zod';
import { ClaimStatus, Period, PopulationGroup } from '../../domain/claim';
import type { KnownClaim, Vocabulary } from '../../domain/text-check/known-claim';
import { ownTerms } from '../../domain/text-check/known-claim';
import type { Finders, Mention } from '../../domain/text-check/mention';
import { type ReadClaim, readClaim } from '../../domain/text-check/match';
import { nameFinder } from '../../domain/text-check/names';
import { placeFinder } from '../../domain/text-check/places';
import { weightOf } from '../../domain/text-check/known-claim';
import { numberToken } from '../../domain/text/numbers';
import { type Sql, query, queryOne, sql } from '../../db/sql';
import { keptAnswer } from '../../lib/kept-answer';
import { FigureDto } from '../claims/schema';
import { FIGURE_JSON } from '../claims/claim-sql';
import { stateOfBase } from '../lineage/difference-data';

const KnownRow = z.object({
  id: z.string(),
  statement: z.string(),
  figure: FigureDto,
  population: z.object({ group: PopulationGroup, description: z.string() }),
  place: z.object({ code: z.string(), name: z.string(), within: z.array(z.string()) }),
  period: Period,
  status: ClaimStatus,
  definition: z.string().nullable(),
  works: z.array(
    z.object({
      source: z.number().int(),
      names: z.array(z.string()),
      year: z.number().nullable(),
      printed: z.string().nullable(),
      isOrigin: z.boolean(),
      changesNumber: z.boolean(),
    }),
  ),
}) satisfies z.ZodType<KnownClaim>;

/** The name in front of the year: "Wolak et al." of "Wolak et al. 2014". */
const WHOSE: Sql = sql`nullif(trim(regexp_replace(s.short_name, '(\\s*\\(.*|\\s+\\d{4}.*| et al\\..*| and .*)$', '')), '')`;

const KNOWN_COLUMNS: Sql = sql`'C' || c.id as id, c.statement, ${FIGURE_JSON} as figure,
  json_build_object('group', c.population_group, 'description', c.population_description) as population,
  json_build_object('code', geo.code, 'name', geo.name, 'within', array_remove(geo.ancestors, geo.code)) as place,
  json_build_object('start', c.period_start, 'end', c.period_end, 'measure', c.period_measure, 'label', null) as period,
  i.status, c.definition,
  (select coalesce(json_agg(json_build_object('source', s.id, 'names', array_remove(array[s.organisation, ${WHOSE}], null),
      'year', left(s.issued, 4)::int, 'printed', x.figure_as_printed, 'isOrigin', x.origin_state = 'origin',
      'changesNumber', exists (select from distortions d where d.citation_id = x.id
        and d.kind in ('rounded', 'inflated', 'deflated', 'transcription'))) order by x.position), '[]')
    from citations x join sources s on s.id = x.source_id where x.claim_id = c.id) as works`;

const KNOWN_TABLES: Sql = sql`claims c join claim_index i on i.claim_id = c.id join geographies geo on geo.code = c.geography_code`;

const VocabularyRow = z.object({
  places: z.array(z.object({ code: z.string(), name: z.string(), within: z.array(z.string()) })),
  organisations: z.array(z.string()),
});
const WordsRow = z.object({
  statement: z.string(),
  unit: z.string(),
  of: z.string().nullable(),
  description: z.string(),
});

/** What every text is read by, and the claims that were asked for since the base last changed. */
export type KnownBase = { vocabulary: Vocabulary; finders: Finders; claims: Map<string, ReadClaim> };

const kept = keptAnswer(stateOfBase, async (): Promise<KnownBase> => {
  const vocabulary = await readVocabulary();
  const finders = { names: nameFinder(vocabulary.organisations), places: placeFinder(vocabulary.places) };
  return { vocabulary, finders, claims: new Map() };
});

/** What every text is read by, worked out anew when the base has changed. */
export async function getKnownBase(): Promise<KnownBase> {
  const { answer } = await kept(null);
  if (answer === null) throw new Error('the evidence base was not read');
  return answer;
}

async function readVocabulary(): Promise<Vocabulary> {
  const known = await queryOne(
    VocabularyRow,
    sql`select (select coalesce(json_agg(json_build_object('code', code, 'name', name, 'within', array_remove(ancestors, code))), '[]')
        from geographies where kind <> 'world') as places,
      (select coalesce(json_agg(distinct name), '[]') from sources s
        cross join lateral unnest(array[s.organisation, ${WHOSE}]) name where name is not null) as organisations`,
  );
  const rows = await query(
    WordsRow,
    sql`select c.statement, c.figure_unit as unit, c.figure_of as of, c.population_description as description
      from claims c where c.figure_kind <> 'direction'`,
  );
  const frequency = new Map<string, number>();
  for (const { statement, unit, of, description } of rows) {
    const terms = ownTerms({ statement, figure: { unit, of }, population: { description } });
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return { size: rows.length, frequency, places: known?.places ?? [], organisations: known?.organisations ?? [] };
}

/** Words by which a claim is looked for whose number is another: the rarest. */
const WORDS = 6;
/** Claims that are looked at because of their words alone. */
const BY_WORDS_MAX = 20;

/**
 * The claims that each mention of a text may be: whose figure it may round to, of which a work prints the same number, or
 * which tell of the same thing by the same organisation in the same words, whatever their number.
 */
export async function listPossibleClaims(mentions: readonly Mention[], base: KnownBase): Promise<ReadClaim[][]> {
  const wanted = mentions.flatMap((mention, n) =>
    windows(mention).map((window) => ({ n, ...window, ...wordsOf(mention, base.vocabulary) })),
  );
  const rows = await query(
    z.object({ n: z.number().int(), ids: z.array(z.number().int()) }),
    sql`with wanted as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
          as w(n int, low float8, high float8, shares bool, ranges bool, tokens text[], bodies text, words text)),
      hits as (
        select w.n, i.claim_id from wanted w join claim_index i
          on i.value_max >= w.low and i.value_min <= w.high and i.figure_kind <> 'direction'
          and (w.ranges or (i.figure_kind in ('percentage', 'percentage-points', 'percent-change')) = w.shares)
        union
        select w.n, i.claim_id from wanted w cross join lateral unnest(w.tokens) token
          join claim_index i on i.document @@ plainto_tsquery('public.plumbline', token) and i.figure_kind <> 'direction'
        union
        select w.n, l.claim_id from wanted w cross join lateral (
          select i.claim_id from claim_index i
          where w.bodies is not null and w.words is not null
            and i.document @@ to_tsquery('public.plumbline', w.bodies) and i.document @@ to_tsquery('public.plumbline', w.words)
            and i.figure_kind <> 'direction'
          order by ts_rank(i.document, to_tsquery('public.plumbline', w.words)) desc, i.claim_id limit ${BY_WORDS_MAX}) l)
      select n, array_agg(claim_id order by claim_id) as ids from hits group by n`,
  );
  await readMissing(base, new Set(rows.flatMap(({ ids }) => ids)));
  const found = new Map(rows.map(({ n, ids }) => [n, ids]));
  return mentions.map((_, n) => (found.get(n) ?? []).flatMap((id) => base.claims.get(`C${id}`) ?? []));
}

/** Claims that are read at a time. */
const BATCH = 1000;

async function readMissing({ claims, vocabulary }: KnownBase, ids: ReadonlySet<number>): Promise<void> {
  const missing = [...ids].filter((id) => !claims.has(`C${id}`));
  for (let from = 0; from < missing.length; from += BATCH) {
    const rows = await query(
      KnownRow,
      sql`select ${KNOWN_COLUMNS} from ${KNOWN_TABLES} where c.id = any(${missing.slice(from, from + BATCH)}::int[])`,
    );
    for (const row of rows) claims.set(row.id, readClaim(row, vocabulary));
  }
}

/** Numbers that are not what is written, and so near that they may have been meant. */
const BESIDE = 0.04;

/** The numbers that are near enough, and how the same number is found in wordings. */
function windows({ quantity }: Mention) {
  const { value, low, high, kind, isRange } = quantity;
  const shares = kind === 'per-cent' || kind === 'percentage-points';
  const ends = isRange ? [low, high] : [value ?? low];
  const own = {
    low: Math.min(low, (value ?? low) * (1 - BESIDE)),
    high: Math.max(high, (value ?? high) * (1 + BESIDE)),
    shares,
    // The interval beside a share has no sign of its own.
    ranges: isRange && kind === 'count',
    tokens: ends.map((end) => numberToken(end, shares)),
  };
  // Doubled is a ratio of two, and a rise of 100 per cent.
  return kind === 'multiple'
    ? [own, { ...own, low: (low - 1) * 100, high: (high - 1) * 100, shares: true, tokens: [] }]
    : [own];
}

const LEXEME = /^[\p{L}\p{N}]+$/u;

function wordsOf({ terms, bodies }: Mention, vocabulary: Vocabulary): { bodies: string | null; words: string | null } {
  const rarest = [...terms]
    .filter(([term, near]) => near >= 0.5 && LEXEME.test(term) && vocabulary.frequency.has(term))
    .sort(([a], [b]) => weightOf(b, vocabulary) - weightOf(a, vocabulary))
    .slice(0, WORDS)
    .map(([term]) => `${term}:*`);
  const names = bodies.map((name) => (name.match(/[\p{L}\p{N}]+/gu) ?? []).join(' <-> ')).filter((name) => name !== '');
  return {
    bodies: names.length === 0 ? null : names.map((name) => `(${name})`).join(' | '),
    words: rarest.length === 0 ? null : rarest.join(' | '),
  };
}
