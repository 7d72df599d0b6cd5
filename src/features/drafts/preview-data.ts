import 'server-only';
import { z } from 'zod';
import { wholeRecord } from '../../domain/fields/completeness';
import { transmissionOf } from '../../domain/lineage/transmission';
import { claimStatus, type ClaimRecord } from '../../domain/claim';
import { type Actor, permit } from '../../domain/permission';
import { slugOf } from '../../domain/text/slug';
import { queryOne, sql } from '../../db/sql';
import { FIGURE_JSON } from '../claims/claim-sql';
import { CitationDto, type ClaimDto, FigureDto } from '../claims/schema';
import type { Bibliography } from '../sources/schema';
import type { DraftDto } from './schema';

/** A draft as its page will show it. */
export type Preview = { kind: 'claim'; claim: ClaimDto } | { kind: 'source'; source: PreviewSource };
export type PreviewSource = Bibliography & { says: string | null; note: string | null; citedAs: string | null };

/** The draft as it would be shown; null while it is not whole. @throws {Denied} */
export async function previewOf(actor: Actor | null, draft: DraftDto): Promise<Preview | null> {
  permit(actor, 'draft.read');
  const content = { ...draft.content, id: draft.recordId, key: draft.key, appraisal: null };
  if (draft.kind === 'source') {
    const source = wholeRecord('source', content);
    return source === null ? null : { kind: 'source', source: { ...source, slug: slugOf(source.title) } };
  }
  const record = wholeRecord('claim', content);
  return record === null ? null : { kind: 'claim', claim: await previewClaim(record) };
}

const Named = z.object({
  place: z.string().nullable(),
  topics: z.array(z.object({ code: z.string(), name: z.string() })),
  series: z.object({ key: z.string(), name: z.string() }).nullable(),
  sources: z.array(CitationDto.shape.source.extend({ key: z.string() })),
  drawn: z.array(
    z.object({
      key: z.string(),
      id: z.number(),
      claimId: z.string(),
      source: z.object({ id: z.string(), shortName: z.string() }),
    }),
  ),
  related: z.array(
    z.object({ key: z.string(), id: z.string(), statement: z.string(), figure: FigureDto, reliability: z.string() }),
  ),
});

async function namesOf(record: ClaimRecord): Promise<z.infer<typeof Named>> {
  const sources = record.citations.map(({ source }) => source);
  const drawn = record.citations.map(({ drawnFrom }) => drawnFrom);
  const related = record.relations.map(({ to }) => to);
  const named = await queryOne(
    Named,
    sql`select (select name from geographies where code = ${record.geography}) as place,
      (select coalesce(json_agg(json_build_object('code', code, 'name', name)), '[]') from topics where code = any(${record.topics}::text[])) as topics,
      (select json_build_object('key', key, 'name', name) from series where key = ${record.series}) as series,
      (select coalesce(json_agg(json_build_object('key', s.key, 'id', 'S' || s.id, 'title', s.title, 'shortName', s.short_name,
          'publisher', s.publisher, 'issued', s.issued, 'url', s.url, 'reliability', sg.reliability, 'standing', s.standing)), '[]')
        from sources s left join source_grades sg on sg.source_id = s.id where s.key = any(${sources}::text[])) as sources,
      (select coalesce(json_agg(json_build_object('key', x.key, 'id', x.id, 'claimId', 'C' || x.claim_id,
          'source', json_build_object('id', 'S' || s.id, 'shortName', s.short_name))), '[]')
        from citations x join sources s on s.id = x.source_id where x.key = any(${drawn}::text[])) as drawn,
      (select coalesce(json_agg(json_build_object('key', c.key, 'id', 'C' || c.id, 'statement', c.statement,
          'figure', ${FIGURE_JSON}, 'reliability', coalesce(g.reliability, 'not-graded'))), '[]')
        from claims c left join claim_grades g on g.claim_id = c.id where c.key = any(${related}::text[])) as related`,
  );
  if (named === null) throw new Error('a statement of scalars gives one row');
  return named;
}

/** The claim as the public page would have it, but for its grade: that is judged after it is published. */
async function previewClaim(record: ClaimRecord): Promise<ClaimDto> {
  const names = await namesOf(record);
  const citations = record.citations.map((citation, n) => citationDto(record, names, citation, n));
  const slug = slugOf(record.statement);
  return {
    ...record,
    id: record.id,
    slug,
    url: `/claims/${record.id}/${slug}`,
    geography: { code: record.geography, name: names.place ?? record.geography, note: record.geographyNote },
    topics: record.topics.map((code) => ({
      code,
      name: names.topics.find((topic) => topic.code === code)?.name ?? code,
    })),
    series: names.series,
    status: claimStatus(
      record.standing,
      record.relations.map(({ kind }) => kind),
      [],
    ),
    reliability: 'not-graded',
    grades: {
      source: null,
      method: null,
      transmission: transmissionOf(record.citations).fidelity,
      provisional: true,
      underReview: null,
    },
    methodKind: record.methodNote.kind,
    origin: null,
    citationCount: citations.length,
    updatedAt: '',
    reasons: { source: [], method: [], reliability: [] },
    grading: null,
    citations,
    relations: record.relations.flatMap(({ kind, to, note, seriesBreak }) => {
      const other = names.related.find(({ key }) => key === to);
      if (other === undefined) return [];
      const claim = {
        ...other,
        slug: slugOf(other.statement),
        reliability: other.reliability as ClaimDto['reliability'],
      };
      return [{ kind, note, seriesBreak, direction: 'outgoing' as const, claim }];
    }),
  };
}

type Names = z.infer<typeof Named>;

function citationDto(
  record: ClaimRecord,
  names: Names,
  citation: ClaimRecord['citations'][number],
  n: number,
): CitationDto {
  return {
    ...citation,
    id: n + 1,
    source: names.sources.find(({ key }) => key === citation.source) ?? draftSource(citation.source),
    drawnFrom: drawnFrom(record, names, citation.drawnFrom),
  };
}

function drawnFrom(record: ClaimRecord, names: Names, key: string | null): CitationDto['drawnFrom'] {
  if (key === null) return null;
  const own = record.citations.findIndex((citation) => citation.key === key);
  const source = record.citations[own]?.source;
  if (source === undefined) return names.drawn.find((citation) => citation.key === key) ?? null;
  const { id, shortName } = names.sources.find((known) => known.key === source) ?? draftSource(source);
  return { id: own + 1, claimId: record.id, source: { id, shortName } };
}

/** A source that is no more than a draft itself: its key is its id in lower case. */
function draftSource(key: string): CitationDto['source'] {
  const id = key.toUpperCase();
  return CitationDto.shape.source.parse({
    id,
    title: 'Not published yet',
    shortName: `${id} (draft)`,
    publisher: null,
    issued: null,
    url: null,
    reliability: null,
    standing: 'stands',
  });
}
