'use client';

import { ActionForm } from '../../../ui/form/form';
import { EmailField, PasswordField } from '../../../ui/form/text-field';
import { chooseNewPassword, enterCode, requestPasswordReset, signIn } from '../actions';
import { ACCOUNT_LABELS as LABELS, CodeField } from './account-fields';

/** E-mail address and password. */
export function SignInForm({ next }: { next: string }) {
  return (
    <ActionForm action={signIn} labels={LABELS} hidden={{ next }} submit="Sign in">
      <EmailField />
      <PasswordField />
    </ActionForm>
  );
}

type CodeKind = 'app' | 'recovery';

/** The second factor: a code out of an app, or a recovery code. */
export function CodeForm({ next, kind }: { next: string; kind: CodeKind }) {
  return (
    <ActionForm action={enterCode} labels={LABELS} hidden={{ next, kind }} submit="Continue">
      <CodeField kind={kind} />
    </ActionForm>
  );
}

/** Asks for a mail with a link to a new password. */
export function ForgottenForm() {
  return (
    <ActionForm action={requestPasswordReset} labels={LABELS} submit="Send a link">
      <EmailField />
    </ActionForm>
  );
}

/** A new password, for whoever has the link. */
export function NewPasswordForm({ token }: { token: string }) {
  return (
    <ActionForm action={chooseNewPassword} labels={LABELS} hidden={{ token }} submit="Set this password">
      <PasswordField label="New password" fresh />
    </ActionForm>
  );
}
