import { getClaim } from '@/features/claims/data';
import { jsonRoute, requireParameters } from '@/http/route';
import { missingRecord } from '../../../../missing-file';
import { NoParameters } from '../../operations';

export const GET = jsonRoute(async (request, { id = '' }) => {
  requireParameters(request, NoParameters);
  const data = await getClaim(id);
  if (data === null) return missingRecord(request, id, 'No claim has this id. Search with /api/v1/claims?q=…');
  return { data };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
