import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineBindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { migrationAdapter } from './migration-adapter';

// Prisma's own schema engine, as WebAssembly: the same migrations folder, the same _prisma_migrations table, but no
// binary to download, so that it also works behind a firewall (docs/decisions/0004-prisma-without-downloads.md).

const filters = { externalTables: [], externalEnums: [] };

let loaded: Promise<void> | undefined;

/** Once a process: the bindings keep views of the first instance's memory. */
function load(): Promise<void> {
  loaded ??= (async () => {
    // Where the engine leaves the message when it panics; without it the message itself would be lost.
    Object.assign(globalThis, {
      PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(`schema engine: ${message}`) },
    });
    const bindings = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const bytes = await readFile(join(dirname(bindings), 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, {
      './schema_engine_bg.js': engineBindings as unknown as WebAssembly.ModuleImports,
    });
    type Bindings = { __wbg_set_wasm(exports: WebAssembly.Exports): void };
    (engineBindings as unknown as Bindings).__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return loaded;
}

async function connect(databaseUrl: string) {
  await load();
  const factory = bindMigrationAwareSqlAdapterFactory(migrationAdapter(databaseUrl));
  return engineBindings.SchemaEngine.new({ datamodels: await readModels() }, () => {}, factory);
}

async function readModels(): Promise<[string, string][]> {
  const folder = join(process.cwd(), 'prisma', 'models');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')]),
  );
}

async function readMigrations() {
  const baseDir = join(process.cwd(), 'prisma', 'migrations');
  const names = (await readdir(baseDir, { withFileTypes: true })).filter((e) => e.isDirectory()).map((e) => e.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    })),
  );
  const lockfile = {
    path: 'migration_lock.toml',
    content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8'),
  };
  return { baseDir, lockfile, shadowDbInitScript: '', migrationDirectories };
}

/** Applies the migrations that the database lacks. @returns their names, in order; empty when it was up to date. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const engine = await connect(databaseUrl);
  try {
    const result = await engine.applyMigrations({ migrationsList: await readMigrations(), filters });
    return result.appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/** SQL that would bring the migrations folder up to the models; an empty script when they agree. */
export async function diffMigrationsToModels(shadowDatabaseUrl: string): Promise<string> {
  const engine = await connect(shadowDatabaseUrl);
  try {
    const files = (await readModels()).map(([path, content]) => ({ path, content }));
    const result = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrations()) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters,
    });
    return result.stdout ?? '';
  } finally {
    engine.free();
  }
}
