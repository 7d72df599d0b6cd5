import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PASSWORD_LENGTH_MIN, passwordFault } from '../../../src/lib/password-rules';

const ada = { name: 'Ada Lovelace', email: 'ada.lovelace@example.org' };

describe('a password is refused', () => {
  test.each([
    ['too short', 'short words', /at least 12/],
    ['endless', 'long '.repeat(40), /at most 128/],
    ['the e-mail address', 'ada.lovelace@example.org', /name or your e-mail/],
    ['the e-mail address with a year behind it', 'Ada.Lovelace@example.org2026', /name or your e-mail/],
    ['the name twice', 'Ada Lovelace Ada Lovelace', /name or your e-mail/],
    ['the name dressed up', 'A-d-a L-o-v-e-l-a-c-e!', /name or your e-mail/],
    ['one letter', 'aaaaaaaaaaaaaaaa', /same few letters/],
    ['what everybody takes', 'password1234', /guessed first/],
    ['what everybody takes, twice', 'PasswordPassword!', /guessed first/],
  ])('that is %s', (_what, password, said) => {
    expect(passwordFault(password, ada)).toMatch(said);
  });
});

test.each([
  'a ladder against the wall',
  'lovelace wrote the first program',
  '玄関の鍵は植木鉢の下です',
  '7 4 1 9 2 8 3 6 5 0 2 1',
])('"%s" is taken: there are no rules on its composition', (password) => {
  expect(passwordFault(password, ada)).toBeNull();
});

test('none is ever taken below the shortest length, whatever it is made of', () => {
  const short = fc
    .string({ unit: 'grapheme', maxLength: PASSWORD_LENGTH_MIN - 1 })
    .filter((text) => [...text].length < PASSWORD_LENGTH_MIN);
  fc.assert(fc.property(short, (password) => passwordFault(password, ada) !== null));
});
