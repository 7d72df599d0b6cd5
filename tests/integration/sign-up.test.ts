import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { hashPassword, isPassword } from '../../src/auth/password';
import type { Actor } from '../../src/domain/permission';
import { findLink } from '../../src/features/accounts/link-data';
import { resetPassword } from '../../src/features/accounts/password-writer';
import { acceptInvitation, invite } from '../../src/features/people/invitation-writer';
import { listInvitations, listPeople } from '../../src/features/people/people-data';
import { SignUpForm } from '../../src/features/people/schema';
import { openSetUp, setUp } from '../../src/features/people/set-up-writer';
import { finishSignUp, joinThroughProvider, signUp } from '../../src/features/people/sign-up-writer';
import { hashToken } from '../../src/lib/token';
import { connect } from '../support/database';

// How people come to an account by themselves: nothing is theirs, or anybody else's, before their address is known to be.

const owner = await connect('owner');
const passwordHash = await hashPassword('a bucket of grey paint');
const ADDRESS = 'ada@example.org';
const ADA = { name: 'Ada Advocate', passwordHash };

let admin: Actor;
beforeEach(async () => {
  await owner.query('truncate people, one_time_links cascade');
  const first = { name: 'Adil Admin', email: 'adil@example.org', passwordHash, alsoSeniorEditor: false };
  const made = await setUp((await openSetUp()) ?? '', first);
  if (made === null) throw new Error('the site was not set up');
  admin = made;
});

const ada = async () => (await listPeople(admin)).find(({ email }) => email === ADDRESS);
const state = async (kind: 'invitation' | 'email-check', token: string) => (await findLink(kind, token))?.state ?? null;

async function asked(email = ADDRESS): Promise<string> {
  const made = await signUp(email);
  if (made === null) throw new Error('there was no link');
  return made.token;
}

async function invited(): Promise<string> {
  const made = await invite(admin, { email: ADDRESS, roles: ['editor'], affiliations: ['ECPAT'] });
  if (!made.ok) throw new Error(made.problem);
  return made.token;
}

describe('whoever asks for an account with an address', () => {
  test('leaves nothing behind but a link that waits: no account, no password, no line of history', async () => {
    const counts = async () =>
      (
        await owner.query(
          'select (select count(*)::int from people) people, (select count(*)::int from credentials) credentials, (select count(*)::int from events) events',
        )
      ).rows[0];
    const before = await counts();
    const token = await asked();
    expect(await counts()).toEqual(before);
    const { rows } = await owner.query(`select * from one_time_links where kind = 'email-check'`);
    expect(rows).toMatchObject([{ email: ADDRESS, person_id: null, roles: [], affiliations: [], used_at: null }]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('cannot choose its password: that is for whoever opens the link', async () => {
    for (const more of [{ password: 'a bucket of grey paint' }, { name: 'Mallory' }, { roles: 'admin' }])
      expect(SignUpForm.safeParse({ email: ADDRESS, ...more }).success).toBe(false);
    const token = await asked();
    const hash = await hashPassword('the one that its owner chose');
    expect(await finishSignUp(token, { name: 'Ada Advocate', passwordHash: hash })).toEqual({
      ok: true,
      email: ADDRESS,
    });
    expect(await ada()).toMatchObject({ name: 'Ada Advocate', roles: ['advocate'], affiliations: [] });
    const { rows } = await owner.query('select password from credentials where person_id = $1', [(await ada())?.id]);
    expect(rows.length).toBe(1);
    expect(await isPassword('the one that its owner chose', rows[0].password)).toBe(true);
  });

  test('gets a link that works once, for a day, and only the last one', async () => {
    const [first, second] = [await asked(), await asked()];
    expect(await finishSignUp(first, ADA)).toEqual({ ok: false });
    expect(await finishSignUp(second, ADA)).toMatchObject({ ok: true });
    expect(await finishSignUp(second, ADA)).toEqual({ ok: false });
    expect(await state('email-check', second)).toBe('used');
    const late = await asked('late@example.org');
    await owner.query(`update one_time_links set expires_at = expires_at - interval '24 hours'`);
    expect(await finishSignUp(late, ADA)).toEqual({ ok: false });
    expect((await listPeople(admin)).length).toBe(2);
  });

  test('and never comes back is forgotten: links that are too old go with the next that is made', async () => {
    await asked('late@example.org');
    await owner.query(`update one_time_links set expires_at = now() - interval '1 second'`);
    await asked();
    const { rows } = await owner.query(`select email from one_time_links where kind = 'email-check'`);
    expect(rows).toEqual([{ email: ADDRESS }]);
  });

  test('that has an account makes nothing at all', async () => {
    expect(await signUp('adil@example.org')).toBeNull();
    const { rows } = await owner.query(`select 1 from one_time_links where kind = 'email-check'`);
    expect(rows).toEqual([]);
  });

  test('holds a link of that kind alone', async () => {
    const token = await asked();
    expect(await acceptInvitation(token, ADA)).toEqual({ ok: false });
    expect(await resetPassword(token, passwordHash)).toEqual({ ok: false });
    expect(await finishSignUp(await invited(), ADA)).toEqual({ ok: false });
    expect(await state('email-check', token)).toBe('open');
  });
});

describe('an invitation', () => {
  test('reaches somebody for whose address an account was asked for, and ends that', async () => {
    const asking = await asked();
    expect(await acceptInvitation(await invited(), ADA)).toEqual({ ok: true, email: ADDRESS });
    expect(await ada()).toMatchObject({ roles: ['editor'], affiliations: ['ECPAT'] });
    expect(await finishSignUp(asking, { ...ADA, passwordHash: await hashPassword('of somebody else') })).toEqual({
      ok: false,
    });
    expect(await state('email-check', asking)).toBe('revoked');
  });

  test('counts also for whoever came by themselves, and is used up by it', async () => {
    const link = await invited();
    expect(await finishSignUp(await asked(), ADA)).toMatchObject({ ok: true });
    expect(await ada()).toMatchObject({ roles: ['editor'], affiliations: ['ECPAT'] });
    expect(await state('invitation', link)).toBe('used');
    expect(await listInvitations(admin)).toEqual([]);
  });

  test('is not used up by a failure: not where somebody has the address, and not where the account cannot be made', async () => {
    const link = await invited();
    await expect(acceptInvitation(link, { name: '\u0007', passwordHash })).rejects.toThrow();
    expect(await state('invitation', link)).toBe('open');
    await owner.query(
      `insert into people (id, name, email, email_verified, updated_at) values ('past-us', 'Ada', $1, true, now())`,
      [ADDRESS],
    );
    expect(await acceptInvitation(link, ADA)).toEqual({ ok: false });
    expect(await state('invitation', link)).toBe('open');
    await owner.query(`delete from people where id = 'past-us'`);
    expect(await acceptInvitation(link, ADA)).toMatchObject({ ok: true });
  });
});

test('of several who come to one address in the same moment, one gets the account and the others an answer', async () => {
  const [invitation, asking] = [await invited(), await asked()];
  const outcomes = await Promise.all([
    acceptInvitation(invitation, ADA),
    finishSignUp(asking, ADA),
    acceptInvitation(invitation, ADA),
    finishSignUp(asking, ADA),
  ]);
  expect(outcomes.filter(({ ok }) => ok).length).toBe(1);
  expect((await listPeople(admin)).filter(({ email }) => email === ADDRESS).length).toBe(1);
});

test('the database itself holds no account whose address was not shown to be its owner’s', async () => {
  for (const statement of [
    `insert into people (id, name, email, email_verified, updated_at) values ('x', 'X', 'x@example.org', false, now())`,
    `update people set email_verified = false`,
    `insert into one_time_links (kind, token_hash, person_id, expires_at) select 'email-check', 'x', id, now() from people`,
  ])
    await expect(owner.query(statement)).rejects.toMatchObject({ code: '23514' });
});

test('an account that waited for its check becomes a link for its address when the tables are brought up to date', async () => {
  const link = (token: string, person: string, used: string) =>
    `insert into one_time_links (kind, token_hash, person_id, expires_at, used_at)
     values ('email-check', '${hashToken(token)}', '${person}', now() + interval '1 day', ${used})`;
  await owner.query('begin');
  try {
    // As the tables were before.
    await owner.query(`alter table people drop constraint people_email_checked;
      alter table one_time_links drop constraint one_time_links_for_somebody, add constraint one_time_links_for_somebody
        check (case kind when 'set-up' then num_nonnulls(email, person_id) = 0
          when 'invitation' then email is not null and person_id is null else person_id is not null end);
      insert into people (id, name, email, email_verified, updated_at)
        values ('waits', 'Mallory', '${ADDRESS}', false, now()), ('checked', 'Bea', 'bea@example.org', true, now())`);
    await owner.query(link('of-one-who-waits', 'waits', 'null'));
    await owner.query(link('of-one-who-came', 'checked', 'now()'));
    await owner.query(await readFile('prisma/migrations/20261125177000_sign_up_links/migration.sql', 'utf8'));
    const people = await owner.query('select email from people order by email');
    expect(people.rows.map(({ email }) => email)).toEqual(['adil@example.org', 'bea@example.org']);
    const links = await owner.query(
      `select email, person_id, used_at is null as open from one_time_links where kind = 'email-check' order by email`,
    );
    expect(links.rows).toEqual([
      { email: ADDRESS, person_id: null, open: true },
      { email: 'bea@example.org', person_id: null, open: false },
    ]);
  } finally {
    await owner.query('rollback');
  }
});

test('through the identity provider come the invited, and anybody only where anybody may', async () => {
  const emails = async () => (await listPeople(admin)).map(({ email }) => email).sort();
  await joinThroughProvider({ name: 'Stranger', email: 'stranger@example.org' }, false);
  expect(await emails()).toEqual(['adil@example.org']);
  await invited();
  const asking = await asked();
  await joinThroughProvider({ name: '<b>Ada</b>', email: 'Ada@example.org' }, false);
  expect(await ada()).toMatchObject({ name: 'b Ada /b', roles: ['editor'] });
  expect(await listInvitations(admin)).toEqual([]);
  expect(await finishSignUp(asking, ADA)).toEqual({ ok: false });
  await joinThroughProvider({ name: '', email: 'new@example.org' }, true);
  expect(await listPeople(admin)).toContainEqual(
    expect.objectContaining({ email: 'new@example.org', name: 'new', roles: ['advocate'] }),
  );
});
