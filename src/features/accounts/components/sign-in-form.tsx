'use client';

import { useActionState } from 'react';
import { FormField, FormProblems } from '../../../ui/form';
import { signIn } from '../actions';

/** E-mail address and password. Without scripts the page comes back with what was wrong. */
export function SignInForm({ next }: { next: string }) {
  const [state, action, pending] = useActionState(signIn, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={{ email: 'E-mail address', password: 'Password' }} />
      <input type="hidden" name="next" value={next} />
      <FormField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        state={state}
      />
      <FormField
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={200}
        state={state}
      />
      <div className="form-buttons">
        <button type="submit" className="button" disabled={pending}>
          Sign in
        </button>
      </div>
    </form>
  );
}
