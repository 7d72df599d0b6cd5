import type { SourceDto } from '../schema';
import { intervalOfShareText, outcomesText, shareText, TOO_FEW } from './fidelity-text';

/** What the work did with the figures of others. Counted, not judged. */
export function SourceFidelity({ source: { fidelity } }: { source: SourceDto }) {
  if (fidelity.n === 0) return null;
  const [share, interval] = [shareText(fidelity), intervalOfShareText(fidelity)];
  return (
    <section aria-labelledby="passes-on">
      <h2 id="passes-on">How it passes figures on</h2>
      <p>
        {fidelity.n === 1 ? '1 citation of a figure of others' : `${fidelity.n} citations of figures of others`}:{' '}
        {outcomesText(fidelity)}.{' '}
        {share === null ? (
          TOO_FEW
        ) : (
          <>
            Without a recorded distortion: <strong>{share}</strong> of the {fidelity.traced} whose own source is known
            (95 % interval {interval}).
          </>
        )}
      </p>
      <p className="meta">
        <a href="/network#fidelity">Beside other works and organisations</a> ·{' '}
        <a href="/network#fidelity-meaning">what is counted</a>
      </p>
    </section>
  );
}
