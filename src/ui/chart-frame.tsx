type ChartFrameProps = {
  /** What the chart shows, as a sentence: the finding. */
  title: string;
  units: string;
  sources: React.ReactNode;
  /** SVG markup, made and escaped on the server: for all the room, for a column of text where the page is what counts as
   * all, and for phones. */
  svg: { wide: string; medium?: string; narrow: string };
  /** How much room the wide drawing needs: that of a column of text (704 px), or of the page (1040 px). */
  room?: 'column' | 'page';
  /** Where the same can be had as a file. */
  downloads: readonly { label: string; href: string }[];
  /** The same as a table or list, for whoever cannot see the drawing or wants the numbers. Left out where the page has it
   * in sight beside the chart. */
  children?: React.ReactNode;
  /** What the disclosure with the table says. */
  tableLabel?: string;
};

/** A chart with all that belongs to it: finding, unit, sources, the numbers as a table, and files to keep. */
export function ChartFrame({
  title,
  units,
  sources,
  svg,
  room = 'page',
  downloads,
  children,
  tableLabel,
}: ChartFrameProps) {
  return (
    <figure className={`chart chart-${room}`}>
      <figcaption>
        <p className="chart-title">{title}</p>
        <p className="meta">{units}</p>
      </figcaption>
      {/* Safe to set as HTML: every text in it went through `escaped` in formats/svg/markup.ts. */}
      <div className="chart-drawing chart-wide" dangerouslySetInnerHTML={{ __html: svg.wide }} />
      {svg.medium === undefined ? null : (
        <div className="chart-drawing chart-medium" dangerouslySetInnerHTML={{ __html: svg.medium }} />
      )}
      <div className="chart-drawing chart-narrow" dangerouslySetInnerHTML={{ __html: svg.narrow }} />
      <p className="meta">Sources: {sources}</p>
      <nav className="chart-downloads" aria-label={`Files of the chart: ${title}`}>
        {downloads.map(({ label, href }) => (
          <a key={href} href={href} download>
            {label}
          </a>
        ))}
      </nav>
      {children === undefined ? null : (
        <details className="chart-table">
          <summary>{tableLabel ?? 'The same as a table'}</summary>
          {children}
        </details>
      )}
    </figure>
  );
}
