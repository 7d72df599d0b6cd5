import { isSame, type Passed } from './edit';
import type { SheetFinding } from './release';
import type { Override } from './sheet';

/** What is printed as a hole cannot be printed with a reason. */
export const NEVER_PASSED = 'PL026';

/** Whether a reason can be given to pass a finding over. */
export const canBePassedOver = ({ rule }: Pick<SheetFinding, 'rule'>) => rule !== NEVER_PASSED;

/** What tells a finding from the others of a sheet. */
export const passedOf = ({ rule, claims, block, quote }: SheetFinding): Passed => ({
  rule,
  claim: claims.length === 1 ? (claims[0] ?? null) : null,
  block,
  quote,
});

/** The same finding, with the reason for which it is passed over, if there is one. */
export function passedOver(finding: SheetFinding, overrides: readonly Override[]): SheetFinding {
  const override = canBePassedOver(finding) ? overrides.find((one) => isSame(one, passedOf(finding))) : undefined;
  return override === undefined ? finding : { ...finding, suppressed: override.reason };
}

/** Findings that keep a sheet from being released: errors that nobody has given a reason to pass over. */
export const blocking = (findings: readonly SheetFinding[]): SheetFinding[] =>
  findings.filter(({ severity, suppressed }) => severity === 'error' && suppressed === null);
