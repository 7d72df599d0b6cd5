import type { Severity } from '../../../domain/checks/rule';

/** A mark and a word, so that the colour does not stand alone. */
const SEVERITY: Readonly<Record<Severity, { mark: string; label: string }>> = {
  error: { mark: '×', label: 'Error' },
  warning: { mark: '!', label: 'Warning' },
  note: { mark: 'i', label: 'Note' },
};

export function SeverityMark({ severity }: { severity: Severity }) {
  const { mark, label } = SEVERITY[severity];
  return (
    <span className={`severity severity-${severity}`}>
      <span aria-hidden="true">{mark}</span> {label}
    </span>
  );
}
