import { z } from 'zod';
import { Printed } from './figure';
import { QuoteSelector } from './text/quote-selector';
import { Verification } from './verification';

/**
 * What a citation does with the claim (after CiTO):
 * `states` makes the figure its own; `reports` passes it on; `corrects` sets a wrong version right;
 * `disputes` argues against it.
 */
export const CitationRole = z.enum(['states', 'reports', 'corrects', 'disputes']);
export type CitationRole = z.infer<typeof CitationRole>;

/** Roles that argue with a figure. To criticise is not to pass on. */
export const CRITIC_ROLES = ['disputes', 'corrects'] as const satisfies readonly CitationRole[];

export function isCritic({ role }: { role: CitationRole }): boolean {
  return role === 'disputes' || role === 'corrects';
}

/**
 * Where a citation has the figure from. Exactly one of three: it is an `origin`; it was `drawn` from a known
 * citation; or it is `untraced`: nobody has found what it drew on, and the search log says what was tried.
 */
export const OriginState = z.enum(['origin', 'drawn', 'untraced']);
export type OriginState = z.infer<typeof OriginState>;

/** How a citation differs from the citation it drew from (PROV wasDerivedFrom, with our types). */
export const DistortionKind = z.enum([
  'rounded',
  'inflated',
  'deflated',
  'scope-widened',
  'scope-narrowed',
  'stock-to-flow',
  'unit-changed',
  'denominator-swapped',
  'period-dropped',
  'period-shifted',
  'caveat-dropped',
  'attribution-shifted',
  'definition-changed',
  'transcription',
]);
export type DistortionKind = z.infer<typeof DistortionKind>;

/** Distortions that leave what the figure says intact; every other kind changes its meaning. */
export const MINOR_DISTORTIONS: ReadonlySet<DistortionKind> = new Set([
  'rounded',
  'period-dropped',
  'attribution-shifted',
  'transcription',
]);

export const Distortion = z
  .strictObject({
    kind: DistortionKind,
    note: z.string().min(1).describe('What changed, in one sentence of our own.'),
  })
  .meta({ id: 'Distortion' });
export type Distortion = z.infer<typeof Distortion>;

/** One place where a claim is stated. Keys are stable names used to link citations to each other. */
export const CitationRecord = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
    source: z.string().describe('Key of the citing source.'),
    locator: z.string().min(1).nullable().describe('Page, section or footnote; null: not established.'),
    figureAsPrinted: Printed.nullable(),
    role: CitationRole,
    originState: OriginState,
    drawnFrom: z.string().nullable().describe('Key of the citation it drew from, in this or another claim.'),
    searchLog: z.string().min(1).nullable().describe('For an untraced citation: what was looked for, and where.'),
    distortions: z.array(Distortion),
    note: z.string().min(1).nullable(),
    quote: QuoteSelector.nullable().default(null),
    verification: Verification,
  })
  .superRefine((citation, context) => {
    for (const message of citationFaults(citation)) context.addIssue({ code: 'custom', message });
  });
export type CitationRecord = z.infer<typeof CitationRecord>;

/** What contradicts itself in a citation, as sentences. Held again by CHECK constraints in the database. */
export function citationFaults(citation: {
  key: string;
  originState: OriginState;
  drawnFrom: string | null;
  searchLog: string | null;
  distortions: readonly Distortion[];
}): string[] {
  const faults: string[] = [];
  if (citation.drawnFrom === citation.key) faults.push('a citation never draws on itself');
  if ((citation.originState === 'drawn') !== (citation.drawnFrom !== null)) {
    faults.push('a drawn citation names what it drew from, and no other does');
  }
  if (citation.originState === 'untraced' && citation.searchLog === null) {
    faults.push('an untraced citation carries its search log');
  }
  const kinds = citation.distortions.map((distortion) => distortion.kind);
  if (new Set(kinds).size !== kinds.length) faults.push('a citation carries each kind of distortion once');
  if (citation.originState === 'origin' && citation.distortions.length > 0) {
    faults.push('an origin has nothing to distort');
  }
  return faults;
}
