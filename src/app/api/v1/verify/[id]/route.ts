import { readReleaseId, readSha256 } from '@/domain/fact-sheet/release-id';
import { verifyHash, verifyId } from '@/features/releases/verify-data';
import { ApiProblem } from '@/http/problem';
import { jsonRoute, requireParameters } from '@/http/route';
import { NoParameters } from '../../operations';

export const GET = jsonRoute(async (request, { id: asked = '' }) => {
  requireParameters(request, NoParameters);
  const [sha256, id] = [readSha256(asked), readReleaseId(asked)];
  if (sha256 === null && id === null) {
    const errors = [{ field: 'id', message: 'must be the id of a release, or a SHA-256 in hexadecimal digits' }];
    throw new ApiProblem('invalid-parameters', 'These parameters cannot be used: id.', errors);
  }
  const verdict = sha256 === null ? await verifyId(id ?? '') : await verifyHash(sha256);
  if (verdict === null)
    throw new ApiProblem(
      'not-found',
      sha256 === null ? 'No release has this id.' : 'No file released here has this hash.',
    );
  return { data: verdict };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
