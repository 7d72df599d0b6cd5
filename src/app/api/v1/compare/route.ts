import { getComparison } from '@/features/comparison/data';
import { comparisonProblems, readComparison } from '@/features/comparison/filters';
import { ApiProblem } from '@/http/problem';
import { jsonRoute, refuse, requireParameters } from '@/http/route';
import { rawParameters } from '@/lib/parameters';
import { leadToSurvivors } from '../../../missing-file';
import { CompareParameters } from '../operations';

export const GET = jsonRoute(async (request) => {
  requireParameters(request, CompareParameters);
  const asked = readComparison(rawParameters(new URL(request.url).searchParams), 'ids');
  const { comparison: data, unknown, moved } = await getComparison(asked.ids);
  leadToSurvivors(request, 'ids', asked.ids, moved);
  refuse(comparisonProblems(asked, unknown));
  if (data === null) throw new ApiProblem('not-found', 'There is no such comparison.');
  return { data };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
