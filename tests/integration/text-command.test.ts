import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { TextCheck } from '@/features/text-checks/schema';
import { pdfOf } from '../support/documents';
import { sampleReport } from '../support/text-report';

// npx plumbline check, as a newsroom runs it: the command itself, real files, the real evidence base.

const DISTORTED = 'Every year 1.8 million children are drawn into prostitution, the ILO says.\n';
const CLEAN = 'The office opens at nine. Nothing is counted here.\n';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-check-'));
mkdirSync(join(folder, 'texts', 'deep'), { recursive: true });
mkdirSync(join(folder, 'mixed'));
mkdirSync(join(folder, 'none'));
for (const [name, content] of [
  ['draft.txt', DISTORTED],
  ['clean.md', CLEAN],
  ['texts/a.txt', CLEAN],
  ['texts/deep/b.html', `<p>${DISTORTED}</p>`],
  ['texts/passed-over.csv', DISTORTED],
  ['texts/.hidden.txt', DISTORTED],
  ['mixed/a.txt', CLEAN],
  ['mixed/broken.txt', '\u0000\u0001\u0002'],
  ['none/picture.png', ''],
] as const) {
  writeFileSync(join(folder, name), content);
}
writeFileSync(join(folder, 'report.docx'), docxOf(DISTORTED));

/** As small as Word files are. */
function docxOf(text: string): Uint8Array {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${word}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  });
}

type Outcome = { code: number | null; out: string; error: string };

type Surroundings = { input?: string; env?: Record<string, string>; command?: string[] };

/** Runs the command from the folder with the texts, as npx does. */
function run(
  args: readonly string[],
  { input = '', env = {}, command = ['check'] }: Surroundings = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [resolve('bin/plumbline.mjs'), ...command, ...args], {
    cwd: folder,
    env: { ...process.env, INIT_CWD: folder, DATABASE_URL: process.env.DATABASE_URL ?? '', ...env },
  });
  const said = { out: '', error: '' };
  child.stdout.on('data', (data) => (said.out += data));
  child.stderr.on('data', (data) => (said.error += data));
  child.stdin.end(input);
  return new Promise((done) => child.on('close', (code) => done({ code, ...said })));
}

/** Does something while a server answers so. */
async function withServer<T>(answer: RequestListener, use: (address: string) => Promise<T>): Promise<T> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('with the evidence base of the folder', { timeout: 120_000 }, () => {
  test('a distorted figure ends it with 1, and is answered with the sentence that can be defended', async () => {
    const { code, out, error } = await run(['draft.txt']);
    expect([code, error]).toEqual([1, '']);
    expect(out).toMatch(/“1\.8 million” {2}× distorted {2}C1 {2}\(line 1\)/);
    expect(out).toContain('Approved sentence:');
    expect(out).not.toContain('\u001b');
  });

  test('a text without an error ends it with 0, and so does one from a pipe', async () => {
    expect(await run(['clean.md'])).toMatchObject({ code: 0, error: '' });
    const piped = await run(['-', '--all'], { input: `${CLEAN}It was in 1998.` });
    expect([piped.code, piped.error]).toEqual([0, '']);
    expect(piped.out).toContain('line 2: “1998”, year');
  });

  test('a folder stands for the documents in it however deep, and JSON holds what the API answers', async () => {
    const { code, out } = await run(['texts', 'report.docx', '--format', 'json']);
    const { texts, unread } = JSON.parse(out) as { texts: { name: string; data: unknown }[]; unread: unknown[] };
    expect(unread).toEqual([]);
    expect(texts.map(({ name }) => name)).toEqual(['texts/a.txt', 'texts/deep/b.html', 'report.docx']);
    const checks = texts.map(({ data }) => TextCheck.parse(data));
    expect(checks.map(({ summary }) => summary.distorted)).toEqual([0, 1, 1]);
    expect(code).toBe(1);
  });

  test('SARIF is one log for all texts, with the place of each figure', async () => {
    const { code, out } = await run(['draft.txt', 'texts/a.txt', '--format', 'sarif']);
    const [log] = JSON.parse(out).runs;
    const found = log.results.find((result: { ruleId: string }) => result.ruleId === 'figure-distorted');
    expect(found.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'draft.txt' },
      region: { startLine: 1, startColumn: 12, charOffset: 11, charLength: 11 },
    });
    expect(code).toBe(1);
  });

  test('of a PDF the page of each figure is named, in every format', async () => {
    const pdf = await pdfOf((made) => void made.text('Nothing is counted here.').addPage().text(DISTORTED));
    writeFileSync(join(folder, 'report.pdf'), pdf);
    expect((await run(['report.pdf'])).out).toMatch(/“1\.8 million” {2}× distorted {2}C1 {2}\(page 2\)/);
    const json = JSON.parse((await run(['report.pdf', '--format', 'json'])).out);
    expect(json.texts[0].data.findings[0]).toMatchObject({ text: '1.8 million', page: 2 });
    const sarif = JSON.parse((await run(['report.pdf', '--format', 'sarif'])).out);
    expect(sarif.runs[0].results[0].locations[0].message).toEqual({ text: 'Page 2' });
  });

  test('a file that is not there ends it with 2, and the others are checked all the same', async () => {
    const { code, out, error } = await run(['nowhere.txt', 'draft.txt']);
    expect([code, error]).toEqual([2, 'There is no nowhere.txt.\n']);
    expect(out).toContain('“1.8 million”  × distorted');
  });

  test('a file that cannot be read ends it with 2, and the others are checked all the same', async () => {
    const { code, out, error } = await run(['mixed']);
    expect(code).toBe(2);
    expect(error).toMatch(/^mixed\/broken\.txt: The file is not text/);
    expect(out).toContain('mixed/a.txt: 0 figures');
  });

  test('SARIF names the files that cannot be read, also where there are no others', async () => {
    for (const given of ['mixed', 'mixed/broken.txt']) {
      const { code, out } = await run([given, '--format', 'sarif']);
      const [invocation] = JSON.parse(out).runs[0].invocations;
      expect([code, invocation.executionSuccessful]).toEqual([2, false]);
      expect(invocation.toolExecutionNotifications).toMatchObject([
        {
          level: 'error',
          message: { text: expect.stringContaining('The file is not text') },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'mixed/broken.txt' } } }],
        },
      ]);
    }
  });
});

test('--help lists the commands that there are, and ends with 0; without any it is an error', async () => {
  const { code, out, error } = await run(['--help'], { command: [] });
  expect([code, error]).toEqual([0, '']);
  const commands = [...out.matchAll(/^ {2}([a-z-]+) /gm)].map(([, command]) => command);
  expect(commands).toContain('check');
  for (const command of commands) expect(existsSync(resolve(`src/cli/${command}.ts`)), command).toBe(true);
  expect(await run([], { command: [] })).toMatchObject({ code: 1, out: '' });
});

describe('what cannot be done ends with 2 and one clear sentence', { timeout: 60_000 }, () => {
  test.each([
    ['nothing to check', [], /^\nUse it so: npx plumbline check/],
    ['a format nobody knows', ['draft.txt', '--format', 'xml'], /^\nUse it so/],
    ['a file that is not there', ['nowhere.txt'], /^There is no nowhere\.txt\.\n$/],
    ['a folder without documents', ['none'], /^none holds no document that can be read/],
    ['an address that is none', ['draft.txt', '--server', 'plumbline'], /“plumbline” is none\.\n$/],
    [
      'a server that is away',
      ['draft.txt', '--server', 'http://127.0.0.1:9'],
      /http:\/\/127\.0\.0\.1:9 cannot be reached/,
    ],
  ])('%s', async (_what, args, sentence) => {
    const { code, out, error } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(sentence);
  });

  const AWAY = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' };

  test('a database that is away', async () => {
    const { code, out, error } = await run(['draft.txt'], { env: AWAY });
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(/^The database of the evidence base cannot be reached.*\n$/);
  });

  test.each([
    ['a file that is not there', ['missing.docx'], {}, 'missing.docx', /^There is no missing\.docx\.$/],
    ['a folder without documents', ['none'], {}, 'none', /holds no document/],
    ['a server that is away', ['draft.txt', '--server', 'http://127.0.0.1:9'], {}, 'draft.txt', /cannot be reached/],
    ['a database that is away', ['draft.txt'], AWAY, 'draft.txt', /./],
  ])('%s is told in SARIF and JSON, too', async (_what, args, env, name, sentence) => {
    const sarif = await run([...args, '--format', 'sarif'], { env });
    expect(sarif.code).toBe(2);
    const [log] = JSON.parse(sarif.out).runs;
    expect(log.results).toEqual([]);
    expect(log.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: expect.stringMatching(sentence) },
            locations: [{ physicalLocation: { artifactLocation: { uri: name } } }],
          },
        ],
      },
    ]);
    const json = await run([...args, '--format', 'json'], { env });
    expect(json.code).toBe(2);
    expect(JSON.parse(json.out)).toMatchObject({
      texts: [],
      unread: [{ name, message: expect.stringMatching(sentence) }],
    });
  });
});

describe('with the server of somebody else', { timeout: 60_000 }, () => {
  const { check } = sampleReport();

  test('it sends the text, waits where it is asked to, and judges by the answer', async () => {
    const seen: { url?: string; body: string; key?: string }[] = [];
    const outcome = await withServer(
      (request, response) => {
        let body = '';
        request.on('data', (data) => (body += data));
        request.on('end', () => {
          seen.push({ url: request.url, body, key: request.headers.authorization });
          if (seen.length === 1) response.writeHead(429, { 'Retry-After': '1' }).end();
          else response.end(JSON.stringify({ data: check }));
        });
      },
      (address) => run(['draft.txt', '--server', `${address}/`, '--all'], { env: { PLUMBLINE_KEY: 'plb_x' } }),
    );
    expect([outcome.code, outcome.error]).toEqual([1, '']);
    expect(outcome.out).toContain('draft.txt: 4 figures: 1 distorted');
    expect(seen).toHaveLength(2);
    expect(seen[1]).toEqual({
      url: '/api/v1/check-text?all=true',
      body: JSON.stringify({ text: DISTORTED }),
      key: 'Bearer plb_x',
    });
  });

  test.each([
    [
      'what a server refuses',
      413,
      '{"title":"Too large","detail":"Send it in parts."}',
      /\(413\): Send it in parts\.\n$/,
    ],
    ['an answer that is no check', 200, '<html>', /answered with something that is no check of a text/],
  ])('%s ends it with 2', async (_what, status, body, sentence) => {
    const { code, out, error } = await withServer(
      (_request, response) => response.writeHead(status).end(body),
      (address) => run(['draft.txt', '--server', address]),
    );
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(sentence);
  });
});
