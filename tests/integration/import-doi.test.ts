import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { Denied } from '@/domain/permission';
import { listRows } from '@/features/imports/data';
import { lookUpDoi } from '@/features/imports/doi-data';
import { importDoi } from '@/features/imports/mutations';
import { type DoiService, fetchDoi } from '@/lib/doi-lookup';
import { EDITOR } from '../support/actors';

// A register of DOIs on this machine, which answers as the tests want.

const asked: { url: string | undefined; agent: string | undefined; accept: string | undefined }[] = [];

async function register(answer: RequestListener): Promise<DoiService> {
  const server = createServer((request, response) => {
    asked.push({ url: request.url, agent: request.headers['user-agent'], accept: request.headers.accept });
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { name: 'Register', address: (doi) => `http://127.0.0.1:${port}/works/${encodeURIComponent(doi)}` };
}

const WORK = {
  type: 'article-journal',
  title: 'A work that the register knows',
  author: [{ family: 'Doe', given: 'Jane' }],
  issued: { 'date-parts': [[2019, 5]] },
  DOI: '10.5555/REGISTER',
};

const known = await register((_, response) => response.end(JSON.stringify(WORK)));
const unknown = await register((_, response) => response.writeHead(404).end());
const broken = await register((_, response) => response.end('<html>'));
const failing = await register((_, response) => response.writeHead(500).end());
const endless = await register((_, response) => {
  const timer = setInterval(() => response.write(Buffer.alloc(200_000, 'x')), 1);
  response.on('close', () => clearInterval(timer));
});
const silent = await register(() => {});
const away: DoiService = { name: 'Register', address: () => 'http://127.0.0.1:1/' };

describe('a DOI', () => {
  test('that a register knows becomes a preview of one source, and says where it comes from', async () => {
    const outcome = await importDoi(EDITOR, 'https://doi.org/10.5555/Register', [unknown, known]);
    if (!outcome.ok) throw new Error(outcome.problem);
    const { rows } = await listRows(EDITOR, outcome.id, { show: 'all', after: 0 });
    expect(rows).toMatchObject([{ label: WORK.title, faults: [], taken: true }]);
    expect(asked.at(-1)).toMatchObject({
      url: '/works/10.5555%2Fregister',
      agent: 'Plumbline/0.1',
      accept: 'application/vnd.citationstyles.csl+json',
    });
    const found = await lookUpDoi(EDITOR, '10.5555/register', [known]);
    expect(found).toMatchObject({
      ok: true,
      row: {
        record: {
          doi: '10.5555/register',
          verification: { level: 'not-seen', how: expect.stringContaining('the record that Register keeps') },
        },
      },
    });
  });

  test('names a contact where one is set', async () => {
    await fetchDoi('10.5555/x', { contact: 'desk@example.org', services: [known] });
    expect(asked.at(-1)?.agent).toBe('Plumbline/0.1 (mailto:desk@example.org)');
  });

  test.each([
    ['that nobody knows', unknown, 'No register has a record'],
    ['whose register is away', away, 'its network may not allow it'],
    ['whose register answers with an error', failing, 'the error 500'],
    ['whose record is none', broken, 'could not be read'],
    ['whose record never ends', endless, 'more than a record can be'],
    ['whose register is silent', silent, 'did not answer in time'],
  ])('%s is told of as such', async (_, service, says) => {
    const found = await fetchDoi('10.5555/x', { services: [service], timeoutMs: 1500 });
    expect(found).toMatchObject({ ok: false, problem: expect.stringContaining(says) });
  });

  test('that is none is not asked for', async () => {
    const before = asked.length;
    expect(await importDoi(EDITOR, 'http://127.0.0.1/', [known])).toMatchObject({
      ok: false,
      problem: expect.stringContaining('no DOI'),
    });
    expect(asked.length).toBe(before);
  });

  test('is looked up for nobody without the permission', async () => {
    await expect(lookUpDoi(null, '10.5555/x', [known])).rejects.toBeInstanceOf(Denied);
    await expect(importDoi(null, '10.5555/x', [known])).rejects.toBeInstanceOf(Denied);
  });
});
