import type { Metadata } from 'next';
import { ForgottenForm } from '@/features/accounts/components/sign-in-form';
import type { RawParameters } from '@/lib/parameters';
import { Notice } from '@/ui/notice';

export const metadata: Metadata = { title: 'Forgotten password', robots: 'noindex' };

export default async function ForgottenPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const sent = (await searchParams).sent === 'yes';
  return (
    <div className="prose">
      <h1>Forgotten password</h1>
      {sent ? (
        <Notice title="If somebody has an account with this address, a mail is on its way">
          <p>Its link works once, for an hour. Nothing came? Look among the unwanted mail, or try again.</p>
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
