import 'server-only';
import { z } from 'zod';
import { query, queryOne, type Sql, sql } from '../../db/sql';
import { type Actor, permit } from '../../domain/permission';
import { survivorOf } from '../documents/merged-data';
import { MatchReport, type MatchReportFilters } from './schema';

export const REPORTS_A_PAGE = 20;

export type MatchReportList = { reports: MatchReport[]; counts: { open: number; settled: number } };

/** One page of the reports, newest first. @throws {Denied} */
export async function listMatchReports(
  actor: Actor | null,
  { state, page }: MatchReportFilters,
): Promise<MatchReportList> {
  permit(actor, 'draft.read');
  const [where, order] =
    state === 'open'
      ? [sql`r.settled_at is null`, sql`r.id desc`]
      : [sql`r.settled_at is not null`, sql`r.settled_at desc, r.id desc`];
  const row = await queryOne(
    z.object({ open: z.number().int(), settled: z.number().int(), reports: z.array(MatchReport) }),
    sql`select (select count(*)::int from match_reports where settled_at is null) as open,
      (select count(*)::int from match_reports where settled_at is not null) as settled,
      (select coalesce(json_agg(page), '[]') from (
        select r.id, r.at, r.sentence, r.figure, r.verdict, r.reason, r.sender_name as "senderName",
          ${namedClaim(sql`r.matched_claim`)} as matched, ${namedClaim(sql`r.expected_claim`)} as expected,
          case when r.settled_at is not null
            then json_build_object('at', r.settled_at, 'by', r.settled_by_name, 'note', r.note) end as settled
        from match_reports r where ${where} order by ${order}
        limit ${REPORTS_A_PAGE} offset ${(page - 1) * REPORTS_A_PAGE}) page) as reports`,
  );
  if (row === null) throw new Error('a statement of scalars gives one row');
  const { reports, ...counts } = row;
  return { reports, counts };
}

/** How many reports wait for somebody. @throws {Denied} */
export async function countOpenReports(actor: Actor | null): Promise<number> {
  permit(actor, 'draft.read');
  const row = await queryOne(
    z.object({ open: z.number().int() }),
    sql`select count(*)::int as open from match_reports where settled_at is null`,
  );
  return row?.open ?? 0;
}

/** The number of the public claim that an id means today: its own, or that of the one that it was merged into. */
export async function findClaimNumber(id: string): Promise<number | null> {
  const now = (await survivorOf(id)) ?? id;
  const [row] = await query(
    z.object({ id: z.number().int() }),
    sql`select id from claims where 'C' || id = ${now} limit 1`,
  );
  return row?.id ?? null;
}

function namedClaim(number: Sql): Sql {
  return sql`case when ${number} is not null then json_build_object('id', 'C' || ${number},
    'statement', (select c.statement from claims c where c.id = ${number})) end`;
}
