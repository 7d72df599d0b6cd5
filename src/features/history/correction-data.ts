import 'server-only';
import { z } from 'zod';
import { CORRECTION_ACTIONS, correctionKind } from '../../domain/history/actions';
import { changeSummary } from '../../domain/history/difference';
import { Figure } from '../../domain/figure';
import { figureText, unitText } from '../../domain/figure-text';
import { join, query, type Sql, sql } from '../../db/sql';
import { BadCursor, decodeCursor, encodeCursor } from '../../lib/cursor';
import { changesOf, namesOf } from './data';
import { EVENT_COLUMNS, EventRow } from './event-sql';
import type { Correction, CorrectionFilters } from './schema';

const Place = z.tuple([z.literal('corrections'), z.number().int()]);
const CorrectionRow = EventRow.extend({ title: z.string().nullable() });

const ACTIONS = Object.keys(CORRECTION_ACTIONS);

/** The kind of each event, as `correctionKind` has it. */
const KIND: Sql = sql`case ${join(
  Object.entries(CORRECTION_ACTIONS).map(([action, kind]) =>
    kind === 'published'
      ? sql`when e.action = ${action} then case when e.before is null then 'published' else 'corrected' end`
      : sql`when e.action = ${action} then ${kind}`,
  ),
  ' ',
)} end`;

/**
 * The log of corrections, newest first: changes of public records alone.
 *
 * @param options.limit 1–100 lines a page
 * @throws {BadCursor} when the cursor is not one of this list
 */
export async function listCorrections(
  filters: CorrectionFilters,
  options: { limit: number; cursor?: string | undefined },
): Promise<{ corrections: Correction[]; next: string | null }> {
  const place = options.cursor === undefined ? null : decodeCursor(Place, options.cursor);
  if (options.cursor !== undefined && place === null) throw new BadCursor('is not a cursor of this list');
  const conditions = [
    sql`e.subject ~ '^[CS][1-9][0-9]{0,8}$' and e.action <> 'added' and e.action = any(${ACTIONS}::text[])`,
    // A record that was never published has no public history; one that was merged keeps its own.
    sql`(t.title is not null or exists (select from merged_records m where m.number = substr(e.subject, 2)::int
      and m.kind::text = case when e.subject like 'C%' then 'claim' else 'source' end))`,
    sql`e.position < ${place?.[1] ?? 2_147_483_647}`,
  ];
  if (filters.kind.length > 0) conditions.push(sql`${KIND} = any(${filters.kind}::text[])`);
  const rows = await query(
    CorrectionRow,
    sql`select ${EVENT_COLUMNS}, t.title from events e left join lateral (
        select c.statement as title from claims c where e.subject like 'C%' and c.id = substr(e.subject, 2)::int
        union all
        select s.short_name || ': ' || s.title from sources s where e.subject like 'S%' and s.id = substr(e.subject, 2)::int
      ) t on true
      where ${join(conditions, ' and ')} order by e.position desc limit ${options.limit + 1}`,
  );
  const page = rows.slice(0, options.limit);
  const last = page.at(-1);
  const names = await namesOf(page.flatMap(({ before, after }) => (before === null ? [] : [before, after])));
  return {
    corrections: page.map((row) => toCorrection(row, names)),
    next: rows.length > options.limit && last ? encodeCursor(['corrections', last.position]) : null,
  };
}

function toCorrection(row: z.infer<typeof CorrectionRow>, names: Awaited<ReturnType<typeof namesOf>>): Correction {
  const { position, at, actor, action, subject, title, summary, reason, before, after } = row;
  const kind = correctionKind(action, before !== null);
  if (kind === null) throw new Error(`${action} is no correction, and the statement asks for nothing else`);
  const figure = { before: figureOf(before), after: figureOf(after) };
  return {
    // As it was called then: what was published under one sentence is not told under another.
    ...{ position, at, kind, actor, subject, title: titleOf(after ?? before) ?? title, summary, reason },
    figure:
      figure.before !== null && figure.after !== null && figure.before !== figure.after
        ? { before: figure.before, after: figure.after }
        : null,
    changed: changeSummary(changesOf(row, names)),
  };
}

const WithTitle = z.union([
  z.object({ statement: z.string() }).transform(({ statement }) => statement),
  z.object({ shortName: z.string(), title: z.string() }).transform(({ shortName, title }) => `${shortName}: ${title}`),
]);

/** What a document says it is; null where it is not that of a record. */
function titleOf(document: unknown): string | null {
  return WithTitle.safeParse(document).data ?? null;
}

const WithFigure = z.object({ figure: Figure });

/** The figure of a document in one line, with its unit; null when it has none that can be read. */
function figureOf(document: unknown): string | null {
  const parsed = WithFigure.safeParse(document);
  if (!parsed.success) return null;
  const { figure } = parsed.data;
  return [figureText(figure), unitText(figure)].filter((part) => part !== null && part !== '').join(' ');
}
