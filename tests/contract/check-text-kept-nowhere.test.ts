import { afterAll, expect, test, vi } from 'vitest';
import { stopAll } from '../../src/cli/stopping';
import { findFreePort, startWebServer } from '../../src/cli/web-server';
import { inDatabase } from '../support/keys';
import { serverDatabaseUrl } from '../support/server';

// The page says that a text is read and forgotten. Two servers whose every word is heard, one of them without its
// database, are sent texts with a word that nobody else uses: it may be nowhere afterwards.

const WORD = `Quuxomatic${process.pid}${Date.now()}`;
const TEXT = `According to the ILO, 1.8 million children were in ${WORD} in 2000, and 7,654,329 in our district.`;

let heard = '';
for (const stream of [process.stdout, process.stderr]) {
  vi.spyOn(stream, 'write').mockImplementation((said) => {
    heard += String(said);
    return true;
  });
}

async function start(databaseUrl: string): Promise<string> {
  const port = await findFreePort();
  const { address } = await startWebServer({
    mode: 'production',
    port,
    host: '127.0.0.1',
    databaseUrl,
    authSecret: 'nobody signs in at a server of this test',
    env: { PUBLIC_URL: `http://127.0.0.1:${port}`, LISTEN_ADDRESS: '' },
  });
  return address;
}

afterAll(async () => {
  vi.restoreAllMocks();
  await stopAll();
});

/** Sends the form of the page as a browser without scripts does. */
async function sendForm(address: string, fields: Record<string, string | File>): Promise<string> {
  const page = await (await fetch(`${address}/check`)).text();
  const [shown] = page.match(/<form[^>]*check-form[\s\S]*?<\/form>/) ?? [''];
  const form = new FormData();
  for (const [input] of shown.matchAll(/<input type="hidden"[^>]*>/g)) {
    const value = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    form.set(value('name'), value('value').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const response = await fetch(`${address}/check`, { method: 'POST', body: form, headers: { Origin: address } });
  expect(response.status).toBe(200);
  return response.text();
}

/** Every way in which a text comes to a server. @returns what the API and the page answer */
async function sendEverywhere(address: string): Promise<{ status: number; page: string; upload: string }> {
  const headers = { 'Content-Type': 'application/json' };
  const api = (body: string) => fetch(`${address}/api/v1/check-text?all=true`, { method: 'POST', headers, body });
  const { status } = await api(JSON.stringify({ text: TEXT }));
  // What cannot be read must not be told of either.
  for (const broken of [JSON.stringify({ text: TEXT, other: TEXT }), `{"text": "${TEXT}`, TEXT]) await api(broken);
  await fetch(`${address}/api/v1/check-text?text=${WORD}`, { method: 'POST', headers, body: '{}' });
  const page = await sendForm(address, { text: TEXT });
  const upload = await sendForm(address, { text: '', file: new File([TEXT], `${WORD}.txt`) });
  await sendForm(address, { text: TEXT, file: new File([`%PDF-1.7 ${TEXT}`], `${WORD}.pdf`) });
  for (const path of ['/check/read', '/check/report.json', '/check/report.pdf', '/check/report.sarif']) {
    const form = new FormData();
    form.set('text', TEXT);
    form.set('name', `${WORD}.txt`);
    form.set('file', new File([TEXT], `${WORD}.txt`));
    const response = await fetch(`${address}${path}`, { method: 'POST', body: form, headers: { Origin: address } });
    await response.arrayBuffer();
  }
  return { status, page, upload };
}

/** The tables, of all schemas, that a word stands in. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await inDatabase(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        and has_table_privilege(quote_ident(table_schema) || '.' || quote_ident(table_name), 'select')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await inDatabase(`select from ${name} t where t::text ilike '%' || $1 || '%' limit 1`, [word]);
    if (rows.length > 0) found.push(String(name));
  }
  return found;
}

test('a text that was sent to the page or the API stands in no table and in nothing that a server says', {
  timeout: 120_000,
}, async () => {
  const answered = await sendEverywhere(await start(serverDatabaseUrl()));
  expect(answered.status).toBe(200);
  for (const page of [answered.page, answered.upload]) expect(page).toMatch(/2 figures/);
  const away = await start('postgres://nobody:nothing@127.0.0.1:9/none');
  const refused = await sendEverywhere(away);
  expect(refused.status).toBe(503);
  expect(refused.page).toContain('cannot be asked just now');
  // That they are heard at all.
  await fetch(`${away}/claims`);
  await vi.waitFor(() => expect(heard).toContain('ECONNREFUSED'), 10_000);
  expect(heard.includes(WORD), heard).toBe(false);
  expect(heard).not.toContain('7,654,329');
  // And that a word is found where it stands.
  expect(await tablesWith('commercial sexual exploitation')).toContain('public.claims');
  expect(await tablesWith(WORD)).toEqual([]);
  expect(await tablesWith('7,654,329')).toEqual([]);
  expect(await tablesWith('7654329')).toEqual([]);
});
