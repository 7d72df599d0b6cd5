import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { readEnv } from './env';

export type Mail = { to: string; subject: string; text: string };

/** How long a mail server may keep us waiting, in milliseconds, before it counts as not there. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/**
 * Sends a mail through SMTP_URL. Without one it is put into the data directory, readable for us alone, and the console
 * says where: never what it says, because it may hold a link that opens an account.
 *
 * @throws Error in words for whoever runs the site, without the mail and without the settings
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM = 'Plumbline <plumbline@localhost>', DATA_DIR } = readEnv();
  if (SMTP_URL === undefined) return keepMail({ from: MAIL_FROM, ...mail }, join(DATA_DIR, 'mail'));
  const transport = createTransport({ url: SMTP_URL, ...PATIENCE });
  await transport.sendMail({ from: MAIL_FROM, ...mail }).catch((error: { code?: string }) => {
    // What the server answered is left out: it may hold the address, or whatever the server likes to say.
    throw new Error(REASONS[error.code ?? ''] ?? `the mail server did not take the mail (${error.code})`);
  });
}

const SETTINGS = 'see SMTP_URL';
const REASONS: Readonly<Record<string, string>> = {
  EAUTH: `the mail server does not take this user name and password: ${SETTINGS}`,
  ENOAUTH: `the mail server wants a user name and a password: ${SETTINGS}`,
  ECONNECTION: `the mail server cannot be reached, or hung up: ${SETTINGS}`,
  ESOCKET: `the mail server cannot be reached, or its certificate is not good: ${SETTINGS}`,
  ETIMEDOUT: `the mail server does not answer: ${SETTINGS}`,
  EDNS: `nobody knows the name of the mail server: ${SETTINGS}`,
  ETLS: `the mail server does not speak TLS as it should: ${SETTINGS} (smtp:// or smtps://)`,
  EPROTOCOL: `what answers there is no mail server: ${SETTINGS}`,
  EENVELOPE: 'the mail server takes no mail from this sender or for this recipient: see MAIL_FROM',
};

async function keepMail(mail: Mail & { from: string }, folder: string): Promise<void> {
  const { message } = await createTransport({ streamTransport: true, buffer: true, newline: 'unix' }).sendMail(mail);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${crypto.randomUUID().slice(0, 8)}.eml`;
  const file = join(folder, name);
  await writeFile(file, message, { mode: 0o600 });
  console.log(`A mail was written to ${file}: no SMTP_URL is set, so it was not sent.`);
}

/** The same where nobody waits for it: what goes wrong is logged, without the mail. */
export async function trySendMail(mail: Mail): Promise<void> {
  await sendMail(mail).catch((error: Error) => console.error(`A mail could not be sent: ${error.message}`));
}
