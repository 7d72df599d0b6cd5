import { createHash, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { BadCursor } from '../lib/cursor';
import { PUBLIC_CACHE_CONTROL } from '../lib/cache-control';
import { isDatabaseAway } from '../lib/database-error';
import { type Problem, rawParameters, readParameters } from '../lib/parameters';
import { ApiProblem, problemResponse } from './problem';

/** Next gives a route whose address has no parameters none at all. */
type Context = { params?: Promise<Record<string, string | string[] | undefined>> };
type Params = Record<string, string>;
type Body = string | Uint8Array<ArrayBuffer>;
type Handler<Result> = (request: Request, params: Params) => Promise<Result>;

/**
 * A route that answers with JSON: the handler gives the body or throws an ApiProblem; the rest is done here.
 *
 * @param headers that differ from those every answer has
 */
export function jsonRoute(handler: Handler<unknown>, headers: Record<string, string> = {}) {
  return answering(async (request, params) => ({
    body: JSON.stringify(await handler(request, params)),
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  }));
}

/** A route that answers with a file to keep. */
export function fileRoute(handler: Handler<{ body: Body; contentType: string; fileName: string }>) {
  return answering(async (request, params) => {
    const { body, contentType, fileName } = await handler(request, params);
    return {
      body,
      headers: { 'Content-Type': contentType, 'Content-Disposition': `attachment; filename="${fileName}"` },
    };
  });
}

/** A route that answers with a feed, to be read where it is. */
export function feedRoute(handler: Handler<{ body: Body; contentType: string }>) {
  return answering(async (request, params) => {
    const { body, contentType } = await handler(request, params);
    return { body, headers: { 'Content-Type': contentType } };
  });
}

function answering(handler: Handler<{ body: Body; headers: Record<string, string> }>) {
  return async (request: Request, context: Context): Promise<Response> => {
    const requestId = randomUUID();
    try {
      const params = Object.fromEntries(
        Object.entries((await context.params) ?? {}).map(([k, v]) => [k, [v].flat().join('/')]),
      );
      const { body, headers } = await handler(request, params);
      return respond(request, body, { ...headers, 'X-Request-Id': requestId });
    } catch (error) {
      return problemResponse(toProblem(error, requestId), requestId);
    }
  };
}

function respond(request: Request, body: Body, own: Record<string, string>): Response {
  // Weak: compression by whatever stands in between changes the bytes and not the meaning.
  const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
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
export function OPTIONS(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  });
}

/** Every method that an address of this API does not have. */
export async function methodNotAllowed(): Promise<Response> {
  return problemResponse(new ApiProblem('method-not-allowed', 'This address only reads.'), randomUUID());
}
