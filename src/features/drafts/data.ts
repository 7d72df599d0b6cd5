import 'server-only';
import { z } from 'zod';
import { type Actor, permit } from '../../domain/permission';
import { queryIn, type Transaction } from '../../db/prisma';
import { join, query, queryOne, type Sql, sql } from '../../db/sql';
import { DRAFT_DETAIL, DRAFT_SUMMARY, DRAFT_TABLES } from './draft-sql';
import { DraftDto, type DraftState, DraftSummary, Typed } from './schema';

function numberOf(id: string): number | null {
  return /^D[1-9]\d{0,8}$/.test(id) ? Number(id.slice(1)) : null;
}

function statement(number: number): Sql {
  return sql`select ${DRAFT_SUMMARY}, ${DRAFT_DETAIL} from ${DRAFT_TABLES} where d.id = ${number}`;
}

/** One draft with its content; null when no draft has this id. @throws {Denied} */
export async function getDraft(actor: Actor | null, id: string): Promise<DraftDto | null> {
  permit(actor, 'draft.read');
  const number = numberOf(id);
  return number === null ? null : queryOne(DraftDto, statement(number));
}

/** What this person has typed in forms of a draft and not saved, the latest first. @throws {Denied} */
export async function listTyped(actor: Actor | null, id: string): Promise<Typed[]> {
  permit(actor, 'draft.read');
  const number = numberOf(id);
  if (number === null) return [];
  return query(
    Typed,
    sql`select form, member, inputs, to_json(a.at) as at from autosaves a
      where draft_id = ${number} and person_id = ${actor.id} order by a.at desc`,
  );
}

/** A draft inside a transaction, and locked there until its end. */
export async function lockDraft(tx: Transaction, id: string): Promise<DraftDto | null> {
  const number = numberOf(id);
  if (number === null) return null;
  await tx.$queryRaw`select from drafts where id = ${number} for update`;
  return (await queryIn(tx, DraftDto, statement(number)))[0] ?? null;
}

export type DraftFilters = {
  states: readonly DraftState[];
  kind?: 'source' | 'claim' | undefined;
  authorId?: string | undefined;
  importId?: number | undefined;
  /** Number of the last draft of the page before. */
  before?: number | undefined;
};

export type DraftList = { drafts: DraftSummary[]; total: number; next: number | null };

/** Drafts, the newest first. @param limit 1–100 a page @throws {Denied} */
export async function listDrafts(actor: Actor | null, filters: DraftFilters, limit = 50): Promise<DraftList> {
  permit(actor, 'draft.read');
  const where = [sql`d.state::text = any(${filters.states}::text[])`];
  if (filters.kind !== undefined) where.push(sql`d.kind = ${filters.kind}::"RecordKind"`);
  if (filters.authorId !== undefined) where.push(sql`d.author_id = ${filters.authorId}`);
  if (filters.importId !== undefined) where.push(sql`d.import_id = ${filters.importId}`);
  const page = filters.before === undefined ? where : [...where, sql`d.id < ${filters.before}`];
  const [rows, counted] = await Promise.all([
    query(
      DraftSummary,
      sql`select ${DRAFT_SUMMARY} from ${DRAFT_TABLES} where ${join(page, ' and ')} order by d.id desc limit ${limit + 1}`,
    ),
    queryOne(
      z.object({ total: z.number().int() }),
      sql`select count(*)::int as total from drafts d where ${join(where, ' and ')}`,
    ),
  ]);
  const drafts = rows.slice(0, limit);
  const last = drafts.at(-1);
  const next = rows.length > limit && last !== undefined ? Number(last.id.slice(1)) : null;
  return { drafts, total: counted?.total ?? 0, next };
}
