import { spawn } from 'node:child_process';
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { endChild } from '../src/cli/child';
import { Failure } from '../src/cli/failure';
import { onStop } from '../src/cli/stopping';
import { findFreePort } from '../src/cli/web-server';
import { answersWithin } from './wait';

// (c) The product behind nginx with the configuration that it ships with; only places and ports are put in.

const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];

/** Where nginx is on this machine; null when it is not installed. */
export async function findNginx(): Promise<string | null> {
  for (const folder of FOLDERS) {
    const file = join(folder, 'nginx');
    if (
      await access(file).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  return null;
}

/** Starts nginx before the server at this address. It is ended with us. @returns its own address */
export async function startNginx(binary: string, upstream: string, folder: string): Promise<string> {
  const home = resolve(folder, 'nginx');
  await rm(home, { recursive: true, force: true });
  await mkdir(join(home, 'cache'), { recursive: true });
  const port = await findFreePort();
  const site = replaced(await readFile(join('deploy', 'nginx.conf'), 'utf8'), [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['server 127.0.0.1:3000;', `server ${new URL(upstream).host.replace('localhost', '127.0.0.1')};`],
    ['proxy_cache_path /var/cache/nginx/plumbline', `proxy_cache_path ${join(home, 'cache')}`],
    ['/var/log/nginx/plumbline.log', join(home, 'access.log')],
  ]);
  await writeFile(join(home, 'site.conf'), site);
  await writeFile(join(home, 'nginx.conf'), mainConfiguration(home));
  const child = spawn(binary, ['-p', home, '-c', join(home, 'nginx.conf')], { stdio: ['ignore', 'inherit', 'pipe'] });
  const said: string[] = [];
  child.stderr.on('data', (data) => said.push(String(data)));
  onStop(() => endChild(child));
  const address = `http://127.0.0.1:${port}`;
  if (await answersWithin(`${address}/healthz`, 10_000, () => child.exitCode !== null)) return address;
  throw new Failure(`nginx did not come up:\n${said.join('')}`);
}

function replaced(text: string, changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((current, [from, to]) => {
    if (!current.includes(from)) throw new Error(`deploy/nginx.conf no longer says "${from}"`);
    return current.replace(from, to);
  }, text);
}

/** What a distribution's own nginx.conf does around a site, with every file in a folder of ours. */
function mainConfiguration(home: string): string {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;
worker_processes auto;
pid ${join(home, 'nginx.pid')};
error_log stderr warn;
events { worker_connections 1024; }
http {
  default_type application/octet-stream;
  sendfile on;
  tcp_nopush on;
  ${kinds.map((kind) => `${kind}_temp_path ${join(home, `${kind}-temp`)};`).join('\n  ')}
  include ${join(home, 'site.conf')};
}
`;
}
