import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { OPERATIONS } from '../../src/app/api/v1/operations';
import { ProblemDocument } from '../../src/http/problem';
import { disputeClaim, makeRelease, type TestRelease } from '../support/release-steps';
import { request } from '../support/server';

// Releases over the wire: what a script and a browser without scripts get of them.

let release: TestRelease;
let canonical: string;
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

beforeAll(async () => {
  release = await makeRelease({ listed: true, title: 'A sheet & <b>its</b> "contract"' });
  canonical = await (await request(`/api/v1/fact-sheets/${release.id}`)).text();
}, 60_000);

/** The answer of an operation, which may hold nothing that its schema does not name. */
async function answer(id: string, path: string, init?: RequestInit): Promise<unknown> {
  const response = await request(path, init);
  expect([path, response.status]).toEqual([path, 200]);
  const schema = OPERATIONS.find((operation) => operation.id === id)?.response as z.ZodType;
  const body = await response.json();
  expect(schema.parse(body)).toEqual(body);
  return body;
}

function sent(bytes: string | Uint8Array, name = 'a.pdf'): RequestInit {
  const body = new FormData();
  body.append('file', new File([new Uint8Array(Buffer.from(bytes))], name));
  return { method: 'POST', body };
}

describe('the API', () => {
  test('gives a release exactly as it was hashed', async () => {
    await answer('getFactSheet', `/api/v1/fact-sheets/${release.id}`);
    expect(await answer('verifyRelease', `/api/v1/verify/${release.id}`)).toMatchObject({
      data: { genuine: true, how: 'id', state: 'stands', release: { sha256: sha256(canonical) } },
    });
    expect(await answer('verifyRelease', `/api/v1/verify/${sha256(canonical)}`)).toMatchObject({
      data: { genuine: true, how: 'file', format: 'json', release: { id: release.id } },
    });
  });

  test('lists the gallery page by page', async () => {
    const list = (await answer('listFactSheets', '/api/v1/fact-sheets?limit=1')) as { data: { id: string }[] };
    expect(list.data).toHaveLength(1);
    const all = (await answer('listFactSheets', '/api/v1/fact-sheets?limit=100')) as { data: { id: string }[] };
    expect(all.data.map(({ id }) => id)).toContain(release.id);
  });

  test('verifies a file that is sent, genuine or not, without a key', async () => {
    const genuine = await answer('verifyFile', '/api/v1/verify', sent(canonical));
    expect(genuine).toMatchObject({ data: { genuine: true, format: 'json', release: { id: release.id } } });
    const changed = await answer('verifyFile', '/api/v1/verify', sent(canonical.replace('twelve', 'twenty')));
    expect(changed).toMatchObject({ data: { genuine: false, release: null, named: [release.id] } });
  });

  test('says of a disputed claim what has changed', async () => {
    const { id, claim } = await makeRelease();
    expect(await disputeClaim(claim)).toEqual({ ok: true });
    expect(await answer('verifyRelease', `/api/v1/verify/${id}`)).toMatchObject({
      data: {
        state: 'stale',
        changes: [{ claim, changes: [{ kind: 'status', before: 'Current', after: 'Disputed' }] }],
      },
    });
  }, 60_000);

  test.each<[what: string, path: string, init: RequestInit | undefined, status: number, code: string]>([
    ['an id that no release has', '/api/v1/fact-sheets/R00000000', undefined, 404, 'not-found'],
    ['what is no id', '/api/v1/fact-sheets/C1', undefined, 404, 'not-found'],
    ['an id to verify that no release has', '/api/v1/verify/R00000000', undefined, 404, 'not-found'],
    ['a hash of nothing', `/api/v1/verify/${'0'.repeat(64)}`, undefined, 404, 'not-found'],
    ['neither id nor hash', '/api/v1/verify/nonsense', undefined, 400, 'invalid-parameters'],
    ['a cursor of another list', '/api/v1/fact-sheets?cursor=abc', undefined, 400, 'invalid-cursor'],
    ['a parameter that there is not', '/api/v1/fact-sheets?q=x', undefined, 400, 'invalid-parameters'],
    ['an empty file', '/api/v1/verify', sent(''), 400, 'invalid-body'],
    ['a form without a file', '/api/v1/verify', { method: 'POST', body: new FormData() }, 400, 'invalid-body'],
    ['no form', '/api/v1/verify', { method: 'POST', body: 'x' }, 415, 'unsupported-media-type'],
    ['31 MB', '/api/v1/verify', sent(new Uint8Array(31 * 1024 * 1024)), 413, 'too-large'],
    ['GET where files are sent', '/api/v1/verify', undefined, 405, 'method-not-allowed'],
  ])('answers %s with a problem', async (_what, path, init, status, code) => {
    const response = await request(path, init);
    expect([response.status, ProblemDocument.parse(await response.json()).code]).toEqual([status, code]);
  });
});

describe('a file of a release', () => {
  test('is the same for ever, to be saved under a good name, and runs nothing', async () => {
    const path = `/fact-sheets/${release.id}/fact-sheet.html`;
    const response = await request(path);
    expect(response.status).toBe(200);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get('etag')).toBe(`"${sha256(bytes)}"`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="a-sheet-b-its-b-contract-${release.id}.html"`,
    );
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    const again = await request(path, { headers: { 'If-None-Match': `"${sha256(bytes)}"` } });
    expect(again.status).toBe(304);
  });

  test.each(['fact-sheet.exe', 'fact-sheet.a4.pdf', 'other.html'])(
    '%s, which was not made, is not there',
    async (name) => {
      expect((await request(`/fact-sheets/${release.id}/${name}`)).status).toBe(404);
    },
  );
});

describe('the pages', () => {
  test('the feed is found from the gallery, and holds what its owner shows', async () => {
    expect(await (await request('/fact-sheets')).text()).toMatch(
      /<link[^>]+application\/atom\+xml[^>]+\/fact-sheets\.atom/,
    );
    const response = await request('/fact-sheets.atom');
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = await response.text();
    expect(feed).toContain(`/fact-sheets/${release.id}`);
    expect(feed).not.toContain('<b>its</b>');
  });

  test('a file that is sent leads to an address that can be opened again', async () => {
    const led = await request('/verify/file', sent(canonical));
    expect([led.status, led.headers.get('location')]).toEqual([303, `/verify?hash=${sha256(canonical)}`]);
    const page = await (await request(led.headers.get('location') ?? '')).text();
    expect(page).toContain('Still stands');
  });

  test.each<[what: string, init: RequestInit, location: string]>([
    ['an empty file', sent(''), '/verify?problem=empty-file'],
    ['no file', sent('', ''), '/verify?problem=no-file'],
    ['what is no form', { method: 'POST', body: 'x' }, '/verify?problem=unreadable'],
    ['31 MB', sent(new Uint8Array(31 * 1024 * 1024)), '/verify?problem=too-large'],
  ])('%s leads to what is wrong with it', async (_what, init, location) => {
    const response = await request('/verify/file', init);
    expect([response.status, response.headers.get('location')]).toEqual([303, location]);
  });

  test.each(['/verify/R00000000', '/verify/nonsense', '/fact-sheets/R00000000', '/fact-sheets/nonsense'])(
    '%s is not there, and says so without any script',
    async (path) => {
      const response = await request(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toMatch(/No release has this id|There is nothing at this address/);
    },
  );
});
