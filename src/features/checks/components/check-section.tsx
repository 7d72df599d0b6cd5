import type { Finding } from '../../../domain/checks/run';
import { Link } from '../../../ui/link';
import type { ClaimChecks } from '../schema';
import { SeverityMark } from './severity-mark';

/** What the checks find in one claim: warnings at once, notes when asked for. */
export function CheckSection({ checks: { findings } }: { checks: ClaimChecks }) {
  const notes = findings.filter(({ severity }) => severity === 'note');
  const others = findings.filter(({ severity }) => severity !== 'note');
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">Checks</h2>
      <p className="meta">
        Found by <a href="/docs/checks">rules</a>, not by people: what to know before this figure is quoted.
      </p>
      {others.length === 0 ? <p>No warning.</p> : <FindingList findings={others} />}
      {notes.length === 0 ? null : (
        <details>
          <summary>{notes.length === 1 ? 'One note' : `${notes.length} notes`}</summary>
          <FindingList findings={notes} />
        </details>
      )}
    </section>
  );
}

type FindingListProps = { findings: readonly Finding[]; inNewTab?: boolean };

/** Findings of one rule that have one remedy stand together: what is wrong each time, and what to do once. */
export function FindingList({ findings, inNewTab }: FindingListProps) {
  return (
    <ul className="finding-list">
      {together(findings).map(({ rule, slug, title, severity, remedy, messages }) => (
        <li key={`${rule} ${severity} ${remedy}`}>
          <p>
            <SeverityMark severity={severity} />{' '}
            <Link href={`/docs/checks/${slug}`} inNewTab={inNewTab}>
              {title}
            </Link>{' '}
            <code>{rule}</code>
          </p>
          {messages.map((message) => (
            <p key={message}>{message}</p>
          ))}
          <p className="remedy">{remedy}</p>
        </li>
      ))}
    </ul>
  );
}

function together(findings: readonly Finding[]): (Finding & { messages: string[] })[] {
  const groups = new Map<string, Finding & { messages: string[] }>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.severity} ${finding.remedy}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...finding, messages: [finding.message] });
    else group.messages.push(finding.message);
  }
  return [...groups.values()];
}
