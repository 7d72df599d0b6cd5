import { canBePassedOver, passedOf } from '../../../domain/fact-sheet/passing-over';
import type { SheetFinding } from '../../../domain/fact-sheet/release';
import { SeverityMark } from '../../checks/components/severity-mark';

type FindingItemsProps = {
  findings: readonly SheetFinding[];
  /** Passes a finding over with a reason, or takes that back; without it they are only shown. */
  pass?: ((finding: SheetFinding, reason: string | null) => void) | undefined;
  /** Before the ids of its fields, so that they are told apart. */
  scope?: string;
  label?: string;
};

/** What the rules find in one place, each with what to do. */
export function FindingItems({ findings, pass, scope = '', label }: FindingItemsProps) {
  return (
    <ul className="finding-list sheet-findings" aria-label={label}>
      {findings.map((finding, index) => {
        const { rule, slug, title, severity, message, remedy, suppressed, quote } = finding;
        return (
          // A rule may say the same of two places in one block.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew with every answer
          <li key={`${rule} ${message} ${index}`}>
            <p>
              <SeverityMark severity={severity} /> <a href={`/docs/checks/${slug}`}>{title}</a>
            </p>
            {quote === null ? null : <p className="sheet-quote">“{quote}”</p>}
            <p>{message}</p>
            {suppressed === null ? (
              <p className="remedy">{remedy}</p>
            ) : (
              <p className="remedy">Passed over: {suppressed}</p>
            )}
            {pass === undefined || severity === 'note' || !canBePassedOver(finding) ? null : (
              <PassOver finding={finding} pass={pass} id={`${scope}-${index}`} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

type PassOverProps = { finding: SheetFinding; pass: NonNullable<FindingItemsProps['pass']>; id: string };

function PassOver({ finding, pass, id }: PassOverProps) {
  const { suppressed } = finding;
  const key = JSON.stringify(passedOf(finding));
  const field = `reason-${id}`;
  if (suppressed !== null)
    return (
      <button
        type="submit"
        name="button"
        value={`unpass:${key}`}
        className="button-quiet"
        onClick={stopped(() => pass(finding, null))}
      >
        Do not pass it over
      </button>
    );
  return (
    <details>
      <summary>Pass it over, with a reason</summary>
      <label htmlFor={field}>Reason, which is printed</label>
      <input id={field} className="field" name={`reason.${key}`} maxLength={500} autoComplete="off" />
      <button
        type="submit"
        name="button"
        value={`pass:${key}`}
        className="button-quiet"
        onClick={stopped(() => {
          const input = document.getElementById(field);
          pass(finding, input instanceof HTMLInputElement ? input.value : '');
        })}
      >
        Pass it over
      </button>
    </details>
  );
}

/** With scripts a button does its work here, and sends nothing. */
export function stopped(work: () => void) {
  return (event: React.MouseEvent) => {
    event.preventDefault();
    work();
  };
}
