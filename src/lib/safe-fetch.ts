import { lookup } from 'node:dns/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { isPublicAddress, literalAddress, readAddress } from './safe-address';
import { type Answer, type Checked, request, RequestFailed } from './safe-request';
import { readUrl } from './read-url';

// Asks for an address that somebody typed, without letting that address reach into our own network (server-side request
// forgery, OWASP Top Ten 2021 A10): every address of every hop is checked, and what was checked is what is connected to.

/** Why there is no answer. `stopped`: whoever asked gave up. */
export type Failure =
  | 'not-http'
  | 'denied-host'
  | 'refused-address'
  | 'dns'
  | 'connection'
  | 'tls'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  | 'stopped';

export type Fetched = {
  ok: true;
  status: number;
  /** Where the answer came from, after redirects. */
  finalUrl: string;
  redirects: number;
  contentType: string | null;
  body: Buffer;
  /** Only the beginning was read. */
  isCut: boolean;
};

export type FetchOutcome = Fetched | { ok: false; failure: Failure; detail: string; finalUrl: string };

/** What stands between the product and the network: tests put their own in. */
export type Network = {
  /** All addresses of a name. */
  resolve(host: string): Promise<readonly Checked[]>;
  mayConnect(address: string): boolean;
  ports: readonly number[];
};

export const INTERNET: Network = {
  resolve: async (host) =>
    (await lookup(host, { all: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 })),
  mayConnect: isPublicAddress,
  ports: [80, 443],
};

export type FetchOptions = {
  /** `head`: HEAD, and GET where HEAD is refused. */
  method?: 'get' | 'head';
  userAgent: string;
  accept?: string;
  deniedHosts?: readonly string[];
  /** In bytes, after decompression. */
  bytesMax?: number;
  /** What to do with a longer answer: give up, or keep its beginning. */
  whenLarger?: 'fail' | 'cut';
  /** In milliseconds: for everything together, and for each phase. Waiting for one's turn does not count. */
  limits?: { all: number; dns: number; connect: number; answer: number };
  /** Waits until this host may be asked; what it gives is called when the host has answered. */
  turn?: (host: string) => Promise<() => void>;
  signal?: AbortSignal;
  network?: Network;
};

const REDIRECTS_MAX = 5;
const LIMITS = { all: 10_000, dns: 4000, connect: 4000, answer: 8000 };
const BYTES_MAX = 1024 * 1024;
const REDIRECT = new Set([301, 302, 303, 307, 308]);

/** Asks for an address and follows its redirects by hand. It never throws for what the other side does. */
export async function safeFetch(address: string, options: FetchOptions): Promise<FetchOutcome> {
  const budget = { left: (options.limits ?? LIMITS).all };
  const first = options.method === 'head' ? 'HEAD' : 'GET';
  const outcome = await follow(address, first, options, budget);
  // Many servers know no HEAD and say so in many ways, some by hanging up.
  const isHeadRefused = outcome.ok ? outcome.status >= 400 : outcome.failure === 'connection';
  if (first === 'GET' || !isHeadRefused || budget.left <= 0) return outcome;
  return follow(address, 'GET', options, budget);
}

type Budget = { left: number };

async function follow(
  address: string,
  method: 'GET' | 'HEAD',
  options: FetchOptions,
  budget: Budget,
): Promise<FetchOutcome> {
  let at = address;
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
    const { ports } = options.network ?? INTERNET;
    const read = readAddress(at, { ports, deniedHosts: options.deniedHosts ?? [] });
    if (!read.ok) return { ...read, finalUrl: at };
    const release = await (options.turn?.(read.url.hostname) ?? Promise.resolve(() => {}));
    let answer: Answer;
    try {
      answer = await spend(budget, () => hop(read.url, method, options, budget.left));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      return { ok: false, failure: error.failure, detail: error.message, finalUrl: at };
    } finally {
      release();
    }
    const location = REDIRECT.has(answer.status) ? answer.headers.location : undefined;
    if (location === undefined) return fetched(answer, at, redirects, options);
    const next = readUrl(location, read.url.href);
    if (next === null) return { ok: false, failure: 'not-http', detail: 'it leads to no web address', finalUrl: at };
    at = next.href;
  }
  return { ok: false, failure: 'too-many-redirects', detail: `more than ${REDIRECTS_MAX} redirects`, finalUrl: at };
}

/** Takes the time that the work needs from what is left. */
async function spend<T>(budget: Budget, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await work();
  } finally {
    budget.left -= performance.now() - begun;
  }
}

function fetched(answer: Answer, finalUrl: string, redirects: number, { whenLarger }: FetchOptions): FetchOutcome {
  const { status, headers, body, isCut } = answer;
  if (isCut && whenLarger !== 'cut')
    return { ok: false, failure: 'too-large', detail: 'more than the limit', finalUrl };
  return { ok: true, status, finalUrl, redirects, contentType: headers['content-type'] ?? null, body, isCut };
}

async function hop(url: URL, method: 'GET' | 'HEAD', options: FetchOptions, left: number): Promise<Answer> {
  if (left <= 0) throw new RequestFailed('timeout', 'it took too long');
  const limits = options.limits ?? LIMITS;
  const begun = performance.now();
  const addresses = await checkedAddresses(url, options.network ?? INTERNET, Math.min(left, limits.dns));
  return request(url, {
    method,
    addresses,
    headers: {
      Host: url.host,
      'User-Agent': options.userAgent,
      Accept: options.accept ?? 'text/html, text/plain;q=0.9, */*;q=0.5',
      'Accept-Encoding': method === 'GET' ? 'gzip, deflate, br' : 'identity',
    },
    limits: { ...limits, all: Math.max(1, left - (performance.now() - begun)) },
    bytesMax: options.bytesMax ?? BYTES_MAX,
    signal: options.signal,
  });
}

/** Every address of the host, all of them permitted: one that is not is enough to refuse the host. */
async function checkedAddresses(url: URL, network: Network, patience: number): Promise<readonly Checked[]> {
  const literal = literalAddress(url.hostname);
  const addresses: readonly Checked[] =
    literal === null
      ? await resolved(url.hostname, network, patience)
      : [{ address: literal, family: literal.includes(':') ? 6 : 4 }];
  if (!addresses.every(({ address }) => network.mayConnect(address)))
    throw new RequestFailed('refused-address', 'it leads into a private network');
  return addresses;
}

async function resolved(host: string, network: Network, patience: number): Promise<readonly Checked[]> {
  const ended = new AbortController();
  try {
    const addresses = await Promise.race([
      network.resolve(host).catch((error: NodeJS.ErrnoException) => {
        throw new RequestFailed('dns', error.code ?? 'no answer');
      }),
      delay(patience, null, { signal: ended.signal }).catch(() => null),
    ]);
    if (addresses === null) throw new RequestFailed('timeout', 'the name server did not answer in time');
    if (addresses.length === 0) throw new RequestFailed('dns', 'the name has no address');
    return addresses;
  } finally {
    ended.abort();
  }
}
