import 'server-only';
import { z } from 'zod';
import { isStale } from '../../domain/fact-sheet/changes-since';
import { ReleaseId } from '../../domain/fact-sheet/release';
import { query, queryOne, sql } from '../../db/sql';
import { RELEASE_COLUMNS } from '../fact-sheets/data';
import { findByHash, getRelease, type KeptRelease } from '../fact-sheets/release-data';
import { ReleaseSummary } from '../fact-sheets/schema';
import type { ReleaseVerdict, SentFile } from './schema';
import { changedSince, readToday } from './today-data';

type How = Pick<ReleaseVerdict, 'how' | 'sha256' | 'format'>;

/** Whether a release has this id. */
export async function releaseExists(id: string): Promise<boolean> {
  if (!ReleaseId.safeParse(id).success) return false;
  const row = await queryOne(
    z.object({ there: z.boolean() }),
    sql`select exists (select from fact_sheet_releases where id = ${id}) as there`,
  );
  return row?.there ?? false;
}

/** What is true of a release today; null when none has this id. */
export async function verifyId(id: string): Promise<ReleaseVerdict | null> {
  return verifyRelease(id, { how: 'id', sha256: null, format: null });
}

/** What a hash is of; null when it is of nothing that was released here. */
export async function verifyHash(sha256: string, how: 'file' | 'content' = 'file'): Promise<ReleaseVerdict | null> {
  const found = await findByHash(sha256);
  return found === null ? null : verifyRelease(found.id, { how, sha256, format: found.format });
}

/** Whether a file is one that was released here, and which; where it is not, which releases it names. */
export async function verifyFile({ sha256, contentSha256, named }: SentFile): Promise<ReleaseVerdict> {
  const asFile = await verifyHash(sha256);
  if (asFile !== null) return asFile;
  const asContent = contentSha256 === null ? null : await verifyHash(contentSha256, 'content');
  if (asContent !== null) return { ...asContent, sha256 };
  return notGenuine(sha256, await knownOf(named));
}

/** Of these ids, those that releases have, in their order. */
async function knownOf(ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await query(
    z.object({ id: ReleaseId }),
    sql`select id from fact_sheet_releases where id = any(${[...ids]}::text[])`,
  );
  const known = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => known.has(id));
}

function notGenuine(sha256: string, named: string[]): ReleaseVerdict {
  return {
    ...{ genuine: false, how: 'file', sha256, format: null, release: null, state: null },
    ...{ changes: [], newer: null, named },
  };
}

/** What was said of a file that is not genuine, said again: by its hash and the releases that it named. */
export async function repeatVerdict(sha256: string, named: readonly string[]): Promise<ReleaseVerdict> {
  return (await verifyHash(sha256)) ?? notGenuine(sha256, await knownOf(named));
}

async function verifyRelease(id: string, how: How): Promise<ReleaseVerdict | null> {
  const release = await getRelease(id);
  if (release === null) return null;
  const { document } = release;
  const [today, latest] = await Promise.all([
    readToday(document.claims.map((claim) => claim.id)),
    latestOf(document.sheetId),
  ]);
  const changes = changedSince(document.claims, today);
  return {
    ...how,
    genuine: true,
    release: summaryOf(release),
    state: changes.some((one) => isStale(one.changes)) ? 'stale' : 'stands',
    changes,
    newer: latest === null || latest.id === id ? null : latest,
    named: [],
  };
}

/** A release as lists have it. */
export function summaryOf({ document, sha256 }: KeptRelease): ReleaseSummary {
  const { id, sheetId, number, releasedAt, releasedBy, sheet, claims } = document;
  const { title, audience } = sheet;
  return { id, sheetId, number, title, audience, releasedAt, releasedBy, sha256, claims: claims.map((one) => one.id) };
}

async function latestOf(sheetId: string): Promise<ReleaseSummary | null> {
  return queryOne(
    ReleaseSummary,
    sql`select ${RELEASE_COLUMNS} from fact_sheet_releases r where r.sheet_id = ${Number(sheetId.slice(1))}
      order by r.number desc limit 1`,
  );
}
