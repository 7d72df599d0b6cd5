type PagerProps = {
  first?: string | null | false | undefined;
  previous?: string | null | undefined;
  next: string | null | undefined;
  /** What the next page holds; "Next page" where it is but more of the same. */
  nextText?: string;
  /** Whether engines that search the web may follow it: not where each page is another cut of the same. */
  follow?: boolean;
};

/** The ways through a list that is shown page by page; nothing where there is but one page. */
export function Pager({ first, previous, next, nextText = 'Next page', follow = true }: PagerProps) {
  if (!first && !previous && !next) return null;
  return (
    <nav className="pager" aria-label="Pages">
      {first ? <a href={first}>First page</a> : null}
      {previous ? (
        <a href={previous} rel="prev">
          Previous page
        </a>
      ) : null}
      {next ? (
        <a href={next} rel={follow ? 'next' : 'next nofollow'}>
          {nextText}
        </a>
      ) : null}
    </nav>
  );
}
