import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemDocument } from '../../src/http/problem';
import { PROBLEM_TYPES } from '../../src/http/problem-types';
import { request } from '../support/server';

// Whatever is sent: a clear error that names what is wrong, never a 500, and nothing of what was sent given back.

/** The problem document of an answer, checked against its own rules. */
async function problem(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const body = ProblemDocument.parse(await response.json());
  expect(body.status).toBe(response.status);
  expect(body.title).toBe(PROBLEM_TYPES[body.code].title);
  expect(response.headers.get('x-request-id')).toBe(body.requestId);
  return body;
}

describe('a parameter that cannot be used is named', () => {
  const cases: [path: string, field: string][] = [
    ['/api/v1/claims?topic=weather', 'topic'],
    ['/api/v1/claims/C1/lineage?format=tree', 'format'],
    ['/api/v1/claims/C1/lineage?depth=2', 'depth'],
    ['/api/v1/claims/C1/history?limit=0', 'limit'],
    ['/api/v1/claims/C1/history?documents=maybe', 'documents'],
    ['/api/v1/sources/S1/history?from=1', 'from'],
    ['/api/v1/claims?geography=Narnia', 'geography'],
    ['/api/v1/claims?reliability=splendid', 'reliability'],
    ['/api/v1/claims?age=12', 'age'],
    ['/api/v1/claims?yearFrom=soon', 'yearFrom'],
    ['/api/v1/claims?yearFrom=2010&yearTo=2000', 'yearTo'],
    ['/api/v1/claims?valueMin=9e999', 'valueMin'],
    ['/api/v1/claims?valueMin=NaN', 'valueMin'],
    ['/api/v1/claims?valueMin=99999999999999999999999', 'valueMin'],
    ['/api/v1/claims?limit=0', 'limit'],
    ['/api/v1/claims?limit=101', 'limit'],
    ['/api/v1/claims?limit=2.5', 'limit'],
    ['/api/v1/claims?limit=5&limit=6', 'limit'],
    ['/api/v1/claims?facets=perhaps', 'facets'],
    ['/api/v1/claims?sort=random', 'sort'],
    ['/api/v1/claims?colour=blue', 'colour'],
    [`/api/v1/claims?q=${'long'.repeat(60)}`, 'q'],
    ['/api/v1/claims?q=%00', 'q'],
    ['/api/v1/claims?q=a%07b', 'q'],
    [
      `/api/v1/claims?${Array.from({ length: 40 }, (_, i) => `geography=${String(i).padStart(3, '0')}`).join('&')}`,
      'geography',
    ],
    ['/api/v1/sources?type=scroll', 'type'],
    ['/api/v1/sources?limit=-1', 'limit'],
    ['/api/v1/claims/C1?verbose=1', 'verbose'],
    ['/api/v1/topics?limit=5', 'limit'],
    ['/api/v1/network?limit=5', 'limit'],
    ['/api/v1/compare', 'ids'],
    ['/api/v1/compare?ids=C1', 'ids'],
    ['/api/v1/compare?ids=C1,C1', 'ids'],
    ['/api/v1/compare?ids=C1,C3,C1', 'ids'],
    ['/api/v1/compare?ids=C1,C2,C3,C4,C5,C6,C7', 'ids'],
    ['/api/v1/compare?ids=C1,C999999', 'ids'],
    ['/api/v1/compare?ids=C1,S3', 'ids'],
    ['/api/v1/compare?ids=C1,C3,nonsense', 'ids'],
    ['/api/v1/compare?ids=C1,C3&c=C4', 'c'],
    ['/compare/chart.svg?c=C1,C3', 'shown'],
    ['/compare/chart.png?c=C1,C999999&shown=yes', 'c'],
    ['/compare/table.csv?c=C1', 'c'],
    ['/api/v1/gaps?region=145', 'region'],
    ['/api/v1/series?limit=5', 'limit'],
    ['/api/v1/series/ilo-cse-children?from=2000', 'from'],
  ];
  test.each(cases)('%s', async (path, field) => {
    const response = await request(path);
    expect(response.status).toBe(400);
    const body = await problem(response);
    expect(body.code).toBe('invalid-parameters');
    expect(body.errors?.map((error) => error.field)).toContain(field);
  });

  test('and every one of them, when there are several', async () => {
    const { errors } = await problem(await request('/api/v1/claims?topic=weather&limit=0&sort=random'));
    expect(errors?.map((error) => error.field).sort()).toEqual(['limit', 'sort', 'topic']);
  });

  test('without repeating what was sent', async () => {
    const response = await request('/api/v1/claims?topic=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(await response.text()).not.toContain('script');
    const compared = await request('/api/v1/compare?ids=C1,C999999,%3Cscript%3E');
    const text = await compared.text();
    expect(text).not.toContain('script');
    expect(text).toContain('C999999');
  });
});

describe('a cursor is refused', () => {
  test.each(['nonsense', '%00', 'eyJ9', 'WyJpZCIsMCwxXQ', 'x'.repeat(390)])('that is none: %s', async (cursor) => {
    const body = await problem(await request(`/api/v1/claims?cursor=${cursor}`));
    expect(['invalid-cursor', 'invalid-parameters']).toContain(body.code);
    expect(body.errors?.[0]?.field).toBe('cursor');
  });

  test('that belongs to another order', async () => {
    const { page } = (await (await request('/api/v1/claims?limit=1&sort=newest')).json()) as { page: { next: string } };
    const body = await problem(await request(`/api/v1/claims?limit=1&sort=largest&cursor=${page.next}`));
    expect(body.code).toBe('invalid-cursor');
  });
});

describe('what is not there', () => {
  const missing = [
    'claims/C999999',
    'claims/c1',
    'claims/1',
    'claims/C0',
    'claims/C99999999999',
    'claims/%00',
    'sources/S999999',
    'sources/C1',
    'claims/C999999/lineage',
    'claims/S1/lineage',
    'series/weather',
    'series/%00',
    'series/ILO',
    'claims/..%2F..%2Fetc',
    'nothing',
  ];
  test.each(missing)('/api/v1/%s is not found, and the answer says how to search', async (path) => {
    const response = await request(`/api/v1/${path}`);
    expect(response.status).toBe(404);
    const body = await problem(response);
    expect(body.code).toBe('not-found');
    expect(body.type).toMatch(/\/docs\/errors\/not-found$/);
  });
});

describe('a wrong method', () => {
  const paths = [
    '/api/v1/claims',
    '/api/v1/claims/C1',
    '/api/v1/claims/C1/lineage',
    '/api/v1/claims/C1/history',
    '/api/v1/sources/S1/history',
    '/api/v1/sources',
    '/api/v1/sources/S1',
    '/api/v1/series',
    '/api/v1/series/ilo-cse-children',
    '/api/v1/topics',
    '/api/v1/terminology',
    '/api/v1/network',
    '/api/v1/compare',
    '/api/v1/gaps',
    '/api/v1/oembed',
    '/embed/claims/C1',
    '/api/v1/openapi.json',
    '/api/v1/nothing',
  ];
  test.each(paths)('at %s is refused with the ones that work', async (path) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await request(path, { method, ...(method === 'DELETE' ? {} : { body: '{"a":1}' }) });
      expect([method, response.status]).toEqual([method, 405]);
      expect(response.headers.get('allow')).toContain('GET');
      expect((await problem(response)).code).toBe('method-not-allowed');
    }
  });
});

describe('any text at all', () => {
  const meta = fc.constantFrom(
    "'",
    '"',
    '\\',
    '%',
    '_',
    '*',
    '(',
    ')',
    ':*',
    '&',
    '|',
    '!',
    '<->',
    '--',
    ';',
    '$1',
    '\u2028',
    '<',
    '😀',
    '\ud800',
  );
  const text = fc
    .array(fc.oneof(meta, fc.string({ unit: 'binary' }), fc.lorem()), { maxLength: 12 })
    .map((parts) => parts.join(''));
  const names = ['q', 'topic', 'geography', 'yearFrom', 'valueMax', 'limit', 'cursor', 'sort'] as const;

  test('is answered, or refused with its name, in a search and in any parameter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('claims', 'sources'),
        fc.constantFrom(...names),
        text,
        async (list, name, value) => {
          const response = await request(`/api/v1/${list}?${new URLSearchParams({ [name]: value })}`);
          expect([200, 400]).toContain(response.status);
          if (response.status === 400) await problem(response);
          else await response.arrayBuffer();
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each(['%', '%ff', '%c0%af', '%E0%A4%A', '+', '%25%32%35'])(
    'badly encoded (%s) is no fault of ours',
    async (raw) => {
      for (const path of [`/api/v1/claims?q=${raw}`, `/api/v1/claims/${raw}`, `/claims?q=${raw}`, `/claims/${raw}`]) {
        const { status } = await request(path);
        expect([path, status < 500]).toEqual([path, true]);
      }
    },
  );
});
