import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

/**
 * Prisma's driver adapter, fit for migrations. The published one (7.10) has three faults for this use, each mended
 * here and nowhere else: it splits a migration at every semicolon, also inside functions and comments; it cannot
 * read the catalogs' columns of type "char"; and it drops its shadow database while still connected to it.
 */
export function migrationAdapter(databaseUrl: string): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => adapt(openPool(databaseUrl)),
    connectToShadowDb: async () => {
      const name = `plumbline_shadow_${randomUUID().replaceAll('-', '')}`;
      const admin = openPool(databaseUrl);
      await admin.query(`create database "${name}"`);
      const address = new URL(databaseUrl);
      address.pathname = `/${name}`;
      return adapt(openPool(address.href), async () => {
        await admin.query(`drop database "${name}"`);
        await admin.end();
      });
    },
  };
}

function openPool(connectionString: string): pg.Pool {
  return new pg.Pool({ connectionString, Client: CatalogClient, max: 1 });
}

async function adapt(pool: pg.Pool, afterwards = async () => {}): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(pool).connect();
  // Sent whole, PostgreSQL runs a script as one transaction: a migration applies entirely or not at all.
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error: pg.DatabaseError) => {
      throw new DriverAdapterError({
        kind: 'postgres',
        code: error.code ?? 'XX000',
        severity: error.severity ?? 'ERROR',
        message: error.message,
        detail: error.detail,
        column: error.column,
        hint: error.hint,
      });
    });
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type) =>
      type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  adapter.dispose = async () => {
    await pool.end();
    await afterwards();
  };
  return adapter;
}

/**
 * Lets the catalogs' one-byte type "char" (18) pass as a uuid (2950), which the adapter can read and no catalog has.
 * `adapt` gives it its right name, Character, again.
 */
class CatalogClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's eight overloads of query come down to one call here.
  override query(...args: any[]): any {
    const last = args.at(-1);
    if (typeof last === 'function') {
      // The pool's own query() hands its callback on.
      args[args.length - 1] = (error: unknown, result?: pg.QueryResult) => last(error, result && charAsUuid(result));
    }
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    const result = (super.query as any)(...args);
    return result instanceof Promise ? result.then(charAsUuid) : result;
  }
}

function charAsUuid(result: pg.QueryResult): pg.QueryResult {
  for (const field of result.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 2950;
  return result;
}
