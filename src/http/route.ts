import { createHash, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { holderOf, type KeyHolder } from '../auth/api-key';
import { Denied } from '../domain/permission';
import { BadCursor } from '../lib/cursor';
import { PUBLIC_CACHE_CONTROL } from '../lib/cache-control';
import { isDatabaseAway } from '../lib/database-error';
import { type Problem, rawParameters, readParameters } from '../lib/parameters';
import { Moved } from './moved';
import { ApiProblem, problemResponse, READING } from './problem';

/** Next gives a route whose address has no parameters none at all. */
type Context = { params?: Promise<Record<string, string | string[] | undefined>> };
type Params = Record<string, string>;
type Body = string | Uint8Array<ArrayBuffer>;
/** `holder`: who comes with a key; null for a request without one, which most are. */
type Handler<Result> = (request: Request, params: Params, holder: KeyHolder | null) => Promise<Result>;

/**
 * A route that answers with JSON: the handler gives the body or throws an ApiProblem; the rest is done here.
 *
 * @param headers that differ from those every answer has
 */
export function jsonRoute(handler: Handler<unknown>, headers: Record<string, string> = {}) {
  return answering(async (request, params, holder) => ({
    body: JSON.stringify(await handler(request, params, holder)),
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  }));
}

/** A route that answers with a file to keep. */
export function fileRoute(
  handler: Handler<{ body: Body; contentType: string; fileName: string; headers?: Record<string, string> }>,
) {
  return answering(async (request, params, holder) => {
    const { body, contentType, fileName, headers } = await handler(request, params, holder);
    return {
      body,
      headers: {
        'Content-Type': contentType,
        'Content-Disposition': `attachment; filename="${fileName}"`,
        ...headers,
      },
    };
  });
}

/** A route that answers with a feed, to be read where it is. */
export function feedRoute(handler: Handler<{ body: Body; contentType: string }>) {
  return answering(async (request, params, holder) => {
    const { body, contentType } = await handler(request, params, holder);
    return { body, headers: { 'Content-Type': contentType } };
  });
}

/**
 * A route that answers with a whole document to be looked at, what went wrong included.
 *
 * @param failed the document that says what went wrong; the problem's status and headers stay
 */
export function documentRoute(
  handler: Handler<{ body: string; headers?: Record<string, string> }>,
  failed: (problem: ApiProblem) => string,
) {
  const contentType = 'text/html; charset=utf-8';
  return answering(
    async (request, params, holder) => {
      const { body, headers: own } = await handler(request, params, holder);
      return { body, headers: { 'Content-Type': contentType, ...own } };
    },
    (problem, requestId) => {
      const { status, headers: told } = problemResponse(problem, requestId);
      told.set('Content-Type', contentType);
      return new Response(failed(problem), { status, headers: told });
    },
  );
}

type Written = { status: 200 | 201 | 202; data: unknown };

/**
 * A route that somebody with a key writes with. Cookies are not looked at: what a browser sends by itself for somebody who
 * is signed in opens nothing here, whatever page makes it send it.
 */
export function keyedRoute(handler: (request: Request, params: Params, holder: KeyHolder) => Promise<Written>) {
  return answering(async (request, params, holder) => {
    const { status, data } = await handler(request, params, requireKey(holder));
    return { status, body: JSON.stringify({ data }), headers: { 'Content-Type': 'application/json; charset=utf-8' } };
  });
}

function answering(
  handler: Handler<{ status?: number; body: Body; headers: Record<string, string> }>,
  failed: (problem: ApiProblem, requestId: string) => Response = problemResponse,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    const requestId = randomUUID();
    try {
      const params = Object.fromEntries(
        Object.entries((await context.params) ?? {}).map(([k, v]) => [k, [v].flat().join('/')]),
      );
      const holder = await keyHolder(request);
      const { body, headers, status } = await handler(request, params, holder);
      const kept: Record<string, string> =
        holder === null ? {} : { 'Cache-Control': 'private, no-store', Vary: 'Authorization' };
      const own = { ...headers, ...kept, 'X-Request-Id': requestId };
      if (request.method === 'GET' || request.method === 'HEAD') return respond(request, body, own);
      return new Response(body, { status: status ?? 200, headers: { ...own, 'Access-Control-Allow-Origin': '*' } });
    } catch (error) {
      if (error instanceof Moved) return movedResponse(error.location, requestId);
      return failed(toProblem(error, requestId), requestId);
    }
  };
}

/** Whose key a request comes with. @throws {ApiProblem} for a key that does not work, also where none is needed */
async function keyHolder(request: Request): Promise<KeyHolder | null> {
  const bearer = /^Bearer\b(.*)$/i.exec(request.headers.get('Authorization') ?? '');
  if (bearer === null) return null;
  const holder = await holderOf((bearer[1] ?? '').trim());
  if (holder === null) throw new ApiProblem('unauthorised', 'This key is wrong, has expired, or was revoked.');
  return holder;
}

/** For an address that nobody reads without a key. @throws {ApiProblem} */
export function requireKey(holder: KeyHolder | null): KeyHolder {
  if (holder === null) throw new ApiProblem('unauthorised', 'This address needs a key: Authorization: Bearer plb_…');
  return holder;
}

/** A record that became part of another: kept no longer than any answer, since a merge can be undone by a restore. */
function movedResponse(location: string, requestId: string): Response {
  const headers = {
    Location: location,
    'Cache-Control': PUBLIC_CACHE_CONTROL,
    'Access-Control-Allow-Origin': '*',
    'X-Request-Id': requestId,
  };
  return new Response(null, { status: 308, headers });
}

function respond(request: Request, body: Body, own: Record<string, string>): Response {
  // Weak: compression by whatever stands in between changes the bytes and not the meaning.
  const etag = own.ETag ?? `W/"${createHash('sha1').update(body).digest('base64url')}"`;
  const headers = {
    'Cache-Control': PUBLIC_CACHE_CONTROL,
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, X-Request-Id',
    ETag: etag,
    ...own,
  };
  const seen = request.headers.get('If-None-Match');
  if (seen !== null && matches(seen, etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}

/** If-None-Match against an ETag: weak comparison, `*` matches all (RFC 9110, 13.1.2). */
function matches(header: string, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(etag));
}

function toProblem(error: unknown, requestId: string): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof BadCursor) {
    const errors = [{ field: 'cursor', message: error.message }];
    return new ApiProblem('invalid-cursor', `cursor ${error.message}.`, errors);
  }
  if (error instanceof Denied) return new ApiProblem('forbidden', error.message);
  if (isDatabaseAway(error)) return new ApiProblem('database-unavailable', 'The database cannot be reached just now.');
  // The address is not logged: a search text is the reader's own.
  console.error(`request ${requestId}:`, error);
  return new ApiProblem('internal-error', 'An error that nobody foresaw. It has been logged.');
}

/** Reads the parameters of a request. @throws {ApiProblem} naming each that cannot be used, unknown names included */
export function requireParameters<Shape extends z.ZodRawShape>(
  request: Request,
  schema: z.ZodObject<Shape>,
): z.output<z.ZodObject<Shape>> {
  const raw = rawParameters(new URL(request.url).searchParams);
  const { value, problems } = readParameters(schema, raw);
  const unknown = Object.keys(raw).filter((name) => !Object.hasOwn(schema.shape, name));
  refuse([...problems, ...unknown.map((name) => ({ field: name.slice(0, 60), message: 'is not a parameter here' }))]);
  return value;
}

/** @throws {ApiProblem} when there is any problem */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const names = [...new Set(problems.map((problem) => problem.field))].join(', ');
  throw new ApiProblem('invalid-parameters', `These parameters cannot be used: ${names}.`, problems);
}

/** Answers a browser that asks beforehand whether it may read. */
export const OPTIONS = () => preflight('GET, HEAD, OPTIONS', 'Authorization, If-None-Match');

/** The same for an address that takes JSON from anybody and writes nothing: a page of another site may send it some. */
export const TAKES_JSON = () => preflight('POST, OPTIONS', 'Authorization, Content-Type');

function preflight(methods: string, headers: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': headers,
      'Access-Control-Max-Age': '86400',
    },
  });
}

/** Every method that an address which only reads does not have. */
export async function methodNotAllowed(): Promise<Response> {
  return problemResponse(new ApiProblem('method-not-allowed', 'This address only reads.'), randomUUID());
}

/** The same for an address that has other methods. @param has such as POST */
export function methodsBut(...has: readonly ('GET' | 'POST' | 'PUT')[]): () => Promise<Response> {
  const allow = [...(has.includes('GET') ? READING : ['OPTIONS']), ...has.filter((method) => method !== 'GET')];
  const detail = `This address takes ${has.join(' and ')}.`;
  return async () => problemResponse(new ApiProblem('method-not-allowed', detail, undefined, allow), randomUUID());
}
