'use client';

import { useActionState } from 'react';
import { FormField, FormProblems } from '../../../ui/form';
import { lookUp } from '../actions';

/** Asks Crossref and DataCite for one work. */
export function DoiForm() {
  const [state, action, pending] = useActionState(lookUp, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={{ doi: 'DOI' }} />
      <FormField
        name="doi"
        label="DOI"
        hint="Such as 10.1000/182, with or without https://doi.org/ in front. Crossref and DataCite are asked."
        required
        maxLength={300}
        state={state}
      />
      <div className="form-buttons">
        <button type="submit" className="button" disabled={pending}>
          {pending ? 'Asking …' : 'Look up'}
        </button>
      </div>
    </form>
  );
}
