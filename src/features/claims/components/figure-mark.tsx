import { figureText, intervalText, unitText } from '../../../domain/figure-text';
import { INTERVAL_KIND } from '../../../domain/words';
import type { ClaimSummary } from '../schema';

type FigureOf = ClaimSummary['figure'];

/** A claim's figure on one line for titles and lists: `≈ 1.8 million children`. */
export function figureTitle(figure: FigureOf): string {
  const parts = [figureText(figure), unitText(figure)].filter((part) => part !== null);
  return parts.join(figure.kind === 'direction' ? ': ' : ' ');
}

/** The low and high beside a point value, and what they are. */
export function IntervalLine({ figure }: { figure: FigureOf }) {
  const interval = intervalText(figure);
  if (interval === null || figure.interval === null) return null;
  return (
    <p className="meta">
      {INTERVAL_KIND[figure.interval].label}: {interval}
    </p>
  );
}
