import { readReleaseId, readSha256 } from '@/domain/fact-sheet/release-id';
import { releaseExists } from '@/features/releases/verify-data';
import { seeOther } from '@/http/desk-route';
import { isDatabaseAway } from '@/lib/database-error';

export const dynamic = 'force-dynamic';

/** Leads from what somebody typed to the page about it. */
export async function GET(request: Request): Promise<Response> {
  const typed = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 400);
  if (typed === '') return seeOther('/verify?problem=nothing-typed');
  const [sha256, id] = [readSha256(typed), readReleaseId(typed)];
  if (sha256 !== null) return seeOther(`/verify?hash=${sha256}`);
  const back = (problem: string) => seeOther(`/verify?${new URLSearchParams({ problem, q: typed })}`);
  if (id === null) return back('no-id');
  try {
    return (await releaseExists(id)) ? seeOther(`/verify/${id}`) : back('unknown-id');
  } catch (error) {
    // The page says so better.
    if (isDatabaseAway(error)) return seeOther(`/verify/${id}`);
    throw error;
  }
}
