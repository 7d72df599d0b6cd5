import 'server-only';
import {
  type AppraisalDraft,
  type FieldProblem,
  judgementOf,
  judgementProblems,
} from '../../domain/appraisal/appraisal';
import { axesOf } from '../../domain/appraisal/scales';
import { olderTermsIn } from '../../domain/own-words';
import { type Actor, permit } from '../../domain/permission';
import { prisma, type Transaction } from '../../db/prisma';
import { recordEvents } from '../history/event-writer';
import { closeRound, lockRound } from './round-writer';
import { type InterestsForm, Offer, type Outcome, type Refused, type RoundView, type Subject } from './schema';

// Where two judged differently: they settle it together, one offering and the other accepting, or somebody senior who
// was neither of them decides. What both answered before stays as it was.

const refused = (problem: string, fields?: FieldProblem[]): Refused => ({ ok: false, problem, fields });

type Judgements = AppraisalDraft['judgements'];

/** Offers the other a judgement for both, with a note on how they came to it. A new offer takes the place of the last. */
export async function offerConsensus(
  actor: Actor | null,
  roundId: number,
  judgements: Judgements,
  note: string,
): Promise<Outcome> {
  permit(actor, 'appraisal.agree');
  return inDifferingRound(actor, roundId, async (tx, round, { kind }) => {
    if (!isAppraiser(round)) return refused('Only the two who appraised it can settle it by consensus.');
    const problems = settlingProblems(kind, judgements, note);
    if (problems.length > 0) return refused('Something is missing before it can be offered.', problems);
    const offer = Offer.parse({ judgement: judgementOf(axesOf(kind), judgements, null), note });
    const offered = { offer, offeredById: actor.id, offeredByName: actor.name, offeredAt: new Date() };
    await tx.appraisalRound.update({ where: { id: roundId }, data: offered });
    const summary = `Offered a consensus on ${round.subject}.`;
    await recordEvents(tx, actor, [
      { action: 'offered', subject: `appraisal:${roundId}`, summary, reason: note, after: offer },
    ]);
    return { ok: true };
  });
}

/**
 * Accepts what the other offered.
 *
 * @param offeredAt when the offer was made that was looked at: a newer one has to be looked at first
 */
export async function acceptConsensus(actor: Actor | null, roundId: number, offeredAt: string): Promise<Outcome> {
  permit(actor, 'appraisal.agree');
  return inDifferingRound(actor, roundId, async (tx, round) => {
    if (!isAppraiser(round)) return refused('Only the two who appraised it can settle it by consensus.');
    if (round.offer === null) return refused('No consensus is offered.');
    if (round.offeredByViewer) return refused('The offer is your own: the other has to accept it.');
    if (Date.parse(round.offeredAt ?? '') !== Date.parse(offeredAt)) {
      return refused('The offer has changed since: look at it again.');
    }
    const by = `${round.offeredByName} and ${actor.name}`;
    const { judgement: outcome, note } = round.offer;
    await recordEvents(tx, actor, await closeRound(tx, round, { how: 'consensus', outcome, note, by }));
    return { ok: true };
  });
}

/** Decides between two others. */
export async function decideRound(
  actor: Actor | null,
  roundId: number,
  judgements: Judgements,
  note: string,
  { interests, interestsText }: InterestsForm,
): Promise<Outcome> {
  permit(actor, 'appraisal.decide');
  return inDifferingRound(actor, roundId, async (tx, round, { kind }) => {
    if (isAppraiser(round)) return refused('You appraised it yourself: somebody else has to decide.');
    const problems = settlingProblems(kind, judgements, note);
    if (problems.length > 0) return refused('Something is missing before it can be decided.', problems);
    const outcome = judgementOf(axesOf(kind), judgements, null);
    const declared = interests === 'none' ? 'none' : interestsText;
    const closing = { how: 'decision', outcome, note, by: actor.name, interests: declared } as const;
    await recordEvents(tx, actor, await closeRound(tx, round, closing));
    return { ok: true };
  });
}

function settlingProblems(kind: Subject['kind'], judgements: Judgements, note: string): FieldProblem[] {
  const older = olderTermsIn(note);
  const said =
    older.length === 0
      ? []
      : [{ field: 'note', message: `Use the preferred term instead of “${older.join('”, “')}”.` }];
  return [...judgementProblems(axesOf(kind), judgements, null), ...said];
}

function isAppraiser(round: RoundView): boolean {
  return round.appraisals.some(({ own }) => own);
}

async function inDifferingRound(
  actor: Actor,
  roundId: number,
  work: (tx: Transaction, round: RoundView, subject: Subject) => Promise<Outcome>,
): Promise<Outcome> {
  return prisma().$transaction(async (tx) => {
    const found = await lockRound(tx, actor, roundId);
    if (!found.ok) return found;
    if (found.round.state !== 'differing') return refused('There is no difference to settle in this round.');
    return work(tx, found.round, found.subject);
  });
}
