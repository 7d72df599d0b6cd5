import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CodeForm } from '@/features/accounts/components/sign-in-form';
import { isSignedIn, waitsForCode } from '@/features/accounts/loaders';
import { localPath } from '@/lib/local-path';
import type { RawParameters } from '@/lib/parameters';

export const metadata: Metadata = { title: 'Second factor', robots: 'noindex' };

export default async function CodePage({ searchParams }: { searchParams: Promise<RawParameters> }) {
  const raw = await searchParams;
  const next = localPath(raw.next, '/desk');
  // Who is signed in may be somebody else than who waits here.
  if ((await isSignedIn()) && !(await waitsForCode())) redirect(next);
  const kind = raw.with === 'recovery' ? 'recovery' : 'app';
  const other = `/sign-in/code?next=${encodeURIComponent(next)}${kind === 'app' ? '&with=recovery' : ''}`;
  return (
    <div className="prose">
      <h1>{kind === 'app' ? 'The code from your app' : 'A recovery code'}</h1>
      <CodeForm next={next} kind={kind} key={kind} />
      <p>
        <a href={other}>{kind === 'app' ? 'Use a recovery code' : 'Use the app'}</a>, or{' '}
        <a href="/sign-in">begin again</a>.
      </p>
    </div>
  );
}
