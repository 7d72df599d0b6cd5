'use client';

import { useActionState } from 'react';
import { FormField, FormProblems } from '../../../ui/form';
import { undo } from '../actions';

/** Discards the drafts of an import: folded away, with a reason, and with what it does written on it. */
export function UndoForm({ id, open, published }: { id: number; open: number; published: number }) {
  const [state, action, pending] = useActionState(undo, null);
  return (
    <details className="import-undo" open={state !== null}>
      <summary>Undo this import</summary>
      <form action={action} className="form">
        <FormProblems state={state} labels={{ reason: 'Reason' }} />
        <p>
          {open.toLocaleString('en')} {open === 1 ? 'draft that is' : 'drafts that are'} not published will be
          discarded, with whatever was changed in them since.{' '}
          {published > 0 && `${published.toLocaleString('en')} already published will stand.`}
        </p>
        <input type="hidden" name="id" value={id} />
        <FormField name="reason" label="Reason" hint="Stands in the history." required maxLength={2000} state={state} />
        <div className="form-buttons">
          <button type="submit" className="button" disabled={pending}>
            Discard {open.toLocaleString('en')} {open === 1 ? 'draft' : 'drafts'}
          </button>
        </div>
      </form>
    </details>
  );
}
