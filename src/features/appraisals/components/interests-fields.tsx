import type { FormState } from '../../../lib/form-state';
import { FieldError, LongText } from './long-text';

/** The declaration of interests that stands before each appraisal and each decision. */
export function InterestsFields({ state }: { state: FormState | null }) {
  const chosen = state?.values.interests ?? '';
  return (
    <>
      <fieldset className="form-field" id="field-interests" tabIndex={-1}>
        <legend>Declaration of interests</legend>
        <p className="form-hint">
          Money, work or friendship that ties you to those who made it, whether or not it sways you.
        </p>
        <label className="form-choice">
          <input type="radio" name="interests" value="none" defaultChecked={chosen === 'none'} /> I have none to declare
        </label>
        <label className="form-choice">
          <input type="radio" name="interests" value="described" defaultChecked={chosen === 'described'} /> I declare
          these:
        </label>
        <FieldError id="field-interests-error" error={state?.errors.interests} />
      </fieldset>
      <LongText name="interestsText" label="Your interests" rows={2} max={2000} stored="" state={state} />
    </>
  );
}
