'use client';

import { useActionState } from 'react';
import { Form } from '../../../ui/form/form';
import { TextField } from '../../../ui/form/text-field';
import { undo } from '../actions';
import { counted } from './import-words';

/** Discards the drafts of an import: folded away, with a reason, and with what it does written on it. */
export function UndoForm({ id, open, published }: { id: number; open: number; published: number }) {
  const [state, action] = useActionState(undo, null);
  return (
    <details className="import-undo" open={state !== null}>
      <summary>Undo this import</summary>
      <Form
        state={state}
        action={action}
        labels={{ reason: 'Reason' }}
        hidden={{ id }}
        submit={`Discard ${counted(open, 'draft')}`}
      >
        <p>
          {open.toLocaleString('en')} {open === 1 ? 'draft that is' : 'drafts that are'} not published will be
          discarded, with whatever was changed in them since.{' '}
          {published > 0 && `${published.toLocaleString('en')} already published will stand.`}
        </p>
        <TextField name="reason" label="Reason" hint="Stands in the history." required maxLength={2000} />
      </Form>
    </details>
  );
}
