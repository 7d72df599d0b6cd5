import type { Metadata } from 'next';
import { SignUpForm } from '@/features/people/components/newcomer-forms';
import { allowsSignUp } from '@/lib/env';
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
        <Notice title="A mail is on its way">
          <p>
            Its link works once, for a day. With it you choose your name and your password, and the account is made.
          </p>
        </Notice>
      ) : (
        <>
          <p>
            For advocates, who make fact sheets. To read the evidence, nobody needs an account. We send a link to your
            address; nothing is made before you have opened it.
          </p>
          <SignUpForm />
        </>
      )}
    </div>
  );
}
