import { submitDraft } from '@/features/drafts/mutations';
import { SubmittedDraftBody } from '@/features/drafts/schema';
import { permit } from '@/domain/permission';
import { requireJson } from '@/http/json-body';
import { ApiProblem } from '@/http/problem';
import { keyedRoute, methodsBut, requireParameters } from '@/http/route';
import { done, errorsIn, requireDraft } from '../../../draft-answers';
import { NoParameters } from '../../../operations';

export const POST = keyedRoute(async (request, { id = '' }, { actor }) => {
  permit(actor, 'draft.submit');
  requireParameters(request, NoParameters);
  const draft = await requireDraft(actor, id);
  const { version } = await requireJson(request, SubmittedDraftBody);
  // As at the desk: what names something that is not settled is not whole, though each of its fields is right by itself.
  if (draft.version === version && draft.faults.length > 0)
    throw new ApiProblem('incomplete', 'The draft is not whole: see errors.', errorsIn(draft.faults));
  done(await submitDraft(actor, id, version));
  return { status: 200, data: await requireDraft(actor, id) };
});

const refused = methodsBut('POST');
export { refused as DELETE, refused as GET, refused as PATCH, refused as PUT };
export { OPTIONS } from '@/http/route';
