import { RecordHistory } from '../../history/components/record-history';
import type { DeskHistory } from '../loaders';

/** The history of anything, for whoever works here. */
export function DeskHistoryPage({ history: { subject, page, drafts, mayRestore } }: { history: DeskHistory }) {
  return (
    <article>
      <h1>{subject === null ? 'History' : `History of ${subject}`}</h1>
      {page === null ? (
        <p className="lead">
          Give the id of a record (C12, S7), of a draft (D5) or of an import (import:3). What changed in public records
          lately stands in the <a href="/corrections">log of corrections</a>.
        </p>
      ) : null}
      <form className="search" method="get" action="/desk/history">
        <label className="visually-hidden" htmlFor="subject">
          Whose history: a record (C12, S7), a draft (D5), an import (import:3)
        </label>
        <input
          id="subject"
          name="subject"
          defaultValue={subject ?? ''}
          placeholder="C12, S7, D5, import:3"
          autoComplete="off"
          maxLength={200}
          required
        />
        <button className="button" type="submit">
          Show
        </button>
      </form>
      <DraftHistories drafts={drafts} />
      {page === null ? null : (
        <RecordHistory
          page={page}
          path="/desk/history"
          withSubject
          below={
            mayRestore
              ? ({ position, hasVersion }) =>
                  hasVersion ? (
                    <p>
                      <a href={`/desk/history/${position}/restore`}>
                        Restore this version<span className="visually-hidden">{`, no. ${position}`}</span>
                      </a>
                    </p>
                  ) : null
              : undefined
          }
        />
      )}
    </article>
  );
}

/** What was done at the desk is told with the draft, and what was published with the record. */
function DraftHistories({ drafts }: { drafts: readonly string[] }) {
  if (drafts.length === 0) return null;
  return (
    <p className="meta">
      What was done before it was published stands in the history of{' '}
      {drafts.map((draft, index) => (
        <span key={draft}>
          {index === 0 ? '' : ', '}
          <a href={`/desk/history?subject=${draft}`}>{draft}</a>
        </span>
      ))}
      .
    </p>
  );
}
