import 'server-only';
import { type Sql, sql } from '../../db/sql';

/**
 * The one link of the source `s`: its address, or that of its DOI. Signs that would end the path of a web address are
 * written as the DOI handbook asks (2.5.2.4).
 */
export const LINK_URL: Sql = sql`coalesce(s.url, 'https://doi.org/' ||
  replace(replace(replace(replace(s.doi, '%', '%25'), '#', '%23'), '?', '%3F'), ' ', '%20'))`;

/** Sources that have a link, each with its state when that is of the same address. */
export const LINKS: Sql = sql`(select s.id, s.short_name, s.title, ${LINK_URL} as url from sources s
    where s.url is not null or s.doi is not null) s
  left join link_states l on l.source_number = s.id and l.url = s.url`;

/** Quotations of the source `s` that its page no longer shows where it showed them. */
export const QUOTES_LOST: Sql = sql`(select count(*)::int from citations x join quote_checks q
    on q.citation_key = x.key and q.exact = x.quote_exact
  where x.source_id = s.id and q.outcome <> 'found')`;

/** A run is alive for as long as its process says so, every second. */
export const IS_SILENT: Sql = sql`heartbeat_at < now() - interval '60 seconds'`;

/** A check younger than this is not repeated unless asked for. */
export const FRESH: Sql = sql`interval '7 days'`;
