import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHAIN_START, eventText, NO_HASH, nextLink, type SealedEvent } from '../../../../src/domain/history/chain';

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const EVENT: SealedEvent = {
  position: 1,
  at: '1795629600123000',
  actor: 'Zoë',
  actorId: null,
  action: 'changed',
  subject: 'C12',
  summary: 'Changed.',
  reason: 'Line one\nreason=3:two',
  before: '{"a": 1}',
  after: null,
  prevHash: NO_HASH,
  hash: '',
};

test('the text that is hashed is the one that the guide gives', () => {
  expect(eventText(EVENT, digest)).toBe(
    [
      'plumbline event v1',
      'position=1:1',
      'at=16:1795629600123000',
      'actor=4:Zoë',
      'actor_id_sha256=-',
      'action=7:changed',
      'subject=3:C12',
      'summary=8:Changed.',
      'reason=21:Line one\nreason=3:two',
      `before_sha256=64:${digest('{"a": 1}')}`,
      'after_sha256=-',
      `prev_hash=64:${NO_HASH}`,
      '',
    ].join('\n'),
  );
});

test('two events have one text only when they are the same', () => {
  const text = fc.string({ maxLength: 12 });
  const event = fc.record({ actor: text, action: text, subject: text, summary: text, reason: fc.option(text) });
  fc.assert(
    fc.property(event, event, (one, other) => {
      const same = eventText({ ...EVENT, ...one }, digest) === eventText({ ...EVENT, ...other }, digest);
      expect(same).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

test('a link holds only against the one before it', () => {
  const hash = digest(eventText(EVENT, digest));
  const first = { ...EVENT, hash };
  expect(nextLink(CHAIN_START, first, digest)).toEqual({ position: 1, hash });
  expect(nextLink({ position: 1, hash }, first, digest)).toMatchObject({ problem: 'stands in the history twice' });
  expect(nextLink(CHAIN_START, { ...first, position: 2 }, digest)).toEqual({ position: 1, problem: 'is missing' });
  expect(nextLink(CHAIN_START, { ...first, position: 4 }, digest)).toEqual({
    position: 1,
    problem: 'is missing, and all up to no. 3',
  });
  expect(nextLink(CHAIN_START, { ...first, prevHash: hash }, digest)).toMatchObject({ position: 1 });
  expect(nextLink(CHAIN_START, { ...first, summary: 'Other.' }, digest)).toMatchObject({ position: 1 });
});
