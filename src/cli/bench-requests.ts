import type pg from 'pg';
import { type Random, randomFrom } from '../../bench/random';
import { isSearchable } from '../../bench/vocabulary';
import { slugOf } from '../domain/text/slug';
import type { DatabaseUrls } from './prepare-database';

// What is asked, and the very SQL that the product answers it with. The SQL is not copied: the product's functions run
// once on a pool that writes down what it is told, and the bare server runs that again.

type Statement = { name: string; text: string; values: unknown[] };
/** The statements of one request: those of a phase ran at the same time, the phases one after the other. */
export type Phases = Statement[][];
/** Addresses to ask in turn, each with what the product asked the database for it. */
export type Requests = { path: string; phases: Phases }[];
/** By what they ask for. */
export type RequestKinds = {
  byId: Requests;
  list: Requests;
  search: Requests;
  facets: Requests;
  claimPages: string[];
  /** Pages of many more claims, of which hardly one is asked for twice. */
  freshClaimPages: string[];
  listPages: string[];
};

type Features = {
  getClaim: typeof import('../features/claims/data').getClaim;
  listClaims: typeof import('../features/claims/list-data').listClaims;
  getClaimFacets: typeof import('../features/claims/facet-data').getClaimFacets;
};
type Filters = Parameters<Features['listClaims']>[0];

const FRESH = 8000;

const NO_FILTERS: Filters = {
  topic: [],
  geography: [],
  population: [],
  age: [],
  kind: [],
  method: [],
  reliability: [],
  transmission: [],
  status: [],
};

/**
 * Makes up requests for this database and writes down their SQL.
 *
 * @param variants how many different addresses of each kind, so that nothing is answered from the last answer
 */
export async function recordRequests(
  { appUrl }: DatabaseUrls,
  { claims, seed, variants }: { claims: number; seed: number; variants: number },
): Promise<RequestKinds> {
  process.env.DATABASE_URL = appUrl;
  const { pool, closePool } = await import('../db/pool');
  const features: Features = {
    ...(await import('../features/claims/data')),
    ...(await import('../features/claims/list-data')),
    ...(await import('../features/claims/facet-data')),
  };
  try {
    const random = randomFrom(seed);
    const recorder = recordOn(pool());
    const ids = Array.from({ length: variants }, () => random.whole(1, claims));
    const filters = ids.map(() => someFilters(random));
    const searches = await wordPairs(pool(), random, claims, variants);
    const asked = (chosen: Filters, more: string) => `/api/v1/claims?${addressOf(chosen)}&limit=20${more}`;
    return {
      byId: await recorder.each(ids, async (id) => {
        await features.getClaim(`C${id}`);
        return `/api/v1/claims/C${id}`;
      }),
      list: await recorder.each(filters, async (chosen) => {
        await features.listClaims(chosen, { limit: 20, facets: false });
        return asked(chosen, '');
      }),
      search: await recorder.each(searches, async (q) => {
        const chosen = { ...NO_FILTERS, q };
        await features.listClaims(chosen, { limit: 20, facets: true });
        return asked(chosen, '&facets=true');
      }),
      facets: await recorder.each([NO_FILTERS, ...filters], async (chosen) => {
        await features.getClaimFacets(chosen, null);
        return addressOf(chosen);
      }),
      claimPages: await claimPages(pool(), ids),
      freshClaimPages: await claimPages(
        pool(),
        Array.from({ length: Math.min(FRESH, claims) }, (_, index) => index + 1).filter((id) => !ids.includes(id)),
      ),
      listPages: filters.map((chosen) => `/claims?${addressOf(chosen)}`),
    };
  } finally {
    await closePool();
  }
}

function recordOn(pool: pg.Pool) {
  let phases: Phases = [];
  let running = 0;
  const query = pool.query.bind(pool) as (statement: Statement) => Promise<pg.QueryResult>;
  const recording = async (statement: Statement) => {
    if (running === 0) phases.push([]);
    phases.at(-1)?.push({ ...statement });
    running += 1;
    return query(statement).finally(() => {
      running -= 1;
    });
  };
  return {
    /** @param ask runs one request as the product does and gives its address */
    async each<T>(inputs: readonly T[], ask: (input: T) => Promise<string>): Promise<Requests> {
      const requests: Requests = [];
      pool.query = recording as unknown as typeof pool.query;
      for (const input of inputs) {
        phases = [];
        requests.push({ path: await ask(input), phases });
      }
      pool.query = query as unknown as typeof pool.query;
      return requests;
    },
  };
}

/** A topic, a place and two grades, as somebody narrows a list down. */
function someFilters(random: Random): Filters {
  const topic = random.pickZipf(['online', 'trafficking', 'prostitution', 'vulnerability', 'response-law'] as const);
  const place = random.pickZipf(['002', '142', '150', '019', 'IN', 'US', 'TH', 'BR', 'KE', 'GB']);
  return { ...NO_FILTERS, topic: [topic], geography: [place], reliability: ['high', 'moderate'] };
}

function addressOf(filters: Filters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    for (const member of [value].flat()) search.append(name, String(member));
  }
  return search.toString();
}

async function claimPages(pool: pg.Pool, ids: readonly number[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: number; statement: string }>(
    'select id, statement from claims where id = any($1::int[]) order by id',
    [ids],
  );
  return rows.map(({ id, statement }) => `/claims/C${id}/${slugOf(statement)}`);
}

/** Two words that stand in one claim, of those that people search for: common ones often, rare ones seldom. */
async function wordPairs(pool: pg.Pool, random: Random, claims: number, count: number): Promise<string[]> {
  const ids = Array.from({ length: count * 2 }, () => random.whole(1, claims));
  const { rows } = await pool.query<{ statement: string }>(
    'select statement from claims where id = any($1::int[]) order by id',
    [ids],
  );
  const pairs = rows.flatMap(({ statement }) => {
    const [first, second] = new Set(
      statement
        .toLowerCase()
        .match(/[a-z]+/g)
        ?.filter(isSearchable),
    );
    return first !== undefined && second !== undefined ? [`${first} ${second}`] : [];
  });
  return [...new Set(pairs)].slice(0, count);
}
