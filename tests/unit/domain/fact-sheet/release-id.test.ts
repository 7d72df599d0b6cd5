import { expect, test } from 'vitest';
import { readReleaseId, readSha256 } from '@/domain/fact-sheet/release-id';

test.each([
  ['R7KQ2M9XD', 'R7KQ2M9XD'],
  ['  r7kq2m9xd ', 'R7KQ2M9XD'],
  ['R7KQ 2M9X D', 'R7KQ2M9XD'],
  ['R7KQ-2M9XD', 'R7KQ2M9XD'],
  ['ROKQILMOO', 'R0KQ11M00'],
  ['https://plumbline.example/verify/R7KQ2M9XD', 'R7KQ2M9XD'],
  ['plumbline.example/fact-sheets/r7kq2m9xd?x=1', 'R7KQ2M9XD'],
  ['R7KQ2M9X', null],
  ['R7KQ2M9XDD', null],
  ['R7KQ2M9XU', null],
  ['C12', null],
  ['', null],
])('%j as an id of a release is %j', (typed, id) => expect(readReleaseId(typed)).toBe(id));

const HASH = '0123456789abcdef'.repeat(4);

test.each([
  [HASH, HASH],
  [HASH.toUpperCase(), HASH],
  [`${HASH}  R7KQ2M9XD.json`, HASH],
  [`SHA256 (a.json) = ${HASH}`, HASH],
  [HASH.slice(1), null],
  [`${HASH}0`, null],
  ['', null],
])('%j as a hash is %j', (typed, hash) => expect(readSha256(typed)).toBe(hash));
