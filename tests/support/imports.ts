import type { ImportKind } from '@/domain/imports/row';
import type { Actor } from '@/domain/permission';
import { type ReadFile, readImportFile } from '@/formats/import/read-file';
import { fillImport, openImport } from '@/features/imports/mutations';

/** Reads a file up to its preview. @returns the number of the import */
export async function stage(actor: Actor | null, kind: ImportKind, ...files: Uint8Array[]): Promise<number> {
  const read: Extract<ReadFile, { ok: true }>[] = [];
  for (const [index, bytes] of files.entries()) {
    const own = index === files.length - 1 ? kind : 'sources';
    const file = await readImportFile(bytes, { name: `${own}.csv`, kind: own, format: null });
    if (!file.ok) throw new Error(file.problem);
    read.push(file);
  }
  const last = read.at(-1);
  if (last === undefined) throw new Error('no file');
  const size = files.reduce((sum, bytes) => sum + bytes.length, 0);
  const job = await openImport(actor, { ...last, kind, name: `${kind}.csv`, bytes: size });
  const rows = async function* () {
    for (const file of read) yield* file.rows;
  };
  const filled = await fillImport(actor, job, rows());
  if (!filled.ok) throw new Error(filled.problem);
  return job.id;
}
