'use client';

import { ActionForm } from '../../../ui/form/form';
import { TextArea } from '../../../ui/form/text-field';
import { restore } from '../actions';

/** The reason, and the button. Works without scripts: the page comes back with what was wrong. */
export function RestoreForm({ event, version }: { event: number; version: number }) {
  return (
    <ActionForm
      action={restore}
      labels={{ reason: 'Reason' }}
      hidden={{ event, version }}
      submit="Restore this version"
      className="form form-wide"
    >
      <TextArea
        name="reason"
        label="Reason"
        hint="Everybody can read it in the history and in the log of corrections."
        required
        maxLength={1000}
      />
    </ActionForm>
  );
}
