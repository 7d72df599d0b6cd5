import { z } from 'zod';

const CURSOR_LENGTH_MAX = 400;

/** The cursor that was sent does not belong to this list; the message goes on from "cursor". */
export class BadCursor extends Error {
  override name = 'BadCursor';
}

/** A place in a list, as an opaque word for an address. */
export function encodeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads a cursor back; null when it is not one of ours. */
export function decodeCursor<T>(schema: z.ZodType<T>, cursor: string): T | null {
  if (cursor.length > CURSOR_LENGTH_MAX || !/^[\w-]+$/.test(cursor)) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A parameter that holds a cursor. */
export const CursorParameter = z.string().max(CURSOR_LENGTH_MAX, 'is not a cursor of this list');
