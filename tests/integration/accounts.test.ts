import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/permission';
import { hashPassword, isPassword } from '../../src/auth/password';
import { holderOf } from '../../src/auth/api-key';
import { takeAttempt } from '../../src/auth/limits';
import { prisma } from '../../src/db/prisma';
import { getPasswordHash, listKeys } from '../../src/features/accounts/data';
import { makeKey, revokeKey } from '../../src/features/accounts/key-writer';
import { findLink } from '../../src/features/accounts/link-data';
import { changePassword, requestReset, resetPassword } from '../../src/features/accounts/password-writer';
import { createPerson } from '../../src/features/accounts/person-writer';
import { acceptInvitation, invite, inviteAgain, revokeInvitation } from '../../src/features/people/invitation-writer';
import { listInvitations, listPeople } from '../../src/features/people/people-data';
import { changePerson, closeAccount, reopenAccount } from '../../src/features/people/people-writer';
import { openSetUp, setUp } from '../../src/features/people/set-up-writer';
import { FinishSignUpForm, JoinForm, SetUpForm, SignUpForm } from '../../src/features/people/schema';
import { connect } from '../support/database';

// Accounts on the real database: what a link, a key and a limit let through, and what they do not.

const owner = await connect('owner');
const passwordHash = await hashPassword('a bucket of grey paint');
const WHOM = { name: 'Adil Admin', email: 'adil@example.org' };

let admin: Actor;
let token: string;

beforeEach(async () => {
  await owner.query('truncate people, one_time_links, rate_limits cascade');
  token = (await openSetUp()) ?? '';
  const first = await setUp(token, { ...WHOM, passwordHash, alsoSeniorEditor: true });
  if (first === null) throw new Error('the site was not set up');
  admin = first;
});

const events = async (subject: string) =>
  (
    await owner.query<{ action: string }>('select action from events where subject = $1 order by id', [subject])
  ).rows.map(({ action }) => action);

const age = (hours: number) =>
  owner.query(`update one_time_links set expires_at = expires_at - make_interval(hours => ${hours})`);

const invitation = { email: 'edda@example.org', roles: ['editor' as const], affiliations: ['ECPAT'] };

async function invited() {
  const made = await invite(admin, invitation);
  if (!made.ok) throw new Error(made.problem);
  return made;
}

describe('setting the site up', () => {
  test('makes an administrator who by default is senior editor too, and writes it down', async () => {
    expect(admin.roles).toEqual(['admin', 'senior-editor']);
    expect(await events(`person:${admin.id}`)).toEqual(['set-up']);
  });

  test('happens once: neither the used link nor a new one makes a second first account', async () => {
    expect(await openSetUp()).toBeNull();
    expect(await setUp(token, { ...WHOM, email: 'x@example.org', passwordHash, alsoSeniorEditor: true })).toBeNull();
  });

  test('the link of an earlier start is dead, and one is dead after a day', async () => {
    await owner.query('truncate people cascade');
    const [earlier, later] = [await openSetUp(), await openSetUp()];
    const given = { ...WHOM, passwordHash, alsoSeniorEditor: false };
    expect(await setUp(earlier ?? '', given)).toBeNull();
    await age(24);
    expect(await setUp(later ?? '', given)).toBeNull();
    expect(await listPeople(admin)).toEqual([]);
    expect((await setUp((await openSetUp()) ?? '', given))?.roles).toEqual(['admin']);
  });

  test('of two who use the link in the same moment, one gets it', async () => {
    await owner.query('truncate people cascade');
    const link = (await openSetUp()) ?? '';
    const made = await Promise.all(
      ['a', 'b'].map((who) =>
        setUp(link, { name: who, email: `${who}@example.org`, passwordHash, alsoSeniorEditor: false }),
      ),
    );
    expect(made.filter((person) => person !== null).length).toBe(1);
    expect((await listPeople(admin)).length).toBe(1);
  });

  test('nothing that opens a door stands in the database as it is', async () => {
    const { token: link } = await invited();
    const made = await makeKey(admin, { name: 'A script', scopes: ['read'], days: 1 });
    const all = await owner.query(
      `select (select json_agg(l) from one_time_links l)::text || (select json_agg(k) from api_keys k)::text
         || (select json_agg(c) from credentials c)::text || (select json_agg(e) from events e where e.subject not like 'C%' and e.subject not like 'S%')::text as text`,
    );
    expect(all.rows[0].text.length).toBeGreaterThan(100);
    for (const secret of [token, link, made.ok ? made.key : '', 'a bucket of grey paint'])
      expect(all.rows[0].text).not.toContain(secret);
  });
});

describe('an invitation', () => {
  const accept = (link: string) => acceptInvitation(link, { name: 'Edda Editor', passwordHash });

  test('makes the account that it says, once', async () => {
    const { token: link } = await invited();
    expect(await accept(link)).toEqual({ ok: true, email: invitation.email });
    const edda = (await listPeople(admin)).find(({ email }) => email === invitation.email);
    expect(edda).toMatchObject({ roles: ['editor'], affiliations: ['ECPAT'] });
    expect(await events(`person:${edda?.id}`)).toEqual(['joined']);
    expect(await accept(link)).toEqual({ ok: false });
    expect((await findLink('invitation', link))?.state).toBe('used');
    expect((await listPeople(admin)).length).toBe(2);
  });

  test('is dead when it is seven days old, taken back, or was sent again', async () => {
    const first = await invited();
    const second = await inviteAgain(admin, first.id);
    expect(await accept(first.token)).toEqual({ ok: false });
    if (!second.ok) throw new Error(second.problem);
    expect((await listInvitations(admin)).map(({ id }) => id)).toEqual([second.id]);
    expect(await revokeInvitation(admin, second.id)).toEqual({ revoked: true });
    expect(await accept(second.token)).toEqual({ ok: false });
    const third = await invited();
    await age(7 * 24);
    expect(await accept(third.token)).toEqual({ ok: false });
    expect(await findLink('invitation', third.token)).toMatchObject({ state: 'expired' });
    expect((await listPeople(admin)).length).toBe(1);
  });

  test('is no other kind of link, and another kind is none', async () => {
    const { token: link } = await invited();
    expect(await resetPassword(link, passwordHash)).toEqual({ ok: false });
    const reset = await requestReset(WHOM.email);
    expect(await accept(reset?.token ?? '')).toEqual({ ok: false });
  });

  test('is refused for an address that has an account', async () => {
    expect(await invite(admin, { ...invitation, email: WHOM.email })).toMatchObject({ ok: false });
  });
});

test('a form that says more than it is asked for is refused whole', () => {
  const base = { name: 'Ada', password: 'a bucket of grey paint', token: 'x'.repeat(43), email: 'ada@example.org' };
  const { email: _, ...join } = base;
  for (const [form, good] of [
    [SetUpForm, base],
    [JoinForm, join],
    [FinishSignUpForm, join],
    [SignUpForm, { email: base.email }],
  ] as const) {
    expect(form.safeParse(good).success).toBe(true);
    for (const extra of [{ roles: 'admin' }, { id: 'mine' }, { emailVerified: 'true' }, { affiliations: 'x' }])
      expect(form.safeParse({ ...good, ...extra }).success).toBe(false);
  }
});

describe('a password', () => {
  test('is set anew through a mailed link: once, within an hour, and every session and key ends', async () => {
    const key = await makeKeyOf(admin);
    expect(await holderOf(key)).not.toBeNull();
    const session = { id: 's1', token: 't1', userId: admin.id, expiresAt: new Date(Date.now() + 9e7) };
    await prisma().session.create({ data: session });
    const first = await requestReset(WHOM.email);
    const second = await requestReset(WHOM.email);
    const hash = await hashPassword('a ladder against the wall');
    expect(await resetPassword(first?.token ?? '', hash)).toEqual({ ok: false });
    expect(await resetPassword(second?.token ?? '', hash)).toEqual({ ok: true });
    expect(await resetPassword(second?.token ?? '', hash)).toEqual({ ok: false });
    expect(await isPassword('a ladder against the wall', (await getPasswordHash(admin)) ?? '')).toBe(true);
    expect(await prisma().session.count()).toBe(0);
    expect(await holderOf(key)).toBeNull();
    const third = await requestReset(WHOM.email);
    await age(1);
    expect(await resetPassword(third?.token ?? '', hash)).toEqual({ ok: false });
  });

  test('of nobody is not reset, and of a closed account neither', async () => {
    expect(await requestReset('nobody@example.org')).toBeNull();
    const edda = await newcomer('edda', ['editor']);
    await closeAccount(admin, edda.id);
    expect(await requestReset('edda@example.org')).toBeNull();
  });

  test('that is changed ends every other session, every key, and every link to a new one', async () => {
    for (const id of ['keep', 'other'])
      await prisma().session.create({
        data: { id, token: id, userId: admin.id, expiresAt: new Date(Date.now() + 9e7) },
      });
    const edda = await newcomer('edda', ['editor']);
    const [key, hers] = [await makeKeyOf(admin), await makeKeyOf(edda)];
    const reset = await requestReset(WHOM.email);
    expect(await holderOf(key)).not.toBeNull();
    await changePassword(admin, passwordHash, 'keep');
    expect((await prisma().session.findMany()).map(({ id }) => id)).toEqual(['keep']);
    expect(await holderOf(key)).toBeNull();
    expect(await holderOf(hers)).not.toBeNull();
    expect(await resetPassword(reset?.token ?? '', passwordHash)).toEqual({ ok: false });
  });
});

describe('the last administrator', () => {
  test('cannot be taken away: neither by the product nor past it', async () => {
    const other = await newcomer('other', ['admin']);
    expect(await changePerson(other, admin.id, { roles: ['editor'], affiliations: [] })).toMatchObject({ ok: true });
    expect(
      await changePerson({ ...admin, roles: ['admin'] }, other.id, { roles: ['editor'], affiliations: [] }),
    ).toMatchObject({ ok: false });
    expect(await closeAccount({ ...admin, roles: ['admin'] }, other.id)).toMatchObject({ ok: false });
    const constraint = 'people_keep_an_administrator';
    await expect(owner.query(`update people set roles = '{editor}' where id = $1`, [other.id])).rejects.toMatchObject({
      constraint,
    });
    await expect(owner.query('delete from people where id = $1', [other.id])).rejects.toMatchObject({ constraint });
  });

  test('nobody takes away their own right to administer, or closes their own account', async () => {
    await newcomer('other', ['admin']);
    expect(await changePerson(admin, admin.id, { roles: ['editor'], affiliations: [] })).toMatchObject({ ok: false });
    expect(await closeAccount(admin, admin.id)).toMatchObject({ ok: false });
    expect(await changePerson(admin, admin.id, { roles: ['admin'], affiliations: ['ILO'] })).toMatchObject({
      ok: true,
    });
  });

  test('two who take each other away at the same time: one stays', async () => {
    const other = await newcomer('other', ['admin']);
    const change = { roles: ['editor' as const], affiliations: [] };
    await Promise.all([changePerson(admin, other.id, change), changePerson(other, admin.id, change)]);
    const admins = (await listPeople(admin)).filter(({ roles }) => roles.includes('admin'));
    expect(admins.length).toBe(1);
  });
});

test('what an administrator does is in the history, with before and after', async () => {
  const edda = await newcomer('edda', ['editor']);
  await changePerson(admin, edda.id, { roles: ['senior-editor'], affiliations: ['ILO'] });
  await closeAccount(admin, edda.id);
  await reopenAccount(admin, edda.id);
  expect(await events(`person:${edda.id}`)).toEqual(['joined', 'changed', 'closed', 'reopened']);
  const [row] = (
    await owner.query(`select * from events where action = 'changed' and subject = $1`, [`person:${edda.id}`])
  ).rows;
  expect(row).toMatchObject({
    actor_id: admin.id,
    before: { roles: ['editor'], affiliations: [] },
    after: { roles: ['senior-editor'], affiliations: ['ILO'] },
  });
});

describe('a key for scripts', () => {
  test('says whose it is, does only what it is for, and notes when it was used', async () => {
    const key = await makeKeyOf(admin);
    expect((await listKeys(admin))[0]?.lastUsedAt).toBeNull();
    const holder = await holderOf(key);
    expect(holder?.actor).toMatchObject({ id: admin.id, only: ['draft.read', 'draft.write', 'draft.submit'] });
    expect((await listKeys(admin))[0]?.lastUsedAt).not.toBeNull();
  });

  test('opens nothing when it is wrong, revoked, too old, or of a closed account', async () => {
    const edda = await newcomer('edda', ['editor']);
    const [revoked, old, closed] = [await makeKeyOf(edda), await makeKeyOf(edda), await makeKeyOf(edda)];
    const [last, middle, first] = await listKeys(edda);
    await revokeKey(edda, first?.id ?? 0);
    await owner.query(`update api_keys set expires_at = now() where id = $1`, [middle?.id]);
    expect(last).toBeDefined();
    expect(await holderOf(revoked)).toBeNull();
    expect(await holderOf(old)).toBeNull();
    expect(await holderOf(closed)).not.toBeNull();
    await closeAccount(admin, edda.id);
    await reopenAccount(admin, edda.id);
    expect(await holderOf(closed)).toBeNull();
    for (const wrong of ['', 'plb_', `${closed}x`, `plb_${'x'.repeat(43)}`, closed.toUpperCase()])
      expect(await holderOf(wrong)).toBeNull();
  });

  test('is revoked by its owner alone', async () => {
    const edda = await newcomer('edda', ['editor']);
    const key = await makeKeyOf(edda);
    const [row] = await listKeys(edda);
    expect(await revokeKey(admin, row?.id ?? 0)).toEqual({ revoked: false });
    expect(await holderOf(key)).not.toBeNull();
  });
});

describe('a limit', () => {
  const from = (address: string) => new Headers({ 'x-plumbline-peer': address });
  const attempts = async (count: number, account: (n: number) => string, address: (n: number) => string) => {
    const results = [];
    for (let n = 0; n < count; n += 1) results.push((await takeAttempt('sign-in', account(n), from(address(n)))).ok);
    return results.filter(Boolean).length;
  };

  test('on an account holds whatever address the attempts come from, or pretend to', async () => {
    expect(
      await attempts(
        14,
        () => 'edda@example.org',
        (n) => `203.0.113.${n}`,
      ),
    ).toBe(10);
    const forged = new Headers({ 'x-plumbline-peer': '198.51.100.1', 'x-forwarded-for': '192.0.2.77' });
    expect(await takeAttempt('sign-in', 'EDDA@example.org', forged)).toMatchObject({ ok: false });
  });

  test('on an address holds whatever accounts it tries', async () => {
    expect(
      await attempts(
        64,
        (n) => `${n}@example.org`,
        () => '203.0.113.5',
      ),
    ).toBe(60);
    expect((await takeAttempt('sign-in', 'fresh@example.org', from('203.0.113.6'))).ok).toBe(true);
  });

  test('counts many at once, and is the same for an address that has no account', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) => takeAttempt('sign-in', 'nobody@example.org', from(`203.0.113.${n}`))),
    );
    expect(all.filter(({ ok }) => ok).length).toBe(10);
  });

  test('forgives what went well, and the table names nobody', async () => {
    for (let n = 0; n < 30; n += 1) {
      const attempt = await takeAttempt('sign-in', 'adil@example.org', from('203.0.113.9'));
      if (!attempt.ok) throw new Error(attempt.problem);
      await attempt.forgive();
    }
    await takeAttempt('sign-in', 'adil@example.org', from('203.0.113.9'));
    const { rows } = await owner.query('select key from rate_limits');
    expect(JSON.stringify(rows)).not.toMatch(/adil|203\.0/);
  });
});

async function makeKeyOf(actor: Actor): Promise<string> {
  const made = await makeKey(actor, { name: 'A script', scopes: ['draft.write'], days: 30 });
  if (!made.ok) throw new Error(made.problem);
  return made.key;
}

function newcomer(name: string, roles: Actor['roles']): Promise<Actor> {
  const person = { name, email: `${name}@example.org`, roles: [...roles], affiliations: [] };
  return prisma().$transaction((tx) => createPerson(tx, person, { passwordHash, action: 'joined' }));
}
