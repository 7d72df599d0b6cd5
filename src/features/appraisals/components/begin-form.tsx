'use client';

import { RadioGroup } from '../../../ui/form/choice-field';
import { ActionForm } from '../../../ui/form/form';
import type { FormAction } from './form-action';
import { INTERESTS_LABELS, InterestsFields } from './interests-fields';

/** Takes a place in a round. */
export function BeginForm({ begin }: { begin: FormAction }) {
  return (
    <ActionForm action={begin} labels={INTERESTS_LABELS} submit="Begin your appraisal" className="form form-wide">
      <InterestsFields />
    </ActionForm>
  );
}

type StartFormProps = { start: FormAction; instruments: readonly { id: string; title: string }[] };

/** Opens a round, after the usual instrument or another that fits. */
export function StartForm({ start, instruments }: StartFormProps) {
  return (
    <ActionForm action={start} submit="Open the round">
      <RadioGroup
        name="instrument"
        label="Instrument"
        value={instruments[0]?.id}
        options={instruments.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </ActionForm>
  );
}
