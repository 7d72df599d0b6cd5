import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { OPERATIONS } from '../../src/app/api/v1/operations';
import { TEXT_MAX, type TextCheck } from '../../src/features/text-checks/schema';
import { ProblemDocument } from '../../src/http/problem';
import { inDatabase, makeKeyFor } from '../support/keys';
import { makePerson } from '../support/people';
import { request, serverUrl } from '../support/server';

// A text that is sent to be checked: what is answered, what is refused, and that nothing of it stays.

const ILO = 'ILO estimated that 1.8 million children were exploited in prostitution in 2000.';

let last = 0;
/** An address that nobody else of this run comes from: the limit counts by it. It is believed, for a proxy here names it. */
function newAddress(): string {
  last += 1;
  return `198.18.${process.pid % 250}.${last}`;
}

type Sent = { body?: unknown; from?: string; key?: string; search?: string; headers?: Record<string, string> };

/** Sends a body as a script does: as JSON, unless it is a text already. */
function send({ body = { text: ILO }, from = newAddress(), key, search = '', headers = {} }: Sent = {}) {
  return request(`/api/v1/check-text${search}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Forwarded-For': from,
      ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** The answer, which may hold nothing that its schema does not name. */
async function checked(sent: Sent = {}): Promise<TextCheck> {
  const response = await send(sent);
  const body = await response.json();
  expect([response.status, body]).toEqual([200, body]);
  const schema = OPERATIONS.find(({ id }) => id === 'checkText')?.response as z.ZodType<{ data: TextCheck }>;
  expect(schema.parse(body)).toEqual(body);
  expect(response.headers.get('cache-control')).toMatch(/no-store/);
  return body.data;
}

async function problem(response: Response, status: number, code: string) {
  const body = ProblemDocument.parse(await response.json());
  expect([response.status, body.code, body]).toEqual([status, code, body]);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  return body;
}

describe('a text', () => {
  test('is answered with its figures, each with span, verdict, and the claim that it speaks of', async () => {
    const { findings, summary } = await checked();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ text: expect.stringContaining('1.8 million'), match: { claim: { id: 'C1' } } });
    const { start = 0, end = 0 } = findings[0]?.span ?? {};
    expect(ILO.slice(start, end)).toBe(findings[0]?.text);
    expect(summary).toMatchObject({ figures: 1, characters: ILO.length });
    expect(summary.faithful + summary.distorted).toBe(1);
  });

  test('gives the numbers that are no statistics only when they are asked for', async () => {
    const dated = await checked({ search: '?all=true' });
    expect(dated.findings.map(({ verdict }) => verdict)).toContain('not-a-figure');
    for (const search of ['', '?all=false'])
      expect((await checked({ search })).findings.map(({ verdict }) => verdict)).not.toContain('not-a-figure');
  });

  test('counts its spans in UTF-16 units of what was sent, whatever characters stand in it', async () => {
    const text = `\u{1f600} e\u0301 \u202e\r\n${ILO}`;
    const [finding] = (await checked({ body: { text } })).findings;
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe(finding?.text);
  });

  const odd: [what: string, text: string][] = [
    ['a NUL', `\u0000 ${ILO}`],
    ['half a character', `\ud800 ${ILO}`],
    ['only spaces', '   '],
    ['numbers without words', '1,800,000 1.800.000 1 800 000 1٬800٬000 ٣ ½ 1e9 99999999999999999999999999999'],
    ['SQL', `'; drop table claims; -- ${ILO}`],
    ['a hundred thousand nines', '9'.repeat(100_000)],
  ];
  test.each(odd)('with %s is read all the same', async (_what, text) => {
    expect((await checked({ body: { text } })).summary.characters).toBe(text.length);
  });

  test('of somebody with a key is checked, too, and the answer is theirs', async () => {
    const key = await makeKeyFor(await makePerson(['advocate']));
    expect((await checked({ key })).findings).toHaveLength(1);
    await problem(await send({ key: `plb_${'x'.repeat(43)}` }), 401, 'unauthorised');
  });

  test('may be sent by a page of another site', async () => {
    const preflight = await request('/api/v1/check-text', {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://example.org',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      },
    });
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Content-Type');
    const answer = await send({ headers: { Origin: 'https://example.org' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('what cannot be checked is answered with a problem', () => {
  const bad: [what: string, sent: Sent, status: number, code: string][] = [
    ['no text', { body: {} }, 400, 'invalid-body'],
    ['an empty text', { body: { text: '' } }, 400, 'invalid-body'],
    ['a text that is none', { body: { text: 5 } }, 400, 'invalid-body'],
    ['a field that it does not have', { body: { text: ILO, language: 'fr' } }, 400, 'invalid-body'],
    ['what is no JSON', { body: `{"text": "${ILO}` }, 400, 'invalid-body'],
    ['nothing at all', { body: '' }, 400, 'invalid-body'],
    ['a parameter that cannot be used', { search: '?all=perhaps' }, 400, 'invalid-parameters'],
    ['a parameter that there is not', { search: '?language=fr' }, 400, 'invalid-parameters'],
    ['one character too many', { body: { text: 'x'.repeat(TEXT_MAX + 1) } }, 413, 'too-large'],
    ['50 MB', { body: { text: 'x'.repeat(50_000_000) } }, 413, 'too-large'],
    ['plain text', { body: ILO, headers: { 'Content-Type': 'text/plain' } }, 415, 'unsupported-media-type'],
  ];
  test.each(bad)('%s', async (_what, sent, status, code) => {
    await problem(await send(sent), status, code);
  });

  test.each([
    ['an empty text', { text: '' }, 'Nothing was checked: text must not be empty.'],
    ['no text', {}, 'Nothing was checked: text must be there, and hold the text.'],
    ['nothing at all', '', 'Nothing was checked: body must not be empty.'],
  ])('%s: in words that say what to send', async (_what, body, detail) => {
    expect((await problem(await send({ body }), 400, 'invalid-body')).detail).toBe(detail);
  });

  test('GET', async () => {
    const response = await request('/api/v1/check-text');
    await problem(response, 405, 'method-not-allowed');
    expect(response.headers.get('allow')).toBe('OPTIONS, POST');
  });
});

/** A file of what was found, as the page asks for it. */
function reportOf(from: string, accept: string): Promise<Response> {
  const body = new FormData();
  body.set('text', ILO);
  const origin = new URL(serverUrl()).origin;
  return request('/check/report.json', {
    method: 'POST',
    headers: { 'X-Forwarded-For': from, Accept: accept, Origin: origin },
    body,
  });
}

describe('the limit', () => {
  test('refuses an address that has sent six million characters, says for how long, and lets others go on', async () => {
    const from = newAddress();
    const text = 'a'.repeat(TEXT_MAX);
    for (let n = 0; n < 10; n += 1) await checked({ body: { text }, from });
    const response = await send({ from });
    const seconds = Number(response.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(3000);
    expect(seconds).toBeLessThanOrEqual(3600);
    const { type, detail } = await problem(response, 429, 'too-many-requests');
    expect(detail).toContain(`${seconds} seconds`);
    expect((await request(new URL(type).pathname)).status).toBe(200);
    await checked();
    // Nobody gets round it by saying that somebody else sent it: what our own proxy saw stands last.
    await problem(await send({ from: `203.0.113.9, ${from}` }), 429, 'too-many-requests');
    // A file of the findings is a text that is checked once more: a sentence for the script of the page, a page for a browser.
    for (const [accept, type] of [
      ['*/*', 'text/plain'],
      ['text/html,*/*', 'text/html'],
    ] as const) {
      const file = await reportOf(from, accept);
      expect([file.status, file.headers.get('content-type')]).toEqual([429, `${type}; charset=utf-8`]);
      expect(Number(file.headers.get('retry-after'))).toBeGreaterThan(3000);
      expect(await file.text()).toMatch(/Try again in \d+ minutes\. The findings are not lost/);
    }
  }, 60_000);

  test('does not count what was refused for other reasons', async () => {
    const from = newAddress();
    for (let n = 0; n < 250; n += 1) await send({ body: {}, from });
    await checked({ from });
  }, 60_000);
});

describe('nothing of a text', () => {
  const WORD = `Xyzzyplugh${process.pid}`;
  let tables: string[] = [];

  beforeAll(async () => {
    const rows = await inDatabase(`select table_name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`);
    tables = rows.map(({ table_name }) => String(table_name));
  });

  /** The tables that a word stands in, whichever column. */
  async function tablesWith(word: string): Promise<string[]> {
    const found: string[] = [];
    for (const table of tables) {
      // What somebody answered in an appraisal, this role cannot read: nor could it have been written with it.
      if (table === 'appraisals') continue;
      const rows = await inDatabase(`select from "${table}" t where t::text like '%' || $1 || '%' limit 1`, [word]);
      if (rows.length > 0) found.push(table);
    }
    return found;
  }

  test('stands in any table afterwards, of one that was checked or of one that was refused', async () => {
    const person = await makePerson(['editor'], { name: `${WORD} in a name` });
    expect(await tablesWith(`${WORD} in a name`)).toEqual(['people']);
    const text = `${ILO} The ${WORD} of it is 7,654,321 children.`;
    await checked({ body: { text }, search: '?all=true' });
    await checked({ body: { text }, key: await makeKeyFor(person) });
    await send({ body: { text, other: 1 } });
    expect(await tablesWith(`The ${WORD}`)).toEqual([]);
    expect(await tablesWith('7,654,321')).toEqual([]);
  });
});
