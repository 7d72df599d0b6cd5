import 'server-only';
import { z } from 'zod';
import { type Content, getAt } from '../../domain/fields/paths';
import { type Actor, permit } from '../../domain/permission';
import type { RecordKind } from '../../domain/record';
import { query, type Sql, sql } from '../../db/sql';
import type { ClaimMarks, DuplicateHit, SourceMarks } from './schema';

const HITS_MAX = 6;
/** Trigram similarity from which two titles are called alike: a subtitle more, a word less. */
const ALIKE = 0.5;

/**
 * Published records and open drafts that may be of the same thing, the likeliest first.
 *
 * @param recordId public id of the record that is being made, which is no duplicate of itself
 * @throws {Denied}
 */
export async function findDuplicates(
  actor: Actor | null,
  kind: RecordKind,
  content: Content,
  recordId: string | null,
): Promise<DuplicateHit[]> {
  permit(actor, 'draft.read');
  const own = recordId === null ? 0 : Number(recordId.slice(1));
  if (kind === 'source') return sourceHits(sourceMarks(content), own);
  return claimHits(claimMarks(content), own);
}

function text(content: Content, path: string): string | null {
  const value = getAt(content, path);
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, 1000) : null;
}

function number(content: Content, path: string): number | null {
  const value = getAt(content, path);
  return typeof value === 'number' ? value : null;
}

function year(content: Content, path: string): number | null {
  const found = text(content, path)?.match(/^\d{4}/);
  return found ? Number(found[0]) : null;
}

function sourceMarks(content: Content): SourceMarks {
  return { title: text(content, 'title'), doi: text(content, 'doi') };
}

function claimMarks(content: Content): ClaimMarks {
  const [start, end] = [year(content, 'period.start'), year(content, 'period.end')];
  return {
    kind: text(content, 'figure.kind'),
    value: number(content, 'figure.value'),
    low: number(content, 'figure.low'),
    high: number(content, 'figure.high'),
    group: text(content, 'population.group'),
    place: text(content, 'geography'),
    yearStart: start ?? end,
    yearEnd: end ?? start,
  };
}

const Found = z.object({ id: z.string(), draft: z.string().nullable(), name: z.string() });

const SourceRow = Found.extend({ sameDoi: z.boolean(), begins: z.boolean(), likeness: z.number() });

/** Characters from which the beginning of a title is enough: somebody is still typing it, or left a subtitle out. */
const BEGINNING_MIN = 12;

/** By DOI, and by title. */
async function sourceHits({ title, doi }: SourceMarks, own: number): Promise<DuplicateHit[]> {
  if (title === null && doi === null) return [];
  const wanted = sql`plain_words(${title ?? ''}::text)`;
  const begins = (plain: Sql) => sql`(length(${wanted}) >= ${BEGINNING_MIN}::int and ${plain} like ${wanted} || '%')`;
  const rows = await query(
    SourceRow,
    sql`select id, draft, name, coalesce(doi = ${doi}::text, false) as "sameDoi", ${begins(sql`plain`)} as begins,
        similarity(plain, ${wanted})::float8 as likeness
      from (select 'S' || s.id as id, null as draft, s.short_name || ': ' || s.title as name, s.doi, plain_words(s.title) as plain
          from sources s where s.id <> ${own} and (s.doi = ${doi}::text or plain_words(s.title) % ${wanted} or ${begins(sql`plain_words(s.title)`)})
        union all
        select 'S' || d.record_number, 'D' || d.id, coalesce(nullif(d.content ->> 'title', ''), 'Without a title'),
          d.content ->> 'doi', plain_words(d.content ->> 'title')
          from drafts d where d.kind = 'source' and d.state in ('draft', 'in-review') and d.record_number <> ${own}
            and (d.content ->> 'doi' = ${doi}::text or plain_words(d.content ->> 'title') % ${wanted}
              or ${begins(sql`plain_words(d.content ->> 'title')`)})
            and not exists (select from sources s where s.id = d.record_number)) found
      where doi = ${doi}::text or similarity(plain, ${wanted}) >= ${ALIKE} or ${begins(sql`plain`)}
      order by 4 desc, likeness desc, id limit ${HITS_MAX}`,
  );
  return rows.map(({ sameDoi, begins, likeness, ...hit }) => ({
    ...hit,
    why: [...(sameDoi ? ['Same DOI'] : []), ...titleReason(likeness, begins)],
  }));
}

function titleReason(likeness: number, begins: boolean): string[] {
  if (likeness > 0.999) return ['Same title'];
  if (begins) return ['Title begins the same'];
  return likeness >= ALIKE ? [`Title alike, ${Math.round(likeness * 100)} %`] : [];
}

const ClaimRow = Found.extend({
  sameGroup: z.boolean().nullable(),
  samePlace: z.boolean().nullable(),
  sameTime: z.boolean().nullable(),
});

/** A number in the JSON of a draft; null where something else stands there, since a draft may hold anything. */
function draftNumber(path: string): Sql {
  return sql`case when jsonb_typeof(d.content #> ${path}::text[]) = 'number' then (d.content #>> ${path}::text[])::float8 end`;
}

function draftYear(path: string): Sql {
  return sql`substring(d.content #>> ${path}::text[] from '^\\d{4}')::int`;
}

const CLAIMS: Sql = sql`select c.id as number, 'C' || c.id as id, null as draft, c.statement as name, c.figure_kind::text as kind,
    c.figure_value as value, c.figure_low as low, c.figure_high as high, c.population_group as grp, c.geography_code as place,
    substring(coalesce(c.period_start, c.period_end) from '^\\d{4}')::int as first_year,
    substring(coalesce(c.period_end, c.period_start) from '^\\d{4}')::int as last_year
  from claims c
  union all
  select d.record_number, 'C' || d.record_number, 'D' || d.id, coalesce(nullif(d.content ->> 'statement', ''), 'Without a statement'),
    d.content #>> '{figure,kind}', ${draftNumber('{figure,value}')}, ${draftNumber('{figure,low}')}, ${draftNumber('{figure,high}')},
    d.content #>> '{population,group}', d.content ->> 'geography',
    coalesce(${draftYear('{period,start}')}, ${draftYear('{period,end}')}),
    coalesce(${draftYear('{period,end}')}, ${draftYear('{period,start}')})
  from drafts d where d.kind = 'claim' and d.state in ('draft', 'in-review')
    and not exists (select from claims c where c.id = d.record_number)`;

/** The same figure, unless the two speak of other people, another place or another time. */
async function claimHits(marks: ClaimMarks, own: number): Promise<DuplicateHit[]> {
  const { kind, value, low, high, group, place, yearStart, yearEnd } = marks;
  if (value === null && (low === null || high === null)) return [];
  const rows = await query(
    ClaimRow,
    sql`select * from (
        select number, id, draft, name, grp = ${group}::text as "sameGroup", place = ${place}::text as "samePlace",
          first_year <= ${yearEnd}::int and last_year >= ${yearStart}::int as "sameTime"
        from (${CLAIMS}) found
        where number <> ${own} and kind = coalesce(${kind}::text, kind)
          and (value = ${value}::float8 or (low = ${low}::float8 and high = ${high}::float8))) same
      where "sameGroup" is not false and "samePlace" is not false and "sameTime" is not false
      order by num_nonnulls("sameGroup", "samePlace", "sameTime") desc, number limit ${HITS_MAX}`,
  );
  return rows.map(({ sameGroup, samePlace, sameTime, ...hit }) => ({
    ...hit,
    why: [
      'Same figure',
      ...(sameGroup ? ['same population'] : []),
      ...(samePlace ? ['same place'] : []),
      ...(sameTime ? ['overlapping period'] : []),
    ],
  }));
}
