import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { hashPassword } from '../../src/auth/password';
import { sessionOf } from '../../src/auth/session';
import { challengeCookieName, sessionCookieName } from '../../src/auth/settings';
import * as accounts from '../../src/features/accounts/actions';
import { listKeys, listSessions } from '../../src/features/accounts/data';
import { makeKey } from '../../src/features/accounts/key-writer';
import * as people from '../../src/features/people/actions';
import { createPerson } from '../../src/features/accounts/person-writer';
import { prisma } from '../../src/db/prisma';
import type { Actor, Role } from '../../src/domain/permission';
import type { FormState } from '../../src/lib/form-state';
import { formOf, jar, OWN, press, saying, send } from '../support/browser';
import { connect } from '../support/database';
import { linkOf, mailsIn } from '../support/mail';
import { startSmtpServer } from '../support/smtp-server';
import { totp } from '../support/totp';

// The forms of accounts, sent as a browser sends them: their guards, and the mails that they write.

vi.mock('next/headers', async () => (await import('../support/browser')).nextHeaders);
vi.mock('next/headers.js', async () => (await import('../support/browser')).nextHeaders);
vi.mock('next/navigation', async () => (await import('../support/browser')).nextNavigation);
vi.mock('next/server', async () => (await import('../support/browser')).nextServer);

process.env.BETTER_AUTH_SECRET = 'a secret for this test and for nothing else';
const folder = await mkdtemp(joinPath(tmpdir(), 'plumbline-actions-'));
process.env.DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

const owner = await connect('owner');
const PASSWORD = 'a ladder against the wall';
const OTHER = 'a bucket of grey paint';
const passwordHash = await hashPassword(PASSWORD);
const EDDA = 'edda@example.org';
const TOKEN = 'x'.repeat(43);
let edda: Actor;
let adil: Actor;

beforeEach(async () => {
  jar.clear();
  saying(OWN);
  vi.unstubAllEnvs();
  vi.stubEnv('ALLOW_SIGN_UP', 'true');
  vi.spyOn(console, 'log').mockImplementation(() => {});
  await rm(joinPath(folder, 'mail'), { recursive: true, force: true });
  await owner.query('truncate people, verifications, one_time_links, rate_limits cascade');
  edda = await newcomer('Edda Editor', EDDA, 'editor');
  adil = await newcomer('Adil Admin', 'adil@example.org', 'admin');
});

function newcomer(name: string, email: string, role: Role): Promise<Actor> {
  return prisma().$transaction((tx) =>
    createPerson(tx, { name, email, roles: [role], affiliations: [] }, { passwordHash, action: 'joined' }),
  );
}

const signIn = (email = EDDA, password = PASSWORD) => send(accounts.signIn, { email, password, next: '/desk' });
const session = () => sessionOf(jar.get(sessionCookieName()));
const mailTo = async (address: string) => (await mailsIn(folder)).filter(({ to }) => to === address);
const tokenIn = async (address: string) => {
  const mails = await mailTo(address);
  const mail = mails.at(-1);
  return mail === undefined ? '' : (linkOf(mail).searchParams.get('token') ?? '');
};

/** Turns the second factor on, in the session that is open. */
async function turnOn(): Promise<{ secret: string; codes: readonly string[] }> {
  const begun = await send(accounts.setUpTwoFactor, { password: PASSWORD }, { step: 'password', form: null });
  if (begun.state?.step !== 'code') throw new Error('it did not begin');
  const secret = new URL(begun.state.uri).searchParams.get('secret') ?? '';
  const on = await send(accounts.setUpTwoFactor, { code: totp(secret) }, begun.state);
  expect(on.to).toBe('/desk/account?done=two-factor-on');
  return { secret, codes: begun.state.recoveryCodes };
}

/** Everything that a form here could change. */
async function everything(): Promise<unknown> {
  const tables = ['people', 'credentials', 'sessions', 'one_time_links', 'api_keys', 'two_factors'];
  const parts = tables.map((table) => `(select json_agg(t order by t::text) from ${table} t) ${table}`);
  return (await owner.query(`select ${parts.join(', ')}, (select count(*) from events) events`)).rows[0];
}

describe('every form about accounts and people', () => {
  const actions = Object.entries({ ...accounts, ...people }) as [string, (...given: unknown[]) => Promise<unknown>][];
  const foreign: [what: string, headers: Record<string, string>][] = [
    ['says nothing of where it comes from', {}],
    ['comes from another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['comes from another site under our name', { origin: OWN.origin, 'sec-fetch-site': 'same-site' }],
    ['hides where it comes from', { origin: 'null' }],
  ];

  test('is known to this test', () => {
    expect(actions.length).toBeGreaterThan(18);
  });

  test.each(foreign)('is refused when it %s, and changes nothing', async (_what, headers) => {
    await signIn('adil@example.org');
    const before = await everything();
    saying(headers);
    for (const [name, action] of actions) {
      const form = formOf({ email: EDDA, password: PASSWORD, id: edda.id, what: 'close', roles: ['editor'] });
      const refused = await action(form, form).then(
        () => 'taken',
        (error: Error) => error.name,
      );
      expect([name, refused]).toEqual([name, 'ForeignRequest']);
    }
    expect(await everything()).toEqual(before);
  });
});

describe('a form with more in it than it asks for', () => {
  const extras: Record<string, string>[] = [
    { roles: 'admin' },
    { id: 'somebody-elses' },
    { personId: 'somebody-elses' },
    { emailVerified: 'true' },
  ];

  test.each(extras)('is refused whole: %j', async (extra) => {
    await signIn('adil@example.org');
    const invited = await send(people.invitePerson, { email: 'new@example.org', roles: ['editor'], affiliations: '' });
    const join = new URL(invited.state?.sent?.link ?? '').searchParams.get('token') ?? '';
    await send(people.signUpSelf, { email: 'ada@example.org' });
    await send(accounts.requestPasswordReset, { email: EDDA });
    const [asked, reset] = [await tokenIn('ada@example.org'), await tokenIn(EDDA)];
    const before = await everything();
    const newcomerForm = { name: 'Mallory', password: OTHER };
    const states: (FormState | null)[] = [
      (await send(accounts.signIn, { email: EDDA, password: PASSWORD, ...extra })).state,
      (await send(people.join, { token: join, ...newcomerForm, ...extra })).state,
      (await send(people.finishOwnSignUp, { token: asked, ...newcomerForm, ...extra })).state,
      (await send(people.signUpSelf, { email: 'more@example.org', ...extra })).state,
      (await send(people.setUpSite, { token: TOKEN, email: 'x@example.org', ...newcomerForm, ...extra })).state,
      (await send(accounts.chooseNewPassword, { token: reset, password: OTHER, ...extra })).state,
      (await send(accounts.changeOwnPassword, { current: PASSWORD, password: OTHER, ...extra })).state,
    ];
    for (const state of states) expect(state?.problem).toContain('something that it does not ask for');
    expect(await everything()).toEqual(before);
  });

  test('names somebody else’s session or key in vain', async () => {
    const made = await makeKey(adil, { name: 'A script', scopes: ['read'], days: 1 });
    await signIn('adil@example.org');
    const [hisSession] = await listSessions(adil, 7);
    const [hisKey] = await listKeys(adil);
    const cookie = jar.get(sessionCookieName());
    jar.clear();
    await signIn();
    await press(accounts.endOneSession, { id: hisSession?.id ?? '' });
    await press(accounts.revokeOwnKey, { id: String(hisKey?.id) });
    expect(made.ok && hisSession !== undefined && hisKey !== undefined).toBe(true);
    expect(await sessionOf(cookie)).not.toBeNull();
    expect((await listKeys(adil))[0]?.revokedAt).toBeNull();
  });
});

describe('what is tried too often is refused, counted in the database', () => {
  const known = async (email: string) => void (await signIn(email));
  const tries: [what: string, most: number, before: () => Promise<unknown>, attempt: () => Promise<string>][] = [
    ['signing in', 10, async () => {}, () => said(signIn(EDDA, 'not the right one'))],
    ['a new password', 3, async () => {}, () => said(send(accounts.requestPasswordReset, { email: EDDA }))],
    ['an account', 3, async () => {}, () => said(send(people.signUpSelf, { email: 'ada@example.org' }))],
    ['the set-up', 10, async () => {}, () => said(send(people.setUpSite, { token: TOKEN, ...NEW, email: 'x@y.org' }))],
    ['an invitation’s link', 10, async () => {}, () => said(send(people.join, { token: TOKEN, ...NEW }))],
    ['a sign-up’s link', 10, async () => {}, () => said(send(people.finishOwnSignUp, { token: TOKEN, ...NEW }))],
    [
      'a reset’s link',
      10,
      async () => {},
      () => said(send(accounts.chooseNewPassword, { token: TOKEN, password: OTHER })),
    ],
    ['inviting', 30, () => known('adil@example.org'), () => said(invitation('new@example.org'))],
    ['the password in a session', 10, () => known(EDDA), () => said(changePassword('not the right one'))],
    [
      'turning the second factor off',
      10,
      () => known(EDDA),
      () => said(send(accounts.turnTwoFactorOff, { password: 'no' })),
    ],
  ];
  const NEW = { name: 'Mallory', password: OTHER };
  const changePassword = (current: string) => send(accounts.changeOwnPassword, { current, password: OTHER });
  const invitation = async (email: string) => {
    const { state } = await send(people.invitePerson, { email, roles: ['editor'], affiliations: '' });
    return { state: state?.form ?? null };
  };
  const said = async (asked: Promise<{ state: FormState | null }>) => (await asked).state?.problem ?? '';

  // Every attempt from another address, but for the set-up, which has no account to count by.
  test.each(tries)(
    '%s: after %i times',
    async (what, most, before, attempt) => {
      await before();
      for (let n = 0; n < most; n += 1) {
        saying({ ...OWN, 'x-plumbline-peer': what === 'the set-up' ? '203.0.113.7' : `198.51.100.${n}` });
        expect(await attempt()).not.toContain('too often');
      }
      saying({ ...OWN, 'x-plumbline-peer': what === 'the set-up' ? '203.0.113.7' : '192.0.2.1' });
      expect(await attempt()).toContain('too often');
      const { rows } = await owner.query('select max(points) as most from rate_limits');
      expect(rows[0].most).toBeGreaterThan(most);
      await owner.query('delete from rate_limits');
      expect(await attempt()).not.toContain('too often');
    },
    60_000,
  );
});

describe('a mail', () => {
  test('about a forgotten password brings a link that sets another, and nobody is told whether there is an account', async () => {
    const asked = await send(accounts.requestPasswordReset, { email: EDDA });
    expect(await send(accounts.requestPasswordReset, { email: 'nobody@example.org' })).toEqual(asked);
    expect((await mailsIn(folder)).map(({ to }) => to)).toEqual([EDDA]);
    const [mail] = await mailTo(EDDA);
    expect(mail).toMatchObject({ subject: 'A new password for Plumbline', type: 'text/plain; charset=utf-8' });
    expect(mail && linkOf(mail).pathname).toBe('/new-password');
    const token = await tokenIn(EDDA);
    expect((await send(accounts.chooseNewPassword, { token, password: OTHER })).to).toBe('/sign-in?done=password');
    expect((await signIn()).state?.problem).toContain('do not belong together');
    expect((await signIn(EDDA, OTHER)).to).toBe('/desk');
    const again = await send(accounts.chooseNewPassword, { token, password: PASSWORD });
    expect(again.state?.problem).toContain('does not work any more');
  });

  test('to whoever asked for an account brings the link that makes it, and nobody is told whether there is one', async () => {
    const asked = await send(people.signUpSelf, { email: 'ada@example.org' });
    expect(asked.to).toBe('/sign-up?sent=yes');
    expect(await send(people.signUpSelf, { email: EDDA })).toEqual(asked);
    expect((await mailTo(EDDA)).map(({ subject }) => subject)).toEqual(['You have an account on Plumbline already']);
    const token = await tokenIn('ada@example.org');
    expect((await signIn('ada@example.org', OTHER)).to).toBeNull();
    const weak = await send(people.finishOwnSignUp, { token, name: 'Ada', password: 'ada@example.org' });
    expect(weak.state?.errors).toHaveProperty('password');
    expect((await send(people.finishOwnSignUp, { token, name: 'Ada', password: OTHER })).to).toBe('/desk');
    expect(await session()).toMatchObject({ email: 'ada@example.org', actor: { roles: ['advocate'] } });
    const again = await send(people.finishOwnSignUp, { token, name: 'Mallory', password: PASSWORD });
    expect(again.state?.problem).toContain('does not work any more');
  });

  test('is not written to whoever asks for an account where nobody may, and an old link makes none', async () => {
    await send(people.signUpSelf, { email: 'ada@example.org' });
    const token = await tokenIn('ada@example.org');
    vi.stubEnv('ALLOW_SIGN_UP', 'false');
    expect((await send(people.signUpSelf, { email: 'eve@example.org' })).state?.problem).toContain('by invitation');
    const finished = await send(people.finishOwnSignUp, { token, name: 'Ada', password: OTHER });
    expect(finished.state?.problem).toContain('by invitation');
    expect(await mailTo('eve@example.org')).toEqual([]);
    expect(await prisma().person.count()).toBe(2);
  });

  test('to the invited brings the link that the administrator is shown, and it works once', async () => {
    await signIn('adil@example.org');
    const invited = await send(people.invitePerson, {
      email: 'new@example.org',
      roles: ['editor'],
      affiliations: 'ILO',
    });
    const [mail] = await mailTo('new@example.org');
    expect(mail && linkOf(mail).href).toBe(invited.state?.sent?.link);
    expect(mail?.subject).toBe('Adil Admin invites you to Plumbline');
    const token = await tokenIn('new@example.org');
    jar.clear();
    expect((await send(people.join, { token, name: 'New Editor', password: OTHER })).to).toBe('/desk');
    expect((await session())?.actor).toMatchObject({ name: 'New Editor', roles: ['editor'], affiliations: ['ILO'] });
    expect((await send(people.join, { token, name: 'X', password: OTHER })).state?.problem).toContain('does not work');
  });

  test('tells people what was changed about their account', async () => {
    await signIn();
    await send(accounts.changeOwnPassword, { current: PASSWORD, password: OTHER });
    await send(accounts.changeOwnPassword, { current: OTHER, password: PASSWORD });
    await turnOn();
    jar.clear();
    await signIn('adil@example.org');
    await send(people.actOnSomebody, { id: edda.id, what: 'two-factor' });
    const texts = (await mailTo(EDDA)).map(({ text }) => text).join();
    for (const words of [
      'The password of your account was changed. All other sessions were ended, and all keys for scripts were revoked.',
      'The second factor of your account was turned on.',
      'Adil Admin took the second factor of your account away',
    ])
      expect(texts).toContain(words);
  });

  test('goes out through the mail server where there is one, and its link works just so', async () => {
    const server = await startSmtpServer();
    vi.stubEnv('SMTP_URL', server.url);
    vi.stubEnv('MAIL_FROM', 'Plumbline <desk@plumbline.example.org>');
    await send(accounts.requestPasswordReset, { email: EDDA });
    await server.stop();
    expect(server.arrived).toMatchObject([{ to: EDDA, from: 'Plumbline <desk@plumbline.example.org>' }]);
    expect(await mailsIn(folder)).toEqual([]);
    const [mail] = server.arrived;
    const token = mail === undefined ? '' : (linkOf(mail).searchParams.get('token') ?? '');
    expect((await send(accounts.chooseNewPassword, { token, password: OTHER })).to).toBe('/sign-in?done=password');
    expect((await signIn(EDDA, OTHER)).to).toBe('/desk');
  });
});

describe('the second step of a sign-in', () => {
  test('takes no wrong code, no code twice, and none without the first step', async () => {
    expect((await send(accounts.enterCode, { code: '123456' })).state?.problem).toContain('took too long');
    await signIn();
    const { secret, codes } = await turnOn();
    await press(accounts.signOut);
    expect((await signIn()).to).toBe('/sign-in/code?next=%2Fdesk');
    const wrong = totp(secret) === '000000' ? '000001' : '000000';
    expect((await send(accounts.enterCode, { code: wrong })).state?.problem).toContain('not right');
    expect(await session()).toBeNull();
    const code = totp(secret);
    expect((await send(accounts.enterCode, { code, next: '/desk/account' })).to).toBe('/desk/account');
    await press(accounts.signOut);
    await signIn();
    expect((await send(accounts.enterCode, { code })).state?.problem).toContain('used already');
    expect(await session()).toBeNull();
    expect((await send(accounts.enterCode, { code: codes[0] ?? '', kind: 'recovery' })).to).toBe('/desk');
    await press(accounts.signOut);
    await signIn();
    const again = await send(accounts.enterCode, { code: codes[0] ?? '', kind: 'recovery' });
    expect(again.state?.problem).toContain('no recovery code of yours');
  });

  test('is that of whoever gave their password, also while somebody else is signed in', async () => {
    await signIn();
    const { secret } = await turnOn();
    await press(accounts.signOut);
    await signIn();
    const challenge = jar.get(challengeCookieName()) ?? '';
    await signIn('adil@example.org');
    jar.set(challengeCookieName(), challenge);
    expect((await send(accounts.enterCode, { code: totp(secret), next: '/desk/account' })).to).toBe('/desk/account');
    expect((await session())?.email).toBe(EDDA);
  });

  test('is over after ten wrong codes, for every browser', async () => {
    await signIn();
    const { secret } = await turnOn();
    for (let n = 0; n < 10; n += 1) {
      saying({ ...OWN, 'x-plumbline-peer': `198.51.100.${n}` });
      jar.clear();
      await signIn();
      await send(accounts.enterCode, { code: 'nope', kind: 'recovery' });
    }
    jar.clear();
    await signIn();
    expect((await send(accounts.enterCode, { code: totp(secret) })).state?.problem).toContain('too often');
    expect(await session()).toBeNull();
  }, 60_000);
});

describe('sessions', () => {
  /** Signs Edda in on another device. @returns its cookie */
  async function elsewhere(): Promise<string> {
    jar.clear();
    await signIn();
    return jar.get(sessionCookieName()) ?? '';
  }

  test('are listed, and each is ended from any other, also for whoever holds its cookie', async () => {
    const first = await elsewhere();
    const here = await elsewhere();
    const list = await listSessions(edda, 7);
    expect(list.length).toBe(2);
    const other = list.find(({ id }) => id !== list[0]?.id);
    expect(await sessionOf(first)).toMatchObject({ sessionId: other?.id });
    expect(await press(accounts.endOneSession, { id: other?.id ?? '' })).toBe('/desk/account?done=session#sessions');
    expect([await sessionOf(first), (await sessionOf(here))?.email]).toEqual([null, EDDA]);
    expect((await listSessions(edda, 7)).length).toBe(1);
  });

  test('are all ended but the own', async () => {
    const others = [await elsewhere(), await elsewhere()];
    const here = await elsewhere();
    await press(accounts.endAllOtherSessions);
    for (const cookie of others) expect(await sessionOf(cookie)).toBeNull();
    expect((await sessionOf(here))?.email).toBe(EDDA);
  });

  test('are over with the sign-out, and a form that comes with a kept cookie leads to the sign-in', async () => {
    const cookie = await elsewhere();
    await press(accounts.signOut);
    expect(jar.has(sessionCookieName())).toBe(false);
    jar.set(sessionCookieName(), cookie);
    const before = await everything();
    const changed = await send(accounts.changeOwnPassword, { current: PASSWORD, password: OTHER });
    expect(changed.to).toBe('/sign-in?next=/desk/account');
    expect(await everything()).toEqual(before);
  });
});
