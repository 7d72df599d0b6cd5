import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { isDatabaseAway } from '../lib/database-error';
import { pool, watchOutage } from './pool';

/** SQL with its parameters apart: values never become part of the text. */
export class Sql {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /** The statement with $1, $2 … in place of its values. */
  get text(): string {
    return this.strings.reduce((text, part, index) => (index === 0 ? part : `${text}$${index}${part}`), '');
  }
}

/** Tagged template for SQL. An embedded `Sql` is spliced in; everything else becomes a parameter. */
export function sql(strings: TemplateStringsArray, ...inputs: readonly unknown[]): Sql {
  const parts: string[] = [strings[0] ?? ''];
  const values: unknown[] = [];
  const append = (text: string) => {
    parts[parts.length - 1] += text;
  };
  inputs.forEach((input, index) => {
    if (input instanceof Sql) {
      append(input.strings[0] ?? '');
      input.values.forEach((value, i) => {
        values.push(value);
        parts.push(input.strings[i + 1] ?? '');
      });
    } else {
      values.push(input);
      parts.push('');
    }
    append(strings[index + 1] ?? '');
  });
  return new Sql(parts, values);
}

/** Joins pieces of SQL: `join(conditions, ' and ')`. Of none at all: `empty`. */
export function join(pieces: readonly Sql[], separator: string, empty = ''): Sql {
  if (pieces.length === 0) return new Sql([empty], []);
  return pieces.reduce((joined, piece) => {
    const glue = new Sql([separator], []);
    return sql`${joined}${glue}${piece}`;
  });
}

// One name a text, so that PostgreSQL plans each statement once a connection.
const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('base64url');
    if (names.size < 500) names.set(text, name);
  }
  return name;
}

/** Runs one statement and parses every row. @throws ZodError when the database and the schema disagree. */
export async function query<T>(schema: z.ZodType<T>, statement: Sql): Promise<T[]> {
  const text = statement.text;
  const asked = pool().query({ name: nameOf(text), text, values: [...statement.values] });
  const result = await asked.catch((error: unknown) => {
    if (isDatabaseAway(error)) watchOutage();
    throw error;
  });
  return result.rows.map((row) => schema.parse(row));
}

/** Runs one statement that gives at most one row. */
export async function queryOne<T>(schema: z.ZodType<T>, statement: Sql): Promise<T | null> {
  return (await query(schema, statement))[0] ?? null;
}
