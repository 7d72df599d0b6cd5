/**
 * Length of a password in characters. At least twelve, and room for a sentence; no rules on its composition, which only
 * make people write Password1! (NIST SP 800-63B, 3.1.1.2).
 */
export const PASSWORD_LENGTH_MIN = 12;
export const PASSWORD_LENGTH_MAX = 128;

const COMMON = ['password', 'passwort', 'plumbline', 'letmein', 'welcome', 'qwerty', 'abc', '123'];

/** Why a password cannot be used, as the end of a sentence that begins with "The password"; null when it can. */
export function passwordFault(password: string, person: { name: string; email: string }): string | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH_MIN) return `must have at least ${PASSWORD_LENGTH_MIN} characters`;
  if (length > PASSWORD_LENGTH_MAX) return `must have at most ${PASSWORD_LENGTH_MAX} characters`;
  const bare = bareText(password);
  const [mailbox = ''] = person.email.split('@');
  const own = [person.email, person.name, mailbox].map(bareText).filter((word) => word.length >= 3);
  if (own.some((word) => madeOf(bare, word))) return 'must not be your name or your e-mail address';
  if (new Set(bare).size < 4) return 'must not be the same few letters over and over';
  if (COMMON.some((word) => madeOf(bare, word))) return 'is one that is guessed first';
  return null;
}

/** Letters and digits alone, in lower case. */
function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a text is this word again and again, with at most a number behind it. */
function madeOf(text: string, word: string): boolean {
  const rest = text.replaceAll(word, '');
  return rest !== text && /^\p{N}{0,6}$/u.test(rest);
}
