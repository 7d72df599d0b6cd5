import { randomBytes } from 'node:crypto';
import { buildIfStale } from './build';
import { generateClient } from './generate-client';
import type { TestDatabases } from './test-database';
import { findFreePort, startWebServer, type WebServer } from './web-server';

/** A production server on a free port of this machine, over a freshly seeded database; it is ended with us. */
export async function startTestServer(
  databases: TestDatabases,
  name = 'server',
): Promise<WebServer & { databaseUrl: string }> {
  await generateClient();
  await buildIfStale();
  const { appUrl } = await databases.createSeeded(name);
  const port = await findFreePort();
  const server = await startWebServer({
    mode: 'production',
    port,
    host: '127.0.0.1',
    databaseUrl: appUrl,
    authSecret: randomBytes(32).toString('base64url'),
    // Settings of whoever runs the tests must not show in what the pages say.
    // And no test reaches out: every host is denied.
    env: { PUBLIC_URL: `http://127.0.0.1:${port}`, LISTEN_ADDRESS: '', LINK_DENY_HOSTS: '*' },
  });
  return { ...server, databaseUrl: appUrl };
}
