import { z } from 'zod';
import { Role } from '../../domain/permission';

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
