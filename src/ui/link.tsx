type LinkProps = { href: string; inNewTab?: boolean; children: React.ReactNode };

/**
 * A link that may open in a new tab, and then says so: for pages that cannot be come back to, because they answer a form.
 */
export function Link({ href, inNewTab = false, children }: LinkProps) {
  if (!inNewTab) return <a href={href}>{children}</a>;
  return (
    <a href={href} target="_blank" rel="noopener">
      {children}
      <NewTabHint />
    </a>
  );
}

export function NewTabHint() {
  return (
    <>
      <span className="new-tab" aria-hidden="true">
        {'\u00a0↗'}
      </span>
      <span className="visually-hidden"> (opens in a new tab)</span>
    </>
  );
}
