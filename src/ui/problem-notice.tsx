import type { Problem } from '../lib/parameters';
import { Notice } from './notice';

/** What of an address could not be used and was left out, each part by its name. */
export function ProblemNotice({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <Notice title="Part of this address could not be used and was left out" warn>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <strong>{field}</strong> {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
