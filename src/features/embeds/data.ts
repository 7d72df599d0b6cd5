import 'server-only';
import { readEmbedName } from '../../domain/embed/address';
import {
  cardCitation,
  type CardMoment,
  changedParts,
  type CitedPlace,
  type ClaimCard,
  type SinceThen,
} from '../../domain/embed/claim-card';
import { getClaim } from '../claims/data';
import type { ClaimDto, RelationDto } from '../claims/schema';
import { survivorOf } from '../documents/merged-data';
import { getFrozenClaim } from './frozen-data';

export type ShownCard = { card: ClaimCard; moment: CardMoment; since: SinceThen };

export type EmbedResult =
  | ({ found: 'card' } & ShownCard)
  /** The claim is, or was by that day, part of this one. */
  | { found: 'moved'; into: string; day: string | null }
  | { found: 'nothing'; why: 'no-claim' | 'no-day' | 'future' | 'not-kept' }
  | { found: 'nothing'; why: 'later'; since: string };

/**
 * The card of a name such as `C12` or `C12@2026-11-26`.
 *
 * @param now the moment at which it is asked for
 */
export async function getEmbed(name: string, now: Date): Promise<EmbedResult> {
  const today = now.toISOString().slice(0, 10);
  const read = readEmbedName(name, today);
  if (!read.ok) return { found: 'nothing', why: read.problem };
  const { id, day } = read;
  if (day !== null) return getFrozen(id, day, today);
  const claim = await getClaim(id);
  if (claim === null) return movedOrNothing(id, null);
  return { found: 'card', card: cardOfClaim(claim), moment: { kind: 'live', day: today }, since: { state: 'same' } };
}

async function getFrozen(id: string, day: string, today: string): Promise<EmbedResult> {
  const [frozen, claim] = await Promise.all([getFrozenClaim(Number(id.slice(1)), day), getClaim(id)]);
  if (frozen.found === 'nothing') return { found: 'nothing', why: 'no-claim' };
  if (frozen.found === 'merged') return movedOrNothing(id, day);
  if (frozen.found === 'later') return { found: 'nothing', why: 'later', since: frozen.since };
  if (frozen.found === 'not-kept') return { found: 'nothing', why: 'not-kept' };
  const moment: CardMoment = { kind: 'frozen', day, isOver: day < today };
  return { found: 'card', card: frozen.card, moment, since: await sinceThen(frozen, id, claim) };
}

async function movedOrNothing(id: string, day: string | null): Promise<EmbedResult> {
  const into = await survivorOf(id);
  return into === null ? { found: 'nothing', why: 'no-claim' } : { found: 'moved', into, day };
}

type Frozen = { card: ClaimCard; changed: boolean };

async function sinceThen({ card, changed }: Frozen, id: string, claim: ClaimDto | null): Promise<SinceThen> {
  if (claim === null) {
    const into = await survivorOf(id);
    if (into === null) throw new Error(`${id} was there once, and is neither there nor part of another`);
    return { state: 'merged', into };
  }
  const parts = changedParts(card, cardOfClaim(claim));
  return changed || parts.length > 0 ? { state: 'changed', parts } : { state: 'same' };
}

/** The card of a claim as it stands. */
export function cardOfClaim(claim: ClaimDto): ClaimCard {
  const { id, statement, figure, population, geography, period, doesNotMeasure, status, standingReason } = claim;
  return {
    ...{ id, statement, figure, population, period, doesNotMeasure, status, standingReason },
    place: { name: geography.name, note: geography.note },
    explainedBy: claim.relations
      .filter((relation) => explains(claim, relation))
      .map(({ claim: other }) => ({ id: other.id, statement: other.statement }))
      .sort((one, other) => Number(one.id.slice(1)) - Number(other.id.slice(1))),
    reliability: {
      level: claim.reliability,
      provisional: claim.grades.provisional,
      underReview: claim.grades.underReview !== null,
    },
    citation: cardCitation(claim.citations.map(citedPlace)),
  };
}

function explains({ status }: ClaimDto, { kind, direction }: RelationDto): boolean {
  return status === 'misquotation'
    ? kind === 'misquotation-of' && direction === 'outgoing'
    : status === 'superseded' && kind === 'supersedes' && direction === 'incoming';
}

function citedPlace({ originState, role, locator, source }: ClaimDto['citations'][number]): CitedPlace {
  const { id, shortName, title, publisher, issued, standing } = source;
  return { originState, role, locator, source: { id, shortName, title, publisher, issued }, standing };
}
