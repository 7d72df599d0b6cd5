import { z } from 'zod';
import { Role } from '../../domain/permission';
import type { FormState } from '../../lib/form-state';
import { Affiliations, Email, NewPassword, PersonName } from '../accounts/schema';

/** Organisations out of a field: one a line. */
const AffiliationLines = z
  .string()
  .max(3000, 'is too long')
  .transform((text) => [
    ...new Set(
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ])
  .pipe(Affiliations);

const Roles = z
  .array(Role, 'are not roles that there are')
  .min(1, 'must be at least one')
  .transform((roles) => [...new Set(roles)].sort());

export const PersonChange = z.strictObject({ roles: Roles, affiliations: AffiliationLines });
export type PersonChange = z.infer<typeof PersonChange>;

export const Invitation = z.strictObject({ email: Email, roles: Roles, affiliations: AffiliationLines });
export type Invitation = z.infer<typeof Invitation>;

const Token = z.string().regex(/^[\w-]{20,100}$/);

/** Strict: a form that also says which roles it wants is refused, not read in part. */
export const SetUpForm = z.strictObject({
  token: Token,
  name: PersonName,
  email: Email,
  password: NewPassword,
  alsoSeniorEditor: z.literal('yes').optional(),
});

export const JoinForm = z.strictObject({
  token: Token,
  name: PersonName,
  password: NewPassword.or(z.literal('')).optional(),
});

/** Whoever asks has no say in what the account will be: name and password are chosen by whoever opens the mail. */
export const SignUpForm = z.strictObject({ email: Email });

export const FinishSignUpForm = z.strictObject({ token: Token, name: PersonName, password: NewPassword });

/** `sent`: who was invited just now, with the link, which nobody sees again. */
export type InvitationState = { sent: { email: string; link: string } | null; form: FormState | null };

/** What has just been done, by the word in the address that the form led to. */
export const DONE: Readonly<Record<string, string>> = {
  changed: 'What the person may do was changed.',
  closed: 'The account is closed, and every session of it has ended.',
  reopened: 'The account is open again.',
  'two-factor': 'The second factor was taken away, and the person was told by mail.',
  revoked: 'The invitation was taken back.',
};
