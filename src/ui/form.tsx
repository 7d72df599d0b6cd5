'use client';

import { type ComponentProps, useEffect, useRef } from 'react';
import type { FormState } from '../lib/form-state';

/** What is wrong with a form, on top of it; gets the focus when it appears, so that nobody misses it. */
export function FormProblems({ state, labels }: { state: FormState | null; labels: Readonly<Record<string, string>> }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state !== null) box.current?.focus();
  }, [state]);
  const errors = Object.entries(state?.errors ?? {});
  if (state === null || (state.problem === null && errors.length === 0)) return null;
  return (
    <div className="notice notice-warn" role="alert" tabIndex={-1} ref={box}>
      <p className="notice-title">{state.problem ?? 'Something in this form needs another look'}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map(([name, message]) => (
            <li key={name}>
              <a href={`#field-${name}`}>{labels[name] ?? name}</a>: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type FieldProps = ComponentProps<'input'> & { name: string; label: string; hint?: string; state: FormState | null };

/** One line to type in, with its label, a hint, and what is wrong with it. */
export function FormField({ name, label, hint, state, defaultValue, ...input }: FieldProps) {
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
      <input
        className="field"
        id={id}
        name={name}
        defaultValue={state?.values[name] ?? defaultValue}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        {...input}
      />
      {error && (
        <p id={`${id}-error`} className="form-error">
          {error}
        </p>
      )}
    </div>
  );
}
