import type { Problem } from '../lib/parameters';
import { Notice } from './notice';

type ProblemNoticeProps = { problems: readonly Problem[]; labels: Readonly<Record<string, string>> };

/** What of an address could not be used and was left out, each part by the name it has on the page. */
export function ProblemNotice({ problems, labels }: ProblemNoticeProps) {
  if (problems.length === 0) return null;
  return (
    <Notice title="Part of this address could not be used and was left out" warn>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <strong>{labels[field] ?? field}</strong> {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
