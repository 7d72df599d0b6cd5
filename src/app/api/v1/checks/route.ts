import { listRules } from '@/features/checks/data';
import { jsonRoute, requireParameters } from '@/http/route';
import { publicUrl } from '@/lib/env';
import { NoParameters } from '../operations';

export const GET = jsonRoute(async (request) => {
  requireParameters(request, NoParameters);
  return { data: listRules(publicUrl()), page: { next: null } };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
