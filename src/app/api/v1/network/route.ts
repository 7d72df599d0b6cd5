import { getNetwork } from '@/features/network/data';
import { jsonRoute, requireParameters } from '@/http/route';
import { NoParameters } from '../operations';

export const GET = jsonRoute(async (request) => {
  requireParameters(request, NoParameters);
  return { data: await getNetwork() };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
