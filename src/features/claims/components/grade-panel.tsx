import { METHOD_CERTAINTY, RELIABILITY, SOURCE_RELIABILITY, TRANSMISSION } from '../../../domain/words';
import type { ClaimDto } from '../schema';
import { ReliabilityBadge } from './badges';
import { GradingLine, ReviewNotice } from './grading-line';

/** How far the claim can be trusted: the one word, the three axes it rests on, and every reason. */
export function GradePanel({ claim: { reliability, grades, reasons, grading } }: { claim: ClaimDto }) {
  return (
    <section aria-labelledby="reliability">
      <h2 id="reliability">How far it can be trusted</h2>
      <p>
        <ReliabilityBadge level={reliability} provisional={grades.provisional} />
      </p>
      <p className="meta">{RELIABILITY[reliability].meaning}</p>
      <ReviewNotice underReview={grades.underReview} />
      <Reasons list={reasons.reliability} />
      <dl className="axes">
        <Axis
          name="Source reliability"
          anchor="source-reliability"
          grade={grades.source === null ? null : SOURCE_RELIABILITY[grades.source]}
          reasons={reasons.source}
        />
        <Axis
          name="Method certainty"
          anchor="method-certainty"
          grade={grades.method === null ? null : METHOD_CERTAINTY[grades.method]}
          reasons={reasons.method}
        />
        <Axis
          name="Transmission fidelity"
          anchor="transmission"
          grade={TRANSMISSION[grades.transmission ?? 'none']}
          reasons={[]}
        />
      </dl>
      {grading === null ? (
        <p className="meta">
          These grades are provisional: no two editors have judged them yet.{' '}
          <a href="/method#provisional">What that means</a>
        </p>
      ) : (
        <GradingLine grading={grading} />
      )}
    </section>
  );
}

type AxisProps = {
  name: string;
  anchor: string;
  grade: { label: string; meaning: string } | null;
  reasons: readonly string[];
};

function Axis({ name, anchor, grade, reasons }: AxisProps) {
  return (
    <div>
      <dt>
        <a href={`/method#${anchor}`}>{name}</a>
      </dt>
      <dd>
        <strong>{grade?.label ?? 'Not graded'}</strong>
        <p className="meta">{grade?.meaning ?? 'Too little is known to judge it.'}</p>
        <Reasons list={reasons} />
      </dd>
    </div>
  );
}

function Reasons({ list }: { list: readonly string[] }) {
  if (list.length === 0) return null;
  return (
    <ul className="reasons">
      {list.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
