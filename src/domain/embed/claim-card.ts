import type { z } from 'zod';
import { type CitationRole, isCritic, type OriginState } from '../citation';
import type { ClaimStatus, Period, Population } from '../claim';
import type { Figure } from '../figure';
import type { Reliability } from '../grade';
import { periodText } from '../period-text';
import type { Standing } from '../standing';

// A claim as a card on somebody else's page shows it: everything that it must never be shown without, and no more.

/** Another claim that tells why this one has the status it has. */
export type ExplainingClaim = { id: string; statement: string };

/**
 * The one place that a card cites: where the claim was first stated; where no origin is known, the oldest work that is
 * recorded to state or report it; where there is none of those either, the oldest that argues against it.
 */
export type CardCitation = {
  as: 'first-stated' | 'found' | 'disputed';
  locator: string | null;
  source: { id: string; shortName: string; title: string; publisher: string | null; issued: string | null };
  standing: Standing;
};

/** A citation of the claim, as far as a card asks about it. */
export type CitedPlace = Omit<CardCitation, 'as'> & { originState: OriginState; role: CitationRole };

const PREFERENCE = ['first-stated', 'found', 'disputed'] as const;

/** Chooses the place to cite. @param places in the order in which they were recorded */
export function cardCitation(places: readonly CitedPlace[]): CardCitation | null {
  const [first] = places
    .map(
      ({ originState, role, ...place }) =>
        ({
          as: originState === 'origin' ? 'first-stated' : isCritic({ role }) ? 'disputed' : 'found',
          ...place,
        }) satisfies CardCitation,
    )
    .sort(
      (one, other) =>
        PREFERENCE.indexOf(one.as) - PREFERENCE.indexOf(other.as) ||
        compareDates(one.source.issued, other.source.issued),
    );
  return first ?? null;
}

/** The older first; a work without a date comes last. */
function compareDates(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}

/** The grade in one word; null where nobody kept the one it had then. */
export type CardReliability = { level: Reliability; provisional: boolean; underReview: boolean } | null;

export type ClaimCard = {
  id: string;
  statement: string;
  figure: z.infer<typeof Figure>;
  population: z.infer<typeof Population>;
  place: { name: string; note: string | null };
  period: z.infer<typeof Period>;
  doesNotMeasure: readonly string[];
  status: ClaimStatus;
  /** Why it is disputed or retracted. */
  standingReason: string | null;
  /** What superseded it, or what it misquotes. */
  explainedBy: readonly ExplainingClaim[];
  reliability: CardReliability;
  /** Null only where no citation is recorded at all. */
  citation: CardCitation | null;
};

/**
 * When a card is of: `live` as the claim stands on that day; `frozen` as it stood when that day ended (UTC), `isOver`
 * false while it has not.
 */
export type CardMoment = { kind: 'live'; day: string } | { kind: 'frozen'; day: string; isOver: boolean };

/** What became of a claim after the day that a card is frozen on. */
export type SinceThen =
  | { state: 'same' }
  /** `parts`: what reads otherwise on the card, as words; none where only the rest of the record changed. */
  | { state: 'changed'; parts: readonly string[] }
  | { state: 'merged'; into: string };

const PARTS: readonly [name: string, of: (card: ClaimCard) => unknown][] = [
  ['status', ({ status, standingReason, explainedBy }) => [status, standingReason, explainedBy.map(({ id }) => id)]],
  ['figure', ({ figure }) => figure],
  ['statement', ({ statement }) => statement],
  ['reliability', ({ reliability }) => reliability],
  ['what it does not measure', ({ doesNotMeasure }) => doesNotMeasure],
  ['period', ({ period }) => [periodText(period), period.measure]],
  ['place', ({ place }) => [place.name, place.note]],
  ['population', ({ population }) => population],
  ['citation', ({ citation }) => citation],
];

/** The parts of a card that read otherwise now than then, in the order in which they matter. */
export function changedParts(then: ClaimCard, now: ClaimCard): string[] {
  return PARTS.filter(([, of]) => canonical(of(then)) !== canonical(of(now))).map(([name]) => name);
}

/** The same text for the same content, in whatever order the database names the fields of a document. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
