import 'server-only';
import { headers } from 'next/headers';
import { isOwnRequest } from '../lib/own-request';

/** A form that another site sent, or something that does not say where it comes from. */
export class ForeignRequest extends Error {
  override name = 'ForeignRequest';
}

/**
 * The first line of every action: an action is a public address, and the browser sends our cookie with whatever a page of
 * somebody else makes it send. Next compares Origin only where there is one.
 *
 * @throws {ForeignRequest} unless the browser says that a page of ours sent this
 */
export async function requireOwnOrigin(): Promise<void> {
  if (!isOwnRequest(await headers())) throw new ForeignRequest('This was not sent by a page of this site.');
}
