import { startSignOn } from '@/auth/sign-on';
import { localPath } from '@/lib/local-path';

export const dynamic = 'force-dynamic';

/** A link and not a form: a form may not lead to another site (form-action in next.config.ts). */
export async function GET(request: Request): Promise<Response> {
  return startSignOn(localPath(new URL(request.url).searchParams.get('next'), '/desk'));
}
