import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { readEnv } from './env';

export type Mail = { to: string; subject: string; text: string };

const holder = globalThis as unknown as { plumblineSmtp?: ReturnType<typeof createTransport> };

/**
 * Sends a mail through SMTP_URL. Without one it is put into the data directory, readable for us alone, and the console
 * says where: never what it says, because it may hold a link that opens an account.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM = 'Plumbline <plumbline@localhost>', DATA_DIR } = readEnv();
  if (SMTP_URL !== undefined) {
    holder.plumblineSmtp ??= createTransport(SMTP_URL);
    await holder.plumblineSmtp.sendMail({ from: MAIL_FROM, ...mail });
    return;
  }
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const { message } = await writer.sendMail({ from: MAIL_FROM, ...mail });
  const folder = join(DATA_DIR, 'mail');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(
    folder,
    `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${crypto.randomUUID().slice(0, 8)}.eml`,
  );
  await writeFile(file, message, { mode: 0o600 });
  console.log(`A mail was written to ${file}: no SMTP_URL is set, so it was not sent.`);
}

/** The same where nobody waits for it: what goes wrong is logged, without the mail. */
export async function trySendMail(mail: Mail): Promise<void> {
  await sendMail(mail).catch((error: Error) => console.error(`a mail could not be sent: ${error.message}`));
}
