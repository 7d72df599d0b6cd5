import { NavLink } from './nav-link';

/** `for`: shown only to browsers that are signed in, or only to those that are not. */
export type SiteLink = { href: string; label: string; for?: 'desk' | 'strangers' };

const SHOWN_TO = { desk: 'desk-only', strangers: 'stranger-only' } as const;

/** What stands above every page: the skip link, the name, the ways in. */
export function SiteHeader({ name, links }: { name: string; links: readonly SiteLink[] }) {
  return (
    <>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <header className="site-header">
        <a className="wordmark" href="/">
          <PlumbBob />
          {name}
        </a>
        <nav className="site-nav" aria-label="Main">
          {links.map(({ href, label }) => (
            <NavLink key={href} href={href}>
              {label}
            </NavLink>
          ))}
        </nav>
      </header>
    </>
  );
}

/** What stands below every page. `children` is the word that must never be missing; the links follow it. */
export function SiteFooter({ links, children }: { links: readonly SiteLink[]; children: React.ReactNode }) {
  return (
    <footer className="site-footer">
      <div>
        {children}
        <nav aria-label="Footer">
          {links.map(({ href, label, for: whom }) => (
            <a key={href} href={href} className={whom && SHOWN_TO[whom]}>
              {label}
            </a>
          ))}
        </nav>
      </div>
    </footer>
  );
}

/** A plumb bob on its line. */
function PlumbBob() {
  return (
    <svg width="16" height="28" viewBox="0 0 16 28" aria-hidden="true" focusable="false">
      <path d="M8 0v12" stroke="currentColor" strokeWidth="1.5" />
      <path d="M3.5 12h9l-1 6L8 28l-3.5-10z" fill="currentColor" />
    </svg>
  );
}
