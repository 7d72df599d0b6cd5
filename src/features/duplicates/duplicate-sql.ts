import 'server-only';
import { ALIKE, BEGINNING_MIN, DUPLICATE_REASON, DuplicateReason } from '../../domain/duplicates/reason';
import { join, type Sql, sql } from '../../db/sql';

// What two records of the same thing have in common, said once: the forms ask it of one record while somebody types, an
// import of all its rows together. Both look among `HERE_…`, and both call a pair what `…Reason` calls it.

/** A draft that is being written, of a record that is not published: what is published stands for itself. */
const OPEN_SOURCES: Sql = sql`drafts d where d.kind = 'source' and d.state in ('draft', 'in-review')
  and not exists (select from sources s where s.id = d.record_number)`;
const OPEN_CLAIMS: Sql = sql`drafts d where d.kind = 'claim' and d.state in ('draft', 'in-review')
  and not exists (select from claims c where c.id = d.record_number)`;

/** Published sources and open drafts: number, id, draft, name, doi, title (plain words), year. */
export const HERE_SOURCES: Sql = sql`(select s.id as number, 'S' || s.id as id, null::text as draft, s.short_name || ': ' || s.title as name,
    s.doi as doi, plain_words(s.title) as title, left(s.issued, 4) as year from sources s
  union all
  select d.record_number, 'S' || d.record_number, 'D' || d.id, coalesce(nullif(d.content ->> 'title', ''), 'Without a title'),
    d.content ->> 'doi', plain_words(d.content ->> 'title'), left(d.content ->> 'issued', 4) from ${OPEN_SOURCES})`;

/** A number in a claim's JSON; null where something else stands there, since a draft may hold anything. */
function numberAt(document: Sql, path: string): Sql {
  return sql`case when jsonb_typeof(${document} #> ${path}::text[]) = 'number' then (${document} #>> ${path}::text[])::float8 end`;
}

/** A date in a claim's JSON, as far as it is one. */
function dateAt(document: Sql, path: string): Sql {
  return sql`substring(${document} #>> ${path}::text[] from '^\\d{4}(?:-\\d\\d){0,2}$')`;
}

/** What a claim's document is recognised by, as columns. */
export function claimMarks(document: Sql): Sql {
  return sql`${document} #>> '{figure,kind}' as kind, ${numberAt(document, '{figure,value}')} as value,
    ${numberAt(document, '{figure,low}')} as low, ${numberAt(document, '{figure,high}')} as high,
    ${document} #>> '{population,group}' as people, ${document} ->> 'geography' as place,
    ${dateAt(document, '{period,start}')} as period_start, ${dateAt(document, '{period,end}')} as period_end`;
}

/** Published claims and open drafts: number, id, draft, name, and the marks. */
export const HERE_CLAIMS: Sql = sql`(select c.id as number, 'C' || c.id as id, null::text as draft, c.statement as name,
    c.figure_kind::text as kind, c.figure_value as value, c.figure_low as low, c.figure_high as high,
    c.population_group::text as people, c.geography_code as place, c.period_start, c.period_end from claims c
  union all
  select d.record_number, 'C' || d.record_number, 'D' || d.id, coalesce(nullif(d.content ->> 'statement', ''), 'Without a statement'),
    ${claimMarks(sql`d.content`)} from ${OPEN_CLAIMS})`;

/** Why two sources (aliases of rows with doi, title and year) may be the same; null when nothing speaks for it. */
export function sourceReason(a: Sql, b: Sql): Sql {
  return sql`(case when ${a}.doi = ${b}.doi then 'doi'
    when ${a}.title = ${b}.title and ${a}.title <> '' then
      case when ${a}.year <> ${b}.year then 'title-of-another-year' else 'title' end
    when similarity(${a}.title, ${b}.title) >= ${ALIKE}::real then 'title-alike'
    when least(length(${a}.title), length(${b}.title)) >= ${BEGINNING_MIN}::int
      and (starts_with(${a}.title, ${b}.title) or starts_with(${b}.title, ${a}.title)) then 'title-begins' end)`;
}

/** Whether two claims print the same number: the same value, or the same ends of a range. A direction has none. */
function sameFigure(a: Sql, b: Sql): Sql {
  return sql`coalesce(coalesce(${a}.kind = ${b}.kind, true)
    and (${a}.value = ${b}.value or (${a}.low = ${b}.low and ${a}.high = ${b}.high)), false)`;
}

/**
 * Why two claims (aliases of rows with the columns of `claimMarks`) may be the same; null when nothing speaks for it, or
 * when people, place or time differ. What is not known yet of either speaks neither for nor against.
 */
export function claimReason(a: Sql, b: Sql): Sql {
  return sql`(case when not ${sameFigure(a, b)} or ${a}.people <> ${b}.people or ${a}.place <> ${b}.place
      or not periods_meet(${a}.period_start, ${a}.period_end, ${b}.period_start, ${b}.period_end) then null
    when num_nulls(${a}.people, ${b}.people, ${a}.place, ${b}.place) > 0 then 'figure-alone'
    when ${a}.period_start is not distinct from ${b}.period_start
      and ${a}.period_end is not distinct from ${b}.period_end then 'figure-and-period'
    else 'figure' end)`;
}

/** The place of a reason among all: the strongest first. */
export function strengthOf(reason: Sql): Sql {
  return sql`array_position(${[...DuplicateReason.options]}::text[], ${reason})`;
}

/** A reason's words. */
export function reasonText(reason: Sql): Sql {
  const words = DuplicateReason.options.map(
    (name) => sql`when ${name}::text then ${DUPLICATE_REASON[name].text}::text`,
  );
  return sql`(case ${reason} ${join(words, ' ')} end)`;
}

/** Whether a pair of this reason is taken for the same without asking anybody. */
export function isCertain(reason: Sql): Sql {
  return sql`(${reason} = any(${DuplicateReason.options.filter((name) => DUPLICATE_REASON[name].certain)}::text[]))`;
}
