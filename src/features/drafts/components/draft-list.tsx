import { Moment } from '../../../ui/moment';
import { Pager } from '../../../ui/pager';
import type { DraftListView } from '../loaders';
import { DRAFT_STATE } from './draft-head';

const SHOWN = { mine: 'Mine', all: 'All open', review: 'In review', closed: 'Closed' } as const;

/** The drafts, with what each is of, how far it is, and whose. */
export function DraftList({ drafts, total, next, shown, canWrite }: DraftListView) {
  return (
    <>
      <header className="results-head">
        <h1>Drafts</h1>
        {canWrite ? (
          <div className="form-buttons">
            <a className="button" href="/desk/drafts/new?kind=source">
              New source
            </a>
            <a className="button" href="/desk/drafts/new?kind=claim">
              New claim
            </a>
          </div>
        ) : null}
      </header>
      <nav aria-label="Which drafts">
        <ul className="sorts">
          {(Object.keys(SHOWN) as (keyof typeof SHOWN)[]).map((name) => (
            <li key={name}>
              <a
                href={name === 'mine' ? '/desk/drafts' : `/desk/drafts?show=${name}`}
                aria-current={name === shown ? 'page' : undefined}
              >
                {SHOWN[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="muted">{total === 1 ? '1 draft' : `${total.toLocaleString('en-GB')} drafts`}</p>
      <ul className="draft-list">
        {drafts.map((draft) => (
          <DraftItem key={draft.id} draft={draft} />
        ))}
      </ul>
      <Pager next={next === null ? null : `/desk/drafts?show=${shown}&before=${next}`} nextText="Older drafts" />
    </>
  );
}

function DraftItem({ draft }: { draft: DraftListView['drafts'][number] }) {
  return (
    <li>
      <p>
        <a href={`/desk/drafts/${draft.id}`}>
          {draft.name || `Without a ${draft.kind === 'claim' ? 'statement' : 'title'}`}
        </a>
      </p>
      <p className="meta">
        <strong>{DRAFT_STATE[draft.state]}</strong> · {draft.id} · {draft.isRevision ? 'change of' : 'new'} {draft.kind}{' '}
        {draft.recordId} · {draft.author.name} · <Moment at={draft.updatedAt} />
        {draft.returnNote === null ? '' : ' · sent back'}
      </p>
    </li>
  );
}
