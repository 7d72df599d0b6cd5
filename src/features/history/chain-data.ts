import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type BrokenLink, CHAIN_START, type ChainState, nextLink } from '../../domain/history/chain';
import { query, sql } from '../../db/sql';

const SealedRow = z.object({
  id: z.string(),
  position: z.number().int(),
  at: z.string(),
  actor: z.string(),
  actorId: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  summary: z.string(),
  reason: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  prevHash: z.string(),
  hash: z.string(),
});

/** Events read at once: some tens of megabytes of documents at the most. */
const PAGE = 2000;

export type ChainVerdict =
  | { ok: true; head: ChainState; notedAt: number | null }
  | { ok: false; broken: BrokenLink; verified: number };

type Options = {
  /** A hash that was noted earlier: it has to be in the chain. */
  noted?: string | undefined;
  onProgress?: (verified: number) => void;
};

/** Recomputes the whole chain from the first event on, and stops at the first link that does not hold. */
export async function verifyChain({ noted, onProgress = () => {} }: Options = {}): Promise<ChainVerdict> {
  let state = CHAIN_START;
  let last = '0';
  let notedAt: number | null = null;
  for (;;) {
    const page = await readPage(state.position, last);
    for (const event of page) {
      const next = nextLink(state, event, sha256);
      if ('problem' in next) return { ok: false, broken: next, verified: state.position };
      state = next;
      last = event.id;
      if (state.hash === noted) notedAt = state.position;
    }
    onProgress(state.position);
    if (page.length < PAGE) break;
  }
  // Events with a place that none can have would never be read.
  const [stray] = await query(
    SealedRow.pick({ position: true }),
    sql`select position from events where position < 1 limit 1`,
  );
  if (stray) {
    return { ok: false, verified: state.position, broken: { ...stray, problem: 'stands before the first event' } };
  }
  if (noted !== undefined && notedAt === null) {
    const problem = 'is where the chain ends, and the noted hash is not in it: it was cut, or written anew';
    return { ok: false, verified: state.position, broken: { position: state.position, problem } };
  }
  return { ok: true, head: state, notedAt };
}

/** The next events by place. One place given twice is read twice, also where a page ends between the two. */
function readPage(after: number, id: string) {
  return query(
    SealedRow,
    sql`select id::text, position, (extract(epoch from at) * 1000000)::bigint::text as at, actor, actor_id as "actorId", action,
        subject, summary, reason, before::text as before, after::text as after, prev_hash as "prevHash", hash
      from events where (position, id) > (${after}, ${id}::bigint) order by position, id limit ${PAGE}`,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
