import { listClaims } from '@/features/claims/list-data';
import { readClaimFilters } from '@/features/claims/filters';
import { jsonRoute, refuse, requireParameters } from '@/http/route';
import { rawParameters } from '@/lib/parameters';
import { ClaimParameters } from '../operations';

export const GET = jsonRoute(async (request) => {
  const { limit, cursor, facets } = requireParameters(request, ClaimParameters);
  const { filters, problems } = readClaimFilters(rawParameters(new URL(request.url).searchParams));
  refuse(problems);
  const list = await listClaims(filters, { limit, cursor, facets });
  return {
    data: list.claims.map(({ highlights: _highlights, ...claim }) => claim),
    page: { next: list.next },
    ...(list.facets === null ? {} : { facets: list.facets }),
    ...(list.correctedWords.length === 0 ? {} : { correctedWords: list.correctedWords }),
  };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
