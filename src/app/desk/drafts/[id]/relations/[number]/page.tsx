import type { Metadata } from 'next';
import type { RawParameters } from '@/lib/parameters';
import { DraftFormPage } from '../../draft-form-page';
import { leadToNotFound } from '@/features/desk/loaders';

export const metadata: Metadata = { title: 'Relation' };

type Props = { params: Promise<{ id: string; number: string }>; searchParams: Promise<RawParameters> };

export default async function Page({ params, searchParams }: Props) {
  const { id, number } = await params;
  if (!/^(new|[1-9]\d{0,3})$/.test(number)) leadToNotFound();
  const member = number === 'new' ? '' : number;
  return <DraftFormPage id={id} form="relation" member={member} search={await searchParams} />;
}
