import 'server-only';
import { z } from 'zod';
import { ageBandsOf } from '../../domain/age-band';
import { CitationRole, DistortionKind, OriginState } from '../../domain/citation';
import { type ClaimStatus, claimStatus, RelationKind } from '../../domain/claim';
import { Standing } from '../../domain/standing';
import { transmissionOf } from '../../domain/lineage/transmission';
import { yearOf } from '../../domain/partial-date';
import { findNumbers, numberToken } from '../../domain/text/numbers';
import { commonNames } from '../../domain/text/other-names';
import { figureTokens } from '../../domain/text/search-query';
import type { Transaction } from '../../db/prisma';

// What the claim list filters, sorts and searches by is worked out here, from the claim and its lineage, by the same
// mutation that writes the claim: a list can never show what the claim itself does not say.

const IndexInput = z.object({
  claimId: z.number().int(),
  statement: z.string(),
  kind: z.string(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  asPrinted: z.string().nullable(),
  populationGroup: z.string(),
  ageMin: z.number().int().nullable(),
  ageMax: z.number().int().nullable(),
  periodStart: z.string().nullable(),
  periodEnd: z.string().nullable(),
  standing: Standing,
  methodKind: z.string().nullable(),
  reliability: z.string().nullable(),
  topics: z.array(z.string()),
  geographies: z.array(z.string()),
  outgoing: z.array(RelationKind),
  incoming: z.array(RelationKind),
  citations: z.array(
    z.object({
      originState: OriginState,
      role: CitationRole,
      printed: z.string().nullable(),
      distortions: z.array(z.object({ kind: DistortionKind })),
    }),
  ),
  nearText: z.string(),
  farText: z.string(),
  caveats: z.string(),
});
type IndexInput = z.infer<typeof IndexInput>;

/** Numbers beside the figure: the years it speaks of, and those in the names of the works that state it. */
function nearNumbers({ nearText, periodStart, periodEnd }: IndexInput): string[] {
  return [nearText, periodStart?.slice(0, 4) ?? '', periodEnd?.slice(0, 4) ?? '']
    .flatMap(findNumbers)
    .map((number) => numberToken(number.value, number.percent));
}

/** The row of claim_index for one claim; pure, so that it can be tested without a database. */
export function indexRow(claim: IndexInput) {
  const years = [yearOf(claim.periodStart), yearOf(claim.periodEnd)].filter((year) => year !== null);
  const numbers = [claim.value, claim.low, claim.high].filter((number) => number !== null);
  const printed = [claim.asPrinted, ...claim.citations.map((citation) => citation.printed)];
  const texts = [claim.statement, claim.nearText, claim.farText, claim.caveats];
  const status: ClaimStatus = claimStatus(claim.standing, claim.outgoing, claim.incoming);
  return {
    claim_id: claim.claimId,
    text_a: `${claim.statement} ${figureTokens(claim, [claim.statement, ...printed]).join(' ')} c${claim.claimId}`,
    text_b: [claim.nearText, ...nearNumbers(claim)].join(' '),
    text_c: [claim.farText, ...printed, commonNames(texts.join(' '))].join(' '),
    text_d: claim.caveats,
    topics: claim.topics,
    geographies: claim.geographies,
    population_group: claim.populationGroup,
    age_bands: ageBandsOf(claim),
    figure_kind: claim.kind,
    method_kind: claim.methodKind ?? 'not-stated',
    reliability: claim.reliability ?? 'not-graded',
    transmission: transmissionOf(claim.citations).fidelity ?? 'none',
    status,
    year_start: years.length > 0 ? Math.min(...years) : null,
    year_end: years.length > 0 ? Math.max(...years) : null,
    value_min: numbers.length > 0 ? Math.min(...numbers) : null,
    value_max: numbers.length > 0 ? Math.max(...numbers) : null,
    citations: claim.citations.length,
  };
}

/**
 * Brings the index up to date for these claims. Call it in the transaction that changed them, their citations, their
 * grade or a relation, and name both ends of a relation.
 */
export async function refreshClaimIndex(tx: Transaction, claimIds: readonly number[]): Promise<void> {
  const rows = z.array(z.object({ input: IndexInput })).parse(
    await tx.$queryRaw`
    select json_build_object(
      'claimId', c.id, 'statement', c.statement, 'kind', c.figure_kind, 'value', c.figure_value, 'low', c.figure_low,
      'high', c.figure_high, 'asPrinted', c.figure_as_printed, 'populationGroup', c.population_group,
      'ageMin', c.population_age_min, 'ageMax', c.population_age_max,
      'periodStart', c.period_start, 'periodEnd', c.period_end, 'standing', c.standing, 'methodKind', m.kind,
      'reliability', g.reliability, 'geographies', geo.ancestors,
      'topics', (select coalesce(json_agg(t.topic_code order by t.position), '[]') from claim_topics t where t.claim_id = c.id),
      'outgoing', (select coalesce(json_agg(r.kind), '[]') from claim_relations r where r.from_id = c.id),
      'incoming', (select coalesce(json_agg(r.kind), '[]') from claim_relations r where r.to_id = c.id),
      'citations', (select coalesce(json_agg(json_build_object(
          'originState', x.origin_state, 'role', x.role, 'printed', x.figure_as_printed,
          'distortions', (select coalesce(json_agg(json_build_object('kind', d.kind)), '[]')
                          from distortions d where d.citation_id = x.id))), '[]')
        from citations x where x.claim_id = c.id),
      'nearText', concat_ws(' ', c.population_description, c.figure_unit, c.figure_of, c.geography_note,
        (select string_agg(a.name, ' ' order by a.code) from geographies a where a.code = any(geo.ancestors) and a.kind <> 'world'),
        (select string_agg(t.name, ' ' order by ct.position) from claim_topics ct join topics t on t.code = ct.topic_code where ct.claim_id = c.id),
        (select string_agg(distinct concat_ws(' ', s.short_name, s.organisation, s.cited_as), ' ')
         from citations x join sources s on s.id = x.source_id where x.claim_id = c.id)),
      'farText', concat_ws(' ', c.definition, c.period_label, m.description, m.frame,
        (select string_agg(distinct s.title, ' ') from citations x join sources s on s.id = x.source_id where x.claim_id = c.id),
        (select string_agg(distinct a ->> 'family', ' ') from citations x join sources s on s.id = x.source_id,
          jsonb_array_elements(s.author) a where x.claim_id = c.id)),
      'caveats', concat_ws(' ', array_to_string(c.does_not_measure, ' '), c.standing_reason, array_to_string(m.limits, ' '))
    ) as input
    from claims c
    join geographies geo on geo.code = c.geography_code
    left join method_notes m on m.claim_id = c.id
    left join claim_grades g on g.claim_id = c.id
    where c.id = any(${[...claimIds]}::int[])`,
  );
  await writeIndexRows(
    tx,
    rows.map((row) => indexRow(row.input)),
  );
}

async function writeIndexRows(tx: Transaction, rows: readonly ReturnType<typeof indexRow>[]): Promise<void> {
  // Always in the order of the claims, and the words in theirs: two who bring the same ones up to date wait for each
  // other once, and not crosswise.
  const json = JSON.stringify([...rows].sort((a, b) => a.claim_id - b.claim_id));
  await tx.$executeRaw`
    insert into claim_index (claim_id, document, topics, geographies, population_group, age_bands, figure_kind,
      method_kind, reliability, transmission, status, year_start, year_end, value_min, value_max, citations)
    select r.claim_id,
      setweight(to_tsvector('public.plumbline', r.text_a), 'A') || setweight(to_tsvector('public.plumbline', r.text_b), 'B')
        || setweight(to_tsvector('public.plumbline', r.text_c), 'C') || setweight(to_tsvector('public.plumbline', r.text_d), 'D'),
      array(select jsonb_array_elements_text(r.topics)), array(select jsonb_array_elements_text(r.geographies)),
      r.population_group, array(select jsonb_array_elements_text(r.age_bands)), r.figure_kind, r.method_kind,
      r.reliability, r.transmission, r.status, r.year_start, r.year_end, r.value_min, r.value_max, r.citations
    from jsonb_to_recordset(${json}::jsonb) as r(claim_id int, text_a text, text_b text, text_c text, text_d text,
      topics jsonb, geographies jsonb, population_group text, age_bands jsonb, figure_kind text, method_kind text,
      reliability text, transmission text, status text, year_start int, year_end int, value_min float8, value_max float8, citations int)
    on conflict (claim_id) do update set (document, topics, geographies, population_group, age_bands,
      figure_kind, method_kind, reliability, transmission, status, year_start, year_end, value_min, value_max, citations)
    = row(excluded.document, excluded.topics, excluded.geographies, excluded.population_group, excluded.age_bands,
      excluded.figure_kind, excluded.method_kind, excluded.reliability, excluded.transmission, excluded.status,
      excluded.year_start, excluded.year_end, excluded.value_min, excluded.value_max, excluded.citations)`;
  // Only words of letters: a mistyped number has no neighbour worth offering.
  await tx.$executeRaw`
    insert into search_words (word)
    select distinct lower(unaccent(p.token))
    from jsonb_to_recordset(${json}::jsonb) as r(text_a text, text_b text, text_c text),
      ts_parse('default', concat_ws(' ', r.text_a, r.text_b, r.text_c)) p
    where p.tokid in (1, 2, 10, 11) and length(p.token) between 3 and 40
    order by 1
    on conflict do nothing`;
}
