import { z } from 'zod';

/** Every setting the product reads. `.env.example` documents the same names. */
const Env = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }).optional(),
  DATABASE_ADMIN_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }).optional(),
  DATABASE_POOL_MAX: z.coerce.number({ error: 'must be a whole number' }).int().min(1).max(200).default(10),
  PORT: z.coerce
    .number({ error: 'must be a whole number from 1 to 65535' })
    .int()
    .min(1, 'must be a whole number from 1 to 65535')
    .max(65535, 'must be a whole number from 1 to 65535')
    .default(3000),
  // Not HOST or HOSTNAME: shells and containers set those to the machine's name.
  LISTEN_ADDRESS: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address of this machine, such as 127.0.0.1')
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
  LINK_DENY_HOSTS: z
    .string()
    .refine((text) => hostsOf(text).every((host) => /^(\*|(\*\.)?[\p{L}\d._:[\]-]+)$/u.test(host)), {
      error: 'must be hosts with commas between, such as a.example, *.b.example',
    })
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z
    .string()
    .max(200)
    .regex(/^[^\r\n]*@[^\r\n]*$/, 'must be an e-mail address')
    .optional(),
  ALLOW_SIGN_UP: z.enum(['true', 'false'], 'must be true or false').default('false'),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60).default('single sign-on'),
  TRUSTED_PROXIES: z
    .string()
    .regex(
      /^[\da-fA-F.:/]+(\s*,\s*[\da-fA-F.:/]+)*$/,
      'must be addresses or ranges with commas between, such as 10.0.0.0/8',
    )
    .optional(),
  CONTACT_EMAIL: z.email('must be an e-mail address').optional(),
  BETTER_AUTH_SECRET: z.string().min(32, 'must have at least 32 characters, made by chance').optional(),
});
export type Env = z.infer<typeof Env>;

/** A setting that cannot be used; the message names each one and what it should be. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/** Reads the settings. An empty value counts as not set. @throws {EnvError} naming every bad one. */
export function readEnv(from: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Env.safeParse(given);
  if (parsed.success) return parsed.data;
  // The value itself is not printed: an address holds a password.
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new EnvError(`These settings cannot be used (see .env.example):\n${lines.join('\n')}`);
}

let address: string | undefined;

/** Whether anybody may make an account for themselves. */
export function allowsSignUp(): boolean {
  return readEnv().ALLOW_SIGN_UP === 'true';
}

/** The address the product is reached at, without a slash at the end. Read once: every claim of a list asks for it. */
export function publicUrl(): string {
  address ??= addressOf(readEnv());
  return address;
}

function addressOf(env: Env): string {
  return (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');
}

/** Hosts that are never asked, beside the bundled ones (lib/denied-hosts.json). */
export function deniedHosts(): readonly string[] {
  return hostsOf(readEnv().LINK_DENY_HOSTS ?? '');
}

function hostsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((host) => host !== '');
}
