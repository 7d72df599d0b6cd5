import type { DraftDto } from '../schema';

export const DRAFT_STATE: Readonly<Record<DraftDto['state'], string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  published: 'Published',
  discarded: 'Discarded',
};

/** Which draft this is, with the ways between its pages. */
export function DraftHead({ draft, title }: { draft: DraftDto; title: string }) {
  const base = `/desk/drafts/${draft.id}`;
  return (
    <header>
      <p className="eyebrow">
        <a href="/desk/drafts">Drafts</a> · <a href={base}>{draft.id}</a> · {draft.kind} {draft.recordId}
      </p>
      <h1>{title}</h1>
      {draft.name === null ? null : <p className="lead">{draft.name}</p>}
    </header>
  );
}
