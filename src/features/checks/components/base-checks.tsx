import { Severity } from '../../../domain/checks/rule';
import { DataTable } from '../../../ui/data-table';
import { Pager } from '../../../ui/pager';
import type { BaseChecksPage, RuleFindingsPage } from '../loaders';
import { SeverityMark } from './severity-mark';

const NOT_CURRENT = 'The checks are being run anew: look again in a minute.';

/** How often each rule finds something in the whole evidence base. */
export function BaseChecks({ page: { claims, rules, isCurrent } }: { page: BaseChecksPage }) {
  return (
    <>
      {isCurrent ? null : <p className="meta">{NOT_CURRENT}</p>}
      {rules.length === 0 ? null : (
        <DataTable
          label="What each check finds"
          caption={`${claims.toLocaleString('en-GB')} claims checked.`}
          heads={['Check', 'Errors', 'Warnings', 'Notes']}
        >
          {rules.map(({ rule, title, counts }) => (
            <tr key={rule}>
              <th scope="row">
                <code>{rule}</code> <a href={`/desk/checks/${rule}`}>{title}</a>
              </th>
              {Severity.options.map((severity) => (
                <td key={severity} className="number">
                  {counts[severity] === 0 ? <span className="meta">–</span> : counts[severity].toLocaleString('en-GB')}
                </td>
              ))}
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}

/** What one rule finds, claim by claim. */
export function RuleFindings({ page: { rule, findings, isCurrent, previous, next } }: { page: RuleFindingsPage }) {
  return (
    <>
      <p className="lead">
        <a href={`/docs/checks/${rule.slug}`}>What this check finds, why, and what to do</a>
      </p>
      {isCurrent ? null : <p className="meta">{NOT_CURRENT}</p>}
      {findings.length === 0 ? <p>It finds nothing.</p> : null}
      <ul className="finding-list">
        {findings.map(({ id, statement, finding: { severity, message, remedy } }) => (
          <li key={`${id} ${message}`}>
            <p>
              <SeverityMark severity={severity} /> <a href={`/claims/${id}#checks`}>{id}</a>{' '}
              <span className="meta">{statement}</span>
            </p>
            <p>
              {message} <span className="remedy">{remedy}</span>
            </p>
          </li>
        ))}
      </ul>
      <Pager previous={previous} next={next} />
    </>
  );
}
