import { z } from 'zod';
import { publicUrl } from '../lib/env';
import { RETRY_AFTER_SECONDS } from '../lib/outage';
import type { Problem } from '../lib/parameters';
import { PROBLEM_TYPES, type ProblemCode } from './problem-types';

/** The body of every error (RFC 9457), with a stable `code`, the request's id and, for 400, the fields at fault. */
export const ProblemDocument = z
  .object({
    type: z.string().describe('Address of the page that explains this kind of error.'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(Object.keys(PROBLEM_TYPES) as [ProblemCode, ...ProblemCode[]]),
    requestId: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

export const READING = ['GET', 'HEAD', 'OPTIONS'] as const;

/** An expected failure on the way to an answer; the route wrapper turns it into a problem document. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  constructor(
    readonly code: ProblemCode,
    detail: string,
    readonly errors?: readonly Problem[],
    /** For a method that an address does not have: those that it has. */
    readonly allow: readonly string[] = READING,
  ) {
    super(detail);
  }
}

/** Somebody asked for more than their share: how long they wait until there is more. */
export class TooManyRequests extends ApiProblem {
  constructor(readonly waitSeconds: number) {
    super('too-many-requests', `Too much was sent from here within an hour. There is more in ${waitSeconds} seconds.`);
  }
}

/** An error as an RFC 9457 response. Never cached, readable from any origin. */
export function problemResponse(problem: ApiProblem, requestId: string): Response {
  const { status, title } = PROBLEM_TYPES[problem.code];
  const body: z.infer<typeof ProblemDocument> = {
    type: `${publicUrl()}/docs/errors/${problem.code}`,
    title,
    status,
    detail: problem.message,
    code: problem.code,
    requestId,
    ...(problem.errors ? { errors: [...problem.errors] } : {}),
  };
  const headers = new Headers({
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Retry-After, X-Request-Id',
    'X-Request-Id': requestId,
  });
  if (status === 503) headers.set('Retry-After', String(RETRY_AFTER_SECONDS));
  if (problem instanceof TooManyRequests) headers.set('Retry-After', String(problem.waitSeconds));
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer realm="Plumbline"');
  if (status === 405) headers.set('Allow', problem.allow.join(', '));
  return new Response(JSON.stringify(body), { status, headers });
}
