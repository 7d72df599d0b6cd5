import { type IncomingMessage, Server, ServerResponse } from 'node:http';
import { PEER_HEADER } from './client-address';

// What Next 16.4 does wrong at the edge of HTTP, set right where it cannot be configured. Each goes when Next mends it.

/**
 * Next sends the Location of a redirect twice when it also keeps the redirect (vercel/next.js#82117); whoever joins
 * the two is led to an address that does not exist.
 */
export function sendLocationOnce(): void {
  const append = ServerResponse.prototype.appendHeader;
  ServerResponse.prototype.appendHeader = function (name, value) {
    return name.toLowerCase() === 'location' ? this.setHeader(name, value) : append.call(this, name, value);
  };
}

/**
 * Next answers a path that cannot be decoded (`/claims/%ff`) with 500. Taken letter by letter it is an address like
 * any other, at which there is nothing.
 */
export function takeBrokenPathsLiterally(): void {
  const emit = Server.prototype.emit as (this: Server, ...args: unknown[]) => boolean;
  function emitDecodable(this: Server, ...args: unknown[]): boolean {
    if (args[0] === 'request') {
      const request = args[1] as IncomingMessage;
      request.url = decodable(request.url ?? '/');
      // Next passes on only what the request says of itself, and that can say anything (src/lib/client-address.ts).
      request.headers[PEER_HEADER] = request.socket.remoteAddress ?? '';
    }
    return emit.apply(this, args);
  }
  Server.prototype.emit = emitDecodable as typeof Server.prototype.emit;
}

/** The address with every % of its path spelled out, where they do not encode text. */
export function decodable(url: string): string {
  const end = url.includes('?') ? url.indexOf('?') : url.length;
  const path = url.slice(0, end);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return `${path.replaceAll('%', '%25')}${url.slice(end)}`;
  }
}
