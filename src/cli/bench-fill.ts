import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { claimRows, type Rows, sourceCount, sourceRows, type Words } from '../../bench/synthetic';
import { METHOD_KIND, POPULATION_GROUP } from '../domain/words';
import { seconds, step } from './steps';

// Fills an empty, migrated database: the rows in bulk, the search index by the product's own writer.

/** One bitmap of the facets covers this many claims, so that each is written once. */
const BATCH = 8192;

type Place = { code: string; kind: string; parent: string | null };

export async function fillDatabase(ownerUrl: string, claims: number, seed: number): Promise<void> {
  process.env.DATABASE_URL = ownerUrl;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // For this connection alone: what is lost in a crash is made again.
    await client.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'");
    const from = await step('  topics and places', loadReference);
    await step('  claims and citations', () => fillTables(client, claims, seed, from));
    await step('  search index', () => withoutIndexes(client, () => writeIndex(claims)));
    // The made-up events bring their numbers: what is written here later counts on from there.
    await client.query("select setval(pg_get_serial_sequence('events', 'id'), max(id)) from events");
    await step('  statistics', () => client.query('vacuum analyze'));
  } finally {
    await client.end();
    const { closePool } = await import('../db/pool');
    await closePool();
  }
}

/** Topics and places are the real ones, loaded as the product loads them. */
async function loadReference(): Promise<Words> {
  const read = async (name: string) => JSON.parse(await readFile(join('prisma', 'seed', `${name}.json`), 'utf8'));
  const geographies: Place[] = await read('geographies');
  const topics: { code: string }[] = await read('topics');
  const { loadEvidence } = await import('../features/evidence-base/mutations');
  const base = { version: '2026', geographies, topics, terms: [], series: [], sources: [], claims: [] };
  await loadEvidence(base as unknown as Parameters<typeof loadEvidence>[0]);
  return {
    countries: geographies.filter((place) => place.kind === 'country').map((place) => place.code),
    areas: geographies.filter((place) => place.kind !== 'country').map((place) => place.code),
    topics: topics.map((topic) => topic.code),
    populations: Object.keys(POPULATION_GROUP),
    methods: Object.keys(METHOD_KIND),
  };
}

async function fillTables(client: pg.Client, claims: number, seed: number, from: Words): Promise<void> {
  const sources = sourceCount(claims);
  await inBatches(sources, 1, (first, last) => insert(client, sourceRows(seed, first, last)));
  await inBatches(claims, 1, (first, last) => insert(client, claimRows(seed, first, last, sources, from)));
}

/** Each table in the order given, so that what is referred to is there first. */
async function insert(client: pg.Client, rows: Rows): Promise<void> {
  for (const [table, list] of Object.entries(rows)) {
    if (list.length === 0) continue;
    const columns = Object.keys(list[0] ?? {}).map((column) => client.escapeIdentifier(column));
    const name = client.escapeIdentifier(table);
    await client.query(
      `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1)`,
      [JSON.stringify(list)],
    );
  }
}

async function writeIndex(claims: number): Promise<void> {
  const { prisma } = await import('../db/prisma');
  const { refreshClaimIndex } = await import('../features/claims/index-writer');
  // While one batch is being written, which happens one at a time, the next is read and worked out.
  await inBatches(claims, 2, (first, last) => {
    const ids = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return prisma().$transaction((tx) => refreshClaimIndex(tx, ids), { timeout: 600_000 });
  });
}

/**
 * Runs the work batch by batch, in so many lanes at once. Bitmaps begin at multiples of BATCH, and so does every batch
 * but the first.
 */
async function inBatches(last: number, lanes: number, work: (first: number, last: number) => Promise<unknown>) {
  const started = performance.now();
  let next = 1;
  const lane = async () => {
    while (next <= last) {
      const first = next;
      const to = Math.min(last, first - (first % BATCH) + BATCH - 1);
      next = to + 1;
      await work(first, to);
      // On a terminal the step's own line counts the seconds.
      if (!process.stdout.isTTY && Math.floor(to / BATCH) % 20 === 19) {
        process.stdout.write(`${to.toLocaleString('en')} after ${seconds(started)} … `);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/**
 * Indexes over words are built in one go afterwards, several times faster than row by row. They are taken from the
 * database, and put back as they were.
 */
async function withoutIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = 'public' and tablename = 'claim_index' and indexdef like '% USING gin %'`,
  );
  for (const { name } of rows) await client.query(`drop index ${client.escapeIdentifier(name)}`);
  await work();
  for (const { definition } of rows) await client.query(definition);
}
