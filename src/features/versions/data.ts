import 'server-only';
import { z } from 'zod';
import { query, sql } from '../../db/sql';
import { type Actor, permit } from '../../domain/permission';
import { parsePublicId } from '../../domain/record';

/** The drafts a record was ever made or changed by, the oldest first: each has a history of its own. @throws {Denied} */
export async function listDraftIds(actor: Actor | null, subject: string): Promise<string[]> {
  permit(actor, 'draft.read');
  const id = parsePublicId(subject);
  if (id === null) return [];
  const rows = await query(
    z.object({ id: z.string() }),
    sql`select 'D' || d.id as id from drafts d
      where d.kind = ${id.kind}::"RecordKind" and d.record_number = ${id.number} order by d.id limit 50`,
  );
  return rows.map((row) => row.id);
}
