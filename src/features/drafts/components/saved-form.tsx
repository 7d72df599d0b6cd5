'use client';

import { type FormEvent, Fragment, startTransition, useActionState, useEffect } from 'react';
import { REFUSED } from '../../../ui/autosave';
import { Form } from '../../../ui/form/form';
import { save } from '../actions';
import { ClashFields } from './clash-fields';

type SavedFormProps = {
  id: string;
  draft: string;
  form: string;
  member: string;
  /** Of the draft that the children show. */
  version: number;
  /** Another one whenever the children show other values than before. */
  edition: string;
  children: React.ReactNode;
};

/** The form of a part of a draft. When somebody else has saved meanwhile, both versions take its place. */
export function SavedForm({ id, draft, form, member, version, edition, children }: SavedFormProps) {
  const [answer, act, pending] = useActionState(save, null);
  useEffect(() => {
    if (answer !== null) document.getElementById(id)?.dispatchEvent(new Event(REFUSED));
  }, [answer, id]);
  // A clash is over as soon as the page shows a later version: the answer stays until the next one.
  const clash = answer !== null && 'clash' in answer && answer.clash.version >= version ? answer.clash : null;
  /** Sent by ourselves: React empties a form when the answer comes, also when it is that nothing was saved. */
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const sent = new FormData(event.currentTarget, submitter);
    startTransition(() => act(sent));
  }
  return (
    <Form
      state={answer !== null && 'problem' in answer ? answer : null}
      action={act}
      onSubmit={send}
      aria-busy={pending}
      hidden={{ draft, form, member }}
      className="form form-wide"
      id={id}
    >
      {/* The fields are made anew for each edition: what was typed in the old ones would stay in them. */}
      {clash === null ? <Fragment key={edition}>{children}</Fragment> : <ClashFields clash={clash} />}
    </Form>
  );
}
