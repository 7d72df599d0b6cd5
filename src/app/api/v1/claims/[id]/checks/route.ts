import { getClaimChecks } from '@/features/checks/data';
import { jsonRoute, requireParameters } from '@/http/route';
import { missingRecord } from '../../../../../missing-file';
import { NoParameters } from '../../../operations';

export const GET = jsonRoute(async (request, { id = '' }) => {
  requireParameters(request, NoParameters);
  const checks = await getClaimChecks(id, new Date().toISOString().slice(0, 10));
  if (checks === null) return missingRecord(request, id, 'No claim has this id. Search with /api/v1/claims?q=…');
  return { data: checks };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
