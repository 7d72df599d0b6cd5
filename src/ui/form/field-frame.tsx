'use client';

import { createContext, useContext } from 'react';
import type { FormState } from '../../lib/form-state';
import { type FieldText, fieldId, problemText } from './field-text';

/** The form around a field: what it was answered, and the word that tells it apart from others of its page. */
export const AroundField = createContext<{ answer: FormState | null; scope?: string | undefined }>({ answer: null });

type FieldInForm = FieldText & {
  id: string;
  /** What was sent and comes back. */
  kept: string | undefined;
  /** What an input says of itself to whoever does not see the page. */
  aria: { 'aria-describedby'?: string; 'aria-invalid'?: true };
};

/** A field with what its form was answered about it. */
export function useField({ name, label, hint, error, needed }: FieldText): FieldInForm {
  const { answer, scope } = useContext(AroundField);
  const id = fieldId(name, scope);
  const wrong = answer?.errors[name] ?? error;
  const described = [hint ? `${id}-hint` : null, wrong ? `${id}-error` : null].filter((part) => part !== null);
  return {
    ...{ name, label, hint, needed, id, error: wrong, kept: answer?.values[name] },
    aria: {
      ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
      ...(wrong ? { 'aria-invalid': true } : {}),
    },
  };
}

type FrameProps = { field: FieldInForm; children: React.ReactNode };

/** An input of one line or several, with its label above it. */
export function FieldFrame({ field, children }: FrameProps) {
  return (
    <div className={field.error ? 'form-field form-field-wrong' : 'form-field'}>
      <label htmlFor={field.id}>
        {field.label}
        <Needed needed={field.needed} />
      </label>
      <HintAndError field={field} />
      {children}
    </div>
  );
}

export type FieldGroupProps = FieldText & {
  /** Where the question is more than its name. */
  legend?: React.ReactNode;
  className?: string;
  children?: React.ReactNode;
};

/** Several inputs that answer one question. */
export function FieldGroup({ legend, className = 'form-field', children, ...text }: FieldGroupProps) {
  const field = useField(text);
  return (
    <fieldset
      className={field.error ? `${className} form-field-wrong` : className}
      id={field.id}
      tabIndex={-1}
      aria-describedby={field.aria['aria-describedby']}
    >
      <legend>
        {legend ?? field.label}
        <Needed needed={field.needed} />
      </legend>
      <HintAndError field={field} />
      {children}
    </fieldset>
  );
}

/** Said in a word, not with an asterisk. */
function Needed({ needed }: Pick<FieldText, 'needed'>) {
  return needed ? <span className="form-needed"> (needed)</span> : null;
}

function HintAndError({ field: { id, label, hint, error } }: Pick<FrameProps, 'field'>) {
  return (
    <>
      {hint ? (
        <p className="form-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="form-error" id={`${id}-error`}>
          <span aria-hidden="true">▲ </span>
          {problemText(label, error).replace(/\.?$/, '.')}
        </p>
      ) : null}
    </>
  );
}
