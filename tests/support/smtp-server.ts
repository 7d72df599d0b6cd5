import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { type ReadMail, readMail } from './mail';

/** A mail that arrived, with the addresses that the sender gave to the server. */
export type Arrived = ReadMail & { envelope: { from: string; to: string[] } };

export type SmtpServer = {
  /** For SMTP_URL, with a user name and a password that the server takes. */
  url: string;
  port: number;
  arrived: Arrived[];
  stop(): Promise<void>;
};

const USER = 'plumbline';
/** With letters that an address has to write otherwise. */
const PASSWORD = 'p@ss/w:rd';

/**
 * A small mail server on this machine (RFC 5321, with AUTH PLAIN by RFC 4954). It takes mail only from who knows the
 * password, and none for `refused@…`, and says what it thinks as servers do: with the address in it.
 */
export async function startSmtpServer(): Promise<SmtpServer> {
  const arrived: Arrived[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    converse(socket, (mail) => arrived.push(mail));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    port,
    arrived,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function converse(socket: Socket, take: (mail: Arrived) => void): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let [known, envelope, waiting] = [false, { from: '', to: [] as string[] }, ''];
  let data: string | null = null;
  const answer = (line: string) => {
    const [verb = '', rest = ''] = [line.slice(0, 4).toUpperCase(), line.slice(4).trim()];
    const address = /<([^>]*)>/.exec(rest)?.[1] ?? '';
    if (verb === 'EHLO') return say('250-a test\r\n250 AUTH PLAIN');
    if (verb === 'AUTH') {
      known = Buffer.from(rest.split(' ')[1] ?? '', 'base64').toString() === `\0${USER}\0${PASSWORD}`;
      return say(known ? '235 welcome' : `535 5.7.8 no such user: ${rest}`);
    }
    if (verb === 'QUIT') return socket.end('221 bye\r\n');
    if (!known) return say('530 5.7.0 who are you?');
    if (verb === 'MAIL') envelope = { from: address, to: [] };
    else if (verb === 'RCPT' && address.startsWith('refused@')) return say(`550 5.1.1 nobody has ${address}`);
    else if (verb === 'RCPT') envelope.to.push(address);
    else if (verb === 'DATA') {
      data = '';
      return say('354 go on');
    } else return say('502 what?');
    say('250 ok');
  };
  say('220 a test');
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    const lines = (waiting + chunk.toString('utf8')).split('\r\n');
    waiting = lines.pop() ?? '';
    for (const line of lines) {
      if (data === null) answer(line);
      else if (line !== '.') data += `${line.replace(/^\./, '')}\r\n`;
      else {
        take({ ...readMail(data), envelope });
        data = null;
        say('250 taken');
      }
    }
  });
}
