import type { z } from 'zod';
import { readBytes } from './form-body';
import { ApiProblem } from './problem';

type Most = { bytes: number; detail: string; refused?: string };

/** As much as a form about a record may have. */
const RECORD: Most = { bytes: 1_000_000, detail: 'A record has at most 1 MB.' };

/**
 * Reads a body of JSON in UTF-8, and its outermost shape.
 *
 * @param most what is taken, and what is said of more; and where nothing would be written, what is said before the faults
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
  const read = parsedJson(await bytes.arrayBuffer());
  if (!read.ok) refuseBody([{ path: '', message: read.message }], most.refused);
  const parsed = schema.safeParse(read.value);
  if (!parsed.success) refuseBody(faultsOf(parsed.error), most.refused);
  return parsed.data;
}

/**
 * @param refused where nothing would be written: what is said before the faults
 * @throws {ApiProblem} naming what is wrong with a body, field by field
 */
export function refuseBody(faults: readonly { path: string; message: string }[], refused?: string): never {
  const errors = faults.slice(0, 100).map(({ path, message }) => ({ field: path || 'body', message }));
  const detail =
    refused === undefined
      ? 'What was sent cannot be used, so nothing was written.'
      : `${refused}: ${errors.map(({ field, message }) => `${field} ${message}`).join('; ')}.`;
  throw new ApiProblem('invalid-body', detail, errors);
}

type Read = { ok: true; value: unknown } | { ok: false; message: string };

function parsedJson(bytes: ArrayBuffer): Read {
  if (bytes.byteLength === 0) return { ok: false, message: 'must not be empty' };
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (name, inner) => {
      // No field has this name, and some code would take it for more than a name.
      if (name === '__proto__') throw new SyntaxError('__proto__');
      return inner;
    });
    return { ok: true, value };
  } catch {
    return { ok: false, message: 'must be JSON in UTF-8, without any name __proto__' };
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
