import type { Metadata } from 'next';
import type { RawParameters } from '@/lib/parameters';
import { DraftFormPage } from '../draft-form-page';

export const metadata: Metadata = { title: 'Edit a draft' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParameters> };

export default async function Page({ params, searchParams }: Props) {
  return <DraftFormPage id={(await params).id} form="edit" member="" search={await searchParams} />;
}
