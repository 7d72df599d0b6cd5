'use client';

import { type ReactNode, useActionState } from 'react';
import type { FormState } from '../../../lib/form-state';
import { FormField, FormProblems } from '../../../ui/form';
import { SubmitButton } from '../../../ui/form-parts';

const LABELS = { name: 'Name', email: 'E-mail address', password: 'Password', code: 'Code' };

/**
 * A form about an account: what is wrong on top, then its fields, and one button. Without scripts the page comes back with
 * what was wrong, as with every form here.
 *
 * @param hidden what the page knows and sends along, such as the token of a link
 */
export function AccountForm(props: {
  action: (before: FormState | null, form: FormData) => Promise<FormState>;
  hidden?: Readonly<Record<string, string>>;
  labels?: Readonly<Record<string, string>>;
  button: string;
  children: (state: FormState | null) => ReactNode;
}) {
  const [state, action, pending] = useActionState(props.action, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={props.labels ?? LABELS} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children(state)}
      <SubmitButton pending={pending}>{props.button}</SubmitButton>
    </form>
  );
}

/** The own address; `username` is what password keepers look for. */
export function EmailField({ state }: { state: FormState | null }) {
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

export function NameField({ state }: { state: FormState | null }) {
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

export function CodeField({ kind, state }: { kind: 'app' | 'recovery'; state: FormState | null }) {
  return kind === 'app' ? (
    <FormField
      name="code"
      label={LABELS.code}
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
