import 'server-only';
import { z } from 'zod';
import { CitationRole, DistortionKind, OriginState } from '../../domain/citation';
import { transmissionOf } from '../../domain/lineage/transmission';
import { MethodKind } from '../../domain/method';
import { parsePublicId } from '../../domain/record';
import { queryIn, type Transaction } from '../../db/prisma';
import { queryOne, type Sql, sql } from '../../db/sql';
import { Subject } from './schema';

// What is appraised may be public or still a draft. A public record is read as it is published, also while somebody
// works on a new version of it: the grade is shown with what is published.

const Bodies = z.array(z.string().nullable());
const Citation = z.object({
  originState: OriginState,
  role: CitationRole,
  distortions: z.array(z.object({ kind: DistortionKind })).default([]),
});

const Row = z.object({
  title: z.string().nullable(),
  published: z.boolean(),
  draft: z.string().nullable(),
  methodKind: z.string().nullable(),
  transmission: z.string().nullable(),
  /** A draft's citations: its lineage is worked out here, since no index holds it. */
  citations: z.array(z.unknown()).nullable(),
  makers: z.array(z.object({ letter: z.string().nullable(), bodies: Bodies })),
});

const LITERALS = (author: Sql): Sql => sql`coalesce((select jsonb_agg(n ->> 'literal') from jsonb_array_elements(
    case when jsonb_typeof(${author}) = 'array' then ${author} else '[]' end) n where n ->> 'literal' is not null), '[]')`;

const SOURCE_BODIES = sql`jsonb_build_array(s.organisation, s.publisher) || ${LITERALS(sql`s.author`)}`;
const DRAFT_BODIES = (content: Sql): Sql =>
  sql`jsonb_build_array(${content} ->> 'organisation', ${content} ->> 'publisher') || ${LITERALS(sql`${content} -> 'author'`)}`;

const OPEN = sql`state in ('draft', 'in-review')`;

function sourceStatement(number: number): Sql {
  return sql`select s.short_name || ': ' || s.title as title, true as published, null as draft, null as "methodKind", null as transmission,
      null::jsonb as citations, jsonb_build_array(jsonb_build_object('letter', null, 'bodies', ${SOURCE_BODIES})) as makers
    from sources s where s.id = ${number}
    union all
    select concat_ws(': ', d.content ->> 'shortName', d.content ->> 'title'), false, 'D' || d.id, null, null, null,
      jsonb_build_array(jsonb_build_object('letter', null, 'bodies', ${DRAFT_BODIES(sql`d.content`)}))
    from drafts d where d.kind = 'source' and d.record_number = ${number} and d.${OPEN}
      and not exists (select from sources where id = ${number})`;
}

function claimStatement(number: number): Sql {
  return sql`select c.statement as title, true as published, null as draft, m.kind as "methodKind", i.transmission, null::jsonb as citations,
      (select coalesce(jsonb_agg(jsonb_build_object('letter', sg.reliability, 'bodies', ${SOURCE_BODIES})
          order by s.issued nulls last, x.position), '[]')
        from citations x join sources s on s.id = x.source_id left join source_grades sg on sg.source_id = s.id
        where x.claim_id = c.id and x.origin_state = 'origin') as makers
    from claims c join claim_index i on i.claim_id = c.id left join method_notes m on m.claim_id = c.id
    where c.id = ${number}
    union all
    select d.content ->> 'statement', false, 'D' || d.id, d.content -> 'methodNote' ->> 'kind', null, d.cited,
      (select coalesce(jsonb_agg(jsonb_build_object('letter', sg.reliability, 'bodies', case when s.id is not null
            then ${SOURCE_BODIES} else ${DRAFT_BODIES(sql`made.content`)} end) order by s.issued nulls last, x.place), '[]')
        from jsonb_array_elements(d.cited) with ordinality x (entry, place)
        left join sources s on s.key = x.entry ->> 'source' left join source_grades sg on sg.source_id = s.id
        left join drafts made on s.id is null and made.kind = 'source' and made.${OPEN}
          and 's' || made.record_number = x.entry ->> 'source'
        where x.entry ->> 'originState' = 'origin')
    from (select d.*, case when jsonb_typeof(d.content -> 'citations') = 'array' then d.content -> 'citations' else '[]' end as cited
      from drafts d) d
    where d.kind = 'claim' and d.record_number = ${number} and d.${OPEN} and not exists (select from claims where id = ${number})`;
}

function statementOf(id: string): Sql | null {
  const parsed = parsePublicId(id);
  if (parsed === null) return null;
  return parsed.kind === 'claim' ? claimStatement(parsed.number) : sourceStatement(parsed.number);
}

/** The published record or open draft of this public id; null when there is neither. */
export async function getSubject(id: string): Promise<Subject | null> {
  const statement = statementOf(id);
  const row = statement === null ? null : await queryOne(Row, statement);
  return row === null ? null : toSubject(id, row);
}

/** The same inside a transaction. */
export async function getSubjectIn(tx: Transaction, id: string): Promise<Subject | null> {
  const statement = statementOf(id);
  const [row] = statement === null ? [] : await queryIn(tx, Row, statement);
  return row === undefined ? null : toSubject(id, row);
}

function toSubject(id: string, row: z.infer<typeof Row>): Subject {
  const kind = id.startsWith('C') ? 'claim' : 'source';
  const transmission = row.citations === null ? row.transmission : draftTransmission(row.citations);
  return Subject.parse({
    id,
    kind,
    title: row.title === null || row.title === '' ? id : row.title,
    published: row.published,
    draft: row.draft,
    methodKind: kind === 'claim' ? (MethodKind.safeParse(row.methodKind).data ?? 'not-stated') : null,
    source: kind === 'claim' ? (row.makers.find(({ letter }) => letter !== null)?.letter ?? null) : null,
    transmission: transmission === 'none' ? null : transmission,
    bodies: [...new Set(row.makers.flatMap(({ bodies }) => bodies).filter((body) => body !== null))],
  });
}

/** A draft's citation that is not filled in yet tells nothing of the lineage, and is left out. */
function draftTransmission(citations: readonly unknown[]): string | null {
  const whole = citations.flatMap((entry) => Citation.safeParse(entry).data ?? []);
  return whole.length === 0 ? null : (transmissionOf(whole).fidelity ?? null);
}
