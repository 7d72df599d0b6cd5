import type { Metadata } from 'next';
import { SignUpForm } from '@/features/people/components/newcomer-forms';
import { allowsSignUp } from '@/lib/env';
import { hasMailServer } from '@/lib/mail';
import type { RawParameters } from '@/lib/parameters';
import { Notice } from '@/ui/notice';

export const metadata: Metadata = { title: 'Make an account', robots: 'noindex' };

export const dynamic = 'force-dynamic';

export default async function SignUpPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const sent = (await searchParams).sent === 'yes';
  return (
    <div className="prose">
      <h1>Make an account</h1>
      {!allowsSignUp() ? (
        <p>
          Accounts are made by invitation here. To read the evidence, nobody needs one. <a href="/sign-in">Sign in</a>
        </p>
      ) : sent ? (
        <Notice title={hasMailServer() ? 'A mail is on its way' : 'A mail was written and lies on the server'}>
          <p>
            {hasMailServer() ? null : 'This site has no mail server: ask whoever runs it for the link. '}
            Its link works once, for a day. With it you choose your name and your password, and the account is made.
          </p>
        </Notice>
      ) : (
        <>
          <p>
            For advocates: an account of their own, and nothing else at the desk in this version. To read the evidence,
            nobody needs one. We send a link to your address; nothing is made before you have opened it.
          </p>
          <SignUpForm />
        </>
      )}
    </div>
  );
}
