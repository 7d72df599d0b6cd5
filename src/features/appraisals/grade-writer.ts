import 'server-only';
import { z } from 'zod';
import { Judgement } from '../../domain/appraisal/appraisal';
import {
  changesSince,
  gradeOfOriginChanged,
  JudgedContent,
  originChanged,
  originMerged,
} from '../../domain/appraisal/judged-content';
import { reviewReasons } from '../../domain/appraisal/reappraisal';
import { MethodCertainty, Reliability, SourceReliability } from '../../domain/grade';
import type { Actor } from '../../domain/permission';
import { parsePublicId, publicId, type RecordKind, type RecordOf } from '../../domain/record';
import { enumValue, queryIn, type Transaction } from '../../db/prisma';
import { type Sql, sql } from '../../db/sql';
import { refreshClaimIndex } from '../claims/index-writer';
import { type NewEvent, recordEvents } from '../history/event-writer';
import { getContentIn, holdOrigins } from './content-data';

// Grades as two editors settled them. A record that is still a draft has none: its outcome waits in the round until the
// record is published.

const Closed = z.object({
  id: z.number().int(),
  outcome: Judgement,
  method_kind: z.string().nullable(),
  settled_at: z.date(),
  due_at: z.date(),
  how: z.enum(['agreement', 'consensus', 'decision']),
});
type Closed = z.infer<typeof Closed>;

const HOW: Readonly<Record<Closed['how'], string>> = {
  agreement: 'who agreed',
  consensus: 'who settled their difference',
  decision: 'whose difference a senior editor settled',
};

/**
 * Writes what two editors last settled for a record as its grade. Call it when a round closes, and when a draft becomes a
 * public record; the caller keeps the record as it is until the transaction ends. Nothing happens where there is no
 * outcome, where it stands already, or where the record is not public. Where the record is not what either of the two
 * read, its grade is under review from the start.
 *
 * @returns the lines of the history that say so, none where nothing was written. The caller writes them last: whoever has
 *   written one keeps everybody else from writing until the transaction ends, and so must not wait for a row after that
 */
export async function applySettledGrade(tx: Transaction, subject: string): Promise<NewEvent[]> {
  const record = parsePublicId(subject);
  const [round] = await queryIn(
    tx,
    Closed,
    sql`select id, outcome, method_kind, settled_at, due_at, settled_how::text as how from appraisal_rounds
      where subject = ${subject} and state in ('agreed', 'settled') order by id desc limit 1`,
  );
  if (record === null || round === undefined) return [];
  if (record.kind === 'claim') {
    await holdOrigins(tx, record.number);
    // Whoever publishes a source of it takes its line in the index first, and its grade after: here too.
    await queryIn(tx, z.object({}), sql`select from claim_index where claim_id = ${record.number} for update`);
  }
  const before = await gradeOf(tx, subject);
  if (before === null || before.round === round.id) return [];
  const reasons = await reasonsSince(tx, record.kind, subject, round, before);
  if (record.kind === 'claim') await writeClaimGrade(tx, record.number, round, reasons);
  else await writeSourceGrade(tx, record.number, round, reasons);
  const after = await gradeOf(tx, subject);
  const summary = `Graded by two editors, ${HOW[round.how]}.`;
  if (record.kind === 'claim') await refreshClaimIndex(tx, [record.number]);
  const graded = { action: 'graded', subject, summary, before: before.grade, after: after?.grade };
  const reviews = reasons.filter((reason) => !before.reasons.includes(reason)).map((r) => reviewEvent(subject, r));
  const claims =
    record.kind === 'source' && before.grade?.reliability !== after?.grade?.reliability
      ? await markClaimsOf(tx, record.number, gradeOfOriginChanged(subject))
      : [];
  return [graded, ...reviews, ...claims];
}

const METHOD_CHANGED = 'How the figure was made was recorded otherwise after it was appraised.';

/** Why a grade is under review from the start: what changed since either of the two appraised, each reason once. */
async function reasonsSince(
  tx: Transaction,
  kind: RecordKind,
  subject: string,
  round: Closed,
  { methodKind }: z.infer<typeof Grade>,
): Promise<string[]> {
  const now = await getContentIn(tx, subject);
  if (now === null) throw new Error(`${subject} has a grade to be written, and is not there`);
  const kept = await queryIn(
    tx,
    Kept,
    sql`select judged_content as content from appraisals where round_id = ${round.id} order by place`,
  );
  const method = kind === 'claim' && methodKind !== round.method_kind ? [METHOD_CHANGED] : [];
  return [...new Set([...kept.flatMap(({ content }) => changesSince(kind, content, now.content)), ...method])];
}

const Kept = z.object({ content: JudgedContent.nullable() });

const Grade = z.object({
  round: z.number().int().nullable(),
  methodKind: z.string().nullable(),
  reasons: z.array(z.string()),
  grade: z.record(z.string(), z.unknown()).nullable(),
});

/** The grade of a public record as a document, which may be none; null when no record of this id is public. */
async function gradeOf(tx: Transaction, subject: string): Promise<z.infer<typeof Grade> | null> {
  const number = Number(subject.slice(1));
  const statement = subject.startsWith('C')
    ? sql`select g.round_id as round, m.kind as "methodKind", coalesce(g.review_reasons, '{}') as reasons, case when g.claim_id is not null then jsonb_build_object(
          'method', g.method, 'methodReasons', g.method_reasons, 'reliability', g.reliability,
          'reliabilityReasons', g.reliability_reasons, 'provisional', g.provisional) end as grade
        from claims c left join claim_grades g on g.claim_id = c.id left join method_notes m on m.claim_id = c.id
        where c.id = ${number}`
    : sql`select g.round_id as round, null as "methodKind", coalesce(g.review_reasons, '{}') as reasons, case when g.source_id is not null then jsonb_build_object(
          'reliability', g.reliability, 'reasons', g.reasons, 'provisional', g.provisional) end as grade
        from sources s left join source_grades g on g.source_id = s.id where s.id = ${number}`;
  return (await queryIn(tx, Grade, statement))[0] ?? null;
}

function settledColumns({ id, settled_at, due_at }: Closed, reviewReasons: string[]) {
  const reviewSince = reviewReasons.length === 0 ? null : new Date();
  return { provisional: false, roundId: id, settledAt: settled_at, dueAt: due_at, reviewSince, reviewReasons };
}

async function writeSourceGrade(tx: Transaction, sourceId: number, round: Closed, review: string[]): Promise<void> {
  const { level, reasons } = axisOf(round, 'source-reliability');
  const columns = { reliability: SourceReliability.parse(level), reasons, ...settledColumns(round, review) };
  await tx.sourceGrade.upsert({ where: { sourceId }, create: { sourceId, ...columns }, update: columns });
}

async function writeClaimGrade(tx: Transaction, claimId: number, round: Closed, review: string[]): Promise<void> {
  const method = axisOf(round, 'method-certainty');
  const word = axisOf(round, 'reliability');
  const columns = {
    method: method.level === 'not-judged' ? null : enumValue(MethodCertainty.parse(method.level)),
    methodReasons: method.reasons,
    reliability: enumValue(Reliability.parse(word.level)),
    reliabilityReasons: word.reasons,
    ...settledColumns(round, review),
  };
  await tx.claimGrade.upsert({ where: { claimId }, create: { claimId, ...columns }, update: columns });
}

function axisOf({ id, outcome }: Closed, axis: keyof Judgement) {
  const found = outcome[axis];
  if (found === undefined) throw new Error(`the outcome of round ${id} says nothing of ${axis}`);
  return found;
}

/**
 * Shows the grade of a record as under review, because something that it rests on changed: the source, a method note, a
 * lineage. Of a source, the settled grades of the claims that it first states are under review too. It lasts until the
 * record is graded again. Nothing happens where nothing is settled: a provisional grade says already that nobody has judged.
 */
export async function markForReview(tx: Transaction, actor: Actor, subject: string, reason: string): Promise<void> {
  await recordEvents(tx, actor, await mark(tx, subject, reason));
}

/**
 * After a change of a public record: its grade is under review where the change touches what it rests on.
 *
 * @returns the lines of the history that say so, for the caller to write last
 */
export async function reviewAfter<Kind extends RecordKind>(
  tx: Transaction,
  kind: Kind,
  before: RecordOf[Kind],
  after: RecordOf[Kind],
): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const reason of reviewReasons(kind, before, after)) events.push(...(await mark(tx, after.id, reason)));
  return events;
}

const Marked = z.object({ id: z.number().int() });

const review = (reason: string) =>
  sql`review_since = coalesce(g.review_since, now()), review_reasons = g.review_reasons || ${reason}::text`;
/** The same reason is not given twice. */
const news = (reason: string) => sql`not ${reason}::text = any(g.review_reasons)`;

const reviewEvent = (subject: string, reason: string) => ({
  action: 'under-review',
  subject,
  summary: 'Its grade is under review.',
  reason,
});

async function mark(tx: Transaction, subject: string, reason: string): Promise<NewEvent[]> {
  const record = parsePublicId(subject);
  if (record === null) return [];
  const { number } = record;
  const [table, column] =
    record.kind === 'claim' ? [sql`claim_grades`, sql`claim_id`] : [sql`source_grades`, sql`source_id`];
  const marked = await queryIn(
    tx,
    Marked,
    sql`update ${table} g set ${review(reason)} where g.${column} = ${number} and not g.provisional and ${news(reason)} returning g.${column} as id`,
  );
  const own = marked.map(() => reviewEvent(subject, reason));
  if (record.kind === 'claim') return own;
  return [...own, ...(await markClaimsOf(tx, number, originChanged(subject, reason)))];
}

async function markClaimsOf(tx: Transaction, sourceId: number, reason: string): Promise<NewEvent[]> {
  return markClaims(
    tx,
    sql`exists (select from citations x where x.claim_id = g.claim_id and x.source_id = ${sourceId} and x.origin_state = 'origin')`,
    reason,
  );
}

/** After a merge of two sources: the grades of claims that were first stated in the one that is gone. */
export async function reviewAfterMerge(
  tx: Transaction,
  claims: readonly number[],
  [from, into]: readonly [from: number, into: number],
): Promise<NewEvent[]> {
  const reason = originMerged(publicId('source', from), publicId('source', into));
  return markClaims(tx, sql`g.claim_id = any(${[...claims]}::int[])`, reason);
}

/** Several grades are always locked in the order of their claims: two who mark the same ones cannot wait for each other. */
async function markClaims(tx: Transaction, which: Sql, reason: string): Promise<NewEvent[]> {
  const claims = await queryIn(
    tx,
    Marked,
    sql`with due as (select g.claim_id from claim_grades g where not g.provisional and ${news(reason)} and ${which}
        order by g.claim_id for update of g)
      update claim_grades g set ${review(reason)} from due where g.claim_id = due.claim_id returning g.claim_id as id`,
  );
  return claims.map(({ id }) => reviewEvent(publicId('claim', id), reason));
}
