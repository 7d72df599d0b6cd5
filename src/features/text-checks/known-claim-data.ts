import 'server-only';
import { z } from 'zod';
import { ClaimStatus, Period, PopulationGroup } from '../../domain/claim';
import type { KnownClaim, Vocabulary } from '../../domain/text-check/known-claim';
import { ownTerms, weightOf } from '../../domain/text-check/known-claim';
import type { Finders, Mention } from '../../domain/text-check/mention';
import { mostAlike } from '../../domain/text-check/most-alike';
import { nameFinder } from '../../domain/text-check/names';
import { placeFinder } from '../../domain/text-check/places';
import { type ReadClaim, readClaim } from '../../domain/text-check/read-claim';
import { numberToken } from '../../domain/text/numbers';
import { type Sql, query, queryOne, sql } from '../../db/sql';
import { type Kept, keptAnswer } from '../../lib/kept-answer';
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
const EntryRow = z.object({
  id: z.number().int(),
  least: z.number().nullable(),
  most: z.number().nullable(),
  isShare: z.boolean(),
  statement: z.string(),
  unit: z.string(),
  of: z.string().nullable(),
  description: z.string(),
});

/** Of each claim its numbers as they stand in the search index, of which many are asked for at once. */
type Numbers = {
  ids: Int32Array;
  /** NaN, which is within nothing, where it has none. */
  least: Float64Array;
  most: Float64Array;
  areShares: readonly boolean[];
};

/** What every text is read by, and the claims that were asked for since the base last changed. */
export type KnownBase = {
  vocabulary: Vocabulary;
  finders: Finders;
  numbers: Numbers;
  /** The terms of each claim, by its number. */
  terms: ReadonlyMap<number, readonly string[]>;
  claims: Map<number, ReadClaim>;
};

const holder = globalThis as unknown as { plumblineKnownBase?: () => Promise<Kept<KnownBase>> };

/**
 * What every text is read by, worked out anew when the base has changed. On globalThis because Next bundles pages and
 * routes apart, and it is large; a development server that is to read it in another way is started again.
 */
export async function getKnownBase(): Promise<KnownBase> {
  holder.plumblineKnownBase ??= keptBase();
  const { answer } = await holder.plumblineKnownBase();
  if (answer === null) throw new Error('the evidence base was not read');
  return answer;
}

function keptBase(): () => Promise<Kept<KnownBase>> {
  const kept = keptAnswer(stateOfBase, async (): Promise<KnownBase> => {
    const read = await readVocabulary();
    const { organisations, places } = read.vocabulary;
    return { ...read, finders: { names: nameFinder(organisations), places: placeFinder(places) }, claims: new Map() };
  });
  return () => kept(null);
}

async function readVocabulary(): Promise<Pick<KnownBase, 'vocabulary' | 'numbers' | 'terms'>> {
  const known = await queryOne(
    VocabularyRow,
    sql`select (select coalesce(json_agg(json_build_object('code', code, 'name', name, 'within', array_remove(ancestors, code))), '[]')
        from geographies where kind <> 'world') as places,
      (select coalesce(json_agg(distinct name), '[]') from sources s
        cross join lateral unnest(array[s.organisation, ${WHOSE}]) name where name is not null) as organisations`,
  );
  const rows = await query(
    EntryRow,
    sql`select c.id, i.value_min as least, i.value_max as most,
        i.figure_kind in ('percentage', 'percentage-points', 'percent-change') as "isShare",
        c.statement, c.figure_unit as unit, c.figure_of as of, c.population_description as description
      from claims c join claim_index i on i.claim_id = c.id where c.figure_kind <> 'direction'`,
  );
  const frequency = new Map<string, number>();
  const terms = new Map<number, readonly string[]>();
  // One string for each term, however many claims have it.
  const written = new Map<string, string>();
  for (const { id, statement, unit, of, description } of rows) {
    const own = [...ownTerms({ statement, figure: { unit, of }, population: { description } })];
    for (const term of own) {
      if (!written.has(term)) written.set(term, term);
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
    }
    terms.set(
      id,
      own.map((term) => written.get(term) ?? term),
    );
  }
  const numbers = {
    ids: Int32Array.from(rows, ({ id }) => id),
    least: Float64Array.from(rows, ({ least }) => least ?? Number.NaN),
    most: Float64Array.from(rows, ({ most }) => most ?? Number.NaN),
    areShares: rows.map(({ isShare }) => isShare),
  };
  const { places, organisations } = known ?? { places: [], organisations: [] };
  return { vocabulary: { size: rows.length, frequency, places, organisations }, numbers, terms };
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
  const wanted = mentions.map((mention) => ({
    terms: mention.terms,
    windows: windows(mention),
    said: saidOf(mention, base.vocabulary),
  }));
  const [byToken, bySaid] = await Promise.all([
    listByToken([...new Set(wanted.flatMap(({ windows: all }) => all.flatMap(({ tokens }) => tokens)))]),
    listBySaid([...new Set(wanted.flatMap(({ said }) => said ?? []))]),
  ]);
  const ids = wanted.map(({ terms, windows: all, said }) => {
    const near = new Set<number>();
    for (const window of all) {
      for (const token of window.tokens) for (const id of byToken.get(token) ?? []) near.add(id);
      addWithin(window, base.numbers, near);
    }
    const told = said === null ? [] : (bySaid.get(said) ?? []);
    return new Set([...told, ...mostAlike(near, terms, base, BY_NUMBER_MAX)]);
  });
  await readMissing(base, new Set(ids.flatMap((found) => [...found])));
  return ids.map((found) => [...found].flatMap((id) => base.claims.get(id) ?? []));
}

function addWithin(window: Window, { ids, least, most, areShares }: Numbers, found: Set<number>): void {
  const { low, high, ranges, shares } = window;
  for (let at = 0; at < ids.length; at += 1) {
    const isWithin = (most[at] ?? Number.NaN) >= low && (least[at] ?? Number.NaN) <= high;
    if (isWithin && (ranges || areShares[at] === shares)) found.add(ids[at] ?? 0);
  }
}

/** Claims that are looked at because of their number: of "millions" there are thousands, and words tell which to read. */
const BY_NUMBER_MAX = 120;

const FoundRow = z.object({ by: z.string(), ids: z.array(z.number().int()) });

/** The claims in whose words a number stands. */
async function listByToken(tokens: readonly string[]): Promise<Map<string, number[]>> {
  const rows = await query(
    FoundRow,
    sql`select token as by, array_agg(i.claim_id) as ids from unnest(${tokens}::text[]) token
      join claim_index i on i.document @@ plainto_tsquery('public.plumbline', token) and i.figure_kind <> 'direction'
      group by token`,
  );
  return new Map(rows.map(({ by, ids }) => [by, ids]));
}

/** The claims that tell the most of the same by the same organisation: the figures of one sentence ask for the same. */
async function listBySaid(said: readonly string[]): Promise<Map<string, number[]>> {
  const rows = await query(
    FoundRow,
    sql`with asked as materialized (
        select said as by, to_tsquery('public.plumbline', said::jsonb ->> 0) as bodies, to_tsquery('public.plumbline', said::jsonb ->> 1) as words
        from unnest(${said}::text[]) said)
      select a.by, array_agg(l.claim_id) as ids from asked a cross join lateral (
        select i.claim_id from claim_index i
        where i.document @@ a.bodies and i.document @@ a.words and i.figure_kind <> 'direction'
        order by ts_rank(i.document, a.words) desc, i.claim_id limit ${BY_WORDS_MAX}) l
      group by a.by`,
  );
  return new Map(rows.map(({ by, ids }) => [by, ids]));
}

/** Claims that are read at a time. */
const BATCH = 1000;

async function readMissing({ claims, terms, vocabulary }: KnownBase, ids: ReadonlySet<number>): Promise<void> {
  // What was written since the base was read is of the next text.
  const missing = [...ids].filter((id) => !claims.has(id) && terms.has(id));
  for (let from = 0; from < missing.length; from += BATCH) {
    const rows = await query(
      KnownRow,
      sql`select ${KNOWN_COLUMNS} from ${KNOWN_TABLES} where c.id = any(${missing.slice(from, from + BATCH)}::int[])`,
    );
    for (const row of rows) {
      const id = Number(row.id.slice(1));
      claims.set(id, readClaim(row, terms.get(id) ?? [], vocabulary));
    }
  }
}

type Window = { low: number; high: number; shares: boolean; ranges: boolean; tokens: string[] };

/** Numbers that are not what is written, and so near that they may have been meant. */
const BESIDE = 0.04;

/** The numbers that are near enough, and how the same number is found in wordings. */
function windows({ quantity }: Mention): Window[] {
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

/** The organisations that are named and the rarest words of a mention, as the search is asked for both; null without. */
function saidOf({ terms, bodies }: Mention, vocabulary: Vocabulary): string | null {
  const rarest = [...terms]
    .filter(([term, near]) => near >= 0.5 && LEXEME.test(term) && vocabulary.frequency.has(term))
    .sort(([a], [b]) => weightOf(b, vocabulary) - weightOf(a, vocabulary))
    .slice(0, WORDS)
    .map(([term]) => `${term}:*`);
  const names = bodies.map((name) => (name.match(/[\p{L}\p{N}]+/gu) ?? []).join(' <-> ')).filter((name) => name !== '');
  if (names.length === 0 || rarest.length === 0) return null;
  return JSON.stringify([names.map((name) => `(${name})`).join(' | '), rarest.join(' | ')]);
}
