import type { z } from 'zod';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/client';
import { pool } from './pool';
import type { Sql } from './sql';

export { Prisma };

const holder = globalThis as unknown as { plumblinePrisma?: { client: PrismaClient; on: ReturnType<typeof pool> } };

/** In milliseconds. A large import keeps the history to itself for some seconds, and whoever saves meanwhile waits for it. */
const TRANSACTION = { timeout: 30_000, maxWait: 10_000 };

/** The ORM, for writes: on the same pool as raw SQL, and on the next one when that was closed. */
export function prisma(): PrismaClient {
  const on = pool();
  if (holder.plumblinePrisma?.on !== on) {
    holder.plumblinePrisma = {
      client: new PrismaClient({ adapter: new PrismaPg(on), transactionOptions: TRANSACTION }),
      on,
    };
  }
  return holder.plumblinePrisma.client;
}

export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

type Identifier<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}_${Identifier<Tail>}` : S;

/** Prisma's name of an enum value: it has no hyphens, our words and the database's have. */
export function enumValue<const S extends string>(word: S): Identifier<S> {
  return word.replaceAll('-', '_') as Identifier<S>;
}

/** Runs one statement inside a transaction and parses every row, as `query` does outside one. */
export async function queryIn<T>(tx: Transaction, schema: z.ZodType<T>, statement: Sql): Promise<T[]> {
  const rows = await tx.$queryRawUnsafe<unknown[]>(statement.text, ...statement.values);
  return rows.map((row) => schema.parse(row));
}
