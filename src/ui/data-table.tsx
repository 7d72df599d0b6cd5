import { Children, type CSSProperties } from 'react';

type DataTableProps = {
  label: string;
  /** What stands above each column. */
  heads: readonly React.ReactNode[];
  className?: string;
  caption?: React.ReactNode;
  /** On a phone each row becomes a block, in which every cell says what it is: for cells that are compared or are many. */
  stacks?: boolean;
  /** The rows. */
  children: React.ReactNode;
};

/** A table that scrolls by itself where the window is narrower, and not the page. */
export function DataTable({ label, heads, className, caption, stacks = false, children }: DataTableProps) {
  const classes = [stacks ? 'table-stacks' : '', className ?? ''].join(' ').trim();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard too.
    <section className="table-scroll" aria-label={label} tabIndex={0}>
      <table className={classes || undefined} style={stacks ? headsForCells(heads) : undefined}>
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

/** The words above the columns as strings for the style sheet, which puts them before the cells (tables.css). */
function headsForCells(heads: DataTableProps['heads']): CSSProperties {
  return Object.fromEntries(
    heads.flatMap((head, index) =>
      typeof head === 'string' ? [[`--head-${index + 1}`, `"${head.replaceAll(/[\\"\n]/g, ' ')}"`]] : [],
    ),
  );
}
