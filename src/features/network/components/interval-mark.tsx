import type { FidelityEntry } from '../schema';

/** The share and its interval between 0 and 100 %; the numbers stand beside it. */
export function IntervalMark({ fidelity: { share, interval } }: { fidelity: FidelityEntry['fidelity'] }) {
  if (share === null || interval === null) return null;
  return (
    <svg className="network-mark" viewBox="0 0 110 12" aria-hidden="true" focusable="false">
      <rect x="5" y="5.5" width="100" height="1" fill="var(--line)" />
      <rect
        x={5 + interval.low * 100}
        y="4"
        width={(interval.high - interval.low) * 100}
        height="4"
        fill="var(--line-strong)"
      />
      <circle cx={5 + share * 100} cy="6" r="4" fill="var(--accent)" />
    </svg>
  );
}
