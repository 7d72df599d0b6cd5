import type { FormState } from '../../../lib/form-state';

type LongTextProps = {
  name: string;
  label: string;
  hint?: string;
  rows: number;
  /** Most characters it takes. */
  max: number;
  stored: string;
  state: FormState | null;
};

/** A text of several lines with its label, a hint, and what is wrong with it. */
export function LongText({ name, label, hint, rows, max, stored, state }: LongTextProps) {
  const id = `field-${name}`;
  const error = state?.errors[name];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="form-hint">
          {hint}
        </p>
      )}
      <textarea
        className="field"
        id={id}
        name={name}
        rows={rows}
        maxLength={max}
        defaultValue={state?.values[name] ?? stored}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error === undefined ? null : (
    <p id={id} className="form-error">
      {error}
    </p>
  );
}
