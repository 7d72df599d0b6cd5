import { Pager } from '../../../ui/pager';
import { linksHref } from '../filters';
import type { LinksPage } from '../loaders';
import { type LinkRow, LinkView } from '../schema';
import { dayText, LINK_STATE, LINK_VIEW } from './link-words';

/** The links of sources, narrowed to one kind, page by page. */
export function LinkList({ page }: { page: LinksPage }) {
  const { filters, links, total } = page;
  return (
    <section aria-labelledby="links">
      <h2 id="links">{filters.view === undefined ? 'All links' : LINK_VIEW[filters.view]}</h2>
      <nav aria-label="Narrow the list">
        <ul className="inline-list filter-list">
          <ViewLink label="All" count={page.all} href={linksHref({})} on={filters.view === undefined} />
          {LinkView.options.map((view) => (
            <ViewLink
              key={view}
              label={LINK_VIEW[view]}
              count={page.counts[view]}
              href={linksHref({ view })}
              on={filters.view === view}
            />
          ))}
        </ul>
      </nav>
      {total === 0 ? <p className="unknown">{filters.view === undefined ? 'No source has a link.' : 'None.'}</p> : null}
      <ul className="link-list">
        {links.map((link) => (
          <LinkItem key={link.sourceId} link={link} />
        ))}
      </ul>
      <Pager previous={page.previous} next={page.next} />
    </section>
  );
}

function ViewLink({ label, count, href, on }: { label: string; count: number; href: string; on: boolean }) {
  return (
    <li>
      <a href={href} aria-current={on ? 'true' : undefined}>
        {label} <span className="meta">{count}</span>
      </a>
    </li>
  );
}

function LinkItem({ link }: { link: LinkRow }) {
  return (
    <li className="link-item">
      <LinkStateMark state={link.state} />
      <div>
        <h3>
          <a href={`/desk/links/${link.sourceId}`}>
            {link.shortName}: {link.title}
          </a>
        </h3>
        <p className="meta link-address">{link.url}</p>
        <p className="meta">{factsOf(link).join(' · ')}</p>
      </div>
    </li>
  );
}

/** The state in a word; its colour only repeats it. */
export function LinkStateMark({ state }: { state: LinkRow['state'] }) {
  return (
    <p className={`link-state link-state-${state ?? 'unchecked'}`}>
      {state === null ? 'Never checked' : LINK_STATE[state]}
    </p>
  );
}

function factsOf({ sourceId, checkedAt, error, failures, brokenSince, archiveUrl, quotesLost }: LinkRow): string[] {
  return [
    sourceId,
    ...(checkedAt === null ? [] : [`checked on ${dayText(checkedAt)}`]),
    ...(error === null ? [] : [error]),
    ...(failures === null || failures < 2 ? [] : [`${failures} failures in a row`]),
    ...(brokenSince === null ? [] : [`broken since ${dayText(brokenSince)}`]),
    ...(checkedAt === null ? [] : [archiveUrl === null ? 'no archived copy known' : 'archived copy known']),
    ...(quotesLost === 0 ? [] : [quotesLost === 1 ? '1 quotation not found' : `${quotesLost} quotations not found`]),
  ];
}
