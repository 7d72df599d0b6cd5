import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/features/accounts/components/sign-in-form';
import { isSignedIn, loadSignOnName } from '@/features/accounts/loaders';
import { allowsSignUp } from '@/lib/env';
import { localPath } from '@/lib/local-path';
import type { RawParameters } from '@/lib/parameters';
import { Notice } from '@/ui/notice';

export const metadata: Metadata = { title: 'Sign in', robots: 'noindex' };

const DONE: Readonly<Record<string, string>> = {
  password: 'The new password is set, every session was ended, and every key for scripts was revoked. Sign in with it.',
};

export default async function SignInPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const raw = await searchParams;
  const next = localPath(raw.next, '/desk');
  if (await isSignedIn()) redirect(next);
  const signOn = loadSignOnName();
  const said = typeof raw.done === 'string' ? DONE[raw.done] : undefined;
  return (
    <div className="prose">
      <h1>Sign in</h1>
      {said && <Notice title={said} />}
      {raw.error !== undefined && <SignOnProblem />}
      <p>For the people who make and grade the evidence. To read it, nobody needs an account.</p>
      <SignInForm next={next} />
      {signOn !== null && (
        <p>
          Or <a href={`/sign-in/with-provider?next=${encodeURIComponent(next)}`}>sign in with {signOn}</a>.
        </p>
      )}
      <p>
        <a href="/sign-in/forgotten">Forgotten the password?</a>
        {allowsSignUp() ? (
          <>
            {' '}
            No account yet? <a href="/sign-up">Make one</a>.
          </>
        ) : (
          ' Accounts are made by invitation.'
        )}
      </p>
    </div>
  );
}

/** Whatever it was: what the provider says of it is not shown, because anybody can write it into an address. */
function SignOnProblem() {
  return (
    <Notice title="Signing in through the other service did not work" warn>
      <p>
        It works for people with an account or an invitation here, when the service says that it has checked their
        e-mail address. Try again, or ask an administrator of this site.
      </p>
    </Notice>
  );
}
