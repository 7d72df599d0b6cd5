import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Failure } from './safe-fetch';

// One request to one address that was looked up and checked before. Nothing here decides anything.

/** An address that was checked: the only thing that the request may connect to. */
export type Checked = { address: string; family: 4 | 6 };

export type RequestOptions = {
  method: 'GET' | 'HEAD';
  addresses: readonly Checked[];
  headers: Readonly<Record<string, string>>;
  /** In milliseconds: until a connection stands, until an answer begins, and until all of it is there. */
  limits: { connect: number; answer: number; all: number };
  bytesMax: number;
  signal: AbortSignal | undefined;
};

export type Answer = {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  /** There was more than `bytesMax`. */
  isCut: boolean;
};

/** A failure with its name; what the network said is the message. */
export class RequestFailed extends Error {
  override name = 'RequestFailed';
  constructor(
    readonly failure: Failure,
    message: string,
  ) {
    super(message);
  }
}

/** @throws {RequestFailed} */
export function request(url: URL, options: RequestOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { module, port } = url.protocol === 'https:' ? { module: https, port: 443 } : { module: http, port: 80 };
    const sent = module.request({
      method: options.method,
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? port : Number(url.port),
      path: url.pathname + url.search,
      headers: options.headers,
      lookup: onlyThese(options.addresses),
      // No connection is kept: the next request is looked up and checked anew.
      agent: false,
      rejectUnauthorized: true,
      maxHeaderSize: 32 * 1024,
    });
    const { begun, connected, settle } = withLimits(sent, options);
    const fail = (error: unknown) => {
      settle();
      reject(named(error));
    };
    sent.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', connected);
    });
    sent.on('error', fail);
    sent.on('response', (response) => {
      begun();
      readBody(response, options).then(({ body, isCut }) => {
        settle();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, isCut });
      }, fail);
    });
    if (!options.signal?.aborted) sent.end();
  });
}

/** Ends the request when a phase takes too long, or when whoever asked gives up. */
function withLimits(sent: http.ClientRequest, { limits, signal }: RequestOptions) {
  const timer = (ms: number, said: string) => setTimeout(() => sent.destroy(new RequestFailed('timeout', said)), ms);
  const all = timer(limits.all, 'it took too long');
  const connecting = timer(limits.connect, 'no connection in time');
  const answering = timer(limits.answer, 'no answer in time');
  const stop = () => sent.destroy(new RequestFailed('stopped', 'the check was stopped'));
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  const connected = () => clearTimeout(connecting);
  const begun = () => {
    clearTimeout(connecting);
    clearTimeout(answering);
  };
  const settle = () => {
    begun();
    clearTimeout(all);
    signal?.removeEventListener('abort', stop);
    sent.destroy();
  };
  return { begun, connected, settle };
}

/** A look-up that knows the checked addresses only: a second answer of the name server is never asked for. */
function onlyThese(addresses: readonly Checked[]): LookupFunction {
  return (_host, { all }, callback) => {
    const [first] = addresses;
    if (first === undefined) callback(new Error('no address was checked'), '');
    else if (all) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  };
}

const DECODER = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };

/** Reads until the end or the limit. Counted before and after decompression: a small answer can unfold to a large one. */
function readBody(
  response: http.IncomingMessage,
  { method, bytesMax }: RequestOptions,
): Promise<{ body: Buffer; isCut: boolean }> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').toLowerCase();
  const decoder = encoding in DECODER ? DECODER[encoding as keyof typeof DECODER]() : null;
  if (method === 'HEAD') {
    response.on('error', () => {}); // The connection is closed now; nobody waits for more.
    response.resume();
    return Promise.resolve({ body: Buffer.alloc(0), isCut: false });
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const counts = { sent: 0, read: 0 };
    const finish = (isCut: boolean) => resolve({ body: Buffer.concat(chunks).subarray(0, bytesMax), isCut });
    // Compressed data that never gives anything would otherwise be read for as long as there is time.
    response.on('data', (chunk: Buffer) => {
      counts.sent += chunk.length;
      if (decoder !== null && counts.sent > bytesMax) finish(true);
    });
    const readable: Readable = decoder === null ? response : pipeline(response, decoder, () => {});
    readable.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      counts.read += chunk.length;
      if (counts.read > bytesMax) finish(true);
    });
    readable.on('end', () => finish(false));
    readable.on('error', reject);
    response.on('error', reject);
  });
}

const TLS_CODE = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH|INVALID_CA)/;

function named(error: unknown): RequestFailed {
  if (error instanceof RequestFailed) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (TLS_CODE.test(code)) return new RequestFailed('tls', code);
  if (code === 'ETIMEDOUT') return new RequestFailed('timeout', 'no connection in time');
  return new RequestFailed('connection', code === '' ? message : code);
}
