import type { Metadata } from 'next';
import { loadSignOnName } from '@/features/accounts/loaders';
import { NewcomerForm } from '@/features/people/components/newcomer-forms';
import { loadOpenLink } from '@/features/people/loaders';
import type { RawParameters } from '@/lib/parameters';
import { Notice } from '@/ui/notice';

export const metadata: Metadata = { title: 'Invitation', robots: 'noindex' };

export default async function JoinPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const link = await loadOpenLink('invitation', (await searchParams).token);
  return (
    <div className="prose">
      <h1>Your account on Plumbline</h1>
      {link === null || link.email === null ? (
        <Notice title="This invitation does not work any more" warn>
          <p>
            It works once, for seven days, and only the last one that was sent. Ask whoever invited you for another.
            Have you an account already? <a href="/sign-in">Sign in</a>.
          </p>
        </Notice>
      ) : (
        <>
          {link.invitedBy !== null && <p>{link.invitedBy} invites you to work on the evidence.</p>}
          <NewcomerForm invited token={link.token} email={link.email} signOn={loadSignOnName()} />
        </>
      )}
    </div>
  );
}
