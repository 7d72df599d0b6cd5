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
          <p>Its link works once, for a day. With it you show that the address is yours.</p>
        </Notice>
      ) : (
        <SignUpForm />
      )}
    </div>
  );
}
