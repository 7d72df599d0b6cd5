import type { Metadata } from 'next';
import { RecoveryForm, TwoFactorForm, TwoFactorOffForm } from '@/features/accounts/components/account-forms';
import { loadTwoFactor } from '@/features/accounts/loaders';
import { requireActor } from '@/features/desk/loaders';

export const metadata: Metadata = { title: 'Second factor' };

export default async function TwoFactorPage() {
  await requireActor('account.use');
  const { on, hasPassword } = await loadTwoFactor();
  return (
    <div className="prose">
      <p className="eyebrow">
        <a href="/desk/account">Account</a>
      </p>
      <h1>Second factor</h1>
      {on ? <Kept /> : hasPassword ? <Offered /> : <Elsewhere />}
    </div>
  );
}

function Offered() {
  return (
    <>
      <p>
        Beside the password, signing in then asks for a code that an app on your phone makes anew every thirty seconds.
        Whoever learns your password alone stays outside.
      </p>
      <TwoFactorForm />
    </>
  );
}

function Kept() {
  return (
    <>
      <p>It is on: signing in asks for a code out of your app, or for a recovery code.</p>
      <section>
        <h2>Recovery codes</h2>
        <p>If you have used most of yours, or somebody may have seen them, make new ones.</p>
        <RecoveryForm />
      </section>
      <section>
        <h2>Turn it off</h2>
        <p>The password alone then opens your account again.</p>
        <TwoFactorOffForm />
      </section>
    </>
  );
}

function Elsewhere() {
  return (
    <p>
      You sign in through another service, which asks for a second factor itself. Only an account with a password has
      one here.
    </p>
  );
}
