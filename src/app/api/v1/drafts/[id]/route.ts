import { SavedDraftHead } from '@/features/drafts/schema';
import { saveSentRecord } from '@/features/drafts/sent-writer';
import { permit } from '@/domain/permission';
import { requireJson } from '@/http/json-body';
import { jsonRoute, keyedRoute, methodsBut, requireKey, requireParameters } from '@/http/route';
import { done, requireDraft } from '../../draft-answers';
import { NoParameters } from '../../operations';

export const GET = jsonRoute(async (request, { id = '' }, holder) => {
  const { actor } = requireKey(holder);
  requireParameters(request, NoParameters);
  return { data: await requireDraft(actor, id) };
});

export const PUT = keyedRoute(async (request, { id = '' }, { actor }) => {
  permit(actor, 'draft.write');
  requireParameters(request, NoParameters);
  await requireDraft(actor, id);
  const { version, record } = await requireJson(request, SavedDraftHead);
  done(await saveSentRecord(actor, id, version, record));
  return { status: 200, data: await requireDraft(actor, id) };
});

const refused = methodsBut('GET', 'PUT');
export { refused as DELETE, refused as PATCH, refused as POST };
export { OPTIONS } from '@/http/route';
