import 'server-only';
import { type Agreement, agreementOf } from '../../domain/appraisal/agreement';
import { proposalsFor } from '../../domain/appraisal/appraisal';
import type { Instrument } from '../../domain/appraisal/instrument';
import { INSTRUMENTS, findInstrument, instrumentOf, instrumentsFor } from '../../domain/appraisal/instruments';
import { conflictSentence } from '../../domain/appraisal/interests';
import { changesSince, type JudgedContent } from '../../domain/appraisal/judged-content';
import type { Proposals } from '../../domain/appraisal/proposal';
import { AXIS_SCALE, type Axis, axesOf, type Scale } from '../../domain/appraisal/scales';
import { difference } from '../../domain/history/difference';
import { type Actor, may } from '../../domain/permission';
import { isNeverLinked } from '../../lib/denied-links';
import { survivorOf } from '../documents/merged-data';
import { type ShownChange, shownChanges } from '../history/loaders';
import { type CountedPair, listPairs } from './agreement-data';
import { getContent } from './content-data';
import { type CitedWork, listWorks } from './reading-data';
import {
  countToAppraise,
  findLostTitle,
  findOpenRound,
  getAppraisalSubject,
  getRound,
  listDue,
  listKept,
  listQueues,
} from './data';
import type { AppraisalView, RoundView, Subject } from './schema';
import { readUrl } from '../../lib/read-url';

export async function loadQueues(actor: Actor) {
  const [rounds, due, toAppraise] = await Promise.all([listQueues(actor), listDue(actor), countToAppraise(actor)]);
  return { rounds, due, toAppraise };
}

/** That what somebody appraised is no longer what they read. */
export type MovedOn = {
  place: number;
  /** Whoever it was, where that may be known. */
  name: string | null;
  own: boolean;
  reasons: string[];
  changes: ShownChange[];
};

/** A work that an appraiser reads, and where it is to be found. */
export type ShownWork = Pick<CitedWork, 'id' | 'name' | 'draft' | 'isOrigin'> & { address: string | null };

export type RoundPage = {
  round: RoundView;
  subject: Subject;
  /** Where it went, when nothing has its id any more: the record that it was merged into, or nowhere. */
  gone: { survivor: string | null } | null;
  /** Of what is appraised, as it is now: whoever hands in has to have seen it. */
  version: string;
  movedOn: MovedOn[];
  /** The source itself, or the works that the claim cites. */
  works: ShownWork[];
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
  if (round === null) return null;
  const [found, current] = await Promise.all([getAppraisalSubject(actor, round.subject), getContent(round.subject)]);
  const subject = found ?? (await lostSubject(actor, round));
  const instrument = instrumentOf(round.instrument, round.instrumentVersion);
  const mine = round.appraisals.find(({ own }) => own) ?? null;
  const known = { ...subject, methodKind: round.methodKind };
  return {
    round,
    subject,
    gone: found === null ? { survivor: await survivorOf(round.subject) } : null,
    version: current?.version ?? '',
    movedOn: current === null ? [] : await findMovedOn(actor, round, current.content),
    works: found === null ? [] : await findWorks(actor, round.subject),
    instrument,
    mine,
    proposals: mine === null ? {} : proposalsFor(instrument, mine.draft, known),
    conflict: conflictSentence(actor, subject),
    mayDecide: may(actor, 'appraisal.decide'),
  };
}

async function findWorks(actor: Actor, subject: string): Promise<ShownWork[]> {
  if (!may(actor, 'draft.read')) return [];
  return (await listWorks(actor, subject)).map(({ url, doi, ...work }) => ({
    ...work,
    address: isAddress(doi, /^10\.\d{4,9}\/\S+$/)
      ? `https://doi.org/${doi}`
      : isAddress(url, /^https?:\/\//i)
        ? url
        : null,
  }));
}

/** What is typed into a draft may be anything: only what is an address is made a link. */
function isAddress(text: string | null, form: RegExp): text is string {
  return text !== null && form.test(text) && !isNeverLinked(text) && (text.startsWith('10.') || readUrl(text) !== null);
}

/** What stands on the page of a round whose record was merged or whose draft was discarded. */
async function lostSubject(actor: Actor, { subject: id, methodKind }: RoundView): Promise<Subject> {
  const title = (await findLostTitle(actor, id)) ?? 'Its title is not kept.';
  const nothing = { published: false, draft: null, source: null, transmission: null, bodies: [] };
  return { id, kind: id.startsWith('C') ? 'claim' : 'source', title, methodKind, ...nothing };
}

async function findMovedOn(actor: Actor, round: RoundView, now: JudgedContent): Promise<MovedOn[]> {
  const kind = round.subject.startsWith('C') ? 'claim' : 'source';
  // What a closed round led to is no news to it: the grade tells of its review itself.
  const isUnderWay = round.state === 'open' || round.state === 'differing';
  const current = isUnderWay ? now : { ...now, reasons: [] };
  return (await listKept(actor, round.id)).flatMap(({ place, content }) => {
    const reasons = content === null ? [] : changesSince(kind, content, current);
    if (content === null || reasons.length === 0) return [];
    const appraisal = round.appraisals.find((known) => known.place === place);
    const changes = shownChanges(difference(content.record, now.record));
    return [{ place, name: appraisal?.appraiserName ?? null, own: appraisal?.own ?? false, reasons, changes }];
  });
}

/** What can be appraised under this id, and after what; null when there is nothing of this id. */
export async function loadStart(actor: Actor, id: string) {
  const subject = await getAppraisalSubject(actor, id);
  if (subject === null) return null;
  const openRound = await findOpenRound(actor, id);
  const instruments = instrumentsFor(subject.kind, subject.methodKind);
  const works = await findWorks(actor, id);
  return { subject, openRound, instruments, works, conflict: conflictSentence(actor, subject) };
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
