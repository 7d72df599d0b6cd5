import type { Metadata } from 'next';
import { NewcomerForm } from '@/features/people/components/newcomer-forms';
import { loadOpenLink } from '@/features/people/loaders';
import { allowsSignUp } from '@/lib/env';
import type { RawParameters } from '@/lib/parameters';
import { Notice } from '@/ui/notice';

export const metadata: Metadata = { title: 'Your account', robots: 'noindex' };

export default async function CheckPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const link = allowsSignUp() ? await loadOpenLink('email-check', (await searchParams).token) : null;
  return (
    <div className="prose">
      <h1>Your account on Plumbline</h1>
      {link === null || link.email === null ? (
        <Notice title="This link does not work any more" warn>
          <p>
            It works once, for a day, and only the last one that was sent. <a href="/sign-up">Ask for another</a>. Have
            you an account already? <a href="/sign-in">Sign in</a>.
          </p>
        </Notice>
      ) : (
        <NewcomerForm invited={false} token={link.token} email={link.email} signOn={null} />
      )}
    </div>
  );
}
