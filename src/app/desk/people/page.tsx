import type { Metadata } from 'next';
import { requireActor } from '@/features/desk/loaders';
import { PeopleList } from '@/features/people/components/people-list';
import { loadPeople } from '@/features/people/loaders';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  await requireActor('person.read');
  const { done } = await searchParams;
  return <PeopleList {...(await loadPeople())} done={typeof done === 'string' ? done : undefined} />;
}
