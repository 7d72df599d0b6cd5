import 'server-only';
import { z } from 'zod';
import { Judgement } from '../../domain/appraisal/appraisal';
import { reviewReasons } from '../../domain/appraisal/reappraisal';
import { MethodCertainty, Reliability, SourceReliability } from '../../domain/grade';
import type { Actor } from '../../domain/permission';
import { parsePublicId, type RecordKind, type RecordOf } from '../../domain/record';
import { enumValue, queryIn, type Transaction } from '../../db/prisma';
import { sql } from '../../db/sql';
import { refreshClaimIndex } from '../claims/index-writer';
import { type NewEvent, recordEvents } from '../history/event-writer';

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
 * public record. Nothing happens where there is no outcome, where it stands already, or where the record is not public.
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
  const before = await gradeOf(tx, subject);
  if (before === null || before.round === round.id) return [];
  if (record.kind === 'claim') await writeClaimGrade(tx, record.number, round);
  else await writeSourceGrade(tx, record.number, round);
  const after = await gradeOf(tx, subject);
  const summary = `Graded by two editors, ${HOW[round.how]}.`;
  if (record.kind === 'claim') await refreshClaimIndex(tx, [record.number]);
  const reviews =
    record.kind === 'source' && before.grade?.reliability !== after?.grade?.reliability
      ? await markClaimsOf(tx, record.number, `The grade of ${subject}, which first states it, changed.`)
      : record.kind === 'claim' && after?.methodKind !== round.method_kind
        ? await mark(tx, subject, METHOD_CHANGED)
        : [];
  return [{ action: 'graded', subject, summary, before: before.grade, after: after?.grade }, ...reviews];
}

const METHOD_CHANGED = 'How the figure was made was recorded otherwise after it was appraised.';

const Grade = z.object({
  round: z.number().int().nullable(),
  methodKind: z.string().nullable(),
  grade: z.record(z.string(), z.unknown()).nullable(),
});

/** The grade of a public record as a document, which may be none; null when no record of this id is public. */
async function gradeOf(tx: Transaction, subject: string): Promise<z.infer<typeof Grade> | null> {
  const number = Number(subject.slice(1));
  const statement = subject.startsWith('C')
    ? sql`select g.round_id as round, m.kind as "methodKind", case when g.claim_id is not null then jsonb_build_object(
          'method', g.method, 'methodReasons', g.method_reasons, 'reliability', g.reliability,
          'reliabilityReasons', g.reliability_reasons, 'provisional', g.provisional) end as grade
        from claims c left join claim_grades g on g.claim_id = c.id left join method_notes m on m.claim_id = c.id
        where c.id = ${number}`
    : sql`select g.round_id as round, null as "methodKind", case when g.source_id is not null then jsonb_build_object(
          'reliability', g.reliability, 'reasons', g.reasons, 'provisional', g.provisional) end as grade
        from sources s left join source_grades g on g.source_id = s.id where s.id = ${number}`;
  return (await queryIn(tx, Grade, statement))[0] ?? null;
}

function settledColumns({ id, settled_at, due_at }: Closed) {
  const review = { reviewSince: null, reviewReasons: [] };
  return { provisional: false, roundId: id, settledAt: settled_at, dueAt: due_at, ...review };
}

async function writeSourceGrade(tx: Transaction, sourceId: number, round: Closed): Promise<void> {
  const { level, reasons } = axisOf(round, 'source-reliability');
  const columns = { reliability: SourceReliability.parse(level), reasons, ...settledColumns(round) };
  await tx.sourceGrade.upsert({ where: { sourceId }, create: { sourceId, ...columns }, update: columns });
}

async function writeClaimGrade(tx: Transaction, claimId: number, round: Closed): Promise<void> {
  const method = axisOf(round, 'method-certainty');
  const word = axisOf(round, 'reliability');
  const columns = {
    method: method.level === 'not-judged' ? null : enumValue(MethodCertainty.parse(method.level)),
    methodReasons: method.reasons,
    reliability: enumValue(Reliability.parse(word.level)),
    reliabilityReasons: word.reasons,
    ...settledColumns(round),
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
  return [...own, ...(await markClaimsOf(tx, number, `${subject}, which first states it, changed: ${reason}`))];
}

async function markClaimsOf(tx: Transaction, sourceId: number, reason: string): Promise<NewEvent[]> {
  const claims = await queryIn(
    tx,
    Marked,
    sql`update claim_grades g set ${review(reason)} where not g.provisional and ${news(reason)} and exists (
        select from citations x where x.claim_id = g.claim_id and x.source_id = ${sourceId} and x.origin_state = 'origin')
      returning g.claim_id as id`,
  );
  return claims.map(({ id }) => reviewEvent(`C${id}`, reason));
}
