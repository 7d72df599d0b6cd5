import { listSources } from '@/features/sources/data';
import { readSourceFilters } from '@/features/sources/filters';
import { jsonRoute, refuse, requireParameters } from '@/http/route';
import { rawParameters } from '@/lib/parameters';
import { SourceParameters } from '../operations';

export const GET = jsonRoute(async (request) => {
  const { limit, cursor } = requireParameters(request, SourceParameters);
  const { filters, problems } = readSourceFilters(rawParameters(new URL(request.url).searchParams));
  refuse(problems);
  const { sources, next } = await listSources(filters, { limit, cursor });
  return { data: sources, page: { next } };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
