import { type Load, measureTogether, type Rate, type Target } from '../../bench/load';
import { findNginx, startNginx } from '../../bench/nginx';
import { type Aim, RATE_HEAD, rateRow, table, whole } from '../../bench/report';
import { startBareNext, startBareNode } from '../../bench/servers';
import { pageLike, residentMemory, type Weight, weigh } from '../../bench/weigh';
import { type RequestKinds, type Requests, recordRequests } from './bench-requests';
import type { DatabaseUrls } from './prepare-database';
import { step } from './steps';
import { findFreePort, startWebServer } from './web-server';

// Requests over HTTP at the size that the product is made for, each beside the least that could answer it.

type Servers = { product: string; pid: number; node: string; next: string; nginx: string | null };
type Measured = {
  rows: string[][];
  product: Rate;
  beside: Partial<Record<'node' | 'constant' | 'nginx' | 'page', Rate>>;
};
export type Part = { report: string; aims: Aim[]; complete: boolean };

const NAMES = {
  node: '(a) node:http and pg, same SQL',
  constant: '(b) Next route, constant',
  nginx: '(c) product behind nginx',
  page: '(d) Next page, as many elements and bytes',
};

type Beside = keyof typeof NAMES;

export async function measureHttp(urls: DatabaseUrls, claims: number, seed: number, load: Load): Promise<Part> {
  const kinds = await step('Requests', () => recordRequests(urls, { claims, seed, variants: 200 }));
  const servers = await step('Servers', () =>
    startServers(urls, [...kinds.byId, ...kinds.list, ...kinds.search], load),
  );
  const measure = (name: string, paths: readonly string[], beside: readonly Beside[], like?: Weight) =>
    step(
      name,
      async () => measureOne(name, await targetsOf(servers, paths, beside, like), load),
      ({ product }) => `${whole(product.perSecond)} requests/s`,
    );
  const measurePage = async (name: string, paths: readonly string[], weight: Weight, beside: readonly Beside[]) => {
    if (weight.status === 200) return measure(name, paths, beside, weight);
    console.log(`  ${name}: ${paths[0]} answers ${weight.status}, not measured`);
    return null;
  };
  const pathsOf = (requests: Requests) => requests.map(({ path }) => path);
  const byId = await measure('claim by id', pathsOf(kinds.byId), ['node', 'constant', 'nginx']);
  const list = await measure('filtered list', pathsOf(kinds.list), ['node', 'constant', 'nginx']);
  const search = await measure('two words, facets', pathsOf(kinds.search), ['node', 'constant', 'nginx']);
  const weights = await weighAll(servers.product, kinds);
  const all = ['page', 'constant', 'nginx'] as const;
  const claimPage = await measurePage('claim page', kinds.claimPages, weights.claimPage, all);
  const fresh = await measurePage('claim page, first reading', kinds.freshClaimPages, weights.claimPage, ['page']);
  const listPage = await measurePage('list page', kinds.listPages, weights.listPage, all);
  const memory = await residentMemory(servers.pid);
  const measured = [byId, list, search, claimPage, fresh, listPage].filter((one) => one !== null);
  return {
    report: [
      `### ${whole(claims)} claims, over HTTP`,
      table(
        RATE_HEAD,
        measured.flatMap(({ rows }) => rows),
      ),
      weightTable(weights),
      `Resident memory of the product after all of it: ${whole(memory)} MB.`,
      ...(servers.nginx === null ? ['nginx is not installed: (c) was left out.'] : []),
    ].join('\n\n'),
    aims: aimsOf({
      byId,
      list,
      claimPage,
      fresh,
      weight: weights.claimPage,
      memory,
    }),
    complete: claimPage !== null && listPage !== null,
  };
}

async function startServers(urls: DatabaseUrls, requests: Requests, load: Load): Promise<Servers> {
  const { address, pid } = await startProduct(urls);
  const binary = await findNginx();
  return {
    product: address,
    pid,
    node: await startBareNode(urls.appUrl, requests, load.folder),
    next: await startBareNext(),
    nginx: binary === null ? null : await startNginx(binary, address, load.folder),
  };
}

/** A production server over this database, on a free port. It is ended with us. */
export async function startProduct({ appUrl }: DatabaseUrls): Promise<{ address: string; pid: number }> {
  const port = await findFreePort();
  const env = { PUBLIC_URL: `http://127.0.0.1:${port}`, LISTEN_ADDRESS: '' };
  return startWebServer({
    mode: 'production',
    port,
    host: '127.0.0.1',
    databaseUrl: appUrl,
    authSecret: 'nobody signs in here, so anything will do',
    env,
  });
}

type Targets = { product: Target } & Partial<Record<Beside, Target>>;

async function targetsOf(
  servers: Servers,
  paths: readonly string[],
  beside: readonly Beside[],
  like?: Weight,
): Promise<Targets> {
  const all: Targets = {
    product: { address: servers.product, paths },
    node: { address: servers.node, paths },
    constant: { address: servers.next, paths: ['/constant'] },
    ...(servers.nginx === null ? {} : { nginx: { address: servers.nginx, paths } }),
    ...(like === undefined ? {} : { page: await pageLike(servers.next, like) }),
  };
  const wanted = new Set<string>(['product', ...beside]);
  return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name))) as Targets;
}

async function measureOne(asked: string, targets: Targets, load: Load): Promise<Measured> {
  const { product, ...beside } = await measureTogether(targets as Record<'product' | Beside, Target>, load);
  const names = Object.keys(beside) as Beside[];
  const rows = [
    rateRow(asked, 'product', product, product),
    ...names.map((name) => rateRow('', NAMES[name], beside[name], product)),
  ];
  return { rows, product, beside };
}

type Weights = Record<'byId' | 'list' | 'search' | 'claimPage' | 'listPage', Weight>;

async function weighAll(address: string, kinds: RequestKinds): Promise<Weights> {
  const of = (path: string | undefined) => weigh(`${address}${path}`);
  return {
    byId: await of(kinds.byId[0]?.path),
    list: await of(kinds.list[0]?.path),
    search: await of(kinds.search[0]?.path),
    claimPage: await of(kinds.claimPages[0]),
    listPage: await of(kinds.listPages[0]),
  };
}

function weightTable(weights: Weights): string {
  const names = {
    byId: 'claim by id',
    list: 'filtered list',
    search: 'two words, facets',
    claimPage: 'claim page',
    listPage: 'list page',
  };
  const rows = Object.entries(names).flatMap(([key, name]) => {
    const { status, bytes, gzipped, elements, scripts } = weights[key as keyof Weights];
    return status === 200 ? [[name, ...[bytes, gzipped, elements, scripts].map((n) => (n === 0 ? '' : whole(n)))]] : [];
  });
  return table(['answer', 'bytes', 'gzipped', 'elements', 'JavaScript gzipped'], rows);
}

function aimsOf(of: {
  byId: Measured;
  list: Measured;
  claimPage: Measured | null;
  fresh: Measured | null;
  weight: Weight;
  memory: number;
}): Aim[] {
  const times = (what: string, one: Rate | undefined, other: Rate | undefined, limit: number): Aim => ({
    what,
    reached: one && other ? one.perSecond / other.perSecond : null,
    limit,
    atMost: false,
    unit: '×',
  });
  const { byId, list, claimPage, fresh, weight, memory } = of;
  return [
    times('claim by id, of (b)', byId.product, byId.beside.constant, 0.7),
    times('filtered list, of (b)', list.product, list.beside.constant, 0.7),
    times('claim page, of (d)', claimPage?.product, claimPage?.beside.page, 0.8),
    times('claim page on first reading, of (d)', fresh?.product, fresh?.beside.page, 0.8),
    times('claim by id through nginx, of (b)', byId.beside.nginx, byId.beside.constant, 15),
    times('claim page through nginx, of (b)', claimPage?.beside.nginx, claimPage?.beside.constant, 15),
    {
      what: 'JavaScript of the claim page, gzipped',
      reached: weight.status === 200 ? weight.scripts / 1000 : null,
      limit: 90,
      atMost: true,
      unit: ' kB',
    },
    { what: 'resident memory after the load', reached: memory, limit: 400, atMost: true, unit: ' MB' },
  ];
}
