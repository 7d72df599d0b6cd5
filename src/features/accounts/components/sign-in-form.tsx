'use client';

import { useActionState } from 'react';
import { FormField, FormProblems } from '../../../ui/form';
import { PasswordField, SubmitButton } from '../../../ui/form-parts';
import { chooseNewPassword, enterCode, requestPasswordReset, signIn } from '../actions';

const LABELS = { email: 'E-mail address', password: 'Password', code: 'Code' };

/** E-mail address and password. Without scripts the page comes back with what was wrong, as with every form here. */
export function SignInForm({ next }: { next: string }) {
  const [state, action, pending] = useActionState(signIn, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={LABELS} />
      <input type="hidden" name="next" value={next} />
      <FormField
        name="email"
        label={LABELS.email}
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        state={state}
      />
      <PasswordField state={state} />
      <SubmitButton pending={pending}>Sign in</SubmitButton>
    </form>
  );
}

/** The second factor: a code out of an app, or a recovery code. */
export function CodeForm({ next, kind }: { next: string; kind: 'app' | 'recovery' }) {
  const [state, action, pending] = useActionState(enterCode, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={LABELS} />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="kind" value={kind} />
      <CodeField kind={kind} state={state} />
      <SubmitButton pending={pending}>Continue</SubmitButton>
    </form>
  );
}

export function CodeField({
  kind,
  state,
}: {
  kind: 'app' | 'recovery';
  state: Parameters<typeof FormField>[0]['state'];
}) {
  return kind === 'app' ? (
    <FormField
      name="code"
      label="Code"
      hint="Six digits, as your app shows them now."
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      maxLength={10}
      state={state}
    />
  ) : (
    <FormField name="code" label="Recovery code" autoComplete="off" required maxLength={40} state={state} />
  );
}

/** Asks for a mail with a link to a new password. */
export function ForgottenForm() {
  const [state, action, pending] = useActionState(requestPasswordReset, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={LABELS} />
      <FormField
        name="email"
        label={LABELS.email}
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        state={state}
      />
      <SubmitButton pending={pending}>Send a link</SubmitButton>
    </form>
  );
}

/** A new password, for whoever has the link. */
export function NewPasswordForm({ token }: { token: string }) {
  const [state, action, pending] = useActionState(chooseNewPassword, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={LABELS} />
      <input type="hidden" name="token" value={token} />
      <PasswordField label="New password" fresh state={state} />
      <SubmitButton pending={pending}>Set this password</SubmitButton>
    </form>
  );
}
