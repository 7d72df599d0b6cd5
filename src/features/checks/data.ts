import 'server-only';
import { z } from 'zod';
import { CitationRole, Distortion, OriginState } from '../../domain/citation';
import { RelationKind } from '../../domain/claim';
import { RULES } from '../../domain/checks/rules';
import { byWeight, countsOf, type Finding, type Suppression, checkClaim } from '../../domain/checks/run';
import type { CheckedCitation, CheckedClaim } from '../../domain/checks/subject';
import { LinkState } from '../../domain/link-check';
import { MethodNote } from '../../domain/method';
import { type Actor, permit } from '../../domain/permission';
import { SourceType } from '../../domain/source';
import { Standing } from '../../domain/standing';
import { Verification } from '../../domain/verification';
import { query, type Sql, sql } from '../../db/sql';
import { keptAnswer } from '../../lib/kept-answer';
import { today } from '../../lib/today';
import { SUMMARY_TABLES, SummaryRow, toSummary } from '../claims/claim-sql';
import { ClaimId, type ClaimSummary } from '../claims/schema';
import { getLineage } from '../lineage/data';
import { listRecordDifferences, stateOfBase } from '../lineage/difference-data';
import { CHECKED_COLUMNS } from './check-sql';
import type { ClaimChecks, ClaimFinding, RuleCount, RuleDto } from './schema';

export type { ClaimChecks };

/** A claim as the rules look at it, with what else a summary says of it. */
export type CheckedRecord = CheckedClaim & Pick<ClaimSummary, 'figure' | 'updatedAt'>;

const CitationRow = z.object({
  id: z.number().int(),
  source: z.object({
    id: z.string(),
    shortName: z.string(),
    type: SourceType,
    hasAuthor: z.boolean(),
    publisher: z.string().nullable(),
    issued: z.string().nullable(),
    url: z.string().nullable(),
    doi: z.string().nullable(),
    standing: Standing,
    link: LinkState.nullable(),
    archivedAt: z.string().nullable(),
    verification: Verification,
  }),
  locator: z.string().nullable(),
  figureAsPrinted: z.string().nullable(),
  role: CitationRole,
  originState: OriginState,
  distortions: z.array(Distortion),
  verification: Verification,
});

const CheckedRow = SummaryRow.extend({
  definition: z.string().nullable(),
  series: z.string().nullable(),
  standing_reason: z.string().nullable(),
  within: z.array(z.string()),
  method_note: MethodNote.nullable(),
  verification: Verification,
  citations: z.array(CitationRow),
  relations: z.array(
    z.object({
      kind: RelationKind,
      direction: z.enum(['outgoing', 'incoming']),
      claim: z.object({ id: z.string(), statement: z.string() }),
    }),
  ),
  support: z.object({
    citations: z.number().int(),
    roots: z.number().int(),
    untraced: z.number().int(),
    looped: z.number().int(),
  }),
});

/** Every rule, in the order of its id. @param site the address of this site, without a slash at the end */
export function listRules(site: string): RuleDto[] {
  return RULES.map(({ id, slug, title, severity }) => ({
    id,
    slug,
    title,
    severity,
    url: `${site}/docs/checks/${slug}`,
  }));
}

/** Claims as the rules look at them, in one statement, by number. An id that no claim has is left out. */
export const listCheckedClaims = async (ids: readonly string[]): Promise<CheckedRecord[]> =>
  listClaims(ids, await differingCitations());

/**
 * The same for who asks what a text makes of them: where rule and record differ is a matter of the record, and to work it
 * out reads the whole base.
 */
export const listClaimsInUse = (ids: readonly string[]): Promise<CheckedRecord[]> => listClaims(ids, new Map());

async function listClaims(ids: readonly string[], differing: Differing): Promise<CheckedRecord[]> {
  const numbers = ids.flatMap((id) => (ClaimId.safeParse(id).success ? [Number(id.slice(1))] : []));
  if (numbers.length === 0) return [];
  return readClaims(sql`c.id = any(${numbers}::int[])`, numbers.length, differing);
}

/** The checks of one claim; null when no claim has this id. Rule and record are held together by its lineage. */
export async function getClaimChecks(
  id: string,
  today: string,
  readLineage: typeof getLineage = getLineage,
): Promise<ClaimChecks | null> {
  const lineage = await readLineage(id);
  if (lineage === null) return null;
  const differing = new Map(
    lineage.edges.flatMap(({ to, disagreement }) =>
      disagreement === null
        ? []
        : [
            [
              to,
              {
                computedOnly: disagreement.computedOnly.map(({ label }) => label),
                recordedOnly: disagreement.recordedOnly,
              },
            ],
          ],
    ),
  );
  const [claim] = await readClaims(sql`c.id = ${Number(id.slice(1))}`, 1, differing);
  return claim === undefined ? null : checked(claim, today, []);
}

/** The whole evidence base, checked: how often each rule finds something, and where. */
type BaseChecks = { claims: number; rules: RuleCount[]; findings: ReadonlyMap<string, ClaimFinding[]> };

/** In milliseconds: who opens the page waits no longer; in a large evidence base the work goes on behind them. */
const PATIENCE = 3000;

// A figure grows old by the day: the day is a part of the state.
const baseChecks = keptAnswer(async () => `${await stateOfBase()} ${today()}`, workOut);

/** What the checks find in the whole evidence base; null where they have never been run to their end yet. */
export async function getBaseChecks(actor: Actor | null): Promise<{ checks: BaseChecks | null; isCurrent: boolean }> {
  permit(actor, 'draft.read');
  const { answer: checks, isCurrent } = await baseChecks(PATIENCE);
  return { checks, isCurrent };
}

async function workOut(): Promise<BaseChecks> {
  const findings = new Map<string, ClaimFinding[]>(RULES.map(({ id }) => [id, []]));
  let claims = 0;
  for await (const batch of checkEvidence(today(), [])) {
    claims += batch.length;
    for (const { id, statement, findings: found } of batch)
      for (const finding of found) findings.get(finding.rule)?.push({ id, statement, finding });
  }
  const rules = RULES.map(({ id, slug, title }) => {
    const counts = countsOf((findings.get(id) ?? []).map(({ finding }) => finding));
    return { rule: id, slug, title, counts };
  });
  for (const found of findings.values()) found.sort((a, b) => byWeight(a.finding, b.finding));
  return { claims, rules, findings };
}

/** Claims that are read and checked at a time: what the server holds of them at once. */
const BATCH = 500;

/** Checks every claim of the evidence base, batch by batch, in the order of their numbers. */
export async function* checkEvidence(
  today: string,
  suppressions: readonly Suppression[],
): AsyncGenerator<ClaimChecks[]> {
  const differing = await differingCitations();
  let after = 0;
  for (;;) {
    const claims = await readClaims(sql`c.id > ${after}`, BATCH, differing);
    if (claims.length === 0) return;
    yield claims.map((claim) => checked(claim, today, suppressions));
    after = Number(claims.at(-1)?.id.slice(1));
  }
}

function checked(claim: CheckedClaim, today: string, suppressions: readonly Suppression[]): ClaimChecks {
  const findings: Finding[] = checkClaim(claim, { today, suppressions });
  return { id: claim.id, statement: claim.statement, counts: countsOf(findings), findings };
}

type Differing = ReadonlyMap<number, CheckedCitation['disagreement']>;

async function differingCitations(): Promise<Differing> {
  const { differences } = await listRecordDifferences(null);
  return new Map(differences.map((difference) => [difference.citationId, difference]));
}

async function readClaims(where: Sql, limit: number, differing: Differing): Promise<CheckedRecord[]> {
  const rows = await query(
    CheckedRow,
    sql`select ${CHECKED_COLUMNS} from ${SUMMARY_TABLES} where ${where} order by c.id limit ${limit}`,
  );
  return rows.map((row) => toChecked(row, differing));
}

function toChecked(row: z.infer<typeof CheckedRow>, differing: Differing): CheckedRecord {
  const { geography, grades, ...summary } = toSummary(row);
  const { source, method, transmission, provisional, underReview } = grades;
  return {
    ...summary,
    place: { ...geography, within: row.within },
    grades: { source, method, transmission },
    provisional,
    underReview,
    definition: row.definition,
    series: row.series,
    standingReason: row.standing_reason,
    methodNote: row.method_note,
    verification: row.verification,
    relations: row.relations,
    support: row.support,
    citations: row.citations.map((citation) => ({ ...citation, disagreement: differing.get(citation.id) ?? null })),
  };
}
