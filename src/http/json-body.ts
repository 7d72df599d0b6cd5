import type { z } from 'zod';
import { readBytes } from './form-body';
import { ApiProblem } from './problem';

type Most = { bytes: number; detail: string };

/** As much as a form about a record may have. */
const RECORD: Most = { bytes: 1_000_000, detail: 'A record has at most 1 MB.' };

/**
 * Reads a body of JSON in UTF-8, and its outermost shape.
 *
 * @param most what is taken, and what is said of more
 * @throws {ApiProblem} for another type, for more, for what is no JSON, and for what has not that shape
 */
export async function requireJson<Shape extends z.ZodType>(
  request: Request,
  schema: Shape,
  most: Most = RECORD,
): Promise<z.output<Shape>> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw new ApiProblem('unsupported-media-type', 'This address takes application/json in UTF-8.');
  const bytes = await readBytes(request, most.bytes);
  if (bytes === null) throw new ApiProblem('too-large', most.detail);
  const parsed = schema.safeParse(parsedJson(await bytes.arrayBuffer()));
  if (!parsed.success) refuseBody(faultsOf(parsed.error));
  return parsed.data;
}

/** @throws {ApiProblem} naming what is wrong with a body, field by field */
export function refuseBody(faults: readonly { path: string; message: string }[]): never {
  const errors = faults.slice(0, 100).map(({ path, message }) => ({ field: path || 'body', message }));
  throw new ApiProblem('invalid-body', 'What was sent cannot be used, so nothing was written.', errors);
}

function parsedJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (name, value) => {
      // No field has this name, and some code would take it for more than a name.
      if (name === '__proto__') throw new SyntaxError('__proto__');
      return value;
    });
  } catch {
    return refuseBody([{ path: '', message: 'must be JSON in UTF-8, without any name __proto__' }]);
  }
}

function faultsOf(error: z.ZodError): { path: string; message: string }[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: key.slice(0, 60), message: 'cannot be sent here' }));
    return [{ path, message: issue.message }];
  });
}
