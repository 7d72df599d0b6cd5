import { Children } from 'react';

type DataTableProps = {
  label: string;
  /** What stands above each column. */
  heads: readonly React.ReactNode[];
  className?: string;
  caption?: React.ReactNode;
  /** The rows. */
  children: React.ReactNode;
};

/** A table that scrolls by itself where the window is narrower, and not the page. */
export function DataTable({ label, heads, className, caption, children }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard too.
    <section className="table-scroll" aria-label={label} tabIndex={0}>
      <table className={className}>
        {caption === undefined ? null : <caption>{caption}</caption>}
        <thead>
          <tr>
            {Children.map(heads, (head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
