import { IMPORT_LIMITS, ImportKind, type ImportRow } from '@/domain/imports/row';
import type { Actor } from '@/domain/permission';
import { fillImport, openImport, refuseImport } from '@/features/imports/mutations';
import { type ReadFile, readImportFile } from '@/formats/import/read-file';
import { readFormBody } from '@/http/form-body';

// Taking a file in is the same for the form at the desk and for a script with a key.

/** The import that a form's files became; `reading` ends when all rows are read and compared. Or why there is none. */
export type TakenImport =
  | { ok: true; id: number; reading: Promise<unknown> }
  | { ok: false; problem: 'too-large' | 'unreadable' | 'no-file' };

/** Takes the files of a form in: `kind`, `file`, and for claims `sources` beside it. */
export async function takeImport(actor: Actor, request: Request): Promise<TakenImport> {
  const sent = await readFormBody(request, IMPORT_LIMITS.bytes);
  if (!sent.ok) return sent;
  const kind = ImportKind.safeParse(sent.form.get('kind'));
  const [file, sources] = [fileOf(sent.form, 'file'), fileOf(sent.form, 'sources')];
  if (!kind.success || file === null) return { ok: false, problem: 'no-file' };
  return take(actor, kind.data, kind.data === 'claims' && sources !== null ? [sources, file] : [file]);
}

/** A field for a file that was left empty is sent as a file without a name. */
function fileOf(form: FormData, name: string): File | null {
  const file = form.get(name);
  return file instanceof File && (file.name !== '' || file.size > 0) ? file : null;
}

async function take(actor: Actor, kind: ImportKind, files: readonly File[]): Promise<TakenImport> {
  const name = files.map((file) => file.name.slice(0, 200) || 'without a name').join(' + ');
  const about = { kind, name, bytes: files.reduce((sum, file) => sum + file.size, 0) };
  const read: Extract<ReadFile, { ok: true }>[] = [];
  for (const [index, file] of files.entries()) {
    const own = index === files.length - 1 ? kind : 'sources';
    const result = await readImportFile(new Uint8Array(await file.arrayBuffer()), {
      name: file.name,
      kind: own,
      format: null,
    });
    if (!result.ok) {
      const nothing = { ...about, format: 'csv', encoding: 'not read', notes: [] } as const;
      return { ok: true, id: await refuseImport(actor, nothing, result.problem), reading: Promise.resolve() };
    }
    read.push(result);
  }
  const { format, encoding } = read.at(-1) ?? { format: 'csv' as const, encoding: '' };
  const job = await openImport(actor, { ...about, format, encoding, notes: read.flatMap(({ notes }) => notes) });
  const reading = fillImport(actor, job, rowsOf(read)).catch((error: unknown) =>
    console.error(`import ${job.id}:`, error),
  );
  return { ok: true, id: job.id, reading };
}

async function* rowsOf(files: readonly Extract<ReadFile, { ok: true }>[]): AsyncGenerator<ImportRow> {
  for (const { rows } of files) yield* rows;
}
