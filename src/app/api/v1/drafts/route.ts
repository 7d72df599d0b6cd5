import { beginDraft } from '@/features/drafts/mutations';
import { NewDraftHead } from '@/features/drafts/schema';
import { beginSentDraft } from '@/features/drafts/sent-writer';
import { permit } from '@/domain/permission';
import { refuseBody, requireJson } from '@/http/json-body';
import { ApiProblem } from '@/http/problem';
import { keyedRoute, methodsBut, requireParameters } from '@/http/route';
import { done, requireDraft } from '../draft-answers';
import { NoParameters } from '../operations';

export const POST = keyedRoute(async (request, _params, { actor }) => {
  permit(actor, 'draft.write');
  requireParameters(request, NoParameters);
  const sent = await requireJson(request, NewDraftHead);
  if (sent.recordId === undefined) {
    if (sent.kind === undefined) refuseBody([{ path: 'kind', message: 'must be source or claim' }]);
    const { id } = done(await beginSentDraft(actor, sent.kind, sent.record));
    return { status: 201, data: await requireDraft(actor, id) };
  }
  const kind = sent.recordId.startsWith('C') ? 'claim' : 'source';
  const begun = await beginDraft(actor, { kind, recordId: sent.recordId });
  if (!begun.ok && begun.problem === 'gone') throw new ApiProblem('not-found', begun.message);
  const { id, isNew } = done(begun);
  return { status: isNew ? 201 : 200, data: await requireDraft(actor, id) };
});

const refused = methodsBut('POST');
export { refused as DELETE, refused as GET, refused as PATCH, refused as PUT };
export { OPTIONS } from '@/http/route';
