import { beforeAll, describe, expect, test } from 'vitest';
import { OPERATIONS } from '../../src/app/api/v1/operations';
import type { DraftAnswer } from '../../src/features/drafts/schema';
import type { ImportAnswer } from '../../src/features/imports/schema';
import { ProblemDocument } from '../../src/http/problem';
import { hiddenFields, ownOrigin, sendForm } from '../support/forms';
import { inDatabase, makeKeyFor } from '../support/keys';
import { makePerson, type TestPerson } from '../support/people';
import { request } from '../support/server';

// What a script can write with a key, and what it cannot, however it is sent.

let editor: TestPerson;
let key = '';
beforeAll(async () => {
  editor = await makePerson(['editor'], { name: 'Skript Editor' });
  key = await makeKeyFor(editor, { scopes: ['draft.write', 'import.run'], name: 'Nightly' });
});

type Sent = { method?: string; body?: unknown; key?: string | null; headers?: Record<string, string> };

/** Sends JSON as a script does. */
function send(path: string, { method = 'POST', body, key: with_ = key, headers = {} }: Sent = {}): Promise<Response> {
  return request(path, {
    method,
    headers: {
      ...(with_ === null ? {} : { Authorization: `Bearer ${with_}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** The body of an answer, exactly of the shape that the document gives. */
async function answer<Data>(id: string, response: Response): Promise<Data> {
  const body = await response.json();
  const operation = OPERATIONS.find((one) => one.id === id);
  if (operation === undefined) throw new Error(`there is no operation ${id}`);
  expect([body, response.status]).toEqual([body, operation.status ?? 200]);
  expect(operation.response.parse(body)).toEqual(body);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  return (body as { data: Data }).data;
}

/** Kinds of problems whose page was found. */
const explained = new Set<string>();

async function problem(response: Response, status: number, code: string) {
  const body = await response.json();
  expect([response.status, body.code, body]).toEqual([status, code, body]);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const read = ProblemDocument.parse(body);
  if (!explained.has(read.type)) expect((await request(new URL(read.type).pathname)).status).toBe(200);
  explained.add(read.type);
  return read;
}

const fieldsOf = ({ errors }: { errors?: { field: string }[] | undefined }) => (errors ?? []).map(({ field }) => field);

const SOURCE = {
  title: 'A report that a script wrote',
  shortName: 'Script 2026',
  type: 'report',
  author: [{ family: 'van der Berg, Jr', given: 'Ada' }, { literal: 'Institute, for Commas' }],
  issued: '2026-05',
  verification: { level: 'source', confidence: 'high', how: 'Made up by a test.' },
};

async function begin(record: object = SOURCE, kind = 'source'): Promise<DraftAnswer> {
  return answer('beginDraft', await send('/api/v1/drafts', { body: { kind, record } }));
}

async function draftNow(id: string): Promise<DraftAnswer> {
  return answer('getDraft', await send(`/api/v1/drafts/${id}`, { method: 'GET' }));
}

async function eventsOf(id: string) {
  return inDatabase('select action, actor, actor_id, summary from events where subject = $1 order by position', [id]);
}

describe('a script with a key', () => {
  test('makes a source step by step and hands it in, and the history says by which key', async () => {
    const begun = await begin({ title: SOURCE.title });
    expect(begun).toMatchObject({
      kind: 'source',
      state: 'draft',
      version: 1,
      isRevision: false,
      author: { name: editor.name },
    });
    expect(begun.faults).toContainEqual({ field: 'type', message: 'must be chosen' });
    const path = `/api/v1/drafts/${begun.id}`;
    await problem(await send(`${path}/submit`, { body: { version: 1 } }), 422, 'incomplete');
    const saved = await answer<DraftAnswer>(
      'saveDraft',
      await send(path, { method: 'PUT', body: { version: 1, record: SOURCE } }),
    );
    expect(saved).toMatchObject({ version: 2, faults: [], record: SOURCE });
    expect(await draftNow(begun.id)).toEqual(saved);
    const handed = await answer<DraftAnswer>('submitDraft', await send(`${path}/submit`, { body: { version: 2 } }));
    expect(handed).toMatchObject({ state: 'in-review', version: 3 });
    const events = await eventsOf(begun.id);
    expect(events.map(({ action }) => action)).toEqual(['begun', 'saved', 'submitted']);
    for (const event of events) {
      expect(event).toMatchObject({ actor: editor.name, actor_id: editor.id });
      expect(event.summary).toMatch(/ By the key \d+ for scripts, “Nightly”\.$/);
    }
    // Nobody else sees it.
    expect((await request(`/api/v1/sources/${begun.recordId}`)).status).toBe(404);
  });

  test('makes a claim with citations that draw on each other, by ids and by names of its own', async () => {
    const citation = {
      source: 'S2',
      role: 'states',
      originState: 'origin',
      verification: SOURCE.verification,
    };
    const draft = await begin(
      {
        statement: 'A made-up report counts 4,321 children in a place of its own.',
        geography: 'Thailand',
        topics: ['online'],
        figure: { kind: 'count', value: 4321, unit: 'children', bound: 'exact' },
        citations: [
          { ...citation, key: 'first' },
          {
            ...citation,
            key: 'second',
            role: 'reports',
            originState: 'drawn',
            drawnFrom: 'first',
            distortions: [{ kind: 'rounded', note: 'To hundreds.' }],
          },
        ],
        relations: [{ kind: 'contradicts', to: 'C1' }],
      },
      'claim',
    );
    const record = draft.record as { geography: string; citations: { key: string; drawnFrom: string | null }[] };
    const [first, second] = record.citations;
    expect(record).toMatchObject({ geography: 'TH', figure: { value: 4321, low: null } });
    expect(first?.key).toMatch(new RegExp(`^${draft.recordId.toLowerCase()}\\.`));
    expect(second?.key).not.toBe(first?.key);
    expect(second).toMatchObject({ drawnFrom: first?.key, distortions: [{ kind: 'rounded', note: 'To hundreds.' }] });
    // What was given is what can be sent back: nothing changes by it.
    const again = await answer<DraftAnswer>(
      'saveDraft',
      await send(`/api/v1/drafts/${draft.id}`, { method: 'PUT', body: { version: 1, record: draft.record } }),
    );
    expect(again.record).toEqual(draft.record);
    expect(again.faults.map(({ field }) => field)).not.toContain('citations.0.source');
  });

  test('begins a change of a published record, and comes to the draft that is open', async () => {
    const [record] = await inDatabase(
      `select s.id from sources s where not exists (select from drafts d where d.kind = 'source' and d.record_number = s.id and d.state in ('draft', 'in-review')) order by s.id desc limit 1`,
    );
    const body = { recordId: `S${record?.id}` };
    const first = await send('/api/v1/drafts', { body });
    expect(first.status).toBe(201);
    const draft = (await first.json()).data as DraftAnswer;
    expect(draft).toMatchObject({ isRevision: true, faults: [] });
    const second = await send('/api/v1/drafts', { body });
    expect([second.status, (await second.json()).data.id]).toEqual([200, draft.id]);
    // Its standing is not a script's to change, and stays.
    await answer(
      'saveDraft',
      await send(`/api/v1/drafts/${draft.id}`, {
        method: 'PUT',
        body: { version: draft.version, record: draft.record },
      }),
    );
    const [{ content }] = (await inDatabase('select content from drafts where id = $1', [draft.id.slice(1)])) as [
      { content: unknown },
    ];
    expect(content).toMatchObject({ standing: 'stands' });
    await inDatabase(`update drafts set state = 'discarded' where id = $1`, [draft.id.slice(1)]);
    const closed = await send(`/api/v1/drafts/${draft.id}`, {
      method: 'PUT',
      body: { version: 2, record: draft.record },
    });
    await problem(closed, 409, 'conflict');
    await problem(await send('/api/v1/drafts', { body: { recordId: 'S999999' } }), 404, 'not-found');
  });

  test('never overwrites what somebody else has saved meanwhile', async () => {
    const draft = await begin();
    const other = await makeKeyFor(await makePerson(['editor']), { scopes: ['draft.write'] });
    const path = `/api/v1/drafts/${draft.id}`;
    const theirs = { version: 1, record: { ...SOURCE, title: 'Theirs' } };
    await answer('saveDraft', await send(path, { method: 'PUT', body: theirs, key: other }));
    const late = await problem(
      await send(path, { method: 'PUT', body: { version: 1, record: SOURCE } }),
      409,
      'conflict',
    );
    expect(late.detail).toContain('version 2');
    await problem(await send(`${path}/submit`, { body: { version: 1 } }), 409, 'conflict');
    expect(await draftNow(draft.id)).toMatchObject({ version: 2, state: 'draft', record: { title: 'Theirs' } });
  });

  test('imports a file: preview first, drafts after it was confirmed', async () => {
    const mark = `script-${Date.now()}`;
    const form = new FormData();
    form.set('kind', 'sources');
    form.set('file', new File([`TY  - RPRT\nTI  - Import ${mark}\nPY  - 2020\nER  - \nTY  - RPRT\nER  - \n`], 'a.ris'));
    const staged = await answer<ImportAnswer>(
      'stageImport',
      await request('/api/v1/imports', { method: 'POST', body: form, headers: { Authorization: `Bearer ${key}` } }),
    );
    expect(staged).toMatchObject({ state: 'staged', format: 'ris', authorName: editor.name });
    expect(staged.rows.map(({ label }) => label).join()).toContain(mark);
    expect(await inDatabase(`select from drafts where content ->> 'title' = $1`, [`Import ${mark}`])).toEqual([]);
    const path = `/api/v1/imports/${staged.id}`;
    await problem(await send(`${path}/confirm`, { body: { choice: 'none' } }), 400, 'invalid-body');
    await answer('confirmImport', await send(`${path}/confirm`, { body: { choice: 'new' } }));
    await expect
      .poll(async () => (await answer<ImportAnswer>('getImport', await send(path, { method: 'GET' }))).state, {
        timeout: 20_000,
      })
      .toBe('done');
    expect(await inDatabase(`select from drafts where content ->> 'title' = $1`, [`Import ${mark}`])).toHaveLength(1);
    expect((await eventsOf(`import:${staged.id}`))[0]?.summary).toContain('By the key');
    await problem(await send(`${path}/confirm`, { body: {} }), 409, 'conflict');
  });
});

const WRITES: [method: string, path: string, body: object][] = [
  ['POST', '/api/v1/drafts', { kind: 'source', record: SOURCE }],
  ['PUT', '/api/v1/drafts/D1', { version: 1, record: SOURCE }],
  ['POST', '/api/v1/drafts/D1/submit', { version: 1 }],
  ['POST', '/api/v1/imports', {}],
  ['POST', '/api/v1/imports/1/confirm', {}],
];

describe('nothing is written, and the answer says why,', () => {
  const countDrafts = async () =>
    (await inDatabase('select count(*)::int as n from drafts where author_id = $1', [editor.id]))[0]?.n;

  test.each(WRITES)(
    'by %s %s without a key, with a bad one, and with the cookie of a browser',
    async (method, path, body) => {
      const before = await countDrafts();
      for (const bad of [
        null,
        '',
        'plb_nonsense',
        await makeKeyFor(editor, { scopes: ['draft.write'], expires: '-1 second' }),
      ])
        await problem(await send(path, { method, body, key: bad }), 401, 'unauthorised');
      const hidden = await hiddenFields('/sign-in', 'name="password"');
      const signedIn = await sendForm(
        '/sign-in',
        [...hidden, ['email', editor.email], ['password', editor.password]],
        ownOrigin(),
      );
      const cookie = signedIn.cookies.map((one) => one.split(';')[0]).join('; ');
      expect((await request('/desk', { headers: { cookie } })).status).toBe(200);
      for (const headers of [ownOrigin(), { Origin: 'https://evil.example' }, {}])
        await problem(
          await send(path, { method, body, key: null, headers: { ...headers, cookie } }),
          401,
          'unauthorised',
        );
      expect(await countDrafts()).toBe(before);
    },
  );

  test('with a key whose scopes do not reach, naming the one that would; with one whose owner may not, naming who may', async () => {
    const reads = await makeKeyFor(editor, { scopes: ['read'] });
    const advocate = await makeKeyFor(await makePerson(['advocate']), {
      scopes: ['read', 'draft.write', 'import.run'],
    });
    const draft = await begin();
    const path = `/api/v1/drafts/${draft.id}`;
    for (const [method, at, body] of WRITES) {
      const scope = at.includes('imports') ? 'import.run' : 'draft.write';
      const own = at.replace('D1', draft.id);
      const refused = await problem(await send(own, { method, body, key: reads }), 403, 'forbidden');
      expect(refused.detail).toContain(`The key needs the scope ${scope}.`);
      const refusedToo = await problem(await send(own, { method, body, key: advocate }), 403, 'forbidden');
      expect(refusedToo.detail).toContain('editor or senior editor');
    }
    expect((await send(path, { method: 'GET', key: reads })).status).toBe(200);
    await problem(await send(path, { method: 'GET', key: advocate }), 403, 'forbidden');
    await problem(await send('/api/v1/imports/1', { method: 'GET', key: reads }), 403, 'forbidden');
    expect(await draftNow(draft.id)).toEqual(draft);
  });

  const RECORD_FAULTS: [what: string, record: object, field: string][] = [
    ['an id', { ...SOURCE, id: 'S1' }, 'record.id'],
    ['a key', { ...SOURCE, key: 's1' }, 'record.key'],
    ['a state', { ...SOURCE, state: 'published' }, 'record.state'],
    ['a version', { ...SOURCE, version: 9 }, 'record.version'],
    ['a role', { ...SOURCE, roles: ['admin'] }, 'record.roles'],
    ['a standing', { ...SOURCE, standing: 'retracted' }, 'record.standing'],
    ['a grade', { ...SOURCE, appraisal: { letter: 'A' } }, 'record.appraisal'],
    ['a constructor', { ...SOURCE, constructor: { prototype: { admin: true } } }, 'record.constructor'],
    ['a word that is none of the vocabulary', { ...SOURCE, type: 'leaflet' }, 'record.type'],
    ['a number where a text belongs', { ...SOURCE, title: 7 }, 'record.title'],
    ['a list where a text belongs', { ...SOURCE, title: ['a'] }, 'record.title'],
    ['an address that is none', { ...SOURCE, url: 'javascript:alert(1)' }, 'record.url'],
    ['more than a field takes', { ...SOURCE, says: 'x'.repeat(20_001) }, 'record.says'],
    ['more than a line takes', { ...SOURCE, shortName: 'x'.repeat(2001) }, 'record.shortName'],
    ['no object', [], 'record'],
  ];
  test.each(RECORD_FAULTS)('when the record has %s', async (_what, record, field) => {
    const draft = await begin();
    const before = await countDrafts();
    const refused = await problem(
      await send('/api/v1/drafts', { body: { kind: 'source', record } }),
      400,
      'invalid-body',
    );
    expect(fieldsOf(refused)).toContain(field);
    const put = await send(`/api/v1/drafts/${draft.id}`, { method: 'PUT', body: { version: 1, record } });
    expect(fieldsOf(await problem(put, 400, 'invalid-body'))).toContain(field);
    expect([await countDrafts(), await draftNow(draft.id)]).toEqual([before, draft]);
  });

  const ENVELOPES: [what: string, body: unknown, field: string][] = [
    ['an id beside the record', { kind: 'source', record: SOURCE, id: 'D1' }, 'id'],
    ['a state beside it', { kind: 'source', record: SOURCE, state: 'published' }, 'state'],
    ['an author beside it', { kind: 'source', record: SOURCE, authorId: 'x' }, 'authorId'],
    ['another kind', { kind: 'person', record: {} }, 'kind'],
    ['no kind', { record: SOURCE }, 'kind'],
    ['a record and an id of one', { kind: 'source', record: SOURCE, recordId: 'S1' }, 'body'],
    ['nothing', {}, 'kind'],
    ['an id that is none', { recordId: `S1'; drop table drafts` }, 'recordId'],
    ['__proto__', `{"kind": "source", "record": {"__proto__": {"roles": ["admin"]}}}`, 'body'],
    ['what is no JSON', '{"kind": ', 'body'],
    ['what is nested without end', '['.repeat(400_000), 'body'],
    ['null', 'null', 'body'],
  ];
  test.each(ENVELOPES)('when the body has %s', async (_what, body, field) => {
    const before = await countDrafts();
    const refused = await problem(await send('/api/v1/drafts', { body }), 400, 'invalid-body');
    expect(fieldsOf(refused)).toContain(field);
    expect(await countDrafts()).toBe(before);
  });

  test('when it is too large, of another type, or in another encoding', async () => {
    const draft = await begin();
    const path = `/api/v1/drafts/${draft.id}`;
    const large = { version: 1, record: { ...SOURCE, says: 'x'.repeat(10 * 1024 * 1024) } };
    await problem(await send(path, { method: 'PUT', body: large }), 413, 'too-large');
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      '',
    ])
      await problem(
        await send(path, { method: 'PUT', body: { version: 1, record: SOURCE }, headers: { 'Content-Type': type } }),
        415,
        'unsupported-media-type',
      );
    const latin = new Uint8Array([
      ...new TextEncoder().encode('{"version":1,"record":{"title":"caf'),
      0xe9,
      0x22,
      0x7d,
      0x7d,
    ]);
    const response = await request(path, {
      method: 'PUT',
      body: latin,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    });
    await problem(response, 400, 'invalid-body');
    await problem(await send('/api/v1/imports', { body: {} }), 415, 'unsupported-media-type');
    const empty = new FormData();
    empty.set('kind', 'claims');
    const noFile = await request('/api/v1/imports', {
      method: 'POST',
      body: empty,
      headers: { Authorization: `Bearer ${key}` },
    });
    expect(fieldsOf(await problem(noFile, 400, 'invalid-body'))).toEqual(['file']);
    expect(await draftNow(draft.id)).toEqual(draft);
  });

  test('when no version is named, or one that never was', async () => {
    const draft = await begin();
    const path = `/api/v1/drafts/${draft.id}`;
    for (const version of [undefined, null, 0, -1, 1.5, '1', 1e12]) {
      const refused = await problem(
        await send(path, { method: 'PUT', body: { version, record: SOURCE } }),
        400,
        'invalid-body',
      );
      expect(fieldsOf(refused)).toEqual(['version']);
    }
    await problem(await send(path, { method: 'PUT', body: { version: 99, record: SOURCE } }), 409, 'conflict');
    expect(await draftNow(draft.id)).toEqual(draft);
  });

  test('for a draft or an import that is not there', async () => {
    for (const id of ['D999999999', 'd1', '1', 'S1', '%00', 'D1%20or%201=1']) {
      await problem(await send(`/api/v1/drafts/${id}`, { method: 'GET' }), 404, 'not-found');
      await problem(
        await send(`/api/v1/drafts/${id}`, { method: 'PUT', body: { version: 1, record: SOURCE } }),
        404,
        'not-found',
      );
      await problem(await send(`/api/v1/drafts/${id}/submit`, { body: { version: 1 } }), 404, 'not-found');
      if (id !== '1') await problem(await send(`/api/v1/imports/${id}`, { method: 'GET' }), 404, 'not-found');
    }
    await problem(await send('/api/v1/drafts/D1?full=yes', { method: 'GET' }), 400, 'invalid-parameters');
  });

  test('by a method that the address does not have, naming those that it has', async () => {
    for (const [path, allowed] of [
      ['/api/v1/drafts', 'OPTIONS, POST'],
      ['/api/v1/drafts/D1', 'GET, HEAD, OPTIONS, PUT'],
      ['/api/v1/drafts/D1/submit', 'OPTIONS, POST'],
      ['/api/v1/imports/1', 'GET, HEAD, OPTIONS'],
    ] as const) {
      const response = await send(path, { method: 'DELETE' });
      expect(response.headers.get('allow')).toBe(allowed);
      await problem(response, 405, 'method-not-allowed');
    }
  });
});

test('markup, control characters and half characters are kept as text, and without what no text has', async () => {
  const draft = await begin({ ...SOURCE, title: '<script>alert(1)</script>\u0000\u0007 ok', says: 'a\ud800b' });
  expect(draft.record).toMatchObject({ title: '<script>alert(1)</script> ok', says: 'a\ufffdb' });
});
