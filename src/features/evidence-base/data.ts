import 'server-only';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { queryOne, sql } from '../../db/sql';

export type Readiness = { database: 'ok'; pendingMigrations: number };

/** Whether the database answers, and how many of the migrations in this build it lacks. */
export async function getReadiness(): Promise<Readiness> {
  const folder = await readdir(join(process.cwd(), 'prisma', 'migrations'), { withFileTypes: true });
  const wanted = folder.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const row = await queryOne(
    z.object({ applied: z.number().int() }),
    sql`select count(*)::int as applied from _prisma_migrations
      where finished_at is not null and rolled_back_at is null and migration_name = any(${wanted}::text[])`,
  );
  return { database: 'ok', pendingMigrations: wanted.length - (row?.applied ?? 0) };
}
