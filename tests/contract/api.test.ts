import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { OPERATIONS } from '../../src/app/api/v1/operations';
import { ClaimChecks } from '../../src/features/checks/schema';
import { ClaimDto, ClaimSummary } from '../../src/features/claims/schema';
import type { HistoryEntry } from '../../src/features/history/schema';
import type { NetworkDto } from '../../src/features/network/schema';
import { ProvDocument } from '../../src/domain/prov';
import type { GapsDto } from '../../src/features/gaps/schema';
import { SeriesDto } from '../../src/features/series/schema';
import { SourceDto } from '../../src/features/sources/schema';
import { request } from '../support/server';

// What the API promises in its document is what its handlers answer, over the whole evidence base.

/** The body of an answer that must be there. */
async function get(path: string): Promise<unknown> {
  const response = await request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.json();
}

/** Parses and gives the value, and fails when the answer holds a field that the schema does not name. */
function exactly<T>(schema: z.ZodType<T>, body: unknown): T {
  const value = schema.parse(body);
  expect(value).toEqual(body);
  return value;
}

/** Every item of a list, page by page. */
async function all(path: string): Promise<{ id: string }[]> {
  const operation = OPERATIONS.find((entry) => entry.path === path);
  const items: { id: string }[] = [];
  let next: string | null = '';
  while (next !== null) {
    if (operation === undefined) throw new Error(`${path} is not in the document`);
    const paged = operation.parameters !== undefined && 'limit' in operation.parameters.shape;
    const body = await get(`${path}${paged ? `?limit=100${next && `&cursor=${next}`}` : ''}`);
    const page = exactly(operation.response, body) as { data: { id: string }[]; page: { next: string | null } };
    items.push(...page.data);
    next = page.page.next;
  }
  return items;
}

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const document = (await get('/api/v1/openapi.json')) as { openapi: string };
    const { valid, errors } = await new Validator().validate(document);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  test('names every route there is, and no other', async () => {
    const files = await readdir('src/app/api/v1', { recursive: true });
    const routes = files
      .filter((file) => file.endsWith('route.ts'))
      .map(
        (file) =>
          `/api/v1/${file
            .replaceAll('\\', '/')
            .replace(/\/route\.ts$/, '')
            .replaceAll(/\[(\w+)\]/g, '{$1}')}`,
      );
    const { paths } = (await get('/api/v1/openapi.json')) as { paths: Record<string, unknown> };
    // It does not describe itself.
    expect(Object.keys(paths).sort()).toEqual(routes.filter((path) => !path.endsWith('openapi.json')).sort());
  });
});

describe('every answer has the shape that the document gives', () => {
  test('all claims, in lists and one by one', async () => {
    const list = await all('/api/v1/claims');
    expect(list.length).toBeGreaterThan(0);
    expect(new Set(list.map((claim) => claim.id)).size).toBe(list.length);
    for (const summary of list) {
      const { data } = (await get(`/api/v1/claims/${summary.id}`)) as { data: unknown };
      const claim = exactly(ClaimDto, data);
      expect(ClaimSummary.parse(data)).toEqual(summary);
      // A claim is never shown without its citation, its grades and what it does not measure.
      expect(claim.citations.length).toBe(claim.citationCount);
      expect(claim.citations.length).toBeGreaterThan(0);
      expect(claim.doesNotMeasure.length).toBeGreaterThan(0);
      if (claim.reliability !== 'not-graded') expect(claim.reasons.reliability.length).toBeGreaterThan(0);
    }
  });

  test('all sources, in lists and one by one', async () => {
    const list = await all('/api/v1/sources');
    expect(list.length).toBeGreaterThan(0);
    for (const { id } of list) {
      const { data } = (await get(`/api/v1/sources/${id}`)) as { data: unknown };
      const source = exactly(SourceDto, data);
      expect(source.citations.length).toBe(source.citationCount);
    }
  });

  test('checks, each by a rule that is listed', async () => {
    const rules = new Set((await all('/api/v1/checks')).map(({ id }) => id));
    expect(rules.size).toBeGreaterThan(20);
    for (const { id } of (await all('/api/v1/claims')).filter((_, index) => index % 10 === 0)) {
      const body = exactly(z.object({ data: ClaimChecks }), await get(`/api/v1/claims/${id}/checks`));
      for (const { rule } of body.data.findings) expect(rules).toContain(rule);
    }
  });

  test('lineages, and the same as PROV-JSON', async () => {
    const operation = OPERATIONS.find((entry) => entry.id === 'getLineage');
    for (const { id } of (await all('/api/v1/claims')).filter((_, index) => index % 10 === 0)) {
      exactly(operation?.response as z.ZodType, await get(`/api/v1/claims/${id}/lineage`));
      exactly(ProvDocument, await get(`/api/v1/claims/${id}/lineage?format=prov`));
    }
  });

  test('histories, with hashes that anybody can recompute', async () => {
    for (const [kind, id] of [
      ['claims', 'getClaimHistory'],
      ['sources', 'getSourceHistory'],
    ] as const) {
      const schema = OPERATIONS.find((entry) => entry.id === id)?.response as z.ZodType<{ data: HistoryEntry[] }>;
      for (const record of (await all(`/api/v1/${kind}`)).filter((_, index) => index % 40 === 0)) {
        const path = `/api/v1/${kind}/${record.id}/history`;
        const { data } = exactly(schema, await get(path));
        expect(data.length).toBeGreaterThan(0);
        for (const { hash, hashed } of data) {
          expect(createHash('sha256').update(hashed, 'utf8').digest('hex')).toBe(hash);
        }
        exactly(schema, await get(`${path}?documents=true&limit=2`));
      }
    }
  });

  test('all series, in the list and one by one, each claim in the series that it names', async () => {
    const list = (await all('/api/v1/series')) as unknown as { key: string; claimCount: number; breakCount: number }[];
    expect(list.length).toBeGreaterThan(0);
    for (const { key, claimCount, breakCount } of list) {
      const { data } = (await get(`/api/v1/series/${key}`)) as { data: unknown };
      const series = exactly(SeriesDto, data);
      expect([key, series.points.length, series.breakCount]).toEqual([key, claimCount, breakCount]);
      const [first] = series.points;
      const claim = (await get(`/api/v1/claims/${first?.claim.id}`)) as { data: ClaimDto };
      expect(claim.data.series).toEqual({ key, name: series.name });
    }
  });

  test.each(['/api/v1/topics', '/api/v1/terminology'])('%s', async (path) => {
    expect((await all(path)).length).toBeGreaterThan(0);
  });

  test('the network, whose numbers are those of the sources in it', async () => {
    const operation = OPERATIONS.find((entry) => entry.id === 'getNetwork');
    const { data } = exactly(operation?.response as z.ZodType<{ data: NetworkDto }>, await get('/api/v1/network'));
    expect(data.organisations.edges.length).toBeGreaterThan(0);
    for (const { sourceId, fidelity } of data.fidelity.sources.entries.slice(0, 10)) {
      expect(await get(`/api/v1/sources/${sourceId}`)).toMatchObject({ data: { fidelity } });
    }
    for (const { claim } of [...data.mostRepeated, ...data.mostDistorted]) {
      const { data: whole } = (await get(`/api/v1/claims/${claim.id}`)) as { data: unknown };
      expect(ClaimSummary.parse(whole)).toEqual(claim);
    }
  });

  test('comparisons of two to six claims, whatever they are', async () => {
    const schema = OPERATIONS.find((entry) => entry.id === 'compareClaims')?.response as z.ZodType;
    const ids = (await all('/api/v1/claims')).map(({ id }) => id);
    for (let start = 0, size = 2; start + size <= ids.length; start += size, size = size === 6 ? 2 : size + 1) {
      const asked = ids.slice(start, start + size);
      const body = await get(`/api/v1/compare?ids=${asked.join(',')}`);
      const { data } = exactly(schema, body) as { data: { claims: { id: string; doesNotMeasure: string[] }[] } };
      expect(data.claims.map(({ id }) => id)).toEqual(asked);
      for (const claim of data.claims) expect(claim.doesNotMeasure.length).toBeGreaterThan(0);
    }
  });

  test('the map of gaps, a cell for every topic in every area and population', async () => {
    const operation = OPERATIONS.find((entry) => entry.id === 'getGaps');
    const { data } = exactly(operation?.response as z.ZodType, await get('/api/v1/gaps')) as { data: GapsDto };
    const topics = (await all('/api/v1/topics')).length + 1;
    const areas = new Set(data.regions.map(({ area }) => area.code));
    const populations = new Set(data.populations.map(({ population }) => population.code));
    expect(data.regions.length).toBe(topics * areas.size);
    expect(data.populations.length).toBe(topics * populations.size);
    for (const { count, bestReliability, gap } of [...data.regions, ...data.populations]) {
      expect(bestReliability === null).toBe(count === 0);
      expect(gap === 'nothing').toBe(count === 0);
    }
    const keys = new Set(data.named.map(({ key }) => key));
    for (const { named } of [...data.regions, ...data.populations])
      for (const key of named) expect(keys).toContain(key);
  });

  test('facets, whose total is the number of claims in the list', async () => {
    const list = await all('/api/v1/claims');
    const operation = OPERATIONS.find((entry) => entry.id === 'listClaims');
    const body = exactly(operation?.response as z.ZodType, await get('/api/v1/claims?facets=true&limit=1'));
    expect(body).toMatchObject({ facets: { total: list.length } });
  });
});

describe('links between records hold', () => {
  test('what a citation drew from is a citation of the claim it names', async () => {
    const claims = new Map<string, ClaimDto>();
    for (const { id } of await all('/api/v1/claims')) {
      claims.set(id, ((await get(`/api/v1/claims/${id}`)) as { data: ClaimDto }).data);
    }
    for (const claim of claims.values()) {
      for (const { drawnFrom } of claim.citations) {
        if (drawnFrom === null) continue;
        const drawn = claims.get(drawnFrom.claimId)?.citations.find((citation) => citation.id === drawnFrom.id);
        expect(drawn?.source.id).toBe(drawnFrom.source.id);
      }
      for (const relation of claim.relations) {
        const back = claims.get(relation.claim.id)?.relations;
        expect(back?.some((other) => other.claim.id === claim.id && other.kind === relation.kind)).toBe(true);
      }
    }
  });
});
