import 'server-only';
import { z } from 'zod';
import { type Actor, permit } from '../../domain/permission';
import { query, type Sql, sql } from '../../db/sql';
import type { Reference, ReferenceKind } from './schema';

// What a field can point to, as people name it: sources and claims by their public ids, places and series by name. Published
// records and open drafts alike: a claim is often drafted together with its source.

const CANDIDATES_MAX = 8;

const Row = z.object({ value: z.string(), text: z.string(), exact: z.boolean() });
export type Candidate = z.infer<typeof Row>;

/** As much of a statement as a list has room for, to the end of a word. */
function shortened(statement: Sql): Sql {
  return sql`case when length(${statement}) <= 120 then ${statement}
    else regexp_replace(left(${statement}, 120), '\\s+\\S*$', '') || '…' end`;
}

const SOURCES = sql`select s.key as value, 'S' || s.id || ' · ' || s.short_name as text, s.id as number,
    s.short_name || ' ' || s.title || ' ' || coalesce(s.organisation, '') as words, null as draft from sources s
  union all
  select 's' || d.record_number, 'S' || d.record_number || ' · ' || coalesce(nullif(d.content ->> 'shortName', ''), 'draft') || ' (draft)',
    d.record_number, concat_ws(' ', d.content ->> 'shortName', d.content ->> 'title'), 'D' || d.id from drafts d
  where d.kind = 'source' and d.state in ('draft', 'in-review')
    and not exists (select from sources s where s.id = d.record_number)`;

const CLAIMS = sql`select c.key as value, 'C' || c.id || ' · ' || ${shortened(sql`c.statement`)} as text, c.id as number, c.statement as words,
    null as draft from claims c
  union all
  select 'c' || d.record_number, 'C' || d.record_number || ' · ' || coalesce(${shortened(sql`(d.content ->> 'statement')`)}, 'draft') || ' (draft)',
    d.record_number, coalesce(d.content ->> 'statement', ''), 'D' || d.id from drafts d
  where d.kind = 'claim' and d.state in ('draft', 'in-review')
    and not exists (select from claims c where c.id = d.record_number)`;

const PLACES = sql`select code as value, name || ' (' || code || ')' as text, 0 as number, name as words from geographies`;
const SERIES = sql`select key as value, name || ' (' || key || ')' as text, 0 as number, name as words from series`;

const LISTS = { source: SOURCES, claim: CLAIMS, place: PLACES, series: SERIES } as const;
export type NamedKind = keyof typeof LISTS;

/**
 * What somebody may mean by a text: its id, code or key, or words of its name. `exact` is what can be taken without
 * asking. @throws {Denied}
 */
export async function findCandidates(actor: Actor | null, kind: NamedKind, typed: string): Promise<Candidate[]> {
  permit(actor, 'draft.read');
  const text = typed.trim().slice(0, 200);
  const number = Number(/^[SC]([1-9]\d{0,8})\b/i.exec(text)?.[1] ?? 0);
  const code = /\(([\w.-]+)\)$/.exec(text)?.[1] ?? text;
  return query(
    Row,
    sql`select value, text, (number = ${number} and number > 0) or value = ${code} or lower(value) = lower(${text})
        or lower(words) = lower(${text}) as exact
      from (${LISTS[kind]}) all_of_them
      where (number = ${number} and number > 0) or value = ${code} or lower(value) = lower(${text})
        or plain_words(words) like '%' || replace(plain_words(${text}), ' ', '%') || '%'
      order by 3 desc, length(words), value limit ${CANDIDATES_MAX}`,
  );
}

/** The first so many of a kind, to be offered while typing. @throws {Denied} */
export async function listChoices(actor: Actor | null, kind: NamedKind, most: number): Promise<string[]> {
  permit(actor, 'draft.read');
  const rows = await query(
    z.object({ text: z.string() }),
    sql`select text from (${LISTS[kind]}) all_of_them order by number desc, text limit ${most}`,
  );
  return rows.map(({ text }) => text);
}

const Wanted = z.object({
  kind: z.string(),
  value: z.string(),
  text: z.string(),
  href: z.string().nullable(),
  draft: z.string().nullable(),
});

/**
 * The texts by which people know what these keys and codes stand for. What is not among them is nothing that is there.
 *
 * @throws {Denied}
 */
export async function describeReferences(
  actor: Actor | null,
  wanted: readonly { kind: ReferenceKind; value: string }[],
): Promise<Reference[]> {
  permit(actor, 'draft.read');
  const of = (kind: ReferenceKind) => wanted.filter((one) => one.kind === kind).map(({ value }) => value);
  const rows = await query(
    Wanted,
    sql`select 'source' as kind, value, text, coalesce('/desk/drafts/' || draft, '/sources/S' || number) as href, draft from (${SOURCES}) s where value = any(${of('source')}::text[])
      union all select 'claim', value, text, coalesce('/desk/drafts/' || draft, '/claims/C' || number), draft from (${CLAIMS}) c where value = any(${of('claim')}::text[])
      union all select 'place', value, text, null, null from (${PLACES}) p where value = any(${of('place')}::text[])
      union all select 'series', value, text, '/series/' || value, null from (${SERIES}) e where value = any(${of('series')}::text[])
      union all select 'citation', x.key, 'C' || x.claim_id || ' · ' || s.short_name || coalesce(', ' || x.locator, ''),
        '/claims/C' || x.claim_id || '#citation-' || x.id, null
        from citations x join sources s on s.id = x.source_id where x.key = any(${of('citation')}::text[])`,
  );
  return rows.map((row) => ({ ...row, kind: row.kind as ReferenceKind }));
}

/** The citations of a published claim, to draw from. @param claimId such as C12 @throws {Denied} */
export async function listCitationsOf(
  actor: Actor | null,
  claimId: string,
): Promise<{ value: string; text: string }[]> {
  permit(actor, 'draft.read');
  const number = /^C([1-9]\d{0,8})$/i.exec(claimId.trim())?.[1];
  if (number === undefined) return [];
  return query(
    z.object({ value: z.string(), text: z.string() }),
    sql`select x.key as value, 'C' || x.claim_id || ' · ' || s.short_name || coalesce(', ' || x.locator, '') as text
      from citations x join sources s on s.id = x.source_id where x.claim_id = ${Number(number)} order by x.position limit 500`,
  );
}
