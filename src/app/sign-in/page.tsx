import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/features/accounts/components/sign-in-form';
import { isSignedIn } from '@/features/accounts/loaders';
import { localPath } from '@/lib/local-path';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'Sign in', robots: 'noindex' };

export default async function SignInPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const next = localPath((await searchParams).next, '/desk');
  if (await isSignedIn()) redirect(next);
  return (
    <div className="prose">
      <h1>Sign in</h1>
      <p>For the people who make and grade the evidence. To read it, nobody needs an account.</p>
      <SignInForm next={next} />
    </div>
  );
}
