import { z } from 'zod';
import { type Actor, may, PERMISSIONS, type Permission, Role, Scope } from '../../domain/permission';
import type { FormState } from '../../lib/form-state';

export type LinkKind = 'set-up' | 'invitation' | 'password-reset' | 'email-check';

const LENGTH_MAX = { name: 100, email: 254, password: 200, affiliation: 100 };

/** An e-mail address, in lower case. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(LENGTH_MAX.email, 'is too long')
  .pipe(z.email('must be an e-mail address, such as ada@example.org'));

/** A name as people are called: on one line. */
export const PersonName = z
  .string()
  .trim()
  .min(1, 'must be there')
  .max(LENGTH_MAX.name, `must have at most ${LENGTH_MAX.name} characters`)
  .regex(/^[^\p{Cc}<>]*$/u, 'must be one line without < and >');

/** Organisations by their usual short name. */
export const Affiliations = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(LENGTH_MAX.affiliation)
      .regex(/^[^\p{Cc}<>]*$/u),
  )
  .max(20, 'must be at most twenty');

/** A new account, whoever it is made for. */
export const NewPerson = z.strictObject({
  name: PersonName,
  email: Email,
  roles: z.array(Role),
  affiliations: Affiliations,
});
export type NewPerson = z.infer<typeof NewPerson>;

export const SignInForm = z.strictObject({
  email: Email,
  password: z.string().min(1, 'must be there').max(LENGTH_MAX.password, 'is too long'),
  next: z.string().optional(),
});

const Password = z.string().min(1, 'must be there').max(LENGTH_MAX.password, 'is too long');

/** A password that somebody chooses; what it must be like is said by src/lib/password-rules.ts. */
export const NewPassword = Password;

export const ChangePasswordForm = z.strictObject({ current: Password, password: NewPassword });

export const PasswordForm = z.strictObject({ password: Password });

export const ResetForm = z.strictObject({ email: Email });

export const NewPasswordForm = z.strictObject({ token: z.string().max(200), password: NewPassword });

/** Six digits out of an app, however they are grouped, or a recovery code. */
export const CodeForm = z.strictObject({
  code: z
    .string()
    .max(40, 'is too long')
    .transform((code) => code.replaceAll(/\s/g, ''))
    .pipe(z.string().min(1, 'must be there')),
  kind: z.enum(['app', 'recovery']).default('app'),
  next: z.string().optional(),
});

export const NewKey = z.strictObject({
  name: PersonName,
  scopes: z.array(Scope, 'are not scopes that there are').min(1, 'must be at least one'),
  days: z.coerce
    .number('must be a number of days')
    .int('must be a whole number')
    .min(1)
    .max(366, 'must be a year at most'),
});
export type NewKey = z.infer<typeof NewKey>;

/** What the form that sets the second factor up remembers between its two steps. What it shows is shown once. */
export type TwoFactorState =
  | { step: 'password'; form: FormState | null }
  | { step: 'code'; uri: string; recoveryCodes: readonly string[]; form: FormState | null };

export type RecoveryState = { codes: readonly string[] | null; form: FormState | null };

/** `key`: made just now, and never to be seen again. */
export type KeyState = { key: string | null; form: FormState | null };

/** What has just been done, by the word in the address that the form led to. */
export const DONE: Readonly<Record<string, string>> = {
  password: 'The password was changed. All other sessions were ended, and all keys for scripts were revoked.',
  'two-factor-on': 'The second factor is on: from now on, signing in asks for a code.',
  'two-factor-off': 'The second factor is off.',
  session: 'The session was ended.',
  key: 'The key was revoked.',
};

/** Who comes with a key, as the API says it. */
export const MeDto = z
  .object({
    id: z.string().describe('Of the account whose key this is.'),
    name: z.string(),
    roles: z.array(Role),
    affiliations: z.array(z.string()).describe('Organisations they work for.'),
    key: z.object({
      name: z.string().describe('What the key was made for.'),
      scopes: z.array(Scope).describe('What it may do, as far as the roles allow it.'),
      expiresAt: z.iso.datetime(),
    }),
    may: z.array(z.string()).describe('What comes of both: the permissions that this key has now.'),
  })
  .meta({ id: 'Me' });

export function toMe(actor: Actor, key: { name: string; scopes: Scope[]; expiresAt: Date }): z.infer<typeof MeDto> {
  const { id, name, roles, affiliations } = actor;
  const permissions = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => may(actor, permission));
  return {
    id,
    name,
    roles: [...roles],
    affiliations: [...affiliations],
    key: { name: key.name, scopes: key.scopes, expiresAt: key.expiresAt.toISOString() },
    may: permissions,
  };
}
