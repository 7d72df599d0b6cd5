import { ImportParameters } from '@/features/imports/schema';
import { jsonRoute, methodsBut, requireKey, requireParameters } from '@/http/route';
import { requireImport } from '../../import-answers';

export const GET = jsonRoute(async (request, { id = '' }, holder) => {
  const { actor } = requireKey(holder);
  return { data: await requireImport(actor, id, requireParameters(request, ImportParameters)) };
});

const refused = methodsBut('GET');
export { refused as DELETE, refused as PATCH, refused as POST, refused as PUT };
export { OPTIONS } from '@/http/route';
