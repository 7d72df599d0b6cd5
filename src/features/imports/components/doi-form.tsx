'use client';

import { ActionForm } from '../../../ui/form/form';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { TextField } from '../../../ui/form/text-field';
import { lookUp } from '../actions';

/** Asks Crossref and DataCite for one work. */
export function DoiForm() {
  return (
    <ActionForm action={lookUp} labels={{ doi: 'DOI' }}>
      <TextField
        name="doi"
        label="DOI"
        hint="Such as 10.1000/182, with or without https://doi.org/ in front. Crossref and DataCite are asked."
        required
        maxLength={300}
      />
      <Buttons>
        <SubmitButton busy="Asking …">Look up</SubmitButton>
      </Buttons>
    </ActionForm>
  );
}
