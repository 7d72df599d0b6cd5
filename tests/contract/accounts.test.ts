import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { OPERATIONS } from '../../src/app/api/v1/operations';
import { ProblemDocument } from '../../src/http/problem';
import { newToken } from '../../src/lib/token';
import { hiddenFields, ownOrigin, sendForm } from '../support/forms';
import { makeKeyFor } from '../support/keys';
import { makePerson, type TestPerson } from '../support/people';
import { request } from '../support/server';

// Accounts over the wire, as a browser without scripts and as a script with a key see them.

let editor: TestPerson;
beforeAll(async () => {
  editor = await makePerson(['editor']);
});

async function signIn(person: TestPerson, headers: Record<string, string> = ownOrigin(), next = '/desk') {
  const path = `/sign-in?next=${encodeURIComponent(next)}`;
  const hidden = await hiddenFields(path, 'name="password"');
  return sendForm(path, [...hidden, ['email', person.email], ['password', person.password]], headers);
}

const asCookie = (cookies: readonly string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ');

describe('signing in', () => {
  test('sets a cookie that scripts cannot read and other sites do not send, and one that opens nothing', async () => {
    const { status, location, cookies, headers } = await signIn(editor);
    expect([status, location]).toEqual([303, '/desk']);
    const session = cookies.find((cookie) => cookie.includes('session_token')) ?? '';
    expect(session).toMatch(/; HttpOnly/i);
    expect(session).toMatch(/; SameSite=lax/i);
    expect(session).toMatch(/; Path=\/(;|$)/i);
    expect(cookies.find((cookie) => cookie.startsWith('plumbline-desk='))).toMatch(/^plumbline-desk=1;/);
    expect(headers.get('cache-control')).toContain('no-store');
    const marker = await request('/desk', { headers: { cookie: 'plumbline-desk=1' } });
    expect(marker.status).toBe(303);
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])('never leads on to %s', async (next) => {
    expect((await signIn(editor, ownOrigin(), next)).location).toBe('/desk');
  });

  test('is over with the sign-out, also for a cookie that somebody kept', async () => {
    const cookie = asCookie((await signIn(editor)).cookies);
    expect((await request('/desk', { headers: { cookie } })).status).toBe(200);
    const hidden = await hiddenFields('/desk', 'Sign out', cookie);
    const out = await sendForm('/desk', hidden, { ...ownOrigin(), cookie });
    expect([out.status, out.location]).toEqual([303, '/']);
    const after = await request('/desk', { headers: { cookie } });
    expect([after.status, after.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fdesk']);
  });
});

describe('a form is refused, and nothing happens,', () => {
  const foreign: [what: string, headers: Record<string, string>][] = [
    ['without an origin', {}],
    ['from another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['from another site that hides its name', { Origin: 'null' }],
    ['from another site that has only Sec-Fetch-Site against it', { 'Sec-Fetch-Site': 'cross-site' }],
  ];
  test.each(foreign)('when it comes %s', async (_what, headers) => {
    const { status, cookies } = await signIn(editor, headers);
    expect(status).toBe(403);
    expect(cookies).toEqual([]);
    const cookie = asCookie((await signIn(editor)).cookies);
    const hidden = await hiddenFields('/desk', 'Sign out', cookie);
    expect((await sendForm('/desk', hidden, { ...headers, cookie })).status).toBe(403);
    expect((await request('/desk', { headers: { cookie } })).status).toBe(200);
  });

  test('when it is sent past the pages of the desk', async () => {
    const cookie = asCookie((await signIn(editor)).cookies);
    const hidden = await hiddenFields('/desk', 'Sign out', cookie);
    for (const headers of foreign.map(([, given]) => given)) {
      const { status } = await sendForm('/about', hidden, { ...headers, cookie });
      expect(status).toBeGreaterThanOrEqual(400);
      expect((await request('/desk', { headers: { cookie } })).status).toBe(200);
    }
  });

  test('when it holds more than the form asks for', async () => {
    const hidden = await hiddenFields('/sign-in', 'name="password"');
    const fields = [...hidden, ['email', editor.email], ['password', editor.password], ['roles', 'admin']] as const;
    const { status, text, cookies } = await sendForm('/sign-in', fields, ownOrigin());
    expect(status).toBe(200);
    expect(text).toContain('something that it does not ask for');
    expect(cookies.filter((cookie) => cookie.includes('session_token'))).toEqual([]);
  });
});

describe('the desk', () => {
  test('is never kept by anybody, for whomever it is', async () => {
    const cookie = asCookie((await signIn(editor)).cookies);
    for (const path of [
      '/desk',
      '/desk/account',
      '/desk/people',
      '/desk/account/keys',
      '/sign-in',
      '/join?token=x',
      '/set-up',
    ])
      for (const headers of [new Headers({ cookie }), new Headers()]) {
        const response = await request(path, { headers });
        expect([path, response.headers.get('cache-control')]).toEqual([path, expect.stringContaining('no-store')]);
        expect(response.headers.get('cache-control')).not.toContain('public');
      }
  });

  test('answers what is not for somebody with 403 and with what would be needed, without any script', async () => {
    const cookie = asCookie((await signIn(editor)).cookies);
    for (const path of ['/desk/people', '/desk/people/invite', '/desk/denied?permission=person.read']) {
      const response = await request(path, { headers: { cookie } });
      expect([path, response.status]).toEqual([path, 403]);
      const text = await response.text();
      expect(text).toContain('an account is needed that is administrator');
      expect(text).not.toContain('href="/desk/people"');
    }
  });

  test('says of somebody whom nobody knows that there is nothing, without any script', async () => {
    const cookie = asCookie((await signIn(await makePerson(['admin']))).cookies);
    const response = await request('/desk/people/nobody', { headers: { cookie }, redirect: 'follow' });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is nothing at this address</h1>');
  });

  test.each(['/set-up', '/join', '/new-password', '/sign-up/check'])(
    '%s says of a link that was never made that it does not work',
    async (path) => {
      const response = await request(`${path}?token=${newToken()}`);
      expect(response.status).toBe(200);
      expect(await response.text()).toMatch(/(link|invitation) does not work/);
    },
  );
});

describe('what better-auth could be asked for over HTTP is not there', () => {
  test.each([
    'sign-up/email',
    'sign-in/email',
    'get-session',
    'list-sessions',
    'update-user',
    'two-factor/disable',
    'ok',
  ])('/api/auth/%s', async (path) => {
    const get = await request(`/api/auth/${path}`);
    const post = await request(`/api/auth/${path}`, { method: 'POST', body: '{}', headers: ownOrigin() });
    expect([get.status, post.status]).toEqual([404, 405]);
  });
});

describe('a key', () => {
  const makeKey = (changes: { expires?: string; revoked?: boolean } = {}) => makeKeyFor(editor, changes);
  const ask = (path: string, key: string) => request(path, { headers: { Authorization: `Bearer ${key}` } });

  test('says whose it is and what it may do, in an answer that nobody keeps', async () => {
    const response = await ask('/api/v1/me', await makeKey());
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const body = await response.json();
    expect(OPERATIONS.find(({ id }) => id === 'getMe')?.response.parse(body)).toEqual(body);
    expect(body.data).toMatchObject({ id: editor.id, roles: ['editor'], may: ['draft.read', 'import.run'] });
  });

  test('makes also the answers that everybody gets such that nobody keeps them', async () => {
    const response = await ask('/api/v1/claims?limit=1', await makeKey());
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect((await request('/api/v1/claims?limit=1')).headers.get('cache-control')).toContain('public');
  });

  test('that is wrong, expired or revoked is refused everywhere, with a page that explains it', async () => {
    const bad = [
      '',
      'plb_',
      `plb_${newToken()}`,
      randomUUID(),
      await makeKey({ expires: '-1 second' }),
      await makeKey({ revoked: true }),
    ];
    for (const key of bad)
      for (const path of ['/api/v1/me', '/api/v1/claims', '/claims/C1/cite.bib']) {
        const response = await ask(path, key);
        expect([path, response.status]).toEqual([path, 401]);
        expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
        const problem = ProblemDocument.parse(await response.json());
        expect(problem.code).toBe('unauthorised');
        expect((await request(new URL(problem.type).pathname)).status).toBe(200);
      }
    const without = await request('/api/v1/me');
    expect(without.status).toBe(401);
    expect(without.headers.get('cache-control')).toBe('no-store');
  });
});
