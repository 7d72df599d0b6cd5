import { get, type IncomingMessage } from 'node:http';

/** The address of the running production server; `server-setup.ts` starts it and sets this. */
export function serverUrl(): string {
  const url = process.env.TEST_SERVER_URL;
  if (!url)
    throw new Error('TEST_SERVER_URL is not set: run these tests with "npx vitest --project contract" or "npm test"');
  return url;
}

/** The database of that server, for tests that start another one beside it. */
export function serverDatabaseUrl(): string {
  const url = process.env.TEST_SERVER_DATABASE_URL;
  if (!url) throw new Error('TEST_SERVER_DATABASE_URL is not set: it comes with TEST_SERVER_URL');
  return url;
}

/** Asks the server for a path, such as /api/v1/claims?limit=2. */
export function request(path: string, init?: RequestInit): Promise<Response> {
  return fetch(new URL(path, serverUrl()), { redirect: 'manual', ...init });
}

/** The same without what fetch does for us (unpacking, asking for compression). */
export function requestBare(path: string, headers: Record<string, string>): Promise<IncomingMessage> {
  return new Promise((done, failed) => {
    get(new URL(path, serverUrl()), { headers }, (response) => {
      response.resume();
      done(response);
    }).on('error', failed);
  });
}
