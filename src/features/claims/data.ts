import 'server-only';
import { z } from 'zod';
import { RelationKind } from '../../domain/claim';
import { VerificationLevel } from '../../domain/verification';
import { Reliability } from '../../domain/grade';
import { slugOf } from '../../domain/text/slug';
import { queryOne, sql } from '../../db/sql';
import { CitationRow, DETAIL_COLUMNS, SUMMARY_TABLES, SummaryRow, toSummary } from './claim-sql';
import { type ClaimDto, ClaimDto as ClaimSchema, ClaimId, FigureDto } from './schema';

const RelationRow = z.object({
  kind: RelationKind,
  note: z.string().nullable(),
  seriesBreak: z.boolean(),
  direction: z.enum(['outgoing', 'incoming']),
  claim: z.object({ number: z.number().int(), statement: z.string(), figure: FigureDto, reliability: Reliability }),
});

const DetailRow = SummaryRow.extend({
  definition: z.string().nullable(),
  series: ClaimSchema.shape.series,
  standing: ClaimSchema.shape.standing,
  standing_reason: z.string().nullable(),
  method_note: ClaimSchema.shape.methodNote,
  grading: ClaimSchema.shape.grading,
  method_reasons: z.array(z.string()),
  reliability_reasons: z.array(z.string()),
  citations: z.array(CitationRow),
  relations: z.array(RelationRow),
  verification: ClaimSchema.shape.verification,
});

/** One claim with everything that hangs on it, in one statement; null when no claim has this id. */
export async function getClaim(id: string): Promise<ClaimDto | null> {
  const number = numberOf(id);
  if (number === null) return null;
  const row = await queryOne(DetailRow, sql`select ${DETAIL_COLUMNS} from ${SUMMARY_TABLES} where c.id = ${number}`);
  return row === null ? null : toClaim(row);
}

/** Whether there is a claim of this id. */
export async function claimExists(id: string): Promise<boolean> {
  const number = numberOf(id);
  return number !== null && (await queryOne(z.object({}), sql`select from claims where id = ${number}`)) !== null;
}

/** The number of a public id; null for anything that cannot be one. */
function numberOf(id: string): number | null {
  return ClaimId.safeParse(id).success ? Number(id.slice(1)) : null;
}

function toClaim(row: z.infer<typeof DetailRow>): ClaimDto {
  const summary = toSummary(row);
  const originId = summary.origin?.citation.id;
  return {
    ...summary,
    definition: row.definition,
    series: row.series,
    standing: row.standing,
    standingReason: row.standing_reason,
    methodNote: row.method_note,
    reasons: {
      source: row.citations.find((citation) => citation.id === originId)?.sourceReasons ?? [],
      method: row.method_reasons,
      reliability: row.reliability_reasons,
    },
    grading: row.grading,
    citations: row.citations.map(({ sourceReasons: _reasons, ...citation }) => citation),
    relations: row.relations.map(({ kind, note, seriesBreak, direction, claim: { number, ...claim } }) => ({
      kind,
      note,
      seriesBreak,
      direction,
      claim: { id: `C${number}`, slug: slugOf(claim.statement), ...claim },
    })),
    verification: row.verification,
  };
}

const EvidenceState = z.object({
  claims: z.number().int(),
  citations: z.number().int(),
  sources: z.number().int(),
  settled: z.number().int().describe('Claims whose grade two editors have settled.'),
  byReliability: z.array(z.object({ reliability: Reliability, count: z.number().int() })),
  byVerification: z.array(z.object({ level: VerificationLevel, count: z.number().int() })),
});
export type EvidenceState = z.infer<typeof EvidenceState>;

/** How much evidence there is, and how good. */
export async function getEvidenceState(): Promise<EvidenceState> {
  const state = await queryOne(
    EvidenceState,
    sql`select (select count(*)::int from claims) as claims, (select count(*)::int from citations) as citations,
      (select count(*)::int from sources) as sources,
      (select count(*)::int from claim_grades where not provisional) as settled,
      (select coalesce(json_agg(x), '[]') from (select reliability, count(*)::int as count
        from claim_index group by 1) x) as "byReliability",
      (select coalesce(json_agg(x), '[]') from (select verification_level as level, count(*)::int as count
        from claims group by 1) x) as "byVerification"`,
  );
  if (state === null) throw new Error('a statement without a FROM gives one row');
  return state;
}
