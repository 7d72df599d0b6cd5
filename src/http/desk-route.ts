import { currentActor } from '../auth/session';
import { type Actor, may, type Permission } from '../domain/permission';
import { isOwnRequest } from '../lib/own-request';

type Params = Record<string, string>;
type Context = { params?: Promise<Record<string, string | string[] | undefined>> };

const NEVER_KEPT = { 'Cache-Control': 'private, no-store' };

/**
 * A route of the desk that is no page: a file to keep, or a form that sends one. It asks where the request comes from and
 * who sent it before anything of it is read.
 */
export function deskRoute(
  permission: Permission,
  handler: (request: Request, actor: Actor, params: Params) => Promise<Response>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads && !isOwnRequest(request.headers))
      return new Response('This was not sent by a page of this site.\n', { status: 403 });
    const actor = await currentActor();
    if (actor === null) return seeOther(`/sign-in?next=${encodeURIComponent('/desk')}`);
    if (!may(actor, permission)) return seeOther(`/desk/denied?permission=${permission}`);
    const params = Object.entries((await context.params) ?? {}).map(([name, value]) => [
      name,
      [value].flat().join('/'),
    ]);
    return handler(request, actor, Object.fromEntries(params));
  };
}

/** Leads a browser on with GET. The address is of this site, and stays right behind a proxy because it has no host. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, ...NEVER_KEPT } });
}

/** A CSV to keep, for nobody else's eyes. */
export function csvResponse(body: string, fileName: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      ...NEVER_KEPT,
    },
  });
}
