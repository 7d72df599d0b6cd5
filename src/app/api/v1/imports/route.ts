import { takeImport } from '../../taken-import';
import { RowParameters } from '@/features/imports/schema';
import { permit } from '@/domain/permission';
import { refuseBody } from '@/http/json-body';
import { ApiProblem } from '@/http/problem';
import { keyedRoute, methodsBut, requireParameters } from '@/http/route';
import { requireImport } from '../import-answers';
import { NoParameters } from '../operations';

/** A small file is read by then, and the answer is its whole preview; a large one is asked for again. */
const WAIT_MS = 5000;

export const POST = keyedRoute(async (request, _params, { actor }) => {
  permit(actor, 'import.run');
  requireParameters(request, NoParameters);
  if (!/^multipart\/form-data\s*;/i.test(request.headers.get('Content-Type') ?? ''))
    throw new ApiProblem('unsupported-media-type', 'This address takes multipart/form-data, with the file in it.');
  const taken = await takeImport(actor, request);
  if (!taken.ok) {
    if (taken.problem === 'too-large') throw new ApiProblem('too-large', 'An import has at most 50 MB: divide it.');
    return refuseBody([
      taken.problem === 'no-file'
        ? { path: 'file', message: 'must be a file, and kind either claims or sources' }
        : { path: '', message: 'must be a form with a file' },
    ]);
  }
  await Promise.race([taken.reading, new Promise((done) => setTimeout(done, WAIT_MS))]);
  return { status: 201, data: await requireImport(actor, String(taken.id), RowParameters.parse({})) };
});

const refused = methodsBut('POST');
export { refused as DELETE, refused as GET, refused as PATCH, refused as PUT };
export { OPTIONS } from '@/http/route';
