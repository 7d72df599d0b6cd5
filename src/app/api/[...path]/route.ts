import { ApiProblem } from '@/http/problem';
import { jsonRoute } from '@/http/route';

// Every other address under /api: the same problem document as anywhere else, not a page.
export const GET = jsonRoute(async () => {
  throw new ApiProblem('not-found', 'The API has no such address. See /docs/api.');
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
