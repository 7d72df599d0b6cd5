import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FetchOptions, INTERNET, type Network, safeFetch } from '@/lib/safe-fetch';

// Real servers on this machine. The default policy refuses them; the tests let 127.0.0.1 through, and nothing else.

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const MEGABYTE = 1024 * 1024;
const BOMB = gzipSync(Buffer.alloc(200 * MEGABYTE));
const asked: { method: string; path: string; headers: IncomingMessage['headers'] }[] = [];
const routes: Record<string, Handler> = {
  '/page': (_request, response) => response.setHeader('content-type', 'text/html').end('<p>1.8 million</p>'),
  '/missing': (_request, response) => response.writeHead(404).end('not here'),
  '/no-head': (request, response) => response.writeHead(request.method === 'HEAD' ? 405 : 200).end('body'),
  '/hangs-up-on-head': (request, response) =>
    request.method === 'HEAD' ? request.socket.destroy() : response.end('body'),
  '/large': (_request, response) => response.end(Buffer.alloc(3 * MEGABYTE, 'a')),
  '/bomb': (_request, response) => response.setHeader('content-encoding', 'gzip').end(BOMB),
  '/broken-gzip': (_request, response) => response.setHeader('content-encoding', 'gzip').end('not gzip at all'),
  '/endless': (_request, response) => {
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => {},
  '/loop': (_request, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/four-hops': (_request, response) => response.writeHead(302, { location: '/three-hops' }).end(),
  '/three-hops': (_request, response) => response.writeHead(301, { location: './two-hops' }).end(),
  '/two-hops': (_request, response) => response.writeHead(307, { location: '?page' }).end(),
  '/nowhere': (_request, response) => response.writeHead(302, { location: 'http://[' }).end(),
  '/to-file': (_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-metadata': (_request, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/to-private': (_request, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
  '/to-mapped': (_request, response) =>
    response.writeHead(302, { location: `http://[::ffff:7f00:1]:${port}/page` }).end(),
  '/to-denied': (_request, response) => response.writeHead(302, { location: 'http://denied.example/' }).end(),
  '/to-password': (_request, response) =>
    response.writeHead(302, { location: `http://a:b@127.0.0.1:${port}/page` }).end(),
  '/to-other-name': (_request, response) =>
    response.writeHead(302, { location: `http://inner.example:${port}/page` }).end(),
};

let server: Server;
let port = 0;
let base = '';
let onLoopback: Network;
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ method: request.method ?? '', path, headers: request.headers });
    (routes[path] ?? routes['/page'])?.(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
  base = `http://127.0.0.1:${port}`;
  onLoopback = { ...INTERNET, ports: [80, port], mayConnect: (address) => address === '127.0.0.1' };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
});

const get = (path: string, options: Partial<FetchOptions> = {}) =>
  safeFetch(path.startsWith('http') ? path : `${base}${path}`, {
    userAgent: 'Plumbline-Test',
    network: onLoopback,
    limits: { all: 1500, dns: 500, connect: 500, answer: 500 },
    ...options,
  });

describe('the internet policy', () => {
  test('never connects to this machine', async () => {
    const outcome = await get('/page', { network: { ...INTERNET, ports: [port] } });
    expect(outcome).toMatchObject({ ok: false, failure: 'refused-address' });
    expect(asked).toEqual([]);
  });

  test('asks on the ports of the web only', async () => {
    expect(await get('/page', { network: INTERNET })).toMatchObject({ ok: false, failure: 'not-http' });
  });

  test('refuses a host of which one single address is private', async () => {
    const network: Network = {
      ...INTERNET,
      ports: [port],
      resolve: async () => [
        { address: '93.184.215.14', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    };
    expect(await get(`http://two-faced.example:${port}/page`, { network })).toMatchObject({
      failure: 'refused-address',
    });
    expect(asked).toEqual([]);
  });
});

describe('what is checked is what is connected to', () => {
  test('a name is looked up once for each request, and its second answer is never used', async () => {
    const answers = ['127.0.0.1', '169.254.169.254'];
    let lookups = 0;
    const network: Network = {
      ...onLoopback,
      resolve: async () => {
        lookups += 1;
        return [{ address: answers[Math.min(lookups, 2) - 1] ?? '', family: 4 }];
      },
    };
    expect(await get(`http://rebinding.example:${port}/page`, { network })).toMatchObject({ ok: true, status: 200 });
    expect(lookups).toBe(1);
    expect(asked[0]?.headers.host).toBe(`rebinding.example:${port}`);
    expect(await get(`http://rebinding.example:${port}/page`, { network })).toMatchObject({
      failure: 'refused-address',
    });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['/to-metadata', 'denied-host'],
    ['/to-private', 'refused-address'],
    ['/to-mapped', 'refused-address'],
    ['/to-denied', 'denied-host'],
    ['/to-file', 'not-http'],
    ['/to-password', 'not-http'],
    ['/nowhere', 'not-http'],
    ['/loop', 'too-many-redirects'],
  ])('the redirect of %s ends as %s', async (path, failure) => {
    expect(await get(path, { deniedHosts: ['denied.example'] })).toMatchObject({ ok: false, failure });
  });

  test('a redirect to another name is looked up and checked like the first', async () => {
    const network: Network = {
      ...onLoopback,
      resolve: async (host) => [{ address: host === 'inner.example' ? '192.168.0.1' : '127.0.0.1', family: 4 }],
    };
    expect(await get(`http://outer.example:${port}/to-other-name`, { network })).toMatchObject({
      failure: 'refused-address',
      finalUrl: `http://inner.example:${port}/page`,
    });
  });

  test('redirects are followed, and the last address is told', async () => {
    expect(await get('/four-hops')).toMatchObject({ ok: true, redirects: 3, finalUrl: `${base}/two-hops?page` });
  });
});

describe('limits', () => {
  test('an answer that is too large is given up, or cut', async () => {
    expect(await get('/large')).toMatchObject({ ok: false, failure: 'too-large' });
    const cut = await get('/large', { whenLarger: 'cut' });
    expect(cut.ok && [cut.isCut, cut.body.length]).toEqual([true, MEGABYTE]);
  });

  test('what unfolds to a large answer is counted unfolded', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const cut = await get('/bomb', { whenLarger: 'cut' });
    expect(cut.ok && [cut.isCut, cut.body.length]).toEqual([true, MEGABYTE]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * MEGABYTE);
  });

  test.each([
    ['/silent', 500],
    ['/endless', 1500],
  ])('%s is given up in time', async (path, ms) => {
    const begun = performance.now();
    expect(await get(path)).toMatchObject({ ok: false, failure: 'timeout' });
    expect(performance.now() - begun).toBeLessThan(ms + 400);
  });

  test('a name server that never answers is given up in time', async () => {
    const network: Network = { ...onLoopback, resolve: () => new Promise(() => {}) };
    expect(await get(`http://slow.example:${port}/`, { network })).toMatchObject({ failure: 'timeout' });
  });

  test('whoever asked can stop it', async () => {
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 100);
    expect(await get('/silent', { signal: stopping.signal })).toMatchObject({ ok: false, failure: 'stopped' });
  });
});

describe('failures have names', () => {
  test('a name that does not exist', async () => {
    const network: Network = {
      ...onLoopback,
      resolve: async () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })),
    };
    expect(await get(`http://gone.example:${port}/`, { network })).toMatchObject({
      failure: 'dns',
      detail: 'ENOTFOUND',
    });
  });

  test('nobody listens', async () => {
    const closed = createTcpServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const { port: free } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    const network = { ...onLoopback, ports: [free] };
    expect(await get(`http://127.0.0.1:${free}/`, { network })).toMatchObject({ failure: 'connection' });
  });

  test('an answer that is no HTTP, or no gzip', async () => {
    const babbling = createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n'));
    await new Promise<void>((done) => babbling.listen(0, '127.0.0.1', done));
    const { port: at } = babbling.address() as AddressInfo;
    const network = { ...onLoopback, ports: [at] };
    expect(await get(`http://127.0.0.1:${at}/`, { network })).toMatchObject({ failure: 'connection' });
    babbling.close();
    expect(await get('/broken-gzip')).toMatchObject({ failure: 'connection' });
  });

  test('a server that does not speak TLS', async () => {
    expect(await get(`https://127.0.0.1:${port}/page`)).toMatchObject({ failure: 'tls' });
  });
});

describe('what is sent', () => {
  test('names the product, and neither cookies nor where one came from', async () => {
    await get('/four-hops');
    for (const { headers } of asked) {
      expect(headers['user-agent']).toBe('Plumbline-Test');
      expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
    }
  });

  test.each(['/no-head', '/hangs-up-on-head'])('%s is asked with HEAD, and then with GET', async (path) => {
    expect(await get(path, { method: 'head' })).toMatchObject({ ok: true, status: 200 });
    expect(asked.map(({ method }) => method)).toEqual(['HEAD', 'GET']);
  });

  test('what answers HEAD is not asked again, and an error status is an answer', async () => {
    expect(await get('/page', { method: 'head' })).toMatchObject({ ok: true, status: 200 });
    expect(asked).toHaveLength(1);
    expect(await get('/missing', { method: 'head' })).toMatchObject({ ok: true, status: 404 });
  });

  test('each host is asked in its turn, and the turn is given back whatever happens', async () => {
    const turns: string[] = [];
    const turn = async (host: string) => {
      turns.push(`take ${host}`);
      return () => turns.push(`give ${host}`);
    };
    await get('/two-hops', { turn });
    await get('/silent', { turn });
    expect(turns).toEqual(Array.from({ length: 3 }, () => ['take 127.0.0.1', 'give 127.0.0.1']).flat());
  });
});
