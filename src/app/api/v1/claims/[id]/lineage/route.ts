import { getLineage } from '@/features/lineage/data';
import { ApiProblem } from '@/http/problem';
import { jsonRoute, requireParameters } from '@/http/route';
import { LineageParameters } from '../../../operations';

export const GET = jsonRoute(async (request, { id = '' }) => {
  requireParameters(request, LineageParameters);
  const data = await getLineage(id);
  if (data === null) throw new ApiProblem('not-found', 'No claim has this id. Search with /api/v1/claims?q=…');
  return { data };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
