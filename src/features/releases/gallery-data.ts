import 'server-only';
import { z } from 'zod';
import { query, queryOne, sql } from '../../db/sql';
import { BadCursor, decodeCursor, encodeCursor } from '../../lib/cursor';
import { RELEASE_COLUMNS } from '../fact-sheets/data';
import { FileFormat, ReleaseSummary } from '../fact-sheets/schema';
import { askStaleReleases } from './recall-data';
import { GalleryItem } from './schema';

const Place = z.tuple([z.literal('fact-sheets'), z.iso.datetime({ offset: true }), z.string()]);

/** In milliseconds. Who opens the gallery waits no longer for what is stale; the mark then comes with the next look. */
const PATIENCE = 3000;

/**
 * The latest release of each sheet that its owner shows, newest first.
 *
 * @param options.limit 1–100 a page
 * @throws {BadCursor} when the cursor is not one of this list
 */
export async function listGallery(options: {
  limit: number;
  cursor?: string | undefined;
}): Promise<{ releases: GalleryItem[]; next: string | null }> {
  const place = options.cursor === undefined ? null : decodeCursor(Place, options.cursor);
  if (options.cursor !== undefined && place === null) throw new BadCursor('is not a cursor of this list');
  const before =
    place === null ? sql`true` : sql`(r.released_at, r.id) < (${place[1]}::timestamptz, ${place[2]}::text)`;
  const [rows, { answer: stale }] = await Promise.all([
    query(
      ReleaseSummary,
      sql`select ${RELEASE_COLUMNS} from fact_sheet_releases r join fact_sheets f on f.id = r.sheet_id
        where f.is_listed and f.deleted_at is null and ${before} and not exists (
          select from fact_sheet_releases n where n.sheet_id = r.sheet_id and n.number > r.number)
        order by r.released_at desc, r.id desc limit ${options.limit + 1}`,
    ),
    askStaleReleases(PATIENCE),
  ]);
  const page = rows.slice(0, options.limit);
  const last = page.at(-1);
  const staleIds = new Set(stale?.map(({ releaseId }) => releaseId));
  return {
    releases: page.map((row) => GalleryItem.parse({ ...row, isStale: staleIds.has(row.id) })),
    next: rows.length > options.limit && last ? encodeCursor(['fact-sheets', last.releasedAt, last.id]) : null,
  };
}

/** Whether a release belongs to a sheet that its owner shows to everybody. */
export async function isInGallery(releaseId: string): Promise<boolean> {
  const row = await queryOne(
    z.object({ listed: z.boolean() }),
    sql`select f.is_listed and f.deleted_at is null as listed
      from fact_sheet_releases r join fact_sheets f on f.id = r.sheet_id where r.id = ${releaseId}`,
  );
  return row?.listed ?? false;
}

const FileRow = z.object({ format: FileFormat, size: z.number().int() });
export type ReleaseFile = z.infer<typeof FileRow>;

/** The files of a release, with their sizes in bytes. */
export function listFiles(releaseId: string): Promise<ReleaseFile[]> {
  return query(
    FileRow,
    sql`select format, length(bytes) as size from fact_sheet_files where release_id = ${releaseId}`,
  );
}
