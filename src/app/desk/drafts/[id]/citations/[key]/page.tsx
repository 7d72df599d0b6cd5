import type { Metadata } from 'next';
import type { RawParameters } from '@/lib/parameters';
import { DraftFormPage } from '../../draft-form-page';

export const metadata: Metadata = { title: 'Citation' };

type Props = { params: Promise<{ id: string; key: string }>; searchParams: Promise<RawParameters> };

/** `new` is no citation's key: every key begins with that of its claim. */
export default async function Page({ params, searchParams }: Props) {
  const { id, key } = await params;
  const member = key === 'new' ? '' : decodeURIComponent(key);
  return <DraftFormPage id={id} form="citation" member={member} search={await searchParams} />;
}
