import type { CitationRole, Distortion, DistortionKind, OriginState } from '../citation';
import type { RelationKind } from '../claim';
import type { ProsePart } from '../fact-sheet/tokens';
import type { ComparedClaim } from '../comparison/compared-claim';
import type { LinkState } from '../link-check';
import type { Support } from '../lineage/support';
import type { MethodNote } from '../method';
import type { SourceType } from '../source';
import type { Standing } from '../standing';
import type { Verification } from '../verification';

// What the rules look at. Everything is given: a rule asks no database, no network and no clock.

/** A work, as far as a rule needs it. */
export type CheckedSource = {
  id: string;
  shortName: string;
  type: SourceType;
  hasAuthor: boolean;
  publisher: string | null;
  issued: string | null;
  url: string | null;
  doi: string | null;
  standing: Standing;
  /** What the link checker last found; null: never asked. */
  link: LinkState | null;
  /** Where a copy is kept, if that is known. */
  archivedAt: string | null;
  verification: Verification;
};

export type CheckedCitation = {
  id: number;
  source: CheckedSource;
  locator: string | null;
  figureAsPrinted: string | null;
  role: CitationRole;
  originState: OriginState;
  distortions: readonly Distortion[];
  /** Where the rules of lineage and what editors recorded differ; null: they agree, or nothing can be told. */
  disagreement: { computedOnly: readonly string[]; recordedOnly: readonly DistortionKind[] } | null;
  verification: Verification;
};

/** A claim with all it stands on: what a comparison needs of it, and its footing. */
export type CheckedClaim = ComparedClaim & {
  statement: string;
  doesNotMeasure: readonly string[];
  standingReason: string | null;
  provisional: boolean;
  underReview: { since: string; reasons: readonly string[] } | null;
  methodNote: MethodNote | null;
  citations: readonly CheckedCitation[];
  relations: readonly {
    kind: RelationKind;
    direction: 'outgoing' | 'incoming';
    claim: { id: string; statement: string };
  }[];
  support: Support;
  verification: Verification;
};

/** Part of a text: from the first character to behind the last one, in UTF-16 units as JavaScript counts. */
export type Span = { start: number; end: number };

/**
 * How the words of a use came to be. `sentence`, `short` and `figure`: put there from the evidence base, so that they
 * cannot drift; `typed`: written by hand.
 */
export type Wording = 'sentence' | 'short' | 'figure' | 'typed';

/** One place where a text uses a claim. */
export type Use = {
  claim: CheckedClaim;
  wording: Wording;
  /** The sentence as it is read, with the figure in it. */
  sentence: string;
  /** Where in the sentence the figure stands. */
  figure: Span;
  /** All that a reader sees with it: the paragraph, and any note printed beneath it. */
  around: string;
  /** Whether its caveat ("does not measure", reliability, bound, period) is printed with it. */
  isCaveatPrinted: boolean;
};

/** Prose of a fact sheet, cut where its tokens stand, and the claims that the sheet has. Spans are of the typed text. */
export type Prose = {
  parts: readonly ProsePart[];
  /** Null: no token is read there, as in a title. */
  claims: ReadonlyMap<string, CheckedClaim> | null;
  /** Ids of claims that are no more, with what each became. */
  merged?: ReadonlyMap<string, string>;
};
