'use client';

import { useActionState } from 'react';
import { FormField, FormProblems } from '../../../ui/form';
import { PasswordField, SubmitButton } from '../../../ui/form-parts';
import type { FormState } from '../../../lib/form-state';
import { checkEmail, join, setUpSite, signUpSelf } from '../actions';

const LABELS = { name: 'Name', email: 'E-mail address', password: 'Password' };

function NameField({ state }: { state: FormState | null }) {
  return (
    <FormField
      name="name"
      label={LABELS.name}
      hint="As it stands beside what you do here."
      autoComplete="name"
      required
      maxLength={100}
      state={state}
    />
  );
}

function EmailField({ state }: { state: FormState | null }) {
  return (
    <FormField
      name="email"
      label={LABELS.email}
      type="email"
      autoComplete="username"
      required
      maxLength={254}
      state={state}
    />
  );
}

/** The first account of a site. */
export function SetUpForm({ token }: { token: string }) {
  const [state, action, pending] = useActionState(setUpSite, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={LABELS} />
      <input type="hidden" name="token" value={token} />
      <NameField state={state} />
      <EmailField state={state} />
      <PasswordField fresh state={state} />
      <div className="form-field">
        <label className="form-choice">
          <input type="checkbox" name="alsoSeniorEditor" value="yes" defaultChecked />
          <span>I also edit and publish (senior editor)</span>
        </label>
      </div>
      <SubmitButton pending={pending}>Make the first account</SubmitButton>
    </form>
  );
}

/** The account that somebody is invited to; address, roles and affiliations are the invitation's. */
export function JoinForm({ token, email, signOn }: { token: string; email: string; signOn: string | null }) {
  const [state, action, pending] = useActionState(join, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={LABELS} />
      <input type="hidden" name="token" value={token} />
      <p>
        E-mail address: <strong>{email}</strong>
      </p>
      <NameField state={state} />
      {signOn === null ? (
        <PasswordField fresh state={state} />
      ) : (
        <PasswordField
          fresh
          optional
          hint={`At least 12 characters; or nothing, to sign in with ${signOn} only.`}
          state={state}
        />
      )}
      <SubmitButton pending={pending}>Make my account</SubmitButton>
    </form>
  );
}

/** An advocate's account, where anybody may have one. */
export function SignUpForm() {
  const [state, action, pending] = useActionState(signUpSelf, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={LABELS} />
      <NameField state={state} />
      <EmailField state={state} />
      <PasswordField fresh state={state} />
      <SubmitButton pending={pending}>Make an account</SubmitButton>
    </form>
  );
}

/** A button, because programs that look through mail open every link. */
export function CheckEmailForm({ token }: { token: string }) {
  const [state, action, pending] = useActionState(checkEmail, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={LABELS} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton pending={pending}>Yes, this address is mine</SubmitButton>
    </form>
  );
}
