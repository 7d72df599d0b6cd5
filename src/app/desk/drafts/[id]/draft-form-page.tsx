import { DraftForm } from '@/features/drafts/components/draft-form';
import { loadDraftForm } from '@/features/drafts/loaders';
import type { RawParameters } from '@/lib/parameters';
import { leadToNotFound } from '@/features/desk/loaders';

type DraftFormPageProps = {
  id: string;
  form: 'edit' | 'method' | 'citation' | 'relation';
  /** Empty for a new one. */
  member: string;
  search: RawParameters;
};

/** A form of a draft; not found where the draft has no such part. */
export async function DraftFormPage({ id, form, member, search }: DraftFormPageProps) {
  const view = await loadDraftForm(id, form, member, search);
  if (view === null) leadToNotFound();
  const titles = {
    edit: view.draft.kind === 'claim' ? 'Claim' : 'Source',
    method: 'Method note',
    citation: member === '' ? 'New citation' : 'Citation',
    relation: member === '' ? 'New relation' : 'Relation',
  };
  return <DraftForm view={view} title={titles[form]} isSaved={search.saved !== undefined} />;
}
