import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { commandFile, endChild, exitOf } from './child';
import { Failure } from './failure';
import { onStop } from './stopping';

export type WebServer = { address: string; pid: number; ended: Promise<number> };

type Options = {
  mode: 'production' | 'development';
  port: number;
  /** The address to listen on; all of the machine's when not given. */
  host?: string | undefined;
  databaseUrl: string;
  /** What signs the cookies (src/auth/settings.ts). */
  authSecret: string;
  env?: Record<string, string>;
};

const READY_WITHIN_MS = 90_000;

/** Starts Next and waits until it answers. It is ended with us, also when we are killed outright. */
export async function startWebServer({
  mode,
  port,
  host,
  databaseUrl,
  authSecret,
  env = {},
}: Options): Promise<WebServer> {
  const guard = new URL(`file://${join(process.cwd(), 'bin', 'exit-with-parent.mjs')}`).href;
  // Without a limit, Node lets garbage pile up to gigabytes before it looks at it.
  const heap = mode === 'production' ? ['--max-old-space-size=320'] : [];
  const args = [
    ...heap,
    ...(host === undefined ? [] : loopbackOrder(host)),
    '--import',
    guard,
    commandFile('next'),
    mode === 'production' ? 'start' : 'dev',
    '-p',
    String(port),
  ];
  if (host !== undefined) args.push('-H', isLoopback(host) ? 'localhost' : host);
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      // "test" where a test runner starts us, and Next would serve React's slow half to it.
      NODE_ENV: mode,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      // The owner's address stays here: what the web server does not know it cannot give away.
      DATABASE_ADMIN_URL: '',
      BETTER_AUTH_SECRET: authSecret,
      NEXT_TELEMETRY_DISABLED: '1',
      ...env,
    },
  });
  onStop(() => endChild(child));
  const ended = exitOf(child);
  const startup = keepOutput(child);
  const local = host === undefined || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const address = `http://${local.includes(':') ? `[${local}]` : local}:${port}`;
  const ready = await Promise.race([answers(`${address}/healthz`), ended.then(() => false)]);
  if (!ready) throw new Failure(`The web server did not come up:\n${startup.said()}`);
  startup.passOn();
  return { address, pid: child.pid ?? 0, ended };
}

/**
 * Next calls this machine "localhost" when src/proxy.ts leads to another page, whatever it listens on, and takes any other
 * name for a server that it has to ask over the network: a page of the desk that is denied would ask itself for ever.
 */
function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === '::1';
}

/** Lets "localhost" mean the address that was asked for, and not the other one. */
function loopbackOrder(host: string): string[] {
  return isLoopback(host) ? [`--dns-result-order=${host === '::1' ? 'ipv6first' : 'ipv4first'}`] : [];
}

/** Holds back what Next says about itself while it starts; afterwards everything goes on to our own streams. */
function keepOutput(child: ChildProcess): { said(): string; passOn(): void } {
  const lines: string[] = [];
  let open = false;
  child.stdout?.on('data', (data) => (open ? process.stdout.write(data) : lines.push(String(data))));
  child.stderr?.on('data', (data) => (open ? process.stderr.write(data) : lines.push(String(data))));
  return {
    said: () => lines.join('').trim(),
    passOn: () => {
      open = true;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const patience = Date.now() + READY_WITHIN_MS;
  while (Date.now() < patience) {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
    if (response?.ok) return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}

/** @throws {Failure} when nobody can listen on this port, naming the way out. */
export async function expectFreePort(port: number, host?: string): Promise<void> {
  const problem = await tryToListen(port, host);
  if (problem === null) return;
  const other = port < 65_000 ? port + 1 : 3000;
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${other} npm start`,
    EACCES: `This account may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
    EADDRNOTAVAIL: `This machine has no address ${host}: mend LISTEN_ADDRESS or leave it out.`,
  };
  throw new Failure(
    reasons[problem] ?? `Nobody can listen on port ${port} (${problem}). Choose another: PORT=${other} npm start`,
  );
}

function tryToListen(port: number, host?: string): Promise<string | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen({ port, host }, () => server.close(() => done(null)));
  });
}

/** A port nobody listens on, for a server of the tests. */
export function findFreePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
