import 'server-only';
import { may } from '../../domain/permission';
import { type RawParameters, readParameters } from '../../lib/parameters';
import { requireActor, leadToNotFound } from '../desk/loaders';
import { getImport, listImports, listRows, type RowList } from './data';
import { ImportId, type ImportDto, type ImportSummary, RowParameters } from './schema';

/** The imports so far, for whoever may make one. */
export async function loadImports(): Promise<ImportSummary[]> {
  return listImports(await requireActor('import.run'));
}

export type ImportPage = { batch: ImportDto; list: RowList; filters: RowParameters; mayUndo: boolean };

/** One import with a page of its rows. */
export async function loadImport(id: string, raw: RawParameters): Promise<ImportPage> {
  const actor = await requireActor('import.run');
  const number = ImportId.safeParse(id);
  const batch = number.success ? await getImport(actor, number.data) : null;
  if (batch === null) leadToNotFound();
  const filters = readParameters(RowParameters, raw).value;
  return { batch, list: await listRows(actor, batch.id, filters), filters, mayUndo: may(actor, 'import.undo') };
}
