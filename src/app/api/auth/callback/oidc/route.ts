import { finishSignOn } from '@/auth/sign-on';
export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
} from '@/http/route';

export const dynamic = 'force-dynamic';

/** Where the identity provider sends people back to. Of better-auth's own addresses, this is the only one there is. */
export async function GET(request: Request): Promise<Response> {
  return finishSignOn(request);
}
