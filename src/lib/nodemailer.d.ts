declare module 'nodemailer' {
  type Mail = { from: string; to: string; subject: string; text: string };
  type Sent = { message: Buffer };
  export function createTransport(options: string | { streamTransport: true; buffer: true; newline: 'unix' }): {
    sendMail(mail: Mail): Promise<Sent>;
    close(): void;
  };
}
