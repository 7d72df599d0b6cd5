import type { Finding } from '../domain/checks/run';

/** Findings as lines for a terminal, one record after the other. What is passed over says why. */
export function checkText({
  id,
  statement,
  findings,
}: {
  id: string;
  statement: string;
  findings: readonly Finding[];
}): string {
  const lines = findings.flatMap(({ rule, severity, message, remedy, suppressed }) =>
    suppressed === null
      ? [`  ${severity.padEnd(8)}${rule}  ${message}`, `                 ${remedy}`]
      : [`  passed  ${rule}  ${message}`, `                 Passed over: ${suppressed}`],
  );
  return [`${id}  ${statement}`, ...lines].join('\n');
}
