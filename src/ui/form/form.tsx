'use client';

import { type ComponentProps, useActionState } from 'react';
import type { FormState } from '../../lib/form-state';
import { ErrorSummary } from './error-summary';
import { AroundField } from './field-frame';
import { fieldId, problemText } from './field-text';
import { Buttons, SubmitButton } from './submit-button';

type FormProps = Omit<ComponentProps<'form'>, 'action' | 'hidden'> & {
  /** What it was answered; the fields in it take their faults and texts from there. */
  state: FormState | null;
  action: (form: FormData) => void;
  /** What fields are called in the summary of what is wrong. */
  labels?: Readonly<Record<string, string>>;
  /** What goes along without being asked. */
  hidden?: Readonly<Record<string, string | number>>;
  /** Where a page has several forms with a field of one name: a word for this one. */
  scope?: string | undefined;
  /** The words of its one button; without them the children bring their own. */
  submit?: string | undefined;
};

/** A form with what is wrong above it, its fields, and its button. It works without scripts: the page then comes back. */
export function Form(props: FormProps) {
  const { state, labels = {}, hidden = {}, scope, submit, children, className = 'form', ...form } = props;
  return (
    <form {...form} className={className}>
      <AroundField value={{ answer: state, scope }}>
        <Problems state={state} labels={labels} scope={scope} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        {submit === undefined ? null : (
          <Buttons>
            <SubmitButton>{submit}</SubmitButton>
          </Buttons>
        )}
      </AroundField>
    </form>
  );
}

type ActionFormProps = Omit<FormProps, 'state' | 'action'> & {
  action: (before: FormState | null, form: FormData) => Promise<FormState | null>;
};

/** The form of an action that answers with what is wrong and with nothing else. */
export function ActionForm({ action, ...form }: ActionFormProps) {
  const [state, act] = useActionState(action, null);
  return <Form {...form} state={state} action={act} />;
}

type ProblemsProps = Pick<FormProps, 'state' | 'scope'> & { labels: NonNullable<FormProps['labels']> };

function Problems({ state, labels, scope }: ProblemsProps) {
  if (state === null) return null;
  const { problem, errors, faults = [] } = state;
  const lines = [
    ...faults.map((text) => ({ text })),
    ...Object.entries(errors).map(([name, message]) => ({
      href: `#${fieldId(name, scope)}`,
      text: problemText(labels[name] ?? name, message),
    })),
  ];
  if (problem === null && lines.length === 0) return null;
  return <ErrorSummary title={problem ?? 'Something in this form needs another look'} errors={lines} answer={state} />;
}
