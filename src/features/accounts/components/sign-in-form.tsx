'use client';

import { PasswordField } from '../../../ui/form-parts';
import { chooseNewPassword, enterCode, requestPasswordReset, signIn } from '../actions';
import { AccountForm, CodeField, EmailField } from './account-form';

/** E-mail address and password. */
export function SignInForm({ next }: { next: string }) {
  return (
    <AccountForm action={signIn} hidden={{ next }} button="Sign in">
      {(state) => (
        <>
          <EmailField state={state} />
          <PasswordField state={state} />
        </>
      )}
    </AccountForm>
  );
}

/** The second factor: a code out of an app, or a recovery code. */
export function CodeForm({ next, kind }: { next: string; kind: 'app' | 'recovery' }) {
  return (
    <AccountForm action={enterCode} hidden={{ next, kind }} button="Continue">
      {(state) => <CodeField kind={kind} state={state} />}
    </AccountForm>
  );
}

/** Asks for a mail with a link to a new password. */
export function ForgottenForm() {
  return (
    <AccountForm action={requestPasswordReset} button="Send a link">
      {(state) => <EmailField state={state} />}
    </AccountForm>
  );
}

/** A new password, for whoever has the link. */
export function NewPasswordForm({ token }: { token: string }) {
  return (
    <AccountForm action={chooseNewPassword} hidden={{ token }} button="Set this password">
      {(state) => <PasswordField label="New password" fresh state={state} />}
    </AccountForm>
  );
}
