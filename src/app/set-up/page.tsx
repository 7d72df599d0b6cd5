import type { Metadata } from 'next';
import { SetUpForm } from '@/features/people/components/newcomer-forms';
import { loadOpenLink } from '@/features/people/loaders';
import type { RawParameters } from '@/lib/parameters';
import { Notice } from '@/ui/notice';

export const metadata: Metadata = { title: 'Set this site up', robots: 'noindex' };

export default async function SetUpPage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const link = await loadOpenLink('set-up', (await searchParams).token);
  return (
    <div className="prose">
      <h1>Set this site up</h1>
      {link === null ? (
        <Notice title="This link does not work" warn>
          <p>
            It works once, for a day, and only the last one that was printed. While nobody has an account, starting the
            server prints a new one. Is there an account already? <a href="/sign-in">Sign in</a>.
          </p>
        </Notice>
      ) : (
        <>
          <p>This makes the first account, an administrator’s. It lets in everybody else.</p>
          <SetUpForm token={link.token} />
        </>
      )}
    </div>
  );
}
