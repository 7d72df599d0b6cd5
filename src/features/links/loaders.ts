import 'server-only';
import { cache } from 'react';
import type { Problem, RawParameters } from '../../lib/parameters';
import { requireActor } from '../desk/loaders';
import { getLink, getPublicLink, type LinkList, LINKS_A_PAGE, lastRun, listLinks } from './data';
import { linksHref, readLinkFilters } from './filters';
import type { LinkDetail, LinkFilters, LinkRun } from './schema';

export type LinksPage = LinkList & {
  filters: LinkFilters;
  problems: Problem[];
  run: LinkRun | null;
  previous: string | null;
  next: string | null;
};

/** The links of sources as the desk shows them, with the run that is under way or was last. */
export async function loadLinks(raw: RawParameters): Promise<LinksPage> {
  const actor = await requireActor('link.check');
  const { filters, problems } = readLinkFilters(raw);
  const [list, run] = await Promise.all([listLinks(actor, filters), lastRun(actor)]);
  const { page } = filters;
  return {
    ...list,
    filters,
    problems,
    run,
    previous: page > 1 ? linksHref({ ...filters, page: page - 1 }) : null,
    next: page * LINKS_A_PAGE < list.total ? linksHref({ ...filters, page: page + 1 }) : null,
  };
}

/** One link with its history; null where the source has none. */
export async function loadLink(id: string): Promise<{ link: LinkDetail; run: LinkRun | null } | null> {
  const actor = await requireActor('link.check');
  const [link, run] = await Promise.all([getLink(actor, id), lastRun(actor)]);
  return link === null ? null : { link, run };
}

export const loadPublicLink = cache(getPublicLink);
