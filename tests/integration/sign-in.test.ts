import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { auth } from '../../src/auth/better-auth';
import { hashPassword } from '../../src/auth/password';
import { useCodeOnce } from '../../src/auth/limits';
import { pendingPerson, sessionOf } from '../../src/auth/session';
import { challengeCookieName, sessionCookieName } from '../../src/auth/settings';
import { finishSignOn, startSignOn } from '../../src/auth/sign-on';
import {
  beginTwoFactor,
  closeSession,
  confirmTwoFactor,
  endTwoFactor,
  openSession,
  openWithCode,
  renewRecoveryCodes,
} from '../../src/auth/sign-in';
import { prisma } from '../../src/db/prisma';
import type { Actor } from '../../src/domain/permission';
import { createPerson } from '../../src/features/accounts/person-writer';
import { changeTwoFactor } from '../../src/features/accounts/two-factor-writer';
import { invite } from '../../src/features/people/invitation-writer';
import { closeAccount, resetTwoFactor } from '../../src/features/people/people-writer';
import { jar, sent } from '../support/browser';
import { takeConsoleErrors } from '../support/console';
import { connect } from '../support/database';
import { type ProviderPerson, startOidcServer } from '../support/oidc-server';
import { ACTORS } from '../support/actors';
import { totp } from '../support/totp';

// Signing in, through better-auth on the real database. The cookies that Next would set are kept by the test's browser.

process.env.BETTER_AUTH_SECRET = 'a secret for this test and for nothing else';

vi.mock('next/headers', async () => (await import('../support/browser')).nextHeaders);
vi.mock('next/headers.js', async () => (await import('../support/browser')).nextHeaders);

const owner = await connect('owner');
const PASSWORD = 'a ladder against the wall';
const passwordHash = await hashPassword(PASSWORD);
const email = 'edda@example.org';
let edda: Actor;

const session = () => sessionOf(jar.get(sessionCookieName()));

beforeEach(async () => {
  jar.clear();
  await owner.query('truncate people, verifications, one_time_links cascade');
  const person = { name: 'Edda Editor', email, roles: ['editor' as const], affiliations: ['ECPAT'] };
  edda = await prisma().$transaction((tx) => createPerson(tx, person, { passwordHash, action: 'joined' }));
});

const signIn = (password = PASSWORD, as = email) => openSession({ email: as, password }, sent());

const confirm = (code: string) => confirmTwoFactor((change) => changeTwoFactor(edda, 'on', change), code, sent());
const renew = (password: string) =>
  renewRecoveryCodes((change) => changeTwoFactor(edda, 'codes', change), password, sent());
const turnOff = (password: string) => endTwoFactor((change) => changeTwoFactor(edda, 'off', change), password, sent());

/** Turns the second factor on and signs out. */
async function withTwoFactor() {
  await signIn();
  const begun = await beginTwoFactor(PASSWORD, sent());
  if (!begun.ok) throw new Error(begun.problem);
  const secret = new URL(begun.uri).searchParams.get('secret') ?? '';
  expect(await confirm(totp(secret))).toMatchObject({ ok: true });
  await closeSession(sent());
  return { secret, recoveryCodes: begun.recoveryCodes };
}

describe('a session', () => {
  test('is of whoever signed in, with their roles and affiliations', async () => {
    expect(await signIn()).toEqual({ ok: true, asksForCode: false });
    expect((await session())?.actor).toEqual(edda);
  });

  test('is over after the sign-out, also for whoever kept a copy of its cookie', async () => {
    await signIn();
    const copy = jar.get(sessionCookieName());
    expect(await sessionOf(copy)).not.toBeNull();
    await closeSession(sent());
    expect(jar.has(sessionCookieName())).toBe(false);
    expect(await sessionOf(copy)).toBeNull();
  });

  test('never continues one that the browser brought along: each sign-in makes its own', async () => {
    await signIn();
    const before = jar.get(sessionCookieName());
    await signIn();
    expect(jar.get(sessionCookieName())).not.toBe(before);
    jar.set(sessionCookieName(), 'fixed-by-somebody.c2lnbmF0dXJl');
    expect(await session()).toBeNull();
    await signIn();
    expect(jar.get(sessionCookieName())).not.toContain('fixed-by-somebody');
  });

  test('is nobody’s with a forged signature, when it is too old, unused for a week, or the account is closed', async () => {
    await signIn();
    const cookie = jar.get(sessionCookieName()) ?? '';
    const [token] = cookie.split('.');
    for (const forged of [`${token}.`, `${token}`, `${token}.AAAA`, `x${cookie}`, '.', ''])
      expect(await sessionOf(forged)).toBeNull();
    for (const [change, back] of [
      ["expires_at = now() - interval '1 second'", "expires_at = now() + interval '1 day'"],
      ["last_used_at = now() - interval '7 days 1 second'", 'last_used_at = now()'],
    ]) {
      await owner.query(`update sessions set ${change}`);
      expect(await sessionOf(cookie)).toBeNull();
      await owner.query(`update sessions set ${back}`);
      expect(await sessionOf(cookie)).not.toBeNull();
    }
    await owner.query('update people set closed_at = now()');
    expect(await sessionOf(cookie)).toBeNull();
  });

  test('has the cookie that we read and better-auth sets: HttpOnly, SameSite=Lax', async () => {
    const { name, attributes } = (await auth().$context).authCookies.sessionToken;
    expect(name).toBe(sessionCookieName());
    expect(attributes).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' });
  });

  test('keeps no address from where somebody works', async () => {
    await signIn();
    const rows = await prisma().session.findMany();
    expect(rows.map(({ ipAddress }) => ipAddress || null)).toEqual([null]);
  });
});

describe('signing in as somebody else', () => {
  const other = { name: 'Adil Admin', email: 'adil@example.org', roles: ['admin' as const], affiliations: [] };
  beforeEach(async () => {
    await prisma().$transaction((tx) => createPerson(tx, other, { passwordHash, action: 'joined' }));
  });

  test('ends the session that the browser had, also for whoever kept its cookie', async () => {
    await signIn();
    const before = jar.get(sessionCookieName());
    await signIn(PASSWORD, other.email);
    expect((await session())?.email).toBe(other.email);
    expect(await sessionOf(before)).toBeNull();
    expect(await prisma().session.count()).toBe(1);
  });

  test('who has a second factor leaves nobody signed in until the code is there', async () => {
    await withTwoFactor();
    await signIn(PASSWORD, other.email);
    const before = jar.get(sessionCookieName());
    expect(await signIn()).toEqual({ ok: true, asksForCode: true });
    expect(await session()).toBeNull();
    expect(await sessionOf(before)).toBeNull();
  });

  test('takes the code of whoever waits for it, and not of whoever is signed in', async () => {
    const { secret, recoveryCodes } = await withTwoFactor();
    await signIn();
    // In another tab of the same browser, meanwhile.
    const challenge = jar.get(challengeCookieName()) ?? '';
    await signIn(PASSWORD, other.email);
    jar.set(challengeCookieName(), challenge);
    const before = jar.get(sessionCookieName());
    expect(await openWithCode({ code: 'not-of-hers', kind: 'recovery' }, sent())).toMatchObject({ ok: false });
    expect((await session())?.email).toBe(other.email);
    expect(await openWithCode({ code: totp(secret), kind: 'app' }, sent())).toEqual({ ok: true, userId: edda.id });
    expect((await session())?.actor.id).toBe(edda.id);
    expect(await sessionOf(before)).toBeNull();
    // The other's second factor stays as it was: off.
    expect((await prisma().person.findUniqueOrThrow({ where: { email: other.email } })).twoFactorEnabled).toBe(false);
    await closeSession(sent());
    await signIn();
    expect(await openWithCode({ code: recoveryCodes[0] ?? '', kind: 'recovery' }, sent())).toMatchObject({ ok: true });
  });
});

describe('signing in is refused', () => {
  test('with the same words for a wrong password and for an address without an account', async () => {
    const wrong = await signIn('not the right one at all');
    expect(wrong.ok).toBe(false);
    expect(await signIn(PASSWORD, 'nobody@example.org')).toEqual(wrong);
    expect(await session()).toBeNull();
  });

  test('to a closed account', async () => {
    await closeAccount(ACTORS.admin, edda.id);
    expect(await signIn()).toMatchObject({ ok: false, problem: expect.stringContaining('closed') });
    expect(await prisma().session.count()).toBe(0);
  });

  test('to whoever would make an account through better-auth itself', async () => {
    const body = { name: 'X', email: 'x@example.org', password: PASSWORD, roles: ['admin'] };
    await expect(auth().api.signUpEmail({ body })).rejects.toThrow();
    expect(await prisma().person.count()).toBe(1);
  });
});

describe('the second factor', () => {
  test('is asked for once it is on; the right code lets in, and a wrong one does not', async () => {
    const { secret } = await withTwoFactor();
    expect(await signIn()).toEqual({ ok: true, asksForCode: true });
    expect(await session()).toBeNull();
    const wrong = totp(secret) === '000000' ? '000001' : '000000';
    expect(await openWithCode({ code: wrong, kind: 'app' }, sent())).toMatchObject({ ok: false });
    expect(await openWithCode({ code: totp(secret, Date.now() - 600_000), kind: 'app' }, sent())).toMatchObject({
      ok: false,
    });
    expect(await session()).toBeNull();
    expect(await openWithCode({ code: totp(secret), kind: 'app' }, sent())).toMatchObject({ ok: true });
    expect((await session())?.actor.id).toBe(edda.id);
  });

  test('is not on before a code has shown that the app has the secret', async () => {
    await signIn();
    expect(await beginTwoFactor(PASSWORD, sent())).toMatchObject({ ok: true });
    expect(await confirm('000000')).toMatchObject({ ok: false });
    await closeSession(sent());
    expect(await signIn()).toEqual({ ok: true, asksForCode: false });
  });

  test('lets in with each recovery code once', async () => {
    const { recoveryCodes } = await withTwoFactor();
    const [code = ''] = recoveryCodes;
    await signIn();
    expect(await openWithCode({ code, kind: 'recovery' }, sent())).toMatchObject({ ok: true });
    await closeSession(sent());
    await signIn();
    expect(await openWithCode({ code, kind: 'recovery' }, sent())).toMatchObject({ ok: false });
    expect(await session()).toBeNull();
    expect(await openWithCode({ code: recoveryCodes[1] ?? '', kind: 'recovery' }, sent())).toMatchObject({ ok: true });
  });

  test('is locked for the account after ten wrong codes, whatever the browser', async () => {
    const { secret } = await withTwoFactor();
    for (let round = 0; round < 3; round += 1) {
      jar.clear();
      await signIn();
      for (let n = 0; n < 5; n += 1) await openWithCode({ code: 'nope', kind: 'recovery' }, sent());
    }
    jar.clear();
    await signIn();
    expect(await openWithCode({ code: totp(secret), kind: 'app' }, sent())).toMatchObject({
      ok: false,
      problem: expect.stringContaining('too often'),
    });
  });

  test('needs the password to be turned off or to get new recovery codes; the old codes then die', async () => {
    const { secret, recoveryCodes } = await withTwoFactor();
    await signIn();
    await openWithCode({ code: totp(secret), kind: 'app' }, sent());
    expect(await renew('not my password')).toMatchObject({ ok: false });
    expect(await turnOff('not my password')).toMatchObject({ ok: false });
    const renewed = await renew(PASSWORD);
    expect(renewed.ok && renewed.recoveryCodes.length).toBe(10);
    expect(renewed.ok && renewed.recoveryCodes.some((code) => recoveryCodes.includes(code))).toBe(false);
    expect(await turnOff(PASSWORD)).toMatchObject({ ok: true });
    await closeSession(sent());
    expect(await signIn()).toEqual({ ok: true, asksForCode: false });
  });

  test('that an administrator took away ends every session, and the password alone lets in', async () => {
    const { secret } = await withTwoFactor();
    await signIn();
    await openWithCode({ code: totp(secret), kind: 'app' }, sent());
    expect(await resetTwoFactor(ACTORS.admin, edda.id)).toMatchObject({ ok: true });
    expect(await session()).toBeNull();
    expect(await signIn()).toEqual({ ok: true, asksForCode: false });
  });

  test('waits for the person whose password was right, and takes each code once', async () => {
    await withTwoFactor();
    expect(await pendingPerson()).toBeNull();
    await signIn();
    expect(await pendingPerson()).toBe(edda.id);
    jar.set(challengeCookieName(), `x${jar.get(challengeCookieName())}`);
    expect(await pendingPerson()).toBeNull();
    expect(await useCodeOnce(edda.id, '123456')).toBe(true);
    expect(await useCodeOnce(edda.id, '123456')).toBe(false);
    expect(await useCodeOnce('somebody-else', '123456')).toBe(true);
  });

  test('is in the history whenever it was changed, and only then', async () => {
    const { secret } = await withTwoFactor();
    await signIn();
    await openWithCode({ code: totp(secret), kind: 'app' }, sent());
    expect(await renew('not my password')).toMatchObject({ ok: false });
    expect(await turnOff('not my password')).toMatchObject({ ok: false });
    await renew(PASSWORD);
    await turnOff(PASSWORD);
    const { rows } = await owner.query('select action from events where subject = $1 order by id', [
      `person:${edda.id}`,
    ]);
    const done = ['joined', 'two-factor-on', 'two-factor-codes', 'two-factor-off'];
    expect(rows.map(({ action }) => action)).toEqual(done);
  });

  test('is not changed at all when that cannot be written down', async () => {
    const { secret, recoveryCodes } = await withTwoFactor();
    await signIn();
    await openWithCode({ code: totp(secret), kind: 'app' }, sent());
    const cookie = jar.get(sessionCookieName());
    await owner.query(`create function refuse() returns trigger language plpgsql as $$ begin raise 'a test'; end $$;
      create trigger refuse before insert on events execute function refuse()`);
    try {
      await expect(turnOff(PASSWORD)).rejects.toThrow('a test');
      await expect(renew(PASSWORD)).rejects.toThrow('a test');
    } finally {
      await owner.query('drop trigger refuse on events; drop function refuse()');
    }
    expect(jar.get(sessionCookieName())).toBe(cookie);
    expect(await prisma().person.findUniqueOrThrow({ where: { id: edda.id } })).toMatchObject({
      twoFactorEnabled: true,
    });
    expect(await sessionOf(cookie)).not.toBeNull();
    jar.clear();
    expect(await signIn()).toEqual({ ok: true, asksForCode: true });
    expect(await openWithCode({ code: recoveryCodes[0] ?? '', kind: 'recovery' }, sent())).toMatchObject({ ok: true });
  });

  test('stands in the database encrypted', async () => {
    const { secret, recoveryCodes } = await withTwoFactor();
    const [row] = await prisma().twoFactor.findMany();
    expect(row?.secret).not.toContain(secret);
    expect(JSON.stringify(row)).not.toContain(recoveryCodes[0]);
  });
});

describe('signing in through an identity provider', async () => {
  let person: ProviderPerson = { sub: '1', email, email_verified: true, name: 'Edda Editor' };
  const provider = await startOidcServer(() => person);
  process.env.OIDC_ISSUER = provider.issuer;
  process.env.OIDC_CLIENT_ID = provider.clientId;
  process.env.OIDC_CLIENT_SECRET = provider.secret;
  afterAll(() => provider.stop());

  // better-auth says on the console why it let somebody stand outside.
  afterEach(() => void takeConsoleErrors());

  /** There and back again, as a browser does it. @returns where it ends up, and with which session */
  async function throughProvider(change: (back: URL) => void = () => {}) {
    const start = await startSignOn('/desk/account');
    const cookies = start.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    const there = await fetch(start.headers.get('location') ?? '', { redirect: 'manual' });
    const back = new URL(there.headers.get('location') ?? '');
    change(back);
    const end = await finishSignOn(new Request(back, { headers: { cookie: cookies.join('; ') } }));
    const cookie = end.headers
      .getSetCookie()
      .find((line) => line.startsWith(`${sessionCookieName()}=`))
      ?.split(';')[0]
      ?.split('=')[1];
    const challenge = end.headers.getSetCookie().find((line) => line.startsWith(`${challengeCookieName()}=`));
    const waits = challenge?.split(';')[0]?.split('=')[1];
    if (waits !== undefined) jar.set(challengeCookieName(), decodeURIComponent(waits));
    return {
      location: end.headers.get('location'),
      signedIn: await sessionOf(cookie && decodeURIComponent(cookie)),
      challenge,
    };
  }

  test('lets in who has an account with an address that both sides have checked', async () => {
    person = { sub: '1', email: 'Edda@example.org', email_verified: true, name: 'Edda' };
    const { location, signedIn } = await throughProvider();
    expect(location).toBe('/desk/account');
    expect(signedIn?.actor).toEqual(edda);
  });

  const REFUSED = '/sign-in?next=%2Fdesk%2Faccount&error=provider';

  test('lets in nobody whose address the provider has not checked, and does not say whether somebody has it', async () => {
    for (const address of [email, 'nobody@example.org']) {
      person = { sub: '2', email: address, email_verified: false, name: 'Not Edda' };
      const { location, signedIn } = await throughProvider();
      expect(location).toBe(REFUSED);
      expect(signedIn).toBeNull();
    }
  });

  test('lets in strangers only with an invitation, for what it says', async () => {
    person = { sub: '3', email: 'new@example.org', email_verified: true, name: 'New Editor' };
    expect((await throughProvider()).location).toBe(REFUSED);
    expect(await prisma().person.count()).toBe(1);
    await invite(ACTORS.admin, { email: 'new@example.org', roles: ['senior-editor'], affiliations: ['ILO'] });
    expect((await throughProvider()).signedIn?.actor).toMatchObject({
      name: 'New Editor',
      roles: ['senior-editor'],
      affiliations: ['ILO'],
    });
  });

  test('does not let in a closed account, nor an answer that belongs to another request', async () => {
    person = { sub: '1', email, email_verified: true, name: 'Edda' };
    const swapped = await throughProvider((back) => back.searchParams.set('state', 'somebody-elses'));
    expect(swapped.signedIn).toBeNull();
    await owner.query('update people set closed_at = now()');
    expect((await throughProvider()).signedIn).toBeNull();
  });

  test('asks for the second factor of who has one, and opens nothing before', async () => {
    const { secret } = await withTwoFactor();
    person = { sub: '1', email, email_verified: true, name: 'Edda' };
    const { location, signedIn, challenge } = await throughProvider();
    expect(location).toBe('/sign-in/code?next=%2Fdesk%2Faccount');
    expect(signedIn).toBeNull();
    expect(await prisma().session.count()).toBe(0);
    expect(challenge).toMatch(/; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/);
    expect(await pendingPerson()).toBe(edda.id);
    expect(await openWithCode({ code: 'nope', kind: 'recovery' }, sent())).toMatchObject({ ok: false });
    expect(await session()).toBeNull();
    expect(await openWithCode({ code: totp(secret), kind: 'app' }, sent())).toEqual({ ok: true, userId: edda.id });
    expect((await session())?.actor.id).toBe(edda.id);
  });

  test.each([
    [{ amr: ['pwd', 'mfa'] }, true],
    [{ acr: 'http://schemas.openid.net/pape/policies/2007/06/multi-factor' }, true],
    [{ acr: 'https://refeds.org/profile/mfa', amr: ['pwd'] }, true],
    [{ amr: ['pwd', 'otp'] }, false],
    [{ amr: 'mfa' }, false],
    [{ acr: '1' }, false],
    [{ amr: null, acr: null }, false],
  ])('with a second factor here and %j from the provider: let in at once is %s', async (stated, letsIn) => {
    await withTwoFactor();
    person = { sub: '1', email, email_verified: true, name: 'Edda', ...stated };
    const { location, signedIn } = await throughProvider();
    expect(signedIn?.actor.id ?? null).toBe(letsIn ? edda.id : null);
    expect(location).toBe(letsIn ? '/desk/account' : '/sign-in/code?next=%2Fdesk%2Faccount');
  });

  test('ends the session that the browser had', async () => {
    await signIn();
    const before = jar.get(sessionCookieName());
    person = { sub: '1', email, email_verified: true, name: 'Edda' };
    expect((await throughProvider()).signedIn).not.toBeNull();
    expect(await sessionOf(before)).toBeNull();
  });
});
