import { getClaimChecks } from '@/features/checks/data';
import { jsonRoute, requireParameters } from '@/http/route';
import { today } from '@/lib/today';
import { missingRecord } from '../../../../../missing-file';
import { NoParameters } from '../../../operations';

export const GET = jsonRoute(async (request, { id = '' }) => {
  requireParameters(request, NoParameters);
  const checks = await getClaimChecks(id, today());
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
