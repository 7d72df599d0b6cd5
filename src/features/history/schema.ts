import { z } from 'zod';
import { CorrectionKind } from '../../domain/history/actions';

// The history as it leaves the house. Accounts are not in it: only the name that somebody had at the time.

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Position = z.number().int().positive().describe('Place in the one history of everything: 1, 2, 3 …');
const At = z.iso.datetime({ offset: true });

const Value = z.union([z.string(), z.array(z.string())]).nullable();

export const HistoryChange = z
  .object({
    path: z.string().describe('`figure.value`, `citations[c1-ilo].locator`: entries of lists by key, not by place.'),
    label: z.string(),
    entry: z
      .object({ name: z.string(), state: z.enum(['added', 'removed', 'changed']) })
      .nullable()
      .describe('The entry of a list that the field belongs to: a citation, a relation.'),
    before: Value.describe('As a reader sees it; null: not established, or not there.'),
    after: Value,
  })
  .meta({ id: 'HistoryChange' });

/** One event of a public record, with what is needed to recompute its hash. */
export const HistoryEntry = z
  .object({
    position: Position,
    at: At,
    actor: z.string(),
    action: z.string(),
    summary: z.string(),
    reason: z.string().nullable(),
    changes: z.array(HistoryChange),
    before: z.unknown().optional().describe('The whole record before, with `documents=true`; null: none was kept.'),
    after: z.unknown().optional().describe('The whole record after.'),
    prevHash: Hash.describe('The hash of the event before in the history of everything; 64 zeros for the first.'),
    hash: Hash.describe('SHA-256 of `hashed`, in UTF-8.'),
    hashed: z.string().describe('The text whose SHA-256 is `hash`: docs/guides/history.md.'),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** The end of the chain: whoever notes it can prove later that nothing before it was changed. */
export const ChainHead = z
  .object({ position: z.number().int().nonnegative(), hash: Hash, at: At.nullable() })
  .meta({ id: 'ChainHead' });
export type ChainHead = z.infer<typeof ChainHead>;

/** What the record pages say of the last changes. */
export const LatestChange = z.object({
  position: Position,
  at: At,
  /** Whoever did it; null where it follows from what several did. */
  actor: z.string().nullable(),
  summary: z.string(),
  changed: z.string().nullable(),
});
export type LatestChange = z.infer<typeof LatestChange>;

/** A line of the log of corrections. */
export type Correction = {
  position: number;
  at: string;
  kind: CorrectionKind;
  actor: string;
  /** C12, S7. */
  subject: string;
  /** What the record says, or is called; null when it is no longer there. */
  title: string | null;
  summary: string;
  reason: string | null;
  /** Of a claim whose figure changed: before and after. */
  figure: { before: string; after: string } | null;
  changed: string | null;
};

export const CorrectionFilters = z.object({ kind: z.array(CorrectionKind).max(8).default([]) });
export type CorrectionFilters = z.infer<typeof CorrectionFilters>;

/** Public ids of what has a public history. */
export const PublicSubject = z.string().regex(/^[CS][1-9]\d{0,8}$/);

/** A place in the history, as it stands in an address. */
export const EventNumber = z.coerce.number().int().min(1).max(2_147_483_647);
