'use client';

import { useActionState } from 'react';
import { FormProblems } from '../../../ui/form';
import { restore } from '../actions';

/** The reason, and the button. Works without scripts: the page comes back with what was wrong. */
export function RestoreForm({ event, version }: { event: number; version: number }) {
  const [state, action, pending] = useActionState(restore, null);
  const error = state?.errors.reason;
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={{ reason: 'Reason' }} />
      <input type="hidden" name="event" value={event} />
      <input type="hidden" name="version" value={version} />
      <div className="form-field">
        <label htmlFor="field-reason">Reason</label>
        <p id="field-reason-hint" className="form-hint">
          Everybody can read it in the history and in the log of corrections.
        </p>
        <textarea
          className="field"
          id="field-reason"
          name="reason"
          rows={3}
          required
          maxLength={1000}
          defaultValue={state?.values.reason}
          aria-describedby={error ? 'field-reason-hint field-reason-error' : 'field-reason-hint'}
          aria-invalid={error ? true : undefined}
        />
        {error && (
          <p id="field-reason-error" className="form-error">
            {error}
          </p>
        )}
      </div>
      <div className="form-buttons">
        <button type="submit" className="button" disabled={pending}>
          Restore this version
        </button>
      </div>
    </form>
  );
}
