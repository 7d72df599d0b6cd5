import 'server-only';
import { z } from 'zod';
import { comparableGroups, comparisons, inOrder, joinedPairs, type SeriesLink } from '../../domain/series';
import { isSeriesBreak } from '../../domain/series-break';
import { changeText, seriesFinding } from '../../domain/series-text';
import { query, queryOne, sql } from '../../db/sql';
import { SUMMARY_COLUMNS, SUMMARY_TABLES, SummaryRow, toSummary } from '../claims/claim-sql';
import { type SeriesDto, SeriesKey, SeriesRelation, SeriesSummary } from './schema';

const PointRow = SummaryRow.extend({
  key: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  definition: z.string().nullable(),
  relations: z.array(SeriesRelation),
});

/** All series that have a claim, by name, each with its years and breaks. */
export function listSeries(): Promise<SeriesSummary[]> {
  return query(
    SeriesSummary,
    sql`select s.key, s.name, s.description, n.topic, n.claims as "claimCount", n.first as "yearStart", n.last as "yearEnd",
      (select count(*)::int from claim_relations r join claims a on a.id = r.from_id join claims b on b.id = r.to_id
        join claim_index ai on ai.claim_id = a.id join claim_index bi on bi.claim_id = b.id
        where a.series = s.key and b.series = s.key and r.kind in ('continues', 'supersedes')
          -- As isSeriesBreak has it.
          and (r.series_break or r.kind = 'supersedes' or ai.method_kind <> bi.method_kind)) as "breakCount"
    from series s
    join lateral (select count(*)::int as claims, min(i.year_start) as first, max(i.year_end) as last,
        (select json_build_object('code', t.code, 'name', t.name)
          from claims o join claim_topics ct on ct.claim_id = o.id join topics t on t.code = ct.topic_code
          where o.series = s.key group by t.code order by count(*) desc, min(ct.position), t.position limit 1) as topic
      from claims c join claim_index i on i.claim_id = c.id where c.series = s.key) n on n.claims > 0
    order by s.name, s.key`,
  );
}

/** Whether a series of this key has a claim. */
export async function seriesExists(key: string): Promise<boolean> {
  if (!SeriesKey.safeParse(key).success) return false;
  return (await queryOne(z.object({}), sql`select from claims where series = ${key} limit 1`)) !== null;
}

/** One series with all its claims and what changed between them, in one statement; null when no claim names this key. */
export async function getSeries(key: string): Promise<SeriesDto | null> {
  if (!SeriesKey.safeParse(key).success) return null;
  const rows = await query(
    PointRow,
    sql`select ${SUMMARY_COLUMNS}, se.key, se.name, se.description, c.definition,
      (select coalesce(json_agg(json_build_object('from', 'C' || r.from_id, 'to', 'C' || r.to_id, 'kind', r.kind,
          'note', r.note, 'seriesBreak', r.series_break) order by r.to_id, r.kind), '[]')
        from claim_relations r join claims o on o.id = r.to_id
        where r.from_id = c.id and o.series = c.series and r.kind in ('continues', 'supersedes')) as relations
    from ${SUMMARY_TABLES} join series se on se.key = c.series where c.series = ${key} order by c.id`,
  );
  return toSeries(rows);
}

function toSeries(rows: readonly z.infer<typeof PointRow>[]): SeriesDto | null {
  const [first] = rows;
  if (first === undefined) return null;
  const members = inOrder(rows.map((row) => ({ ...toSummary(row), definition: row.definition })));
  const byId = new Map(members.map((member) => [member.id, member]));
  const links = rows.flatMap((row) =>
    row.relations.map((relation): SeriesLink => {
      const [methodBefore, methodAfter] = [relation.to, relation.from].map((id) => byId.get(id)?.methodKind ?? null);
      const { kind, seriesBreak: recorded } = relation;
      return {
        ...relation,
        seriesBreak: isSeriesBreak({
          kind,
          recorded,
          methodBefore: methodBefore ?? null,
          methodAfter: methodAfter ?? null,
        }),
      };
    }),
  );
  const compared = comparisons(members, links);
  return {
    key: first.key,
    name: first.name,
    description: first.description,
    finding: seriesFinding(members, links),
    breakCount: links.filter((link) => link.seriesBreak).length,
    points: members.map((member) => {
      const { definition, ...claim } = member;
      const comparison = compared.get(member.id);
      const before = byId.get(comparison?.to ?? '');
      if (comparison === undefined || before === undefined) return { claim, definition, comparison: null };
      const { to, link } = comparison;
      const changes = comparison.changes.map((kind) => ({ kind, text: changeText(kind, before, member) }));
      return {
        claim,
        definition,
        comparison: { to, relation: link?.kind ?? null, note: link?.note ?? null, changes },
      };
    }),
    relations: links,
    joined: comparableGroups(members).flatMap((group) => joinedPairs(group, links)),
  };
}
