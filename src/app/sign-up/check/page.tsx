import type { Metadata } from 'next';
import { CheckEmailForm } from '@/features/people/components/newcomer-forms';
import { loadOpenLink } from '@/features/people/loaders';
import type { RawParameters } from '@/lib/parameters';
import { Notice } from '@/ui/notice';

export const metadata: Metadata = { title: 'Check of the address', robots: 'noindex' };

export default async function CheckPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const link = await loadOpenLink('email-check', (await searchParams).token);
  return (
    <div className="prose">
      <h1>Is this address yours?</h1>
      {link === null ? (
        <Notice title="This link does not work any more" warn>
          <p>
            It works once, for a day. <a href="/sign-up">Make the account again</a>, or <a href="/sign-in">sign in</a>.
          </p>
        </Notice>
      ) : (
        <>
          <p>
            An account was made for <strong>{link.email}</strong>.
          </p>
          <CheckEmailForm token={link.token} />
        </>
      )}
    </div>
  );
}
