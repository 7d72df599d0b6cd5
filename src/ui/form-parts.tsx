'use client';

import type { FormState } from '../lib/form-state';
import { FormField } from './form';

/** The button that sends a form; says so while it is under way. */
export function SubmitButton({ children, pending }: { children: string; pending: boolean }) {
  return (
    <div className="form-buttons">
      <button type="submit" className="button" disabled={pending}>
        {children}
      </button>
    </div>
  );
}

/** A password that is asked for, or chosen anew. */
export function PasswordField(props: {
  name?: string;
  label?: string;
  hint?: string;
  fresh?: boolean;
  optional?: boolean;
  state: FormState | null;
}) {
  const { name = 'password', label = 'Password', fresh = false, optional = false, state } = props;
  const hint =
    props.hint ??
    (fresh ? 'At least 12 characters. A few words in a row are easier to remember than signs.' : undefined);
  return (
    <FormField
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      type="password"
      autoComplete={fresh ? 'new-password' : 'current-password'}
      required={!optional}
      maxLength={200}
      state={state}
    />
  );
}

type Choice = { value: string; label: string; hint?: string };

/** Several of a few things, each with its box. */
export function ChoiceField(props: {
  name: string;
  legend: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  state: FormState | null;
}) {
  const { name, legend, choices, chosen, state } = props;
  const error = state?.errors[name];
  return (
    <fieldset
      className="form-field"
      id={`field-${name}`}
      tabIndex={-1}
      aria-describedby={error && `field-${name}-error`}
    >
      <legend>{legend}</legend>
      {choices.map(({ value, label, hint }) => (
        <label key={value} className="form-choice">
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
          <span>
            {label}
            {hint && <span className="form-hint"> {hint}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p id={`field-${name}-error`} className="form-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** Several lines of text. */
export function LinesField(props: {
  name: string;
  label: string;
  hint: string;
  value: string;
  state: FormState | null;
}) {
  const { name, label, hint, value, state } = props;
  const error = state?.errors[name];
  const id = `field-${name}`;
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="form-hint">
        {hint}
      </p>
      <textarea
        className="field"
        id={id}
        name={name}
        rows={3}
        defaultValue={state?.values[name] ?? value}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
      />
      {error && (
        <p id={`${id}-error`} className="form-error">
          {error}
        </p>
      )}
    </div>
  );
}
