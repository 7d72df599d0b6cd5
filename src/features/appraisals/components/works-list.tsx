import type { ShownWork } from '../loaders';
import type { Subject } from '../schema';

type SubjectLinkProps = { subject: Pick<Subject, 'id' | 'kind' | 'draft'> };

/** The way to what is appraised, as it is published or as a draft would look. */
export function SubjectLink({ subject: { id, kind, draft } }: SubjectLinkProps) {
  if (draft === null) return <a href={`/${kind}s/${id}`}>{id}, as it is published</a>;
  return (
    <>
      {id} is still a draft: <a href={`/desk/drafts/${draft}`}>{draft}</a>,{' '}
      <a href={`/desk/drafts/${draft}#preview`}>preview of {id}</a>
    </>
  );
}

type WorksListProps = { kind: Subject['kind']; works: readonly ShownWork[] };

/** The works that have to be read, each with its page and with where it is to be found. */
export function WorksList({ kind, works }: WorksListProps) {
  if (works.length === 0) return null;
  return (
    <section aria-labelledby="works">
      <h2 id="works">{kind === 'source' ? 'Where the work is' : 'Works that it cites'}</h2>
      <ul className="works">
        {works.map(({ id, name, draft, address, isOrigin }) => (
          <li key={id}>
            {kind === 'source' ? null : (
              <>
                <a href={draft === null ? `/sources/${id}` : `/desk/drafts/${draft}`}>
                  {id}: {name}
                </a>
                {[isOrigin ? ', which first states it' : '', draft === null ? '' : ', still a draft'].join('')}
                <br />
              </>
            )}
            {address === null ? (
              <span className="meta">No address of it is recorded.</span>
            ) : (
              <a href={address} className="work-address" rel="noreferrer">
                {address}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
