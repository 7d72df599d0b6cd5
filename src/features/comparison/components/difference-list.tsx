import { VERDICT, type Verdict } from '../../../domain/comparison/verdict';
import type { ComparedAspect, ComparisonDto } from '../schema';

/** A verdict as a sign and a word; colour only repeats them. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { mark, label } = VERDICT[verdict];
  return (
    <span className={`verdict verdict-${verdict}`}>
      <span aria-hidden="true">{mark}</span> {label}
    </span>
  );
}

/** What forbids comparing, what nobody has established, and what is only worth knowing. */
export function DifferenceLists({ comparison: { aspects } }: { comparison: ComparisonDto }) {
  const of = (verdict: Verdict) => aspects.filter((entry) => entry.verdict === verdict);
  const [forbids, unknown, differs] = [of('forbids'), of('unknown'), of('differs')];
  return (
    <section aria-labelledby="forbids">
      <h2 id="forbids">What forbids comparing them</h2>
      {forbids.length === 0 ? (
        <p>
          Nothing that is recorded forbids it. Read all the same what each of them does not measure: not every obstacle
          has been recorded.
        </p>
      ) : (
        <Differences entries={forbids} />
      )}
      {unknown.length === 0 ? null : (
        <>
          <h3>Not established, so that nobody can say</h3>
          <Differences entries={unknown} />
        </>
      )}
      {differs.length === 0 ? null : (
        <>
          <h3>Worth knowing</h3>
          <Differences entries={differs} />
        </>
      )}
    </section>
  );
}

function Differences({ entries }: { entries: readonly ComparedAspect[] }) {
  return (
    <ul className="difference-list">
      {entries.map(({ aspect, label, verdict, sentence }) => (
        <li key={aspect}>
          <VerdictMark verdict={verdict} />
          <p>
            <strong>{label}.</strong> {sentence}
          </p>
        </li>
      ))}
    </ul>
  );
}
