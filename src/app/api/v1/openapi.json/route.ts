import { apiDocument } from '../document';
import { jsonRoute } from '@/http/route';

export const dynamic = 'force-dynamic';

export const GET = jsonRoute(async () => apiDocument());

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
