import type { Reliability } from '../../../domain/grade';
import { RELIABILITY, VERIFICATION } from '../../../domain/words';
import { BarTable } from '../../../ui/bar-table';
import type { EvidenceState } from '../loaders';

const LEVELS = Object.keys(RELIABILITY) as Reliability[];

/** How reliable the claims are: one bar a level. */
export function ReliabilityChart({ state }: { state: EvidenceState }) {
  return (
    <BarTable
      caption="Claims by reliability"
      heads={['Reliability', 'Claims']}
      bars={LEVELS.map((level) => {
        const count = state.byReliability.find((entry) => entry.reliability === level)?.count ?? 0;
        return {
          key: level,
          label: RELIABILITY[level].label,
          href: `/claims?reliability=${level}`,
          count,
          parts: [{ count, colour: `var(--level-${level})` }],
        };
      })}
    />
  );
}

/** How the claims were seen: one bar a level, from the work itself down to nowhere. */
export function VerificationChart({ state }: { state: EvidenceState }) {
  return (
    <BarTable
      caption="Claims by how they were verified"
      heads={['Verified', 'Claims']}
      bars={(Object.keys(VERIFICATION) as (keyof typeof VERIFICATION)[]).flatMap((level) => {
        const count = state.byVerification.find((entry) => entry.level === level)?.count ?? 0;
        if (count === 0) return [];
        return [
          { key: level, label: VERIFICATION[level].label, count, parts: [{ count, colour: 'var(--line-strong)' }] },
        ];
      })}
    />
  );
}
