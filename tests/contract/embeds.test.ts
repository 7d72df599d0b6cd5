import { describe, expect, test } from 'vitest';
import { OPERATIONS } from '../../src/app/api/v1/operations';
import { OembedDto } from '../../src/features/embeds/schema';
import { ProblemDocument } from '../../src/http/problem';
import { request } from '../support/server';

// Cards on other people's pages: who may frame what, how long it may be kept, and what oEmbed is told.

const today = new Date().toISOString().slice(0, 10);
const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

/** Where the site says that it is reached. */
async function site(): Promise<string> {
  const { servers } = (await (await request('/api/v1/openapi.json')).json()) as { servers: { url: string }[] };
  return servers[0]?.url ?? '';
}

const oembed = async (path: string, more = '') =>
  request(`/api/v1/oembed?url=${encodeURIComponent(`${await site()}${path}`)}${more}`);

describe('who may frame what', () => {
  const policyOf = async (path: string) => {
    const { headers } = await request(path);
    const policies = headers.get('content-security-policy') ?? '';
    return { policies, frames: policies.match(/frame-ancestors [^;,]*/g) };
  };

  test.each(['/embed/claims/C1', `/embed/claims/C1@${today}`, '/embed/claims/C999999', '/embed/claims/C1@never'])(
    'everybody may frame %s, which runs nothing and loads nothing',
    async (path) => {
      const { policies, frames } = await policyOf(path);
      expect(frames).toEqual(['frame-ancestors *']);
      expect(policies).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; img-src data:; /);
      expect(policies).not.toContain('script-src');
    },
  );

  test.each([
    '/',
    '/claims',
    '/claims/C1',
    '/claims/C1/lineage',
    '/sources/S1',
    '/sign-in',
    '/embed',
    '/embed/claims',
    '/embed/claims/C1/more',
    '/nowhere',
    '/api/v1/claims/C1',
    '/api/v1/oembed',
  ])('nobody may frame %s', async (path) => {
    expect((await policyOf(path)).frames).toEqual(["frame-ancestors 'none'"]);
  });
});

describe('a card', () => {
  test('is a document of HTML, and not sent again to whoever has it', async () => {
    const first = await request('/embed/claims/C1');
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=10, stale-while-revalidate=10');
    const again = await request('/embed/claims/C1', { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('frozen on a day that is not over may change until it is, and is kept no longer than a live one', async () => {
    const { headers } = await request(`/embed/claims/C1@${today}`);
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=10, stale-while-revalidate=10');
  });

  test('is the same whether the @ of its address is encoded or not', async () => {
    const [plain, encoded] = [await request(`/embed/claims/C1@${today}`), await request(`/embed/claims/C1%40${today}`)];
    expect(await encoded.text()).toBe(await plain.text());
  });

  test.each([
    ['C999999', 404, 'No claim has this id.'],
    ['c1', 404, 'No claim has this id.'],
    ['%3Cscript%3E', 404, 'No claim has this id.'],
    ['%E0%A4%A', 404, 'No claim has this id.'],
    ['C1@2026-02-30', 400, 'is no day'],
    ['C1@%3Cscript%3E', 400, 'is no day'],
    [`C1@${tomorrow}`, 404, 'has not come yet'],
    ['C1@2001-01-01', 404, 'was not there yet: it was added on'],
  ])('%s is answered with %d and a small card that says why', async (name, status, said) => {
    const response = await request(`/embed/claims/${name}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    expect(text).toContain(said);
    expect(text).not.toContain('<script');
  });
});

describe('oEmbed', () => {
  test('describes a claim by the address of its page, with and without its words, and of its card', async () => {
    for (const path of ['/claims/C1', '/claims/C1/any-words', '/embed/claims/C1', `/embed/claims/C1@${today}`]) {
      const response = await oembed(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      const body = (await response.json()) as OembedDto;
      expect(OembedDto.parse(body)).toEqual(body);
      expect(OPERATIONS.find(({ id }) => id === 'getOembed')?.response.parse(body)).toEqual(body);
      const card = path.includes('@') ? `/embed/claims/C1@${today}` : '/embed/claims/C1';
      expect(body.html).toMatch(
        new RegExp(`^<iframe src="${await site()}${card}" title="[^"]+" width="${body.width}" `),
      );
      expect(body.html).toContain('loading="lazy"');
      expect(body).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Plumbline' });
    }
  });

  test('keeps to the room that there is, and passes over what senders add', async () => {
    const body = (await (
      await oembed('/claims/C1', '&maxwidth=300&maxheight=400&dnt=1&format=json')
    ).json()) as OembedDto;
    expect(body).toMatchObject({ width: 300, height: 400 });
    expect(body.html).toContain('width="300" height="400"');
  });

  test('is found from the head of the page of a claim', async () => {
    const html = await (await request('/claims/C1')).text();
    const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)" title="[^"]+"/.exec(html);
    const { pathname, search } = new URL((link?.[1] ?? '').replaceAll('&amp;', '&'));
    const response = await request(`${pathname}${search}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ type: 'rich', html: expect.stringContaining('/embed/claims/C1"') });
  });

  test.each<[path: string, status: number, code: string]>([
    ['/api/v1/oembed', 400, 'invalid-parameters'],
    ['/api/v1/oembed?url=', 400, 'invalid-parameters'],
    ['/api/v1/oembed?url=%00', 404, 'not-found'],
    ['/api/v1/oembed?url=https://elsewhere.example/claims/C1', 404, 'not-found'],
    ['/api/v1/oembed?url=/claims/C1', 404, 'not-found'],
    [`/api/v1/oembed?url=${'x'.repeat(3000)}`, 400, 'invalid-parameters'],
  ])('%s is answered with %d', async (path, status, code) => {
    const response = await request(path);
    expect(response.status).toBe(status);
    expect(ProblemDocument.parse(await response.json()).code).toBe(code);
  });

  test.each<[path: string, more: string, status: number, code: string]>([
    ['/claims/C1', '&format=xml', 501, 'not-implemented'],
    ['/claims/C1', '&maxwidth=wide', 400, 'invalid-parameters'],
    ['/claims/C1', '&maxheight=0', 400, 'invalid-parameters'],
    ['/claims/C1/lineage', '', 404, 'not-found'],
    ['/claims/C999999', '', 404, 'not-found'],
    ['/sources/S1', '', 404, 'not-found'],
    ['/embed/claims/C1@2001-01-01', '', 404, 'not-found'],
    ['/embed/claims/C1@soon', '', 404, 'not-found'],
  ])('of %s%s is answered with %d', async (path, more, status, code) => {
    const response = await oembed(path, more);
    expect(response.status).toBe(status);
    expect(ProblemDocument.parse(await response.json()).code).toBe(code);
  });
});
