import { DataTable } from '../../../ui/data-table';
import { Fact, Facts } from '../../../ui/facts';
import { SubmitButton } from '../../../ui/form/submit-button';
import { Moment } from '../../../ui/moment';
import { Notice } from '../../../ui/notice';
import { checkOneLink } from '../actions';
import type { LinkDetail as Detail, LinkRun } from '../schema';
import { LinkStateMark } from './link-list';
import { dayText, LINK_OUTCOME, QUOTE_OUTCOME } from './link-words';

type LinkDetailProps = { link: Detail; run: LinkRun | null; problem: string | undefined };

/** One link: how it stands, what became of words quoted from it, and every check. */
export function LinkDetail({ link, run, problem }: LinkDetailProps) {
  return (
    <div className="link-detail">
      <p className="eyebrow">
        <a href="/desk/links">Links</a> · <a href={`/sources/${link.sourceId}`}>Source {link.sourceId}</a>
      </p>
      <h1>Link of {link.shortName}</h1>
      <p className="lead">{link.title}</p>
      {problem === 'running' ? (
        <Notice title="Nothing was begun" warn>
          <p>Links are being checked already. Try again when that run is done.</p>
        </Notice>
      ) : null}
      <LinkFacts link={link} />
      <form action={checkOneLink} className="form-buttons">
        <input type="hidden" name="source" value={link.sourceId} />
        <SubmitButton disabled={run?.state === 'running'}>Check it now</SubmitButton>
        {run?.state === 'running' ? (
          <a href={`/desk/links/${link.sourceId}`} className="meta">
            Links are being checked: look again
          </a>
        ) : null}
      </form>
      <LinkQuotes quotes={link.quotes} />
      <LinkChecks checks={link.checks} />
    </div>
  );
}

function LinkFacts({ link }: { link: Detail }) {
  const { url, finalUrl, archiveUrl, archiveAt } = link;
  return (
    <Facts>
      <Fact label="State">
        <LinkStateMark state={link.state} />
        {link.error === null ? null : <p>{link.error}.</p>}
        {link.brokenSince === null ? null : <p className="meta">Broken since {dayText(link.brokenSince)}.</p>}
      </Fact>
      <Fact label="Address">
        <Outside href={url} />
      </Fact>
      {finalUrl === null ? null : (
        <Fact label="Leads to">
          <Outside href={finalUrl} />
        </Fact>
      )}
      <Fact label="Archived copy">
        {archiveUrl === null || archiveAt === null ? null : (
          <>
            <Outside href={archiveUrl} /> <span className="meta">of {dayText(archiveAt)}</span>
          </>
        )}
      </Fact>
      <Fact label="Last checked">{link.checkedAt === null ? null : <Moment at={link.checkedAt} />}</Fact>
    </Facts>
  );
}

/** A way out of the site; an address that is none of the web is only shown. */
function Outside({ href }: { href: string }) {
  if (!/^https?:\/\//i.test(href)) return <span className="link-address">{href}</span>;
  return (
    <a href={href} rel="external noopener noreferrer" className="link-address">
      {href}
    </a>
  );
}

function LinkQuotes({ quotes }: Pick<Detail, 'quotes'>) {
  if (quotes.length === 0) return null;
  return (
    <section aria-labelledby="quotes">
      <h2 id="quotes">Quoted words</h2>
      <p className="meta">
        They are looked for in web pages and plain text, not in PDF. What is not found where it was is shown as lost,
        and never moved.
      </p>
      <ul>
        {quotes.map(({ claimId, exact, outcome, checkedAt }) => (
          <li key={`${claimId} ${exact}`}>
            “{exact}” for <a href={`/claims/${claimId}`}>{claimId}</a>:{' '}
            {outcome === null || checkedAt === null ? (
              <span className="unknown">not looked for yet</span>
            ) : (
              <>
                <strong>{QUOTE_OUTCOME[outcome]}</strong> <span className="meta">on {dayText(checkedAt)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LinkChecks({ checks }: Pick<Detail, 'checks'>) {
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">Checks</h2>
      {checks.length === 0 ? (
        <p className="unknown">It was never checked.</p>
      ) : (
        <DataTable label="Checks, newest first" heads={['When', 'Outcome', 'Answer', 'Address', 'Run']}>
          {checks.map((check) => (
            <tr key={check.runId}>
              <td>
                <Moment at={check.checkedAt} />
              </td>
              <td>{LINK_OUTCOME[check.outcome]}</td>
              <td>{check.error ?? (check.status === null ? '' : `The server answers with ${check.status}`)}</td>
              <td className="link-address">{check.finalUrl ?? check.url}</td>
              <td>{check.runId}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}
