import 'server-only';
import { z } from 'zod';
import { type ReleaseDocument, ReleaseId, Sha256 } from '../../domain/fact-sheet/release';
import { ReleaseDocument as ReleaseShape } from '../../domain/fact-sheet/release';
import { queryOne, sql } from '../../db/sql';
import { FileFormat } from './schema';

// What was released is public for whoever has its id, which nobody can guess.

export type KeptRelease = { document: ReleaseDocument; canonical: string; sha256: string };

const Row = z.object({ document: z.string(), sha256: Sha256 });

/** A release, character for character as it was hashed; null when no release has this id. */
export async function getRelease(id: string): Promise<KeptRelease | null> {
  if (!ReleaseId.safeParse(id).success) return null;
  const row = await queryOne(Row, sql`select document, sha256 from fact_sheet_releases where id = ${id}`);
  if (row === null) return null;
  return { document: ReleaseShape.parse(JSON.parse(row.document)), canonical: row.document, sha256: row.sha256 };
}

/** A file of a release, byte for byte; null when there is none. */
export async function getReleaseFile(id: string, format: FileFormat): Promise<Uint8Array | null> {
  if (!ReleaseId.safeParse(id).success) return null;
  const row = await queryOne(
    z.object({ bytes: z.instanceof(Uint8Array) }),
    sql`select bytes from fact_sheet_files where release_id = ${id} and format = ${format}`,
  );
  return row?.bytes ?? null;
}

/** What a hash is of: a release itself (its JSON), or one of its files; null when it is of nothing released here. */
export async function findByHash(sha256: string): Promise<{ id: string; format: FileFormat } | null> {
  if (!Sha256.safeParse(sha256).success) return null;
  return queryOne(
    z.object({ id: ReleaseId, format: FileFormat }),
    sql`select release_id as id, format from fact_sheet_files where sha256 = ${sha256}
      union all select id, 'json' from fact_sheet_releases where sha256 = ${sha256} limit 1`,
  );
}
