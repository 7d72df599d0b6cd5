type Part = { count: number; colour: string };

export type Bar = {
  key: string;
  label: string;
  href?: string | undefined;
  count: number;
  /** What the bar is made of, left to right; their counts add up to `count`. */
  parts: readonly Part[];
};

/**
 * Counts as a table with a bar in each row: the numbers are there for everybody, the bars show them at once.
 * The longest bar fills its column; all others are drawn to its scale.
 */
export function BarTable({ caption, heads, bars }: { caption: string; heads: [string, string]; bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  return (
    <table className="bars">
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{heads[0]}</th>
          <td />
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">{bar.href === undefined ? bar.label : <a href={bar.href}>{bar.label}</a>}</th>
            <td>
              <StackedBar parts={bar.parts} most={most} />
            </td>
            <td>{bar.count.toLocaleString('en-GB')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StackedBar({ parts, most }: { parts: readonly Part[]; most: number }) {
  let x = 0;
  const pieces = parts.map(({ count, colour }) => {
    const piece = { x, width: (count / most) * 100, colour };
    x += piece.width;
    return piece;
  });
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {pieces.map((piece) => (
        <rect key={piece.colour} x={piece.x} y="0" width={piece.width} height="10" fill={piece.colour} />
      ))}
    </svg>
  );
}
