import { getGapMap } from '@/features/gaps/data';
import { toGapsDto } from '@/features/gaps/schema';
import { jsonRoute, requireParameters } from '@/http/route';
import { publicUrl } from '@/lib/env';
import { NoParameters } from '../operations';

export const GET = jsonRoute(async (request) => {
  requireParameters(request, NoParameters);
  return { data: toGapsDto(await getGapMap(), publicUrl()) };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
