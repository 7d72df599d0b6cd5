import type { FileFormat } from '@/features/fact-sheets/schema';
import { type Block, EMPTY_SHEET, type Sheet } from '@/domain/fact-sheet/sheet';
import type { Actor } from '@/domain/permission';
import { getSheet, stateOfSheet } from '@/features/fact-sheets/data';
import { createSheet } from '@/features/fact-sheets/mutations';
import { drawUpRelease, keepRelease } from '@/features/fact-sheets/release-writer';

/** A sheet of these claims, each in a block of its own, that can be released: what the rules find is passed over. */
export function sheetOf(claims: readonly string[], change: Partial<Sheet> = {}): Sheet {
  const blocks = claims.map(
    (claim, index): Block => ({ id: `b${index + 1}`, kind: 'claim', claim, form: 'sentence', chart: null }),
  );
  return { ...EMPTY_SHEET, title: 'Figures and their footing', blocks, ...change };
}

/** Makes a sheet of this person's own. @returns its id */
export async function makeSheet(actor: Actor, content: Sheet): Promise<string> {
  const made = await createSheet(actor, content);
  if (!made.ok) throw new Error(`the sheet was not made: ${made.problem}`);
  return made.id;
}

/** Releases a sheet as it is, passing over every error that can be. @returns the id of the release */
export async function releaseSheet(
  actor: Actor,
  id: string,
  files: ReadonlyMap<FileFormat, Uint8Array> = new Map(),
): Promise<string> {
  const sheet = await getSheet(actor, id);
  if (sheet === null) throw new Error(`there is no ${id}`);
  const { digest } = await stateOfSheet(sheet.content, new Date().toISOString().slice(0, 10));
  const wanted = { id, version: sheet.version, digest };
  const drawn = await drawUpRelease(actor, wanted, async () => []);
  if (!drawn.ok) throw new Error(`not released: ${JSON.stringify(drawn)}`);
  const own = new Map<FileFormat, Uint8Array>([['json', Buffer.from(drawn.canonical)], ...files]);
  const kept = await keepRelease(actor, wanted, drawn.canonical, drawn.document, own);
  if (!kept.ok) throw new Error(`not kept: ${kept.problem}`);
  return kept.id;
}
