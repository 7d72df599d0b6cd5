import 'server-only';
import { z } from 'zod';
import { isStale } from '../../domain/fact-sheet/changes-since';
import { ReleaseId } from '../../domain/fact-sheet/release';
import { SheetClaim } from '../../domain/fact-sheet/sheet-claim';
import { type Actor, permit } from '../../domain/permission';
import { query, queryOne, sql } from '../../db/sql';
import { canonicalJson, sha256Of } from '../../lib/canonical-json';
import { keptAnswer } from '../../lib/kept-answer';
import { SheetId } from '../fact-sheets/schema';
import { stateOfBase } from '../lineage/difference-data';
import type { ChangedClaim, Recall } from './schema';
import { changedSince, readToday } from './today-data';

// A claim changes by many ways that leave its own row as it was: a relation from another claim, a merge, a new grade of a
// source. So nothing is derived from what was written: the latest releases are held against the evidence base whenever an
// event was written, and the answer is kept until the next.

/** The latest release of a sheet, where it is stale. `state` of a claim is another whenever what changed is another. */
export type StaleRelease = Omit<Recall, 'claims'> & { ownerId: string; claims: (ChangedClaim & { state: string })[] };

const LatestRow = z.object({
  releaseId: ReleaseId,
  sheetId: SheetId,
  ownerId: z.string(),
  number: z.number().int(),
  title: z.string(),
  claims: z.array(SheetClaim),
});

/** Releases that are read at a time. */
const BATCH = 100;

/** A word that is another one whenever another release may be stale. Costs next to nothing. */
export async function stateOfReleases(): Promise<string> {
  const row = await queryOne(
    z.object({ count: z.number().int() }),
    sql`select count(*)::int as count from fact_sheet_releases`,
  );
  return `${row?.count ?? 0} ${await stateOfBase()}`;
}

/** Stale ones among the latest releases of all sheets. @param patience in milliseconds; null: until it is there */
export const askStaleReleases = keptAnswer(stateOfReleases, async () => {
  const stale: StaleRelease[] = [];
  for (let after = 0; ; ) {
    const batch = await readLatest(after);
    const last = batch.at(-1);
    if (last === undefined) return stale;
    after = Number(last.sheetId.slice(1));
    const ids = [...new Set(batch.flatMap(({ claims }) => claims.map(({ id }) => id)))];
    const today = await readToday(ids);
    for (const { claims, ...release } of batch) {
      const weighty = changedSince(claims, today).filter(({ changes }) => isStale(changes));
      const withState = weighty.map((one) => ({ ...one, state: stateOf(one, today.get(one.claim) ?? null) }));
      if (withState.length > 0) stale.push({ ...release, claims: withState });
    }
  }
});

function readLatest(after: number) {
  return query(
    LatestRow,
    sql`select r.id as "releaseId", 'F' || r.sheet_id as "sheetId", f.owner_id as "ownerId", r.number,
        r.document::jsonb->'sheet'->>'title' as title, r.document::jsonb->'claims' as claims
      from fact_sheet_releases r join fact_sheets f on f.id = r.sheet_id
      where r.sheet_id > ${after} and not exists (
        select from fact_sheet_releases n where n.sheet_id = r.sheet_id and n.number > r.number)
      order by r.sheet_id limit ${BATCH}`,
  );
}

/** Without our sentences about it: that we word one better is no news about the claim. */
function stateOf({ changes }: ChangedClaim, now: SheetClaim | null): string {
  const weighty = changes
    .filter((change) => change.weighty)
    .map(({ kind, before, after }) => ({ kind, before, after }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
  const successors = now?.successors.map(({ id }) => id).sort() ?? [];
  return sha256Of(canonicalJson({ weighty, successors, reason: now?.standingReason ?? null }));
}

const SinceRow = z.object({
  releaseId: ReleaseId,
  claim: z.string(),
  state: z.string(),
  at: z.iso.datetime({ offset: true }),
});

/** Stale ones among the latest releases of sheets of one's own: as of now, not as of when somebody last looked. */
export async function listRecalls(actor: Actor | null): Promise<Recall[]> {
  permit(actor, 'fact-sheet.own');
  const { answer } = await askStaleReleases(null);
  const own = (answer ?? []).filter(({ ownerId }) => ownerId === actor.id);
  if (own.length === 0) return [];
  const noticed = await query(
    SinceRow,
    sql`select release_id as "releaseId", 'C' || claim_number as claim, state, to_json(at) as at from fact_sheet_recalls
      where over_at is null and release_id = any(${own.map(({ releaseId }) => releaseId)}::text[])`,
  );
  const since = new Map(noticed.map((row) => [`${row.releaseId} ${row.claim} ${row.state}`, row.at]));
  return own.map(({ ownerId: _owner, claims, ...release }) => ({
    ...release,
    claims: claims.map(({ state, ...one }) => ({
      ...one,
      since: since.get(`${release.releaseId} ${one.claim} ${state}`) ?? null,
    })),
  }));
}
