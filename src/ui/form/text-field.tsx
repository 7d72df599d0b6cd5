'use client';

import type { ComponentProps } from 'react';
import { FieldFrame, useField } from './field-frame';
import type { FieldText } from './field-text';

type Given<Element extends 'input' | 'textarea'> = Omit<ComponentProps<Element>, keyof FieldText | 'value' | 'id'>;
type TextFieldProps = FieldText & { value?: string | undefined } & Given<'input'>;

/** An input of one line. */
export function TextField({ name, label, hint, error, needed, value, ...input }: TextFieldProps) {
  const field = useField({ name, label, hint, error, needed });
  return (
    <FieldFrame field={field}>
      <input
        className="field"
        id={field.id}
        name={name}
        type="text"
        autoComplete="off"
        defaultValue={field.kept ?? value}
        {...input}
        {...field.aria}
      />
    </FieldFrame>
  );
}

type TextAreaProps = FieldText & { value?: string | undefined } & Given<'textarea'>;

/** An input of several lines. */
export function TextArea({ name, label, hint, error, needed, value, ...input }: TextAreaProps) {
  const field = useField({ name, label, hint, error, needed });
  return (
    <FieldFrame field={field}>
      <textarea
        className="field"
        id={field.id}
        name={name}
        rows={3}
        defaultValue={field.kept ?? value}
        {...input}
        {...field.aria}
      />
    </FieldFrame>
  );
}

/** An e-mail address that somebody signs in with. */
export function EmailField(props: Pick<ComponentProps<'input'>, 'autoComplete'>) {
  return (
    <TextField
      name="email"
      label="E-mail address"
      type="email"
      autoComplete="username"
      required
      maxLength={254}
      {...props}
    />
  );
}

type PasswordFieldProps = { name?: string; label?: string; hint?: string; fresh?: boolean; optional?: boolean };

/** A password that is asked for, or chosen anew. */
export function PasswordField({ name, label, hint, fresh = false, optional = false }: PasswordFieldProps) {
  const advice = fresh ? 'At least 12 characters. A few words in a row are easier to remember than signs.' : undefined;
  return (
    <TextField
      name={name ?? 'password'}
      label={label ?? 'Password'}
      hint={hint ?? advice}
      type="password"
      autoComplete={fresh ? 'new-password' : 'current-password'}
      required={!optional}
      maxLength={200}
    />
  );
}
