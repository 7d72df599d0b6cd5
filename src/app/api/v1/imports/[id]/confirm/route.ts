import { chooseAllRows, confirmImport, writeImport } from '@/features/imports/mutations';
import { ConfirmBody, RowParameters } from '@/features/imports/schema';
import { permit } from '@/domain/permission';
import { refuseBody, requireJson } from '@/http/json-body';
import { ApiProblem } from '@/http/problem';
import { keyedRoute, methodsBut, requireParameters } from '@/http/route';
import { requireImport } from '../../../import-answers';
import { NoParameters } from '../../../operations';

const FIRST = RowParameters.parse({});

export const POST = keyedRoute(async (request, { id = '' }, { actor }) => {
  permit(actor, 'import.run');
  requireParameters(request, NoParameters);
  const { id: number } = await requireImport(actor, id, FIRST);
  const { choice } = await requireJson(request, ConfirmBody);
  const chosen = choice === undefined ? { ok: true as const } : await chooseAllRows(actor, number, choice);
  if (!chosen.ok) throw new ApiProblem('conflict', chosen.problem);
  const { counts } = await requireImport(actor, id, FIRST);
  if (counts.taken === 0) refuseBody([{ path: 'choice', message: 'No row is chosen: there is nothing to import.' }]);
  const confirmed = await confirmImport(actor, number);
  if (!confirmed.ok) throw new ApiProblem('conflict', confirmed.problem);
  // It goes on after this has been answered: what becomes of it stands in the import.
  void writeImport(actor, confirmed.job).catch((error: unknown) => console.error(`import ${number}:`, error));
  return { status: 202, data: await requireImport(actor, id, FIRST) };
});

const refused = methodsBut('POST');
export { refused as DELETE, refused as GET, refused as PATCH, refused as PUT };
export { OPTIONS } from '@/http/route';
