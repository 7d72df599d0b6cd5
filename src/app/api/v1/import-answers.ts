import { getImport, listRows } from '@/features/imports/data';
import type { ImportAnswer, RowParameters } from '@/features/imports/schema';
import type { Actor } from '@/domain/permission';
import { ApiProblem } from '@/http/problem';

/** An import with one page of its rows. @throws {ApiProblem} when there is none of this number */
export async function requireImport(actor: Actor, id: string, shown: RowParameters): Promise<ImportAnswer> {
  const number = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : null;
  const found = number === null ? null : await getImport(actor, number);
  if (found === null) throw new ApiProblem('not-found', 'There is no import of this number.');
  const { undoneBy: _who, ...own } = found;
  return { ...own, ...(await listRows(actor, found.id, shown)) };
}
