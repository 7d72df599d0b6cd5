import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { invitationMail, resetMail } from '../../../src/formats/mails';
import { readEnv } from '../../../src/lib/env';
import { sendMail, trySendMail } from '../../../src/lib/mail';
import { takeConsoleErrors } from '../../support/console';
import { linkOf, mailsIn } from '../../support/mail';
import { type SmtpServer, startSmtpServer } from '../../support/smtp-server';

// Mails on both their roads: into the data directory, and to a mail server that listens on this machine.

const LINK = `https://plumbline.example.org/join?token=${'Xy_-9'.repeat(8)}Xyz`;
const MAIL = {
  to: 'edda@example.org',
  ...invitationMail({ by: 'Zoë Ünlü-Østergård', roles: ['editor', 'admin'], link: LINK }),
};

let folder: string;
let printed: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-mail-'));
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('SMTP_URL', '');
  vi.stubEnv('MAIL_FROM', 'Plumbline <desk@plumbline.example.org>');
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => void printed.push(String(line)));
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

describe('without a mail server', () => {
  test('a mail becomes a file that a mail program reads, with its link whole', async () => {
    await sendMail(MAIL);
    const mails = await mailsIn(folder);
    expect(mails).toMatchObject([
      {
        from: 'Plumbline <desk@plumbline.example.org>',
        to: 'edda@example.org',
        subject: 'Zoë Ünlü-Østergård invites you to Plumbline',
        type: 'text/plain; charset=utf-8',
        text: MAIL.text,
      },
    ]);
    expect(mails.map((mail) => linkOf(mail).href)).toEqual([LINK]);
  });

  test('an invitation names each role with what it does, and promises no more', () => {
    expect(MAIL.text).toContain('invites you to Plumbline as an editor and an administrator.');
    expect(MAIL.text).toContain('- editor: drafts, appraises and imports evidence');
    expect(MAIL.text).toContain('- administrator: invites people and changes what they may do');
    const { text } = invitationMail({ by: 'Zoë', roles: ['advocate'], link: LINK });
    expect(text).toContain('as an advocate.');
    expect(text).toContain('- advocate: makes and releases fact sheets');
    expect(text).not.toMatch(/work on the evidence/);
  });

  test('the console names the file, and says nothing of what stands in it', async () => {
    await sendMail(MAIL);
    const [mail] = await mailsIn(folder);
    expect(printed).toEqual([`A mail was written to ${mail?.file}: no SMTP_URL is set, so it was not sent.`]);
  });

  test('nobody else on the machine reads it', async () => {
    await sendMail(MAIL);
    expect((await mailsIn(folder)).map(({ mode }) => mode)).toEqual([0o600]);
    expect((await stat(join(folder, 'mail'))).mode & 0o777).toBe(0o700);
  });

  test('each mail has a file of its own, also two of one moment', async () => {
    await Promise.all([sendMail(MAIL), sendMail({ ...MAIL, to: 'ada@example.org' })]);
    expect((await mailsIn(folder)).map(({ to }) => to).sort()).toEqual(['ada@example.org', 'edda@example.org']);
  });

  test('no name can add a header or a recipient', async () => {
    const by = 'Mallory\r\nBcc: everybody@example.org';
    await sendMail({ to: 'edda@example.org', ...invitationMail({ by, roles: ['editor'], link: LINK }) });
    const [mail] = await mailsIn(folder);
    expect(mail).toMatchObject({
      to: 'edda@example.org',
      subject: `${by.replace('\r\n', ' ')} invites you to Plumbline`,
    });
  });
});

describe('with a mail server', () => {
  let server: SmtpServer;
  beforeEach(async () => {
    server = await startSmtpServer();
    vi.stubEnv('SMTP_URL', server.url);
  });
  afterEach(() => server.stop());

  test('a mail arrives there, with its link whole, and no file is left', async () => {
    await sendMail(MAIL);
    expect(server.arrived).toEqual([
      {
        from: 'Plumbline <desk@plumbline.example.org>',
        to: 'edda@example.org',
        subject: 'Zoë Ünlü-Østergård invites you to Plumbline',
        type: 'text/plain; charset=utf-8',
        text: expect.any(String),
        envelope: { from: 'desk@plumbline.example.org', to: ['edda@example.org'] },
      },
    ]);
    expect(server.arrived.map(({ text }) => text.trimEnd())).toEqual([MAIL.text.trimEnd()]);
    expect(server.arrived.map((mail) => linkOf(mail).href)).toEqual([LINK]);
    expect(await mailsIn(folder)).toEqual([]);
    expect(printed).toEqual([]);
  });

  const SECRETS = ['p@ss', 'p%40ss', 'wrong-pass', 'edda@', 'refused@', LINK, 'plumbline:'];

  test.each([
    ['a wrong password', () => `smtp://plumbline:wrong-pass@127.0.0.1:${server.port}`, 'does not take this user name'],
    ['no password', () => `smtp://127.0.0.1:${server.port}`, 'takes no mail from this sender'],
    ['the wrong kind of connection', () => server.url.replace('smtp:', 'smtps:'), 'cannot be reached'],
  ])('%s is said in words, and nothing of the mail or the settings with it', async (_what, url, words) => {
    vi.stubEnv('SMTP_URL', url());
    await expect(sendMail(MAIL)).rejects.toThrow(words);
    await trySendMail(MAIL);
    const said = takeConsoleErrors();
    expect(said).toEqual([expect.stringMatching(/^A mail could not be sent: the mail server /)]);
    for (const secret of SECRETS) expect(said.join()).not.toContain(secret);
    expect(server.arrived).toEqual([]);
    expect(await mailsIn(folder)).toEqual([]);
  });

  test('a recipient whom it refuses is not named', async () => {
    await trySendMail({ to: 'refused@example.org', ...resetMail({ name: 'Edda', link: LINK }) });
    expect(takeConsoleErrors()).toEqual([
      'A mail could not be sent: the mail server takes no mail from this sender or for this recipient: see MAIL_FROM',
    ]);
  });

  test('a server that is away, or is none, is said so', async () => {
    await server.stop();
    await expect(sendMail(MAIL)).rejects.toThrow('cannot be reached');
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${(other.address() as AddressInfo).port}`);
    await expect(sendMail(MAIL)).rejects.toThrow('no mail server');
    await new Promise((done) => other.close(done));
  });
});

test.each([
  ['SMTP_URL', 'https://user:secret-word@mail.example.org'],
  ['SMTP_URL', 'mail.example.org:secret-word'],
  ['MAIL_FROM', 'secret-word'],
  ['MAIL_FROM', 'Desk <desk@example.org>\r\nBcc: secret-word@example.org'],
])('a setting that cannot be used (%s) stops the start, and is named without its value', (name, value) => {
  expect(() => readEnv({ [name]: value })).toThrow(name);
  expect(() => readEnv({ [name]: value })).not.toThrow('secret-word');
});
