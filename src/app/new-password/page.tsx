import type { Metadata } from 'next';
import { NewPasswordForm } from '@/features/accounts/components/sign-in-form';
import { isOpenReset } from '@/features/accounts/loaders';
import type { RawParameters } from '@/lib/parameters';
import { Notice } from '@/ui/notice';

export const metadata: Metadata = { title: 'New password', robots: 'noindex' };

export default async function NewPasswordPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const { token } = await searchParams;
  const open = await isOpenReset(token);
  return (
    <div className="prose">
      <h1>New password</h1>
      {open && typeof token === 'string' ? (
        <>
          <p>
            It ends every session of your account, and revokes every key for scripts: whoever had the old one is out.
          </p>
          <NewPasswordForm token={token} />
        </>
      ) : (
        <Notice title="This link does not work any more" warn>
          <p>
            It works once, for an hour, and only the last one that was sent.{' '}
            <a href="/sign-in/forgotten">Ask for another</a>.
          </p>
        </Notice>
      )}
    </div>
  );
}
