import { beforeEach, describe, expect, test } from 'vitest';
import { admitMatchReport, admitTextCheck } from '../../src/auth/text-limits';
import { TEXT_MAX } from '../../src/features/text-checks/schema';
import { EDITOR, SENIOR } from '../support/actors';
import { connect } from '../support/database';

// What a stranger may ask of the checking of texts, and what somebody with a key.

const owner = await connect('owner');
const HERE = '203.0.113.7';
const ELSEWHERE = '203.0.113.8';

beforeEach(async () => {
  await owner.query('truncate rate_limits');
});

const times = (count: number) => Array.from({ length: count });

describe('checking texts', () => {
  test('is open to an address 240 times an hour, and to every other address then still', async () => {
    for (const _ of times(240)) expect(await admitTextCheck(HERE, 10)).toEqual({ admitted: true });
    const refused = await admitTextCheck(HERE, 10);
    if (refused.admitted) throw new Error('a 241st text was taken');
    expect(refused.waitSeconds).toBeGreaterThan(3500);
    expect(refused.waitSeconds).toBeLessThanOrEqual(3600);
    expect(await admitTextCheck(ELSEWHERE, 10)).toEqual({ admitted: true });
  });

  test('lets 240 through of 300 that come at once', async () => {
    const answers = await Promise.all(times(300).map(() => admitTextCheck(HERE, 10)));
    expect(answers.filter(({ admitted }) => admitted)).toHaveLength(240);
  });

  test('takes six million characters an hour from an address; what is refused for its length leaves room for less', async () => {
    for (const _ of times(9)) expect(await admitTextCheck(HERE, TEXT_MAX)).toEqual({ admitted: true });
    expect(await admitTextCheck(HERE, 100_000)).toEqual({ admitted: true });
    for (const _ of times(5)) expect(await admitTextCheck(HERE, TEXT_MAX)).toMatchObject({ admitted: false });
    expect(await admitTextCheck(HERE, 500_000)).toEqual({ admitted: true });
    expect(await admitTextCheck(HERE, 1)).toMatchObject({ admitted: false });
  });

  test('counts somebody with a key by person, wherever they are, and gives them five times as much', async () => {
    const holder = { actor: EDITOR };
    for (const _ of times(50)) expect(await admitTextCheck(HERE, TEXT_MAX, holder)).toEqual({ admitted: true });
    expect(await admitTextCheck(ELSEWHERE, 1, holder)).toMatchObject({ admitted: false });
    expect(await admitTextCheck(HERE, 1, { actor: SENIOR })).toEqual({ admitted: true });
    expect(await admitTextCheck(HERE, 1)).toEqual({ admitted: true });
  });

  test('begins anew when the hour is over', async () => {
    for (const _ of times(10)) await admitTextCheck(HERE, TEXT_MAX);
    expect(await admitTextCheck(HERE, TEXT_MAX)).toMatchObject({ admitted: false });
    await owner.query('update rate_limits set expire = expire - 3600 * 1000');
    expect(await admitTextCheck(HERE, TEXT_MAX)).toEqual({ admitted: true });
  });

  test('keeps neither the address nor the person, and nothing for longer than an hour', async () => {
    await admitTextCheck(HERE, 10);
    await admitTextCheck(HERE, 10, { actor: EDITOR });
    const { rows } = await owner.query('select key, expire from rate_limits');
    expect(rows).toHaveLength(4);
    for (const { key, expire } of rows) {
      expect(key).not.toContain(HERE);
      expect(key).not.toContain(EDITOR.id);
      expect(Number(expire)).toBeLessThanOrEqual(Date.now() + 3600 * 1000);
    }
  });
});

describe('reporting wrong matches', () => {
  test('is open to an address, and to somebody signed in, 20 times an hour', async () => {
    for (const _ of times(20)) {
      expect(await admitMatchReport(HERE, null)).toEqual({ admitted: true });
      expect(await admitMatchReport(HERE, EDITOR.id)).toEqual({ admitted: true });
    }
    expect(await admitMatchReport(HERE, null)).toMatchObject({ admitted: false });
    expect(await admitMatchReport(ELSEWHERE, EDITOR.id)).toMatchObject({ admitted: false });
    expect(await admitMatchReport(ELSEWHERE, null)).toEqual({ admitted: true });
  });

  test('is open to all strangers together 300 times a day, and no single address uses that up', async () => {
    for (const _ of times(400)) await admitMatchReport(HERE, null);
    for (const n of times(280).keys())
      expect(await admitMatchReport(`198.51.100.${n}`, null)).toEqual({ admitted: true });
    expect(await admitMatchReport('192.0.2.1', null)).toMatchObject({ admitted: false });
    expect(await admitMatchReport('192.0.2.1', EDITOR.id)).toEqual({ admitted: true });
  });
});
