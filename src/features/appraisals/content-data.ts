import 'server-only';
import { z } from 'zod';
import type { JudgedContent } from '../../domain/appraisal/judged-content';
import { parsePublicId, type RecordKind } from '../../domain/record';
import { queryIn, type Transaction } from '../../db/prisma';
import { query, type Sql, sql } from '../../db/sql';
import { recordStatement } from '../documents/record-sql';

// What is appraised, as it is now: to be kept with an appraisal, and to be held against what was kept.

const OPEN = sql`state in ('draft', 'in-review')`;
const TABLE: Readonly<Record<RecordKind, Sql>> = { claim: sql`claims`, source: sql`sources` };

const Document = z.record(z.string(), z.unknown());
const Found = z.object({ record: Document, version: z.string(), reasons: z.array(z.string()) });

/** The published record, or its open draft where none is published. The version names the draft too: "7", "D5.2". */
function contentStatement(kind: RecordKind, number: number): Sql {
  const reasons =
    kind === 'claim'
      ? sql`select review_reasons from claim_grades where claim_id = ${number}`
      : sql`select review_reasons from source_grades where source_id = ${number}`;
  return sql`select d.record::jsonb as record, d.version::text as version, coalesce((${reasons}), '{}') as reasons
    from (${recordStatement(kind, number)}) d
    union all
    select content, 'D' || id || '.' || version, '{}' from drafts
    where kind = ${kind}::"RecordKind" and record_number = ${number} and ${OPEN}
      and not exists (select from ${TABLE[kind]} where id = ${number})`;
}

const Origin = z.object({ id: z.string(), letter: z.string().nullable(), record: Document });

function originsStatement(keys: readonly string[]): Sql {
  return sql`select 'S' || o.id as id, g.reliability::text as letter, d.record::jsonb as record
    from sources o left join source_grades g on g.source_id = o.id
    cross join lateral (${recordStatement('source', sql`o.id`)}) d where o.key = any(${[...keys]}::text[])
    union all
    select 'S' || record_number, null, content from drafts where kind = 'source' and ${OPEN}
      and 's' || record_number = any(${[...keys]}::text[]) and not exists (select from sources where id = record_number)
    order by id`;
}

type Ask = <T>(schema: z.ZodType<T>, statement: Sql) => Promise<T[]>;

export type CurrentContent = { content: JudgedContent; version: string };

/** What has this public id, published or an open draft; null when there is neither. */
export function getContent(id: string): Promise<CurrentContent | null> {
  return contentOf(query, id);
}

/** The same inside a transaction. */
export function getContentIn(tx: Transaction, id: string): Promise<CurrentContent | null> {
  return contentOf((schema, statement) => queryIn(tx, schema, statement), id);
}

async function contentOf(ask: Ask, id: string): Promise<CurrentContent | null> {
  const wanted = parsePublicId(id);
  const [found] = wanted === null ? [] : await ask(Found, contentStatement(wanted.kind, wanted.number));
  if (wanted === null || found === undefined) return null;
  const { record, version, reasons } = found;
  const keys = wanted.kind === 'claim' ? originKeys(record.citations) : [];
  const origins = keys.length === 0 ? [] : await ask(Origin, originsStatement(keys));
  return { content: { record, origins, reasons }, version };
}

const OriginCitation = z.object({ source: z.string(), originState: z.literal('origin') });

function originKeys(citations: unknown): string[] {
  const list: unknown[] = Array.isArray(citations) ? citations : [];
  return list.flatMap((entry) => OriginCitation.safeParse(entry).data?.source ?? []);
}

/**
 * Keeps what has this id as it is until the transaction ends. Locks are taken in one order everywhere: drafts, records,
 * rounds, the index of claims, grades, and last the history (docs/guides/editing.md).
 */
export async function holdSubject(tx: Transaction, id: string): Promise<void> {
  const wanted = parsePublicId(id);
  if (wanted === null) return;
  const { kind, number } = wanted;
  const table = TABLE[kind];
  await queryIn(
    tx,
    z.object({}),
    sql`select from drafts where kind = ${kind}::"RecordKind" and record_number = ${number} and ${OPEN}
      and not exists (select from ${table} where id = ${number}) for share of drafts`,
  );
  // The grade of a source is part of what claims rest on: whoever may write one keeps out who reads it (`holdOrigins`).
  const strength = kind === 'source' ? sql`for no key update` : sql`for share`;
  await queryIn(tx, z.object({}), sql`select from ${table} where id = ${number} ${strength}`);
}

/** The same for the sources that first state a published claim, while its grade is written. */
export async function holdOrigins(tx: Transaction, claim: number): Promise<void> {
  await queryIn(
    tx,
    z.object({}),
    sql`select from sources where id in (select source_id from citations where claim_id = ${claim} and origin_state = 'origin')
      order by id for share`,
  );
}
