import { getRelease } from '@/features/fact-sheets/release-data';
import { ApiProblem } from '@/http/problem';
import { feedRoute, requireParameters } from '@/http/route';
import { NoParameters } from '../../operations';

/** The document character for character: its SHA-256 is the release's. */
export const GET = feedRoute(async (request, { id = '' }) => {
  requireParameters(request, NoParameters);
  const release = await getRelease(id);
  if (release === null) throw new ApiProblem('not-found', 'No release has this id.');
  return { body: release.canonical, contentType: 'application/json; charset=utf-8' };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
