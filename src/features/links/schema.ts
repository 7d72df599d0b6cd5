import { z } from 'zod';
import { LinkOutcome, LinkState } from '../../domain/link-check';

export const LinkScope = z.enum(['due', 'all', 'one']);
export type LinkScope = z.infer<typeof LinkScope>;

/** What a list of links can be narrowed to. `unarchived`: no copy in a web archive is known. */
export const LinkView = z.enum(['broken', 'failing', 'redirected', 'unclear', 'unarchived', 'unchecked', 'quotes']);
export type LinkView = z.infer<typeof LinkView>;

export const LinkFilters = z.object({
  view: LinkView.optional(),
  page: z.number().int().min(1).max(10_000).default(1),
});
export type LinkFilters = z.infer<typeof LinkFilters>;

const Timestamp = z.iso.datetime({ offset: true });

export const QuoteOutcome = z.enum(['found', 'gone', 'ambiguous']);
export type QuoteOutcome = z.infer<typeof QuoteOutcome>;

/** The link of one source as it stands; null in `state`: never checked since it has this address. */
export const LinkRow = z.object({
  sourceId: z.string(),
  shortName: z.string(),
  title: z.string(),
  url: z.string(),
  state: LinkState.nullable(),
  checkedAt: Timestamp.nullable(),
  status: z.number().int().nullable(),
  finalUrl: z.string().nullable(),
  error: z.string().nullable(),
  failures: z.number().int().nullable(),
  brokenSince: Timestamp.nullable(),
  archiveUrl: z.string().nullable(),
  archiveAt: Timestamp.nullable(),
  quotesLost: z.number().int(),
});
export type LinkRow = z.infer<typeof LinkRow>;

export const LinkCheckRow = z.object({
  runId: z.number().int(),
  url: z.string(),
  checkedAt: Timestamp,
  outcome: LinkOutcome,
  status: z.number().int().nullable(),
  finalUrl: z.string().nullable(),
  error: z.string().nullable(),
  failures: z.number().int(),
});
export type LinkCheckRow = z.infer<typeof LinkCheckRow>;

export const LinkQuote = z.object({
  claimId: z.string(),
  exact: z.string(),
  outcome: QuoteOutcome.nullable(),
  checkedAt: Timestamp.nullable(),
});
export type LinkQuote = z.infer<typeof LinkQuote>;

/** A link with its checks, newest first, and what became of the words quoted from its page. */
export const LinkDetail = LinkRow.extend({ checks: z.array(LinkCheckRow), quotes: z.array(LinkQuote) });
export type LinkDetail = z.infer<typeof LinkDetail>;

/** What readers are told of the link of a source. */
export const PublicLink = z.object({
  state: LinkState,
  checkedAt: Timestamp,
  archiveUrl: z.string().nullable(),
  archiveAt: Timestamp.nullable(),
});
export type PublicLink = z.infer<typeof PublicLink>;

/** `interrupted`: its process died, or it says nothing any more. It can be gone on with, as can a cancelled one. */
export const LinkRunState = z.enum(['running', 'done', 'cancelled', 'interrupted', 'network-away']);
export type LinkRunState = z.infer<typeof LinkRunState>;

export const LinkRun = z.object({
  id: z.number().int(),
  state: LinkRunState,
  scope: LinkScope,
  /** The one source that is checked, where the scope is one. */
  sourceId: z.string().nullable(),
  total: z.number().int(),
  done: z.number().int(),
  isCancelAsked: z.boolean(),
  startedByName: z.string(),
  startedAt: Timestamp,
  endedAt: Timestamp.nullable(),
});
export type LinkRun = z.infer<typeof LinkRun>;

/** What a form may ask for. */
export const StartForm = z.object({ scope: z.enum(['due', 'all']) });
export const RunForm = z.object({ run: z.coerce.number().int().min(1).max(2_147_483_647) });
export const SourceForm = z.object({ source: z.string().regex(/^S[1-9]\d{0,8}$/) });
