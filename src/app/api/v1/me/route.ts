import { toMe } from '@/features/accounts/schema';
import { jsonRoute, requireKey, requireParameters } from '@/http/route';
import { NoParameters } from '../operations';

export const GET = jsonRoute(async (request, _params, holder) => {
  requireParameters(request, NoParameters);
  const { actor, key } = requireKey(holder);
  return { data: toMe(actor, key) };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
