import { VERIFIED_BYTES_MAX, verifySent } from '@/app/verified-file';
import { refuseBody } from '@/http/json-body';
import { ApiProblem } from '@/http/problem';
import { jsonRoute, methodsBut, requireParameters } from '@/http/route';
import { NoParameters } from '../operations';

/** A file that is not genuine is an answer, and no error. */
export const POST = jsonRoute(
  async (request) => {
    requireParameters(request, NoParameters);
    if (!/^multipart\/form-data\s*;/i.test(request.headers.get('Content-Type') ?? ''))
      throw new ApiProblem('unsupported-media-type', 'This address takes multipart/form-data, with the file in it.');
    const sent = await verifySent(request);
    if (sent.ok) return { data: sent.verdict };
    if (sent.problem === 'too-large')
      throw new ApiProblem('too-large', `A file has at most ${VERIFIED_BYTES_MAX / 1024 / 1024} MB.`);
    return refuseBody([
      sent.problem === 'unreadable'
        ? { path: '', message: 'must be a form with a file' }
        : { path: 'file', message: sent.problem === 'empty-file' ? 'must not be empty' : 'must be a file' },
    ]);
  },
  { 'Cache-Control': 'no-store' },
);

const refused = methodsBut('POST');
export { refused as DELETE, refused as GET, refused as PATCH, refused as PUT };
export { OPTIONS } from '@/http/route';
