import 'server-only';
import { z } from 'zod';
import { ClaimRecord } from '../../domain/claim';
import { publicId, type RecordKind, type RecordOf } from '../../domain/record';
import { SourceRecord } from '../../domain/source';
import type { Transaction } from '../../db/prisma';
import { queryIn } from '../../db/prisma';
import { query, queryOne, sql } from '../../db/sql';
import { recordStatement } from './record-sql';

export type Published<Kind extends RecordKind> = { record: RecordOf[Kind]; version: number };

const ROWS: { [Kind in RecordKind]: z.ZodType<Published<Kind>> } = {
  source: z.object({ record: SourceRecord, version: z.number().int() }),
  claim: z.object({ record: ClaimRecord, version: z.number().int() }),
};

/** One published record as a document; null when there is none. */
export function getRecord<Kind extends RecordKind>(kind: Kind, number: number): Promise<Published<Kind> | null> {
  return queryOne(ROWS[kind], recordStatement(kind, number));
}

/**
 * The same inside a transaction that is about to change it: nobody else can until that one ends. Whoever only names the
 * record, in a citation or a relation, does not wait.
 */
export async function lockRecord<Kind extends RecordKind>(
  tx: Transaction,
  kind: Kind,
  number: number,
): Promise<Published<Kind> | null> {
  const table = kind === 'claim' ? sql`claims` : sql`sources`;
  await queryIn(tx, z.object({}), sql`select from ${table} where id = ${number} for no key update`);
  return (await queryIn(tx, ROWS[kind], recordStatement(kind, number)))[0] ?? null;
}

/** The public id of the record that this one was merged into; null when it was not. */
export async function getSurvivor(kind: RecordKind, number: number): Promise<string | null> {
  const [row] = await query(
    z.object({ into_number: z.number().int() }),
    sql`select into_number from merged_records where kind = ${kind}::"RecordKind" and number = ${number}`,
  );
  return row === undefined ? null : publicId(kind, row.into_number);
}
