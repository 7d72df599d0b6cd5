import 'server-only';
import { type Agreement, agreementOf } from '../../domain/appraisal/agreement';
import { proposalsFor } from '../../domain/appraisal/appraisal';
import type { Instrument } from '../../domain/appraisal/instrument';
import { INSTRUMENTS, findInstrument, instrumentOf, instrumentsFor } from '../../domain/appraisal/instruments';
import { conflictSentence } from '../../domain/appraisal/interests';
import type { Proposals } from '../../domain/appraisal/proposal';
import { AXIS_SCALE, type Axis, axesOf, type Scale } from '../../domain/appraisal/scales';
import { type Actor, may } from '../../domain/permission';
import { type CountedPair, listPairs } from './agreement-data';
import { findOpenRound, getAppraisalSubject, getRound, listDue, listQueues } from './data';
import type { AppraisalView, RoundView, Subject } from './schema';

export async function loadQueues(actor: Actor) {
  const [rounds, due] = await Promise.all([listQueues(actor), listDue(actor)]);
  return { rounds, due };
}

export type RoundPage = {
  round: RoundView;
  subject: Subject;
  instrument: Instrument;
  mine: AppraisalView | null;
  /** What the rules propose from the own answers so far. */
  proposals: Proposals;
  /** Why this person cannot take part at all. */
  conflict: string | null;
  mayDecide: boolean;
};

/** A round as this person sees it; null when there is none of this number. */
export async function loadRound(actor: Actor, id: string): Promise<RoundPage | null> {
  const round = /^[1-9]\d{0,8}$/.test(id) ? await getRound(actor, Number(id)) : null;
  const subject = round === null ? null : await getAppraisalSubject(actor, round.subject);
  if (round === null || subject === null) return null;
  const instrument = instrumentOf(round.instrument, round.instrumentVersion);
  const mine = round.appraisals.find(({ own }) => own) ?? null;
  const known = { ...subject, methodKind: round.methodKind };
  return {
    round,
    subject,
    instrument,
    mine,
    proposals: mine === null ? {} : proposalsFor(instrument, mine.draft, known),
    conflict: conflictSentence(actor, subject),
    mayDecide: may(actor, 'appraisal.decide'),
  };
}

/** What can be appraised under this id, and after what; null when there is nothing of this id. */
export async function loadStart(actor: Actor, id: string) {
  const subject = await getAppraisalSubject(actor, id);
  if (subject === null) return null;
  const openRound = await findOpenRound(actor, id);
  const instruments = instrumentsFor(subject.kind, subject.methodKind);
  return { subject, openRound, instruments, conflict: conflictSentence(actor, subject) };
}

export function loadInstruments(): readonly Instrument[] {
  return INSTRUMENTS;
}

export function loadInstrument(id: string): Instrument | null {
  return findInstrument(id);
}

export type InstrumentAgreement = {
  instrument: Instrument;
  axes: { axis: Axis; agreement: Agreement }[];
  items: { number: string; head: string; question: string; nominal: boolean; agreement: Agreement }[];
};

/** How far editors agreed on each question and judgement of each instrument. */
export async function loadAgreement(): Promise<InstrumentAgreement[]> {
  const pairs = await listPairs();
  return INSTRUMENTS.map((instrument) => {
    const own = pairs.filter(({ instrument: id, version }) => id === instrument.id && version === instrument.version);
    return {
      instrument,
      axes: axesOf(instrument.subject).map((axis) => ({
        axis,
        agreement: agreementAmong(AXIS_SCALE[axis], own, (pair) => pair.axis === axis),
      })),
      items: instrument.items.map(({ number, head, question, scale, answers }) => ({
        number,
        head,
        question,
        nominal: scale === 'nominal',
        agreement: agreementAmong(answerScale(scale, answers), own, (pair) => pair.item === number),
      })),
    };
  });
}

/** Unclear lies between yes and no; not applicable lies nowhere. Where yes is neither good nor bad there is no order. */
function answerScale(scale: 'ordered' | 'nominal', answers: readonly string[]): Scale {
  const inOrder = (answer: string) => scale === 'ordered' && answer !== 'not-applicable';
  return { ordered: answers.filter(inOrder), apart: answers.filter((answer) => !inOrder(answer)) };
}

function agreementAmong(scale: Scale, pairs: readonly CountedPair[], of: (pair: CountedPair) => boolean): Agreement {
  const counted = pairs.flatMap((pair) => {
    const { first, second, count } = pair;
    return of(pair) && first !== null && second !== null ? [{ first, second, count }] : [];
  });
  return agreementOf(scale, counted);
}
