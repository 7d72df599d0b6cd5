import type { Severity } from '../../../domain/checks/rule';

/** A mark and a word, so that the colour does not stand alone. */
const SEVERITY: Readonly<Record<Severity, { mark: string; label: string }>> = {
  error: { mark: '×', label: 'Error' },
  warning: { mark: '!', label: 'Warning' },
  note: { mark: 'i', label: 'Note' },
};

/** What somebody has passed over is told as that: it weighs no more. */
const PASSED = { mark: '–', label: 'Passed over' };

export function SeverityMark({ severity, isPassed = false }: { severity: Severity; isPassed?: boolean }) {
  const { mark, label } = isPassed ? PASSED : SEVERITY[severity];
  return (
    <span className={`severity severity-${isPassed ? 'note' : severity}`}>
      <span aria-hidden="true">{mark}</span> {label}
    </span>
  );
}
