import type { Metadata } from 'next';
import { leadToNotFound, requireActor } from '@/features/desk/loaders';
import { PersonPage } from '@/features/people/components/person-page';
import { loadPerson } from '@/features/people/loaders';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'Person' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawParameters> };

export default async function Person({ params, searchParams }: Props) {
  await requireActor('person.read');
  const found = await loadPerson((await params).id);
  if (found === null) leadToNotFound();
  const { done } = await searchParams;
  return <PersonPage {...found} done={typeof done === 'string' ? done : undefined} />;
}
