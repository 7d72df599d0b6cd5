import 'server-only';
import { z } from 'zod';
import { type Actor, permit } from '../../domain/permission';
import { join, query, queryOne, Sql, sql } from '../../db/sql';
import { FRESH, IS_SILENT, LINK_URL, LINKS, QUOTES_LOST } from './links-sql';
import { LinkDetail, type LinkFilters, LinkRow, LinkRun, LinkView, PublicLink } from './schema';

const COLUMNS: Sql = sql`'S' || s.id as "sourceId", s.short_name as "shortName", s.title, s.url, l.state,
  to_json(l.checked_at) as "checkedAt", l.status, l.final_url as "finalUrl", l.error, l.failures,
  to_json(l.broken_since) as "brokenSince", l.archive_url as "archiveUrl", to_json(l.archive_at) as "archiveAt",
  ${QUOTES_LOST} as "quotesLost"`;

const IS_IN_VIEW: Readonly<Record<LinkView, Sql>> = {
  broken: sql`l.state = 'broken'`,
  failing: sql`l.state = 'failing'`,
  redirected: sql`l.state = 'redirected'`,
  unclear: sql`l.state in ('unclear', 'refused')`,
  unarchived: sql`l.source_number is not null and l.archive_url is null`,
  unchecked: sql`l.source_number is null`,
  quotes: sql`${QUOTES_LOST} > 0`,
};

export const LINKS_A_PAGE = 50;

export type LinkList = {
  links: LinkRow[];
  /** Of the kind that is shown, and of all kinds. */
  total: number;
  all: number;
  counts: Record<LinkView, number>;
  /** Not checked for seven days. */
  due: number;
};

const CountRow = z.object({
  all: z.number().int(),
  due: z.number().int(),
  ...(Object.fromEntries(LinkView.options.map((view) => [view, z.number().int()])) as Record<LinkView, z.ZodNumber>),
});

/** One page of the links of sources, worst first, with how many there are of each kind. @throws {Denied} */
export async function listLinks(actor: Actor | null, { view, page }: LinkFilters): Promise<LinkList> {
  permit(actor, 'link.check');
  const counts = LinkView.options.map((name) => {
    const column = new Sql([name], []);
    return sql`count(*) filter (where ${IS_IN_VIEW[name]})::int as ${column}`;
  });
  const [links, counted] = await Promise.all([
    query(
      LinkRow,
      sql`select ${COLUMNS} from ${LINKS} where ${view === undefined ? sql`true` : IS_IN_VIEW[view]}
        order by array_position(array['broken','failing','redirected','unclear','refused','works'], l.state::text), s.id
        limit ${LINKS_A_PAGE} offset ${(page - 1) * LINKS_A_PAGE}`,
    ),
    queryOne(
      CountRow,
      sql`select count(*)::int as "all", count(*) filter (where l.checked_at is null or l.checked_at < now() - ${FRESH})::int
        as due, ${join(counts, ', ')} from ${LINKS}`,
    ),
  ]);
  if (counted === null) throw new Error('a statement of counts gives one row');
  const { all, due, ...byView } = counted;
  return { links, due, counts: byView, all, total: view === undefined ? all : byView[view] };
}

/** One link with its checks, newest first, and what became of the words quoted from it; null where there is no link. */
export async function getLink(actor: Actor | null, sourceId: string): Promise<LinkDetail | null> {
  permit(actor, 'link.check');
  if (!/^S[1-9]\d{0,8}$/.test(sourceId)) return null;
  return queryOne(
    LinkDetail,
    sql`select ${COLUMNS},
      (select coalesce(json_agg(json_build_object('runId', k.run_id, 'url', k.url, 'checkedAt', k.checked_at,
          'outcome', k.outcome, 'status', k.status, 'finalUrl', k.final_url, 'error', k.error, 'failures', k.failures)
          order by k.id desc), '[]')
        from (select * from link_checks where source_number = s.id order by id desc limit 100) k) as checks,
      (select coalesce(json_agg(json_build_object('claimId', 'C' || x.claim_id, 'exact', x.quote_exact,
          'outcome', q.outcome, 'checkedAt', q.checked_at) order by x.claim_id, x.position), '[]')
        from citations x left join quote_checks q on q.citation_key = x.key and q.exact = x.quote_exact
        where x.source_id = s.id and x.quote_exact is not null) as quotes
      from ${LINKS} where s.id = ${Number(sourceId.slice(1))}`,
  );
}

/** The run that is under way, or the last one; null before the first. @throws {Denied} */
export async function lastRun(actor: Actor | null): Promise<LinkRun | null> {
  permit(actor, 'link.check');
  return readRun(sql`order by id desc limit 1`);
}

/** @throws {Denied} */
export async function getRun(actor: Actor | null, run: number): Promise<LinkRun | null> {
  permit(actor, 'link.check');
  return readRun(sql`where id = ${run}`);
}

function readRun(which: Sql): Promise<LinkRun | null> {
  return queryOne(
    LinkRun,
    sql`select id, case when state = 'running' and ${IS_SILENT} then 'interrupted' else state::text end as state, scope,
      'S' || source_number as "sourceId", total, done, cancel_asked as "isCancelAsked", started_by_name as "startedByName", to_json(started_at) as "startedAt",
      to_json(ended_at) as "endedAt" from link_runs ${which}`,
  );
}

/** What readers of a source are told of its link; null where it was never checked. */
export async function getPublicLink(sourceId: string): Promise<PublicLink | null> {
  if (!/^S[1-9]\d{0,8}$/.test(sourceId)) return null;
  return queryOne(
    PublicLink,
    sql`select l.state, to_json(l.checked_at) as "checkedAt", l.archive_url as "archiveUrl",
        to_json(l.archive_at) as "archiveAt"
      from sources s join link_states l on l.source_number = s.id and l.url = ${LINK_URL}
      where s.id = ${Number(sourceId.slice(1))}`,
  );
}
