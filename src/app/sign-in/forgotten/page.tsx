import type { Metadata } from 'next';
import { ForgottenForm } from '@/features/accounts/components/sign-in-form';
import { hasMailServer } from '@/lib/mail';
import type { RawParameters } from '@/lib/parameters';
import { Notice } from '@/ui/notice';

export const metadata: Metadata = { title: 'Forgotten password', robots: 'noindex' };

// What is said is the same for every address, whether or not somebody has an account with it.
const SENT = {
  mailed: 'If somebody has an account with this address, a mail is on its way',
  kept: 'If somebody has an account with this address, a mail was written and lies on the server',
};

export default async function ForgottenPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const sent = (await searchParams).sent === 'yes';
  return (
    <div className="prose">
      <h1>Forgotten password</h1>
      {sent ? (
        <Notice title={SENT[hasMailServer() ? 'mailed' : 'kept']}>
          <p>
            Its link works once, for an hour.{' '}
            {hasMailServer()
              ? 'Nothing came? Look among the unwanted mail, or try again.'
              : 'This site has no mail server: ask whoever runs it for the link.'}
          </p>
        </Notice>
      ) : (
        <p>We send you a link with which you choose a new one.</p>
      )}
      <ForgottenForm />
      <p>
        <a href="/sign-in">Back to the sign-in</a>
      </p>
    </div>
  );
}
