'use client';

import { useActionState } from 'react';
import { FormProblems } from '../../../ui/form';
import type { FormAction } from './form-action';
import { InterestsFields } from './interests-fields';

const LABELS = { interests: 'Interests', interestsText: 'Your interests' };

/** Takes a place in a round. */
export function BeginForm({ begin }: { begin: FormAction }) {
  const [state, action, pending] = useActionState(begin, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={LABELS} />
      <InterestsFields state={state} />
      <div className="form-buttons">
        <button type="submit" className="button" disabled={pending}>
          Begin your appraisal
        </button>
      </div>
    </form>
  );
}

type StartFormProps = { start: FormAction; instruments: readonly { id: string; title: string }[] };

/** Opens a round, after the usual instrument or another that fits. */
export function StartForm({ start, instruments }: StartFormProps) {
  const [state, action, pending] = useActionState(start, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={{}} />
      <fieldset className="form-field">
        <legend>Instrument</legend>
        {instruments.map(({ id, title }, index) => (
          <label key={id} className="form-choice">
            <input type="radio" name="instrument" value={id} defaultChecked={index === 0} /> {title}
          </label>
        ))}
      </fieldset>
      <div className="form-buttons">
        <button type="submit" className="button" disabled={pending}>
          Open the round
        </button>
      </div>
    </form>
  );
}
