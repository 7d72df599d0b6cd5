import { verifySent } from '@/app/verified-file';
import { seeOther } from '@/http/desk-route';
import { isDatabaseAway } from '@/lib/database-error';

export const dynamic = 'force-dynamic';

/** Takes a file and leads to what is true of it: an address that can be opened again, and passed on. */
export async function POST(request: Request): Promise<Response> {
  const sent = await verifySent(request).catch((error: unknown) => {
    if (isDatabaseAway(error)) return null;
    throw error;
  });
  // The page says of an outage what there is to say.
  if (sent === null) return seeOther('/verify');
  if (!sent.ok) return seeOther(`/verify?problem=${sent.problem}`);
  const { how, sha256, release, named } = sent.verdict;
  const found = new URLSearchParams(
    how === 'content' && release !== null ? { hash: release.sha256, how } : { hash: sha256 ?? '' },
  );
  if (named.length > 0) found.set('named', named.join(','));
  return seeOther(`/verify?${found}`);
}

/** For whoever comes back to the address that the form was sent to. */
export async function GET(): Promise<Response> {
  return seeOther('/verify');
}
