import { getSeries } from '@/features/series/data';
import { ApiProblem } from '@/http/problem';
import { jsonRoute, requireParameters } from '@/http/route';
import { NoParameters } from '../../operations';

export const GET = jsonRoute(async (request, { id = '' }) => {
  requireParameters(request, NoParameters);
  const data = await getSeries(id);
  if (data === null) throw new ApiProblem('not-found', 'No series has this key. See all with /api/v1/series');
  return { data };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
