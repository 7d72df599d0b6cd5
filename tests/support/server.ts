/** The address of the running production server; `server-setup.ts` starts it and sets this. */
export function serverUrl(): string {
  const url = process.env.TEST_SERVER_URL;
  if (!url)
    throw new Error('TEST_SERVER_URL is not set: run these tests with "npx vitest --project contract" or "npm test"');
  return url;
}

/** Asks the server for a path, such as /api/v1/claims?limit=2. */
export function request(path: string, init?: RequestInit): Promise<Response> {
  return fetch(new URL(path, serverUrl()), { redirect: 'manual', ...init });
}
