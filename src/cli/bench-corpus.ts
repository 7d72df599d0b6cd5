import pg from 'pg';
import { type Load, measureTogether, percentile } from '../../bench/load';
import { milliseconds, RATE_HEAD, rateRow, table, whole } from '../../bench/report';
import { startBareNode } from '../../bench/servers';
import { type Part, startProduct } from './bench-http';
import { type Phases, type Requests, recordRequests } from './bench-requests';
import type { DatabaseUrls } from './prepare-database';
import { step } from './steps';

// Search at a size far beyond what the product is made for, to see that no query's time grows with the corpus.

export async function measureCorpus(urls: DatabaseUrls, claims: number, seed: number, load: Load): Promise<Part> {
  const kinds = await step('Requests', () => recordRequests(urls, { claims, seed, variants: 100 }));
  const alone = await step('each statement alone', () => timeAlone(urls.appUrl, kinds));
  const paths = kinds.search.map(({ path }) => path);
  const { product, node } = await step(
    'two words, facets',
    async () => {
      const { address } = await startProduct(urls);
      const bare = await startBareNode(urls.appUrl, kinds.search, load.folder);
      return measureTogether({ product: { address, paths }, node: { address: bare, paths } }, load);
    },
    (rates) => `p95 ${milliseconds(rates.product.p95)} ms`,
  );
  const aloneRows = Object.entries(alone).map(([name, times]) => [
    name,
    ...[0.5, 0.95, 0.99].map((share) => milliseconds(percentile(times, share))),
  ]);
  const facets = Math.max(...FACET_TIMES.map((name) => percentile(alone[name] ?? [], 0.95)));
  return {
    report: [
      `### ${whole(claims)} claims`,
      table(RATE_HEAD, [
        rateRow('two words, facets', 'product', product, product),
        rateRow('', '(a) node:http and pg, same SQL', node, product),
      ]),
      'Each statement alone, one after the other:',
      table(['statement', 'p50 ms', 'p95 ms', 'p99 ms'], aloneRows),
    ].join('\n\n'),
    aims: [
      { what: 'search at scale, p95 of (a)', reached: product.p95 / node.p95, limit: 1.3, atMost: true, unit: '×' },
      { what: 'facet counts at scale, p95', reached: facets, limit: 300, atMost: true, unit: ' ms' },
    ],
    complete: true,
  };
}

const FACET_TIMES = ['facet counts under a search', 'facet counts under filters or none'] as const;

/** The milliseconds of each statement, on one connection. */
async function timeAlone(
  databaseUrl: string,
  kinds: { byId: Requests; list: Requests; search: Requests; facets: Requests },
): Promise<Record<string, number[]>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const times = async (requests: Requests, statementOf: (phases: Phases) => Phases[number][number] | undefined) => {
    const taken: number[] = [];
    for (const { phases } of requests) {
      const statement = statementOf(phases);
      if (statement === undefined) throw new Error('the product no longer asks in the order that is measured here');
      const { name, text, values } = statement;
      const started = performance.now();
      await client.query({ name, text, values });
      taken.push(performance.now() - started);
    }
    return taken;
  };
  try {
    return {
      'claim by id': await times(kinds.byId, (phases) => phases[0]?.[0]),
      'filtered list': await times(kinds.list, (phases) => phases[0]?.[0]),
      'two words: known or mistyped?': await times(kinds.search, (phases) => phases[0]?.[0]),
      'two words: the first 20': await times(kinds.search, (phases) => phases[1]?.[0]),
      [FACET_TIMES[0]]: await times(kinds.search, (phases) => phases[1]?.[1]),
      [FACET_TIMES[1]]: await times(kinds.facets, (phases) => phases[0]?.[0]),
    };
  } finally {
    await client.end();
  }
}
