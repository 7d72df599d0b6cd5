import type { Metadata } from 'next';
import { requireActor } from '@/features/desk/loaders';
import { InviteForm } from '@/features/people/components/people-forms';

export const metadata: Metadata = { title: 'Invite somebody' };

export default async function InvitePage() {
  await requireActor('person.invite');
  return (
    <div className="prose">
      <p className="eyebrow">
        <a href="/desk/people">People</a>
      </p>
      <h1>Invite somebody</h1>
      <InviteForm />
    </div>
  );
}
