import { describe, expect, test } from 'vitest';
import { request, requestBare } from '../support/server';

// How answers travel: what a proxy may keep, what a browser of another site may read, what need not be sent again.

const CLAIM = '/api/v1/claims/C1';

describe('an answer of the API', () => {
  test('may be kept by a proxy for seconds, and by a browser only if it asks again', async () => {
    const { headers } = await request(CLAIM);
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=10, stale-while-revalidate=10');
  });

  test('is not sent again to whoever has it', async () => {
    const first = await request(CLAIM);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/".+"$/);
    for (const header of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
      const again = await request(CLAIM, { headers: { 'If-None-Match': header } });
      expect([header, again.status, await again.text()]).toEqual([header, 304, '']);
      expect(again.headers.get('etag')).toBe(etag);
    }
    expect((await request(CLAIM, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  });

  test('may be read by pages of other sites', async () => {
    const { headers } = await request(CLAIM, { headers: { Origin: 'https://example.org' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toContain('ETag');
    const preflight = await request(CLAIM, { method: 'OPTIONS', headers: { Origin: 'https://example.org' } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('GET');
  });

  test('is compressed for who can take it', async () => {
    const { headers } = await requestBare('/api/v1/claims?limit=50', { 'Accept-Encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
  });

  test('has the same head without its body', async () => {
    const [head, whole] = await Promise.all([request(CLAIM, { method: 'HEAD' }), request(CLAIM)]);
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(head.headers.get('etag')).toBe(whole.headers.get('etag'));
  });

  test('says nothing of what runs behind it', async () => {
    const { headers } = await request(CLAIM);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('a page', () => {
  const kept = /^(public, max-age=0, )?s-maxage=10, stale-while-revalidate=10$/;
  test.each([
    '/',
    '/claims',
    '/claims?q=children',
    '/claims/C1',
    '/claims/C1/history',
    '/sources',
    '/sources/S1',
    '/topics',
    '/topics/online',
    '/compare?c=C1,C3',
    '/gaps',
    '/map',
    '/corrections',
    '/fact-sheets',
    '/verify',
    '/corrections.atom',
  ])('%s may be kept by a proxy for seconds', async (path) =>
    expect((await request(path)).headers.get('cache-control')).toMatch(kept),
  );

  test.each(['/about', '/method', '/safeguarding', '/docs/errors'])('%s may be kept for a minute', async (path) =>
    expect((await request(path)).headers.get('cache-control')).toMatch(/s-maxage=60\b/),
  );

  test.each(['/claims/C999999', '/nowhere'])('%s, which is not there, may not be kept for long', async (path) => {
    const { status, headers } = await request(path);
    expect(status).toBe(404);
    expect(headers.get('cache-control')).not.toMatch(/s-maxage=\d{3}/);
  });
});

describe('the process', () => {
  test('says that it is up', async () => {
    const response = await request('/healthz');
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  test('says that its database is there and migrated', async () => {
    const response = await request('/readyz');
    expect(await response.json()).toMatchObject({ status: 'ready', pendingMigrations: 0 });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('a file of the network', () => {
  const files: [path: string, type: string, name: string, holds: RegExp][] = [
    ['/network/organisations.svg', 'image/svg+xml', 'network.svg', /^<\?xml.*<svg.*drawn on most/s],
    ['/network/organisations.png', 'image/png', 'network.png', /^.PNG/],
    ['/network/edges.csv', 'text/csv', 'network-edges.csv', /^\ufeff?between,who_draws,.*\r\nsources,/s],
    ['/network/fidelity.csv', 'text/csv', 'network-fidelity.csv', /^\ufeff?of,name,.*\r\nsource,/s],
  ];
  test.each(files)('%s', async (path, type, name, holds) => {
    const response = await request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="plumbline-${name}"`);
    expect(await response.text()).toMatch(holds);
  });
});

describe('a chart as a file', () => {
  const types = { svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv' };
  const charts = ['/gaps/regions', '/gaps/populations', '/map/countries'];
  test.each(charts)('%s can be kept as a drawing, as a picture and as a table', async (path) => {
    for (const [kind, type] of Object.entries(types)) {
      const response = await request(`${path}.${kind}`);
      expect([kind, response.status]).toEqual([kind, 200]);
      expect(response.headers.get('content-type')).toContain(type);
      expect(response.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="plumbline-[a-z-]+\\.${kind}"$`),
      );
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    }
  });

  test('has a line of the table for every cell, and every cell there', async () => {
    const { data } = (await (await request('/api/v1/gaps')).json()) as { data: { regions: unknown[] } };
    const lines = (await (await request('/gaps/regions.csv')).text()).trimEnd().split('\r\n');
    expect(lines.length).toBe(data.regions.length + 1);
  });
});

describe('a reference as a file', () => {
  const files: [path: string, type: string, holds: RegExp][] = [
    ['/claims/C1/cite.bib', 'application/x-bibtex', /^@\w+\{/],
    ['/claims/C1/cite.ris', 'application/x-research-info-systems', /^TY {2}- /],
    ['/claims/C1/cite.json', 'application/vnd.citationstyles.csl+json', /^\[\s*\{/],
    ['/sources/S1/cite.bib', 'application/x-bibtex', /^@\w+\{/],
    ['/sources/S1/cite.ris', 'application/x-research-info-systems', /^TY {2}- /],
    ['/sources/S1/cite.json', 'application/vnd.citationstyles.csl+json', /^\[\s*\{/],
  ];
  test.each(files)('%s', async (path, type, holds) => {
    const response = await request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="plumbline-[CS]1\.\w+"$/);
    expect(await response.text()).toMatch(holds);
  });

  test('of what is not there is not there', async () => {
    expect((await request('/claims/C999999/cite.bib')).status).toBe(404);
    expect((await request('/sources/S0/cite.ris')).status).toBe(404);
  });
});

test('the icon is found where browsers look for it by themselves', async () => {
  const response = await request('/favicon.ico', { redirect: 'follow' });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('image/svg+xml');
});
