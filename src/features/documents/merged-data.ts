import 'server-only';
import { z } from 'zod';
import { parsePublicId, publicId } from '../../domain/record';
import { query, sql } from '../../db/sql';
import { getSurvivor } from './data';

/** The public id that a merged record's id leads to; null for a record that was not merged, and for what is no id. */
export async function survivorOf(id: string): Promise<string | null> {
  const wanted = parsePublicId(id);
  return wanted === null ? null : getSurvivor(wanted.kind, wanted.number);
}

/** Of these public ids of claims or sources, those that were merged, with the id that each leads to. */
export async function survivorsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await query(
    Row,
    sql`select kind::text, number, into_number as into from merged_records
      where (case kind when 'claim' then 'C' else 'S' end) || number = any(${[...ids]}::text[])`,
  );
  return new Map(rows.map(({ kind, number, into }) => [publicId(kind, number), publicId(kind, into)]));
}

const Row = z.object({ kind: z.enum(['source', 'claim']), number: z.number().int(), into: z.number().int() });

/** Every merged record's public id, and the one that it leads to. */
export async function listMerged(): Promise<ReadonlyMap<string, string>> {
  const rows = await query(Row, sql`select kind::text, number, into_number as into from merged_records`);
  return new Map(rows.map(({ kind, number, into }) => [publicId(kind, number), publicId(kind, into)]));
}
