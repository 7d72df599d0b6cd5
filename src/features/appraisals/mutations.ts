import 'server-only';
import { z } from 'zod';
import {
  type AppraisalDraft,
  EMPTY_DRAFT,
  type FieldProblem,
  incompleteness,
  judgementOf,
  proposalsFor,
} from '../../domain/appraisal/appraisal';
import { agreedOutcome, differingAxes } from '../../domain/appraisal/comparison';
import type { Instrument } from '../../domain/appraisal/instrument';
import { instrumentOf, instrumentsFor } from '../../domain/appraisal/instruments';
import { changesSince } from '../../domain/appraisal/judged-content';
import { axesOf } from '../../domain/appraisal/scales';
import { type Actor, permit } from '../../domain/permission';
import { prisma, queryIn, type Transaction } from '../../db/prisma';
import { sql } from '../../db/sql';
import { type NewEvent, recordEvents } from '../history/event-writer';
import { getContentIn, holdSubject } from './content-data';
import { closeRound, lockRound } from './round-writer';
import { KeptContent, keptStatement, RoundRow, roundStatement } from './round-sql';
import type { InterestsForm, Outcome, Refused, RoundView, Subject } from './schema';
import { getSubjectIn } from './subject-data';

// Two editors read the same thing after the same instrument, each blind to the other. What an event says before both
// are in is that somebody began or handed in, and never what was answered.

const refused = (problem: string, fields?: FieldProblem[]): Refused => ({ ok: false, problem, fields });

const Numbered = z.object({ id: z.number().int() });

/**
 * Opens a round for a record or a draft. The instrument follows from what it is and, for a claim, from how its figure was
 * made; another may be named where there is a choice. Where a round is under way, that one is given.
 */
export async function openRound(
  actor: Actor | null,
  subjectId: string,
  instrumentId: string | null,
): Promise<Outcome<{ round: number }>> {
  permit(actor, 'appraisal.write');
  return prisma().$transaction(async (tx) => {
    await holdSubject(tx, subjectId);
    const subject = await getSubjectIn(tx, subjectId);
    if (subject === null) return refused('There is no source or claim of this id, neither public nor a draft.');
    const choice = instrumentsFor(subject.kind, subject.methodKind);
    const instrument = instrumentId === null ? choice[0] : choice.find(({ id }) => id === instrumentId);
    if (instrument === undefined) return refused('This instrument is not for figures made in this way.');
    // Two who open one at the same time wait for each other here.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`appraisal of ${subjectId}`}))`;
    const [open] = await queryIn(
      tx,
      Numbered,
      sql`select id from appraisal_rounds where subject = ${subjectId} and state in ('open', 'differing')`,
    );
    if (open !== undefined) return { ok: true, round: open.id };
    const { id: round } = await tx.appraisalRound.create({
      data: {
        subject: subjectId,
        instrument: instrument.id,
        instrumentVersion: instrument.version,
        methodKind: subject.methodKind,
        openedById: actor.id,
        openedByName: actor.name,
      },
    });
    const summary = `Opened an appraisal of ${subjectId} after ${instrument.title}.`;
    await recordEvents(tx, actor, [{ action: 'opened', subject: `appraisal:${round}`, summary }]);
    return { ok: true, round };
  });
}

/** Takes one of the two places in a round, with a declaration of interests. */
export async function beginAppraisal(
  actor: Actor | null,
  roundId: number,
  { interests, interestsText }: InterestsForm,
): Promise<Outcome> {
  permit(actor, 'appraisal.write');
  return inRound(actor, roundId, async ({ tx, round }) => {
    if (round.state !== 'open') return refused('This round is closed: nobody can begin in it.');
    if (ownOf(round) !== undefined) return refused('You have begun already.');
    const places = await queryIn(
      tx,
      z.object({ place: z.number().int() }),
      sql`select place from appraisals where round_id = ${roundId}`,
    );
    const place = [1, 2].find((free) => !places.some((taken) => taken.place === free));
    if (place === undefined) return refused('Two others are appraising it already.');
    const text = interests === 'described' ? interestsText : null;
    await queryIn(
      tx,
      z.object({}),
      sql`insert into appraisals (round_id, place, appraiser_id, appraiser_name, interests, interests_text, draft)
        values (${roundId}, ${place}, ${actor.id}, ${actor.name}, ${interests}::"Interests", ${text}, ${JSON.stringify(EMPTY_DRAFT)}::jsonb)`,
    );
    const summary = `Began an appraisal of ${round.subject}.`;
    await recordEvents(tx, actor, [{ action: 'began', subject: `appraisal:${roundId}`, summary }]);
    return { ok: true };
  });
}

/** Keeps what somebody has answered so far. No event: nobody but its author sees it until both have handed in. */
export async function saveAppraisal(actor: Actor | null, roundId: number, draft: AppraisalDraft): Promise<Outcome> {
  permit(actor, 'appraisal.write');
  return inRound(actor, roundId, async (work) => {
    const problem = notOpenFor(work.round);
    if (problem !== null) return refused(problem);
    await keep(work, actor, draft);
    return { ok: true };
  });
}

/** Gives the own place up, and with it what was answered; not possible once it was handed in. */
export async function leaveAppraisal(actor: Actor | null, roundId: number): Promise<Outcome> {
  permit(actor, 'appraisal.write');
  return inRound(actor, roundId, async ({ tx, round }) => {
    const problem = notOpenFor(round);
    if (problem !== null) return refused(problem);
    await queryIn(
      tx,
      z.object({}),
      sql`delete from appraisals where round_id = ${roundId} and appraiser_id = ${actor.id}`,
    );
    const summary = `Gave the appraisal of ${round.subject} up.`;
    await recordEvents(tx, actor, [{ action: 'left', subject: `appraisal:${roundId}`, summary }]);
    return { ok: true };
  });
}

/**
 * Hands an appraisal in, for good, and keeps with it what it is of. With the second, both are compared: where both judged
 * alike the round is agreed, and otherwise it waits to be settled.
 *
 * @param version of what is appraised, as the page of the appraisal had it: another one has to be looked at first. Null
 *   for whoever reads it at this moment
 */
export async function submitAppraisal(
  actor: Actor | null,
  roundId: number,
  draft: AppraisalDraft,
  version: string | null = null,
): Promise<Outcome<{ state: RoundView['state'] }>> {
  permit(actor, 'appraisal.write');
  return inRound(actor, roundId, async (work) => {
    const { tx, round, subject, instrument } = work;
    const problem = notOpenFor(round);
    if (problem !== null) return refused(problem);
    const kept = await keep(work, actor, draft);
    const proposals = proposalsFor(instrument, kept, { ...subject, methodKind: round.methodKind });
    const missing = incompleteness(instrument, kept, proposals);
    if (missing.length > 0) return refused('Something is missing before it can be handed in.', missing);
    const judged = judgementOf(axesOf(subject.kind), kept.judgements, proposals);
    const current = await getContentIn(tx, subject.id);
    if (current === null) throw new Error(`${subject.id} was there, and is not`);
    if (version !== null && version !== current.version) return refused(`${subject.id} ${CHANGED}`);
    await queryIn(
      tx,
      z.object({}),
      sql`update appraisals set proposed = ${JSON.stringify(proposals)}::jsonb, judged = ${JSON.stringify(judged)}::jsonb,
        judged_content = ${JSON.stringify(current.content)}::jsonb, submitted_at = now() where round_id = ${roundId} and appraiser_id = ${actor.id}`,
    );
    const summary = `Handed in an appraisal of ${round.subject}.`;
    const { state, events } = await compare(tx, actor, roundId);
    await recordEvents(tx, actor, [{ action: 'submitted', subject: `appraisal:${roundId}`, summary }, ...events]);
    return { ok: true, state };
  });
}

const CHANGED =
  'has changed since this page was made. What you answered is saved: read the record as it is now, and hand in again.';

/** Once both are in: agreed where they judge alike, differing where they do not; with the lines of the history for it. */
async function compare(
  tx: Transaction,
  actor: Actor,
  roundId: number,
): Promise<{ state: RoundView['state']; events: NewEvent[] }> {
  const [round] = await queryIn(tx, RoundRow, roundStatement(actor.id, roundId));
  const [first, second] = round?.appraisals.filter(({ submittedAt }) => submittedAt !== null) ?? [];
  if (round === undefined || !first?.judged || !second?.judged) return { state: 'open', events: [] };
  const differing = differingAxes(round.subject.startsWith('C') ? 'claim' : 'source', first.judged, second.judged);
  const state = differing.length === 0 ? 'agreed' : 'differing';
  const both = [first, second].map(({ appraiserName, interests, interestsText, draft, proposed, judged }) => ({
    appraiser: appraiserName,
    interests: interestsText ?? interests,
    answers: draft.answers,
    proposed,
    judged,
  }));
  const summary = state === 'agreed' ? 'Both appraisals are in: they agree.' : 'Both appraisals are in: they differ.';
  await noteReadApart(tx, round);
  const compared = { action: 'compared', subject: `appraisal:${roundId}`, summary, after: both };
  if (state === 'differing') {
    await tx.appraisalRound.update({ where: { id: roundId }, data: { state } });
    return { state, events: [compared] };
  }
  const outcome = agreedOutcome(first.judged, second.judged);
  return { state, events: [compared, ...(await closeRound(tx, round, { how: 'agreement', outcome }))] };
}

/** Two who did not read the same are no pair: what changed between them is kept with the round. */
async function noteReadApart(tx: Transaction, { id, subject }: RoundView): Promise<void> {
  const [first, second] = await queryIn(tx, KeptContent, keptStatement(id));
  if (!first?.content || !second?.content) return;
  const kind = subject.startsWith('C') ? 'claim' : 'source';
  const readApart = changesSince(kind, first.content, second.content);
  if (readApart.length > 0) await tx.appraisalRound.update({ where: { id }, data: { readApart } });
}

type Work = { tx: Transaction; round: RoundView; subject: Subject; instrument: Instrument };

/** Locks a round and what it is of; refused where there is none, or where the person works for its makers. */
async function inRound<Result extends { ok: true }>(
  actor: Actor,
  roundId: number,
  work: (found: Work) => Promise<Result | Refused>,
): Promise<Result | Refused> {
  return prisma().$transaction(async (tx) => {
    const found = await lockRound(tx, actor, roundId);
    if (!found.ok) return found;
    const { round, subject } = found;
    return work({ tx, round, subject, instrument: instrumentOf(round.instrument, round.instrumentVersion) });
  });
}

function ownOf(round: RoundView) {
  return round.appraisals.find(({ own }) => own);
}

function notOpenFor(round: RoundView): string | null {
  const own = ownOf(round);
  if (own === undefined) return 'You have not begun an appraisal in this round.';
  if (own.submittedAt !== null) return 'You have handed it in: it cannot be changed any more.';
  return null;
}

/** Writes what the instrument asks for, and no more than that. */
async function keep({ tx, round, instrument, subject }: Work, actor: Actor, draft: AppraisalDraft) {
  const answers = instrument.items.flatMap(({ number, answers: allowed }) => {
    const given = draft.answers[number];
    if (given === undefined) return [];
    const answer = given.answer !== null && allowed.includes(given.answer) ? given.answer : null;
    return [[number, { answer, note: given.note }] as const];
  });
  const judgements = axesOf(subject.kind).flatMap((axis) => {
    const given = draft.judgements[axis];
    return given === undefined ? [] : [[axis, given] as const];
  });
  const kept: AppraisalDraft = { answers: Object.fromEntries(answers), judgements: Object.fromEntries(judgements) };
  await queryIn(
    tx,
    z.object({}),
    sql`update appraisals set draft = ${JSON.stringify(kept)}::jsonb, saved_at = now()
      where round_id = ${round.id} and appraiser_id = ${actor.id}`,
  );
  return kept;
}
