import 'server-only';
import { slugOf } from '../../domain/text/slug';
import { query, queryOne, type Sql, sql } from '../../db/sql';
import { Bibliography, SourceId } from './schema';

/** The bibliographic record of source `s`. */
export const BIBLIOGRAPHY_COLUMNS: Sql = sql`'S' || s.id as id, s.short_name as "shortName", s.organisation, s.type,
  s.title, s.author, s.issued, s.publisher, s.publisher_place as "publisherPlace",
  s.container_title as "containerTitle", s.volume, s.issue, s.page, s.number_of_pages as "numberOfPages", s.number,
  s.doi, s.isbn, s.url`;

/** What a reference needs of a source and no more; null when no source has this id. */
export async function getBibliography(id: string): Promise<Bibliography | null> {
  if (!SourceId.safeParse(id).success) return null;
  const row = await queryOne(
    Bibliography.omit({ slug: true }),
    sql`select ${BIBLIOGRAPHY_COLUMNS} from sources s where s.id = ${Number(id.slice(1))}`,
  );
  return row === null ? null : { ...row, slug: slugOf(row.title) };
}

/** The bibliographic records of these sources, in no order; one that there is not is left out. */
export async function listBibliographies(ids: readonly string[]): Promise<Omit<Bibliography, 'slug'>[]> {
  const numbers = ids.flatMap((id) => (SourceId.safeParse(id).success ? [Number(id.slice(1))] : []));
  if (numbers.length === 0) return [];
  return query(
    Bibliography.omit({ slug: true }),
    sql`select ${BIBLIOGRAPHY_COLUMNS} from sources s where s.id = any(${numbers}::int[])`,
  );
}
